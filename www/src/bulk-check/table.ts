// Reads delimited text as a table: its separator, its header, and the customer of each row.

import Papa from "papaparse";

import { COLUMN_FIELDS, columnsByContent, columnsByName, columnsScore, textOfCell } from "./columns";
import type { Columns } from "./columns";
import { rowCutter } from "./delimited-rows";
import { FileProblem, HEAD } from "./file-text";
import { knownStatus, qualificationOf, vettingStatusOf } from "./known-values";
import { LINE_FEED, type RawRecord } from "./records";

/** How a table is read. */
export interface TableLayout {
  readonly delimiter: string;
  /** The names of the columns; of a table without a header, `undefined` for each. */
  readonly header: readonly (string | undefined)[];
  /** How many bytes and lines come before the first row of a customer. */
  readonly start: number;
  readonly line: number;
  /** How many lines before the header were passed over. */
  readonly skipped: number;
}

export interface TablePreview {
  readonly layout: TableLayout;
  readonly columns: Columns;
  readonly rows: readonly (readonly string[])[];
}

const DELIMITERS = [",", ";", "\t", "|", ":", "^", "~", "\u001f"];
const MOST_COLUMNS = 1_000;
const PREVIEWED = 20;
// Enough bytes for that many rows in most files.
const ENOUGH = 16 * 1024;
// Some exports begin with a title.
const HEADER_WITHIN = 10;
const SEPARATOR_LINE = /^"?sep=(.)"?$/i;
const TYPE_LINE = /^"?#TYPE /i;

/**
 * Detects the table format of a text by its beginning: the separator with which most columns are recognised.
 *
 * @throws FileProblem if it has no row, or its header cannot be read.
 */
