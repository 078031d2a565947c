// Writes what was found as a file like the one that was checked: every column of it, and the outcome and reasons behind them.

import Papa from "papaparse";

import { rowCutter } from "./delimited-rows";
import type { TableLayout } from "./table";
import { cellsOf } from "./table";

/** The records of a piece of the text, by their places in it and what was found of each. */
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
  /** What stands in the added columns behind the line, for each finding. */
  readonly findings: readonly (readonly string[])[];
}

// What a spreadsheet takes for a formula, also behind quotation marks or white space (OWASP, CSV injection).
const FORMULA = /^(?:[\t\r\n]|[\s"']*[=+\-@＝＋－＠])/;
// A spreadsheet with another separator begins a cell where a text has it.
const FORMULA_INSIDE = /([,;|\t][\s"']*)(?=[=+\-@＝＋－＠])/g;
const BYTE_ORDER_MARK = "\ufeff";
const MOST_COLUMNS = 1_000;

/** Writes the file and tells how much of it is written. */
export async function resultFile(request: ResultRequest, tell: (share: number) => void): Promise<Blob> {
  const { text, layout, delimiter, added } = request;
  // The browser keeps the parts outside of the page.
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

// What a row has too much stands behind the added columns, so that nothing is lost and everything stays below its heading.
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

// A row that could not be cut into cells stands in the first one as it is.
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

// What is no object has one member without a name: its text.
function recordsOf(bytes: Uint8Array, { starts, ends }: FoundPiece): ReadonlyMap<string, string>[] {
  return Array.from(starts, (start, index) => {
    const text = decode(bytes.subarray(start, ends[index]));
    return membersOf(text) ?? new Map([["", text]]);
  });
}

const decoder = new TextDecoder();
const decode = (bytes: Uint8Array) => decoder.decode(bytes);

/** Returns the members of a record as texts, those of an object in it with both names; absent for what is no object. */
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

// A number keeps its digits: as an id it is none to be rounded.
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
