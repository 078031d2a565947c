import { describe, expect, test } from "vitest";

import { rowCutter } from "./delimited-rows";
import { LONGEST_RECORD } from "./records";
import type { RawRecord } from "./records";

const bytes = (text: string) => new TextEncoder().encode(text);

function cut(text: string, { delimiter = ",", size = Infinity } = {}) {
  const all = bytes(text);
  const cutter = rowCutter(delimiter);
  let rows: RawRecord[] = [];
  for (let at = 0; at < all.length; at += size) rows = rows.concat(cutter.push(all.subarray(at, at + size)));
  return rows.concat(cutter.finish()).map((row) => ({
    line: row.line,
    text: row.problem ? row.problem.code : new TextDecoder().decode(row.bytes),
    span: new TextDecoder().decode(all.subarray(row.start, row.end)),
  }));
}

const texts = (text: string, options?: { delimiter?: string; size?: number }) => cut(text, options).map((row) => row.text);

const CASES: readonly (readonly [name: string, text: string, rows: string[], delimiter: string])[] = [
  ["line ends of every kind", "a,b\nc,d\r\ne,f\rg", ["a,b", "c,d", "e,f", "g"], ","],
  ["empty lines", "a\n\n\r\n\r\rb\n", ["a", "b"], ","],
  ["quoted cells", 'a,"b,""c""\r\nd"\ne', ['a,"b,""c""\r\nd"', "e"], ","],
  ["a quotation mark inside a cell", 'a,5" pipe\nb,c', ['a,5" pipe', "b,c"], ","],
  ["spaces around quoted cells", 'a, "b, c" ,d\n  "e\nf" \ng', ['a,"b, c" ,d', '"e\nf" ', "g"], ","],
  ["text behind a quoted cell", 'a\n"b" c,d\ne', ["a", "quoteMisplaced", "e"], ","],
  ["a quotation mark that never closes", 'a\n"b,c\nd,e\n', ["a", "quoteNotClosed", "d,e"], ","],
  ["a quotation mark that another row closes", '"a,b\n"c","d"\n', ["quoteMisplaced", '"c","d"'], ","],
  ["quotation marks that never close on every line", '"a\n"b\n"c\n', ["quoteMisplaced", "quoteMisplaced", "quoteNotClosed"], ","],
  ["a delimiter of several bytes", 'a¦"b¦\nc"¦d\næ"e\nf', ['a¦"b¦\nc"¦d', 'æ"e', "f"], "¦"],
  ["tabs", 'a\t "b\tc"\nd\t', ['a\t"b\tc"', "d\t"], "\t"],
  ["nothing", "\n\r\n", [], ","],
];

describe("delimited text is cut into rows", () => {
  test.each(CASES)("%s", (_, text, rows, delimiter) => {
    expect(texts(text, { delimiter })).toEqual(rows);
    for (const size of [1, 2, 3, 7]) expect(texts(text, { delimiter, size }), `pieces of ${size}`).toEqual(rows);
  });

  test("with their offsets in the text and the lines on which they begin", () => {
    const text = 'a\r\n\r\n"b\r\nc\n",d\re\n"f\ng\n';
    for (const size of [1, 2, Infinity])
      expect(cut(text, { size }).map(({ line, span }) => [line, span])).toEqual([
        [1, "a"],
        [3, '"b\r\nc\n",d'],
        [6, "e"],
        [7, '"f'],
        [8, "g"],
      ]);
  });

  test("a row that is too long is skipped, and the next is read", { timeout: 60_000 }, () => {
    const long = "x".repeat(LONGEST_RECORD + 1);
    for (const size of [300_000, Infinity]) {
      expect(texts(`a\n${long}\nb`, { size })).toEqual(["a", "recordTooLong", "b"]);
      expect(texts("x".repeat(3 * LONGEST_RECORD), { size })).toEqual(["recordTooLong"]);
    }
    const open = texts(`a\n"${"x,y\n".repeat(300_000)}`, { size: 300_000 });
    expect(open).toHaveLength(300_001);
    expect(open.slice(0, 3)).toEqual(["a", "quoteNotClosed", "x,y"]);
  });

  // The search for a closing mark must not read to the end of the text each time: that would take hours.
  test("a quotation mark on every line does not slow down reading", { timeout: 60_000 }, () => {
    expect(texts('"x,y\n'.repeat(100_000), { size: 262_144 })).toHaveLength(100_000);
  });
});