export function previewTable(text: string, isWhole: boolean): TablePreview {
  const bytes = new TextEncoder().encode(text);
  const firstLines = text.slice(0, 1024).split(/[\r\n]+/, 3).map((line) => line.trim());
  const told = firstLines.map((line) => SEPARATOR_LINE.exec(line)?.[1]).find((found) => found !== undefined);
  // Trimming has removed the tab of `sep=` followed by a tab.
  const isTab = firstLines.some((line) => /^"?sep=$/i.test(line));
  const candidates = told !== undefined ? [told] : isTab ? ["\t"] : DELIMITERS;
  const [best] = candidates
    .map((delimiter) => previewWith(delimiter, bytes, isWhole))
    .sort((one, other) => other.score - one.score);
  if (best === undefined || best.preview.layout.header.length === 0)
    throw new FileProblem(bytes.length >= HEAD / 2 ? "headerTooLong" : "fileHasNoCustomers");
  if (best.preview.layout.header.length > MOST_COLUMNS) throw new FileProblem("tooManyColumns");
  return best.preview;
}

function previewWith(delimiter: string, bytes: Uint8Array, isWhole: boolean): { preview: TablePreview; score: number } {
  const cutter = rowCutter(delimiter);
  let cut = cutter.push(bytes.subarray(0, ENOUGH));
  if (cut.length < PREVIEWED + HEADER_WITHIN) cut = cut.concat(cutter.push(bytes.subarray(ENOUGH)));
  if (isWhole) cut = cut.concat(cutter.finish());
  cut = cut.slice(0, PREVIEWED + HEADER_WITHIN);
  const rows = cellsOf(cut, delimiter).map((cells) => cells ?? []);
  const isPassed = (row: readonly string[]) => TYPE_LINE.test(row[0] ?? "") || SEPARATOR_LINE.test(row.join(delimiter)) || /^"?sep=$/i.test(row[0] ?? "");
  const passed = rows.findIndex((row) => !isPassed(row) && /[\p{L}\p{N}]/u.test(row.join("")));
  const scores = rows.slice(0, HEADER_WITHIN).map((row, index) => (index < passed ? 0 : columnsScore(columnsByName(row))));
  const named = scores.indexOf(Math.max(...scores));
  const byName = passed < 0 || scores[named] === 0 ? undefined : named;
  const headless = passed >= 0 && byName === undefined && columnsByContent({}, [rows[passed] ?? []]).status !== undefined;
  const headerIndex = headless ? passed - 1 : (byName ?? passed);
  const header = headless ? (rows[passed] ?? []).map(() => undefined) : (rows[headerIndex] ?? []).map((name) => name.trim());
  const data = rows.slice(headerIndex + 1).filter((row) => !isBlank(row)).slice(0, PREVIEWED);
  const columns = columnsByContent(headless ? {} : columnsByName(header.map((name) => name ?? "")), data);
  const fitting = data.filter((row) => row.length === header.length).length / Math.max(1, data.length);
  const headerRow = headless ? undefined : cut[headerIndex];
  const layout: TableLayout = {
    delimiter,
    header: passed < 0 ? [] : header,
    start: headerRow?.end ?? (passed > 0 ? (cut[passed]?.start ?? 0) : 0),
    line: headerRow?.line ?? cut[Math.max(0, passed)]?.line ?? 1,
    skipped: Math.max(0, headerIndex + (headless ? 1 : 0)),
  };
  const score = columnsScore(columns) * 100 + (header.length > 1 ? 10 : 0) + fitting;
  return { preview: { layout, columns, rows: data }, score };
}

/** Returns the cells of each row; absent for a row that could not be read. */
export function cellsOf(rows: readonly RawRecord[], delimiter: string): (string[] | undefined)[] {
  const readable = rows.filter(({ problem }) => problem === undefined);
  if (readable.length === 0) return rows.map(() => undefined);
  // The line feed in front keeps the first bytes from being read as a byte order mark.
  const { data } = Papa.parse<string[]>(joinedText(readable), { delimiter, newline: "\n" });
  if (data.length !== readable.length + 1) throw new Error(`${readable.length} rows were cut and ${data.length - 1} read`);
  if (readable.length === rows.length) return data.slice(1);
  let index = 0;
  return rows.map(({ problem }) => (problem === undefined ? data[(index += 1)] : undefined));
}

/** Returns the cells of one row. */
export function cellsOfRow(bytes: Uint8Array, delimiter: string): string[] | undefined {
  const cutter = rowCutter(delimiter);
  return cellsOf(cutter.push(bytes).concat(cutter.finish()).slice(0, 1), delimiter)[0];
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

// One buffer for all texts: those of a large file would be garbage of several times its size.
let joined = new Uint8Array();

// A line feed before each row.
function joinedText(rows: readonly RawRecord[]): string {
  const length = rows.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  if (joined.length < length) joined = new Uint8Array(length);
  let at = 0;
  for (const { bytes } of rows) {
    joined[at] = LINE_FEED;
    if (bytes) joined.set(bytes, at + 1);
    at += (bytes?.length ?? 0) + 1;
  }
  return decoder.decode(joined.subarray(0, at));
}

/** Returns whether a row has no customer: only white space, or a line that was drawn with dashes. */
export const isBlank = (cells: readonly string[]) => cells.every((cell) => /^[\s:=_+—-]*$/.test(cell));

/** Returns the text of the cell of a field; absent if it is empty. */
export function cellOf(cells: readonly string[], columns: Columns, field: (typeof COLUMN_FIELDS)[number]): string | undefined {
  const index = columns[field];
  return (index !== undefined && textOfCell(cells[index] ?? "")) || undefined;
}

/** Converts a row into a record of the package. One cell has all qualifications, and another all vetting statuses. */
export function recordOfRow(cells: readonly string[], columns: Columns): string {
  const status = cellOf(cells, columns, "status");
  const qualifications = cellOf(cells, columns, "qualification");
  return JSON.stringify({
    status: status === undefined ? undefined : (knownStatus(status) ?? status),
    qualifications: qualifications === undefined ? undefined : entries(qualifications, cellOf(cells, columns, "vettingStatus")),
  });
}

function entries(qualifications: string, vettingStatuses: string | undefined) {
  const names = valuesOf(qualifications);
  const statuses = vettingStatuses === undefined ? [] : valuesOf(vettingStatuses);
  // These cannot be paired into entries. As text, they are an unknown value to the rules.
  if (statuses.length > 0 && statuses.length !== names.length) return qualifications;
  return names.map((name, index) => {
    const vettingStatus = statuses[index];
    return { qualification: qualificationOf(name), vettingStatus: vettingStatus ? vettingStatusOf(vettingStatus) : undefined };
  });
}

/** Returns the values in one cell. */
export const valuesOf = (cell: string): readonly string[] => cell.split(/[;,|\n]/).map((value) => value.trim());
