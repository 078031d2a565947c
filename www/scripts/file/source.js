// Reads single records out of a file that has been judged.

import { csvLibrary } from "./csv-library.js";
import { readRecord, readRow } from "./record.js";

// More than any window shows.
const KEPT = 500;

export function recordSource(file, { rangeOf }) {
  const kept = new Map();
  let format;
  let header;

  async function read(index) {
    const [start, end] = rangeOf(index);
    const text = await file.slice(start || header?.end, end).text();
    if (format !== "csv") return readRecord(text, index, format);
    const row = text.replace(/^[\r\n]+/, "");
    const { data } = (await csvLibrary()).parse(`\n${row}`, { delimiter: header.delimiter, newline: "\n" });
    return readRow(row, data[1], header.cells);
  }

  return {
    describe(as) {
      ({ format, header } = as);
    },
    // What has been read, if it is still there.
    peek: (index) => kept.get(index),
    // Never fails: a record that cannot be read any more has no text.
    async read(index) {
      if (kept.has(index)) return kept.get(index);
      const record = await read(index).catch(() => ({ name: "", id: "", status: "" }));
      kept.set(index, record);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value);
      return record;
    },
  };
}
