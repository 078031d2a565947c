// Writes the results as a file like the one that was checked: all its columns, followed by the outcome and reasons.

import Papa from "papaparse";

import { rowCutter } from "./delimited-rows";
import type { TableLayout } from "./table";
import { cellsOf } from "./table";

/** The records of a piece of the text, with their offsets and findings. */
export interface FoundPiece {
  readonly offset: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly lines: Uint32Array;
  readonly findings: Uint16Array;
}

export interface ResultRequest {
  readonly text: Blob;
  /** Absent for JSON. */
  readonly layout?: TableLayout;
  readonly delimiter: string;
  readonly pieces: readonly FoundPiece[];
  /** The names of the columns of the file, if it is a table, and of those that are added. */
  readonly header: readonly string[];
  readonly added: readonly string[];
  /** The cells of the added columns after the line number, for each finding. */
  readonly findings: readonly (readonly string[])[];
}

// Text that a spreadsheet reads as a formula, even after quotation marks or white space (OWASP, CSV injection).
const FORMULA = /^(?:[\t\r\n]|[\s"']*[=+\-@＝＋－＠])/;
// A spreadsheet with another separator starts a new cell at that separator.
const FORMULA_INSIDE = /([,;|\t][\s"']*)(?=[=+\-@＝＋－＠])/g;
const BYTE_ORDER_MARK = "\ufeff";
const MOST_COLUMNS = 1_000;

/** Writes the file and reports its progress. */
export async function resultFile(request: ResultRequest, tell: (share: number) => void): Promise<Blob> {
  const { text, layout, delimiter, added } = request;
  // As blobs, the parts are not in the page's memory.
  const parts = [new Blob([BYTE_ORDER_MARK])];
  const write = (rows: readonly (readonly string[])[]) => {
    const safe = rows.map((row) => row.map((cell) => cell.replace(FORMULA_INSIDE, "$1'")));
    parts.push(new Blob([`${Papa.unparse(safe, { quotes: true, delimiter, escapeFormulae: FORMULA })}\r\n`]));
  };
  const columns = layout ? request.header : await memberNames(request);
  write([[...columns, ...added.map((name) => unlike(name, columns))]]);
  for (const [index, piece] of request.pieces.entries()) {
    if (piece.starts.length > 0) {
      const bytes = await bytesOf(text, piece);
      const cells = layout ? rowsOf(bytes, piece, layout) : recordsOf(bytes, piece).map((record) => columns.map((name) => record.get(name) ?? ""));
      write(cells.map((row, record) => rowWith(row, columns.length, [String(piece.lines[record]), ...(request.findings[piece.findings[record] ?? 0] ?? [])])));
    }
    tell((index + 1) / request.pieces.length);
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

// Surplus cells of a row come after the added columns: nothing is lost, and all other cells stay below their headings.
function rowWith(row: readonly string[], width: number, added: readonly string[]): string[] {
  const own = Array.from({ length: width }, (_, index) => row[index] ?? "");
  return [...own, ...added, ...row.slice(width)];
}

function unlike(name: string, names: readonly string[]): string {
  let free = name;
  for (let number = 2; names.includes(free); number += 1) free = `${name} (${number})`;
  return free;
}

async function bytesOf(text: Blob, { offset, ends }: FoundPiece): Promise<Uint8Array> {
  return new Uint8Array(await text.slice(offset, offset + (ends.at(-1) ?? 0)).arrayBuffer());
}

// A row that could not be split into cells is written to the first one unchanged.
function rowsOf(bytes: Uint8Array, { starts, ends }: FoundPiece, { delimiter }: TableLayout): string[][] {
  const cutter = rowCutter(delimiter);
  const rows = cutter.push(bytes).concat(cutter.finish());
  const byStart = new Map(rows.map((row, index) => [row.start, index]));
  const cells = cellsOf(rows, delimiter);
  return Array.from(starts, (start, index) => cells[byStart.get(start) ?? -1] ?? [decode(bytes.subarray(start, ends[index]))]);
}

async function memberNames({ text, pieces: found }: ResultRequest): Promise<string[]> {
  const names = new Set<string>();
  for (const piece of found)
    for (const record of piece.starts.length > 0 ? recordsOf(await bytesOf(text, piece), piece) : [])
      for (const name of record.keys()) if (names.size < MOST_COLUMNS) names.add(name);
  return [...names];
}

// A value that is not an object is one unnamed member: its text.
function recordsOf(bytes: Uint8Array, { starts, ends }: FoundPiece): ReadonlyMap<string, string>[] {
  return Array.from(starts, (start, index) => {
    const text = decode(bytes.subarray(start, ends[index]));
    return membersOf(text) ?? new Map([["", text]]);
  });
}

const decoder = new TextDecoder();
const decode = (bytes: Uint8Array) => decoder.decode(bytes);

/** Returns the members of a record as texts, nested ones with both names; absent if the record is not an object. */
export function membersOf(text: string): Map<string, string> | undefined {
  const record = parsed(text);
  if (!isObject(record)) return undefined;
  const members = new Map<string, string>();
  for (const [name, value] of Object.entries(record)) {
    if (isObject(value)) for (const [inner, part] of Object.entries(value)) members.set(`${name}.${inner}`, shown(part));
    else members.set(name, shown(value));
  }
  return members;
}

// A number keeps its digits: it may be an id, which must not be rounded.
function parsed(text: string): unknown {
  try {
    return JSON.parse(LONG_NUMBER.test(text) ? text.replace(STRING_OR_NUMBER, (token) => (LONG_NUMBER.test(token) && !token.startsWith('"') ? `"${token}"` : token)) : text);
  } catch {
    return undefined;
  }
}

const LONG_NUMBER = /\d{16}|\d[.eE]/;
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function shown(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
