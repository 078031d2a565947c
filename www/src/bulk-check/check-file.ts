// Reads a file piece by piece and decides for its customers. Only one piece is in memory at a time.

import type { BulkOptions } from "partner-center-rules";

import type { Columns } from "./columns";
import { type Decider, decider, type Finding } from "./decider";
import { rowCutter } from "./delimited-rows";
import { type DetectedEncoding, detectEncoding, type Encoding, FileProblem, firstText, HEAD, pieces, utf8Text } from "./file-text";
import { jsonCutter } from "./json-records";
import type { RawRecord } from "./records";
import { cellsOf, isBlank, previewTable, recordOfRow, type TableLayout, type TablePreview } from "./table";

/** How a file is read. */
export interface FileSettings {
  readonly encoding: Encoding;
  /** Absent for JSON. */
  readonly table?: { readonly layout: TableLayout; readonly columns: Columns };
}

/** What the beginning of a file shows about its format. */
export interface Preview extends DetectedEncoding {
  /** Absent for JSON. */
  readonly table?: TablePreview;
  /** The first lines of JSON. */
  readonly lines: readonly string[];
}

/** The results of some records, as lists of the same length. */
export interface CheckedPiece {
  /** How many bytes of the text have been read. */
  readonly read: number;
  /** The first of the bytes to which `starts` and `ends` are relative. */
  readonly offset: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly lines: Uint32Array;
  /** For each record the index of its finding. */
  readonly findings: Uint16Array;
  /** The findings that are new. */
  readonly added: readonly Finding[];
  /** How many blank rows came before the end of this piece. */
  readonly blankRows: number;
  /** Whether the text ended before its list did. Only the last piece knows. */
  readonly isCutShort: boolean;
}

const LINES_SHOWN = 5;
const LONGEST_LINE_SHOWN = 500;
const MOST_REMEMBERED = 10_000;
// The cells of so few rows are garbage before they get old, and the memory of a large file stays small.
const ROWS_AT_ONCE = 250;
// The maximum number of different findings. Real files have far fewer.
const MOST_FINDINGS = 65_000;

/**
 * Detects the format of a file, read with the encoding if one is given.
 *
 * @throws FileProblem if nothing of it can be checked.
 */
