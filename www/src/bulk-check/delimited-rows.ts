// Splits delimited text (RFC 4180) into rows. Papa Parse reads the cells of a row, but gives no byte offsets of rows and
// cannot continue after a quotation mark that never closes.

import { CARRIAGE_RETURN, LINE_FEED, LONGEST_RECORD, QUOTE, joinBytes } from "./records";
import type { Problem, RawRecord, RecordCutter } from "./records";

const SPACE = 0x20;

/** Returns where a row ends, or `undefined` while its end is not in the bytes. */
interface RowEnd {
  readonly end: number;
  readonly problem?: Problem | undefined;
  readonly isQuoted: boolean;
  /** How many spaces come before an opening quotation mark. They do not belong to the cell. */
  readonly padding: readonly (readonly [number, number])[];
}

const NO_PADDING: RowEnd["padding"] = [];

// There are many rows: the parts of one are created only when they are read.
class Row implements RawRecord {
  readonly #offset: number;
  readonly line: number;
  readonly #text: Uint8Array;
  readonly #from: number;
  readonly #row: RowEnd;

  constructor(offset: number, line: number, text: Uint8Array, from: number, row: RowEnd) {
    [this.#offset, this.line, this.#text, this.#from, this.#row] = [offset, line, text, from, row];
  }

  get start() {
    return this.#offset + this.#from;
  }

  get end() {
    return this.#offset + this.#row.end;
  }

  get problem() {
    return this.#row.problem;
  }

  get bytes() {
    return this.#row.problem ? undefined : without(this.#text, this.#from, this.#row);
  }
}

/** Splits a text into rows, after `start` bytes and `line - 1` lines. Skips empty lines. */
export function rowCutter(delimiter: string, start = 0, line = 1): RecordCutter {
  const separator = new TextEncoder().encode(delimiter);
  let carry: Uint8Array = new Uint8Array();
  let offset = start;
  let isSkipping = false;
  // A CRLF whose bytes come in two pieces is one line end.
  let endedWithReturn = false;

  function read(bytes: Uint8Array, isLast: boolean): RawRecord[] {
    const text = joinBytes(carry, bytes);
    const rows: RawRecord[] = [];
    let at = 0;
    while (at < text.length) {
      if (text[at] === LINE_FEED || text[at] === CARRIAGE_RETURN) {
        if (text[at] === CARRIAGE_RETURN || !endedWithReturn) line += 1;
        endedWithReturn = text[at] === CARRIAGE_RETURN;
        at += 1;
        isSkipping = false;
        continue;
      }
      endedWithReturn = false;
      if (isSkipping) {
        at = lineEnd(text, at);
        continue;
      }
      const found = rowEnd(text, at, separator, isLast);
      const isTooLong = (found?.end ?? text.length) - at > LONGEST_RECORD;
      if (found === undefined && !isTooLong) break;
      const row = found !== undefined && !isTooLong ? found : recovered(text, at);
      rows.push(new Row(offset, line, text, at, row));
      isSkipping = row.problem?.code === "recordTooLong";
      if (!row.problem && row.isQuoted) line += lineEnds(text, at, row.end);
      at = row.end;
    }
    carry = text.slice(at);
    offset += at;
    return rows;
  }

  // A row without an end: skips its first line, and starts a new row on the next line.
  function recovered(text: Uint8Array, at: number): RowEnd {
    const end = lineEnd(text, at);
    const code = end - at > LONGEST_RECORD ? "recordTooLong" : "quoteNotClosed";
    return { end, problem: { code }, isQuoted: true, padding: NO_PADDING };
  }

  return { push: (bytes) => read(bytes, false), finish: () => read(new Uint8Array(), true) };
}

function rowEnd(text: Uint8Array, start: number, separator: Uint8Array, isLast: boolean): RowEnd | undefined {
  let padding = NO_PADDING;
  let at = start;
  let isCellStart = true;
  let isQuoted = false;
  while (at < text.length) {
    if (isCellStart) {
      let quote = at;
      while (text[quote] === SPACE && separator[0] !== SPACE) quote += 1;
      isCellStart = false;
      if (text[quote] === QUOTE) {
        isQuoted = true;
        if (quote > at) padding = [...padding, [at, quote]];
        const closed = closingQuote(text, quote + 1);
        if (closed === undefined) return isLast ? broken(text, start, isLast, "quoteNotClosed") : undefined;
        at = closed + 1;
        while (text[at] === SPACE && separator[0] !== SPACE) at += 1;
        if (at >= text.length || (!isLast && at + separator.length > text.length)) break;
        if (!isLineEnd(text[at]) && !startsWith(text, at, separator)) return broken(text, start, isLast, "quoteMisplaced");
        continue;
      }
    }
    while (at < text.length && !isLineEnd(text[at]) && text[at] !== separator[0]) at += 1;
    if (at >= text.length) break;
    if (isLineEnd(text[at])) return { end: at, isQuoted, padding };
    if (startsWith(text, at, separator)) {
      at += separator.length;
      isCellStart = true;
    } else {
      at += 1;
    }
  }
  return isLast ? { end: text.length, isQuoted, padding } : undefined;
}

function broken(
  text: Uint8Array,
  start: number,
  isLast: boolean,
  code: "quoteNotClosed" | "quoteMisplaced",
): RowEnd | undefined {
  const end = lineEnd(text, start);
  return end < text.length || isLast ? { end, problem: { code }, isQuoted: true, padding: NO_PADDING } : undefined;
}

// A doubled quotation mark is an escaped one. At the end of the bytes, waits for the next byte.
function closingQuote(text: Uint8Array, start: number): number | undefined {
  for (let at = text.indexOf(QUOTE, start); at >= 0; at = text.indexOf(QUOTE, at + 2))
    if (text[at + 1] !== QUOTE) return at;
  return undefined;
}

function lineEnd(text: Uint8Array, start: number): number {
  let at = start;
  while (at < text.length && !isLineEnd(text[at])) at += 1;
  return at;
}

function lineEnds(text: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1)
    if (text[at] === LINE_FEED || (text[at] === CARRIAGE_RETURN && text[at + 1] !== LINE_FEED)) count += 1;
  return count;
}

const isLineEnd = (byte: number | undefined) => byte === LINE_FEED || byte === CARRIAGE_RETURN;

function startsWith(text: Uint8Array, at: number, bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index += 1) if (text[at + index] !== bytes[index]) return false;
  return true;
}

function without(text: Uint8Array, start: number, { end, padding }: RowEnd): Uint8Array {
  if (padding.length === 0) return text.subarray(start, end);
  let from = start;
  let row: Uint8Array = new Uint8Array();
  for (const [first, next] of padding) {
    row = joinBytes(row, text.subarray(from, first));
    from = next;
  }
  return joinBytes(row, text.subarray(from, end));
}
