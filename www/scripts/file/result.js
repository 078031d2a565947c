// Writes what was decided as a CSV file, which others open in a spreadsheet.

import { csvLibrary } from "./csv-library.js";
import { readRecord, readRow } from "./record.js";
import { judged } from "./reader.js";

const COLUMNS = ["record", "name", "id", "status", "outcome", "rules", "reasons", "messages"];
// What a spreadsheet would take for a formula, also behind quotation marks or space (OWASP, CSV injection).
const FORMULA = /^(?:[\t\r\n]|[\s"']*[=+\-@＝＋－＠])/;
// A spreadsheet with another separator begins a cell where a text has it.
const FORMULA_INSIDE = /([;\t][\s"']*)(?=[=+\-@＝＋－＠])/g;
const BYTE_ORDER_MARK = "\ufeff";

// Tells how many bytes are `read`. The file is judged once more: the same text gives the same answers.
export async function result({ file, options }, { eligibilityBatch }, tell) {
  const library = await csvLibrary();
  const batch = eligibilityBatch(options);
  const write = (rows) => `${library.unparse(rows, { quotes: true, escapeFormulae: FORMULA })}\r\n`;
  // The browser keeps the parts outside of the page.
  const parts = [new Blob([BYTE_ORDER_MARK, write([COLUMNS])])];
  const recordsOf = recordReader();
  const decided = decisionCells();
  let number = 0;
  for await (const piece of judged(file, batch)) {
    const { decisions } = batch;
    const rows = recordsOf(piece).map((record, place) => {
      number += 1;
      return [number, ...given(record), ...decided(decisions[piece.decisions[place]])];
    });
    if (rows.length > 0) parts.push(new Blob([write(rows)]));
    tell({ read: piece.read });
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

function given({ name, id, status }) {
  return [name, id, status].map((text) => text.replace(FORMULA_INSIDE, "$1'"));
}

// There are few different decisions, and many records.
function decisionCells() {
  const known = new Map();
  return (decision) => {
    if (!known.has(decision)) {
      const all = (member) => decision.reasons.map((reason) => reason[member]).join(" ");
      known.set(decision, [decision.outcome, all("rule"), all("code"), all("message")]);
    }
    return known.get(decision);
  };
}

// Gives the records of each piece, of which the first may have begun in the pieces before.
function recordReader() {
  const decoder = new TextDecoder();
  let begun = new Uint8Array();
  let start = 0;
  let number = 0;
  return ({ format, bytes, ends, rows, header }) => {
    if (format === "csv") return rows.map((row) => readRow("", row, header.cells));
    const text = new Uint8Array(begun.length + bytes.length);
    text.set(begun);
    text.set(bytes, begun.length);
    let from = 0;
    const records = Array.from(ends, (end) => {
      const record = readRecord(decoder.decode(text.subarray(from, end - start)), number, format);
      from = end - start;
      number += 1;
      return record;
    });
    begun = text.slice(from);
    start += from;
    return records;
  };
}
