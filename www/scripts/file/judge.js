// Judges the customers of a file.

import { judged } from "./reader.js";
import { Problem } from "./problem.js";

// Tells of each piece: how many bytes are `read`, the `decisions` and `ends` of its records, the decisions that are
// `fresh`, and the `tally`. Gives the `problem` at which the reading ended, if there was one.
export async function judge({ file, options }, { eligibilityBatch }, tell) {
  const batch = eligibilityBatch(options);
  let known = 0;
  let count = 0;
  for await (const { format, header, read, problem, ...piece } of judged(file, batch)) {
    const [decisions, ends] = [piece.decisions.slice(), piece.ends.slice()];
    const fresh = batch.decisions.slice(known);
    known += fresh.length;
    count += ends.length;
    tell({ format, header, read, decisions, ends, fresh, tally: batch.tally }, [decisions.buffer, ends.buffer]);
    if (problem) return { problem: await located(problem, file) };
  }
  if (count === 0) throw new Problem("There is no customer in the file.");
  return {};
}

// The line of a problem, counted from 1, and what is there.
async function located({ message, offset }, file) {
  if (offset === undefined) return { message };
  let line = 1;
  const before = file.slice(0, offset).stream().getReader();
  for (let { value } = await before.read(); value; { value } = await before.read())
    for (let at = value.indexOf(LINE_FEED); at >= 0; at = value.indexOf(LINE_FEED, at + 1)) line += 1;
  return { message, offset, line, text: await file.slice(offset, offset + 60).text() };
}

const LINE_FEED = 0x0a;