export async function previewFile(file: Blob, chosen?: Encoding): Promise<Preview> {
  const detected = await detectEncoding(file);
  const encodings = chosen ? [chosen] : detected.badLine === undefined ? [detected.encoding] : GUESSES;
  let best: Preview | undefined;
  for (const encoding of encodings) {
    const text = await firstText(file, encoding);
    if (/^\s*$/.test(text)) throw new FileProblem("fileHasNoCustomers");
    const lines = text.split(/\r\n?|\n/, LINES_SHOWN).map((line) => line.slice(0, LONGEST_LINE_SHOWN));
    const table = (/^\s*[[{]/.test(text) && !BRACKETED_CELL.test(text)) || isJsonValue(lines) ? undefined : previewTable(text, file.size <= HEAD);
    const preview = { ...detected, encoding, lines, ...(table && { table }) };
    if (!best || columnCount(preview) > columnCount(best)) best = preview;
  }
  return best as Preview;
}

// If bytes are not UTF-8: the first encoding with which known columns are found, or else the first encoding.
const GUESSES: readonly Encoding[] = ["windows-1252", "shift_jis"];
const columnCount = ({ table }: Preview) => Object.keys(table?.columns ?? {}).length;

// The first cell of a table: an ID in braces, or a column name in brackets, as database tools write them.
const BRACKETED_CELL = /^\s*(?:\{[\da-f-]{32,36}\}|\[\p{L}[^\]",{}[]*\]\s*[,;\t|])/iu;

// JSON lines whose first record is not an object.
const isJsonValue = (lines: readonly string[]) =>
  /^\s*(?:null|true|false|-?\d+(?:\.\d+)?|"(?:[^"\\]|\\.)*")\s*$/.test(lines[0] ?? "") && lines.slice(1).some((line) => line.startsWith("{"));

/** Receives the text of a file, and then each of its pieces. */
export interface CheckListener {
  text(text: Blob): unknown;
  piece(piece: CheckedPiece): unknown;
}

/**
 * Decides for the customers of a file.
 *
 * @throws FileProblem if it has no customer, or cannot be read to its end.
 */
export async function checkFile(file: Blob, settings: FileSettings, question: BulkOptions, listener: CheckListener) {
  const { text, start } = await utf8Text(file, settings.encoding);
  await listener.text(text);
  const decide = decider(question);
  const source = settings.table ? tableSource(settings.table, start, decide) : jsonSource(start, decide);
  const first = start + (settings.table?.layout.start ?? 0);
  let [read, told, count] = [first, 0, 0];
  const report = async (cut: readonly RawRecord[], isLast: boolean) => {
    const { records, findings } = source.decide(cut);
    if (decide.findings.length > MOST_FINDINGS) throw new Error("too many different findings");
    const offset = records[0]?.start ?? read;
    const [starts, ends, lines] = [new Uint32Array(records.length), new Uint32Array(records.length), new Uint32Array(records.length)];
    for (const [index, record] of records.entries())
      [starts[index], ends[index], lines[index]] = [record.start - offset, record.end - offset, record.line];
    count += records.length;
    await listener.piece({
      read,
      offset,
      starts,
      ends,
      lines,
      findings: Uint16Array.from(findings),
      added: decide.findings.slice(told),
      blankRows: source.blankRows(),
      isCutShort: isLast && source.isCutShort(),
    });
    told = decide.findings.length;
  };
  for await (const bytes of pieces(text, first)) {
    read += bytes.length;
    await report(source.cutter.push(bytes), false);
  }
  await report(source.cutter.finish(), true);
  if (count === 0) throw new FileProblem("fileHasNoCustomers");
}

/** Records with the findings of each. */
interface Decided {
  readonly records: readonly RawRecord[];
  readonly findings: readonly number[];
}

function jsonSource(start: number, decide: Decider) {
  const cutter = jsonCutter(start);
  return {
    cutter,
    blankRows: () => 0,
    isCutShort: () => cutter.isCutShort,
    decide: (records: readonly RawRecord[]): Decided => ({ records, findings: decide.decide(records) }),
  };
}

function tableSource({ layout, columns }: NonNullable<FileSettings["table"]>, start: number, decide: Decider) {
  const { delimiter, header } = layout;
  const encoder = new TextEncoder();
  // There are many customers, but few different records.
  const remembered = new Map<string, number>();
  let blankRows = 0;

  const read = (["status", "qualification", "vettingStatus"] as const).map((field) => columns[field] ?? -1);

  // Files that were joined have one header each.
  const isHeader = (cells: readonly string[]) => cells.every((cell, index) => cell.trim().replace(/^\ufeff/, "") === header[index]);

  function findingOf(cells: readonly string[]): number {
    const key = read.map((index) => cells[index] ?? "").join("\u0000");
    let finding = remembered.get(key);
    if (finding === undefined) {
      const bytes = encoder.encode(recordOfRow(cells, columns));
      [finding = 0] = decide.decide([{ start: 0, end: 0, line: 1, bytes }]);
      if (remembered.size < MOST_REMEMBERED) remembered.set(key, finding);
    }
    return finding;
  }

  return {
    cutter: rowCutter(delimiter, start + layout.start, layout.line),
    blankRows: () => blankRows,
    isCutShort: () => false,
    decide(cut: readonly RawRecord[]): Decided {
      const records: RawRecord[] = [];
      const findings: number[] = [];
      for (let from = 0; from < cut.length; from += ROWS_AT_ONCE) {
        const some = cut.slice(from, from + ROWS_AT_ONCE);
        const rows = cellsOf(some, delimiter);
        for (const [index, record] of some.entries()) {
          const cells = rows[index];
          if (cells && isBlank(cells)) {
            blankRows += 1;
            continue;
          }
          records.push(record);
          if (cells === undefined) findings.push(decide.refuse(record.problem ?? { code: "quoteMisplaced" }));
          else if (cells.length === header.length) findings.push(isHeader(cells) ? decide.refuse({ code: "headerRepeated" }) : findingOf(cells));
          else findings.push(decide.refuse({ code: "cellCount", cells: cells.length, columns: header.length }));
        }
      }
      return { records, findings };
    },
  };
}
