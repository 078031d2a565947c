// Reads a file from its beginning to its end and judges it: piece by piece, so that no more of it is in memory.

import { columnsOf, delimiterOf, recordWriter } from "./csv-columns.js";
import { csvLibrary } from "./csv-library.js";
import { rowCutter } from "./csv-rows.js";
import { MARK, formatOf } from "./format.js";
import { Problem } from "./problem.js";

// What a piece leaves behind is collected before much of it is there.
const PIECE = 256 * 1024;

// What is judged in each piece: `decisions` by their places in those of the batch, and `ends` of the records in the
// file; for a CSV file also the `rows`, and `header` with the first. `problem` is why there is no more.
export async function* judged(file, batch) {
  const format = await formatOf(file);
  const judge = format === "csv" ? judgedRows(batch, await csvLibrary()) : judgedText(batch);
  let read = 0;
  for await (const bytes of pieces(file)) {
    read += bytes.length;
    const piece = { format, bytes, read, ...judge.push(bytes) };
    yield piece;
    if (piece.problem) return;
  }
  yield { format, bytes: new Uint8Array(), read, ...judge.finish() };
}

// While one piece is judged the next is read.
async function* pieces(file) {
  const read = (at) => (at < file.size ? file.slice(at, at + PIECE).arrayBuffer() : undefined);
  let next = read(0);
  for (let at = PIECE; next; at += PIECE) {
    const bytes = new Uint8Array(await next);
    next = read(at);
    // Nobody may be waiting for it any more.
    next?.catch(() => {});
    yield bytes;
  }
}

function judgedText(batch) {
  const piece = ({ decisions, ends }) => ({ decisions, ends, problem: problemOf(batch.error) });
  return {
    push: (bytes) => piece(batch.push(bytes)),
    finish: () => piece(batch.finish()),
  };
}

function problemOf(error) {
  return error && new Problem(error.message, error.offset);
}

function judgedRows(batch, library) {
  const encoder = new TextEncoder();
  let delimiter;
  let cutter;
  let header;
  let write;

  function push(bytes) {
    const mark = cutter === undefined && MARK.every((byte, place) => bytes[place] === byte) ? MARK.length : 0;
    const text = bytes.subarray(mark);
    if (cutter === undefined) {
      delimiter = delimiterOf(firstLine(text));
      cutter = rowCutter(delimiter.charCodeAt(0), mark);
    }
    return judge(cutter.push(text));
  }

  function judge({ text, ends, problem }) {
    // Before the line feed nothing is taken for a byte order mark.
    const [, ...rows] = library.parse(`\n${text}`, { delimiter, newline: "\n" }).data;
    if (ends.length === 0) rows.length = 0;
    if (rows.length !== ends.length) throw new Error(`${ends.length} rows were cut and ${rows.length} read`);
    if (header === undefined && rows.length > 0) {
      header = { delimiter, cells: rows.shift(), end: ends.shift() };
      write = recordWriter(columnsOf(header.cells));
    }
    const { decisions } = batch.push(encoder.encode(rows.map((row) => `${write(row)}\n`).join("")));
    return { decisions, ends: Float64Array.from(ends), rows, header, problem };
  }

  return { push, finish: () => judge(cutter.finish()) };
}

function firstLine(bytes) {
  const lines = new TextDecoder().decode(bytes).split(/[\r\n]/);
  return lines.find((line) => line !== "") ?? "";
}
