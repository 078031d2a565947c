// Checks every row of the decision tables: all targets, modes and sets of up to three held entries, all statuses, transactions and
// segments, including unrecognised values and unknown data. Run: node tests/checks/table.mjs [--full]

import { ENTRY_COLUMNS, MODES, QUALIFICATIONS, SEGMENTS, STATUSES, TRANSACTIONS, effective } from "../model/model.mjs";
import { compare, report } from "./compare.mjs";

const isFull = process.argv.includes("--full");

const TARGETS = [...QUALIFICATIONS, "Healthcare"];
const ENTRIES = TARGETS.flatMap((qualification) =>
  ENTRY_COLUMNS.map((column) => {
    if (column === "no vetting status") return { qualification };
    return { qualification, vettingStatus: column === "any other" ? "Escalated" : column };
  }),
);

/** Yields every multiset of up to three held entries, and unknown holdings. */
function* heldSets() {
  yield null;
  for (let a = 0; a <= ENTRIES.length; a += 1)
    for (let b = a; b <= ENTRIES.length; b += 1)
      for (let c = b; c <= ENTRIES.length; c += 1)
        // The index after the last entry means no entry.
        yield [a, b, c].filter((index) => index < ENTRIES.length).map((index) => ENTRIES[index]);
}

/** Returns one of the held sets with the same effective holdings each, and all four qualifications together. */
function* differentSets() {
  const seen = new Set();
  for (const held of [...heldSets(), QUALIFICATIONS.map((qualification) => ({ qualification }))]) {
    const key = JSON.stringify(effective(held));
    if (seen.has(key)) continue;
    seen.add(key);
    yield held;
  }
}

function* questions() {
  for (const held of heldSets()) {
    for (const mode of MODES) for (const target of TARGETS) yield { call: "settability", input: { target, mode, held } };
    for (const segment of SEGMENTS)
      for (const transaction of TRANSACTIONS) yield { call: "offerEligibility", input: { held, segment, transaction } };
  }
  const statuses = [...STATUSES, "Suspended", null];
  for (const status of statuses)
    for (const transaction of TRANSACTIONS) yield { call: "accountEligibility", input: { status, transaction } };
  // A purchase depends only on the effective holdings. A full run checks all held sets nevertheless.
  for (const held of isFull ? heldSets() : differentSets())
    for (const status of statuses)
      for (const transaction of TRANSACTIONS) {
        for (const segment of SEGMENTS) yield { call: "purchaseEligibility", input: { status, transaction, held, segment } };
        yield { call: "purchaseEligibility", input: { status, transaction, held } };
      }
}

const tally = await compare(questions());
report(tally);
const rows = Object.values(tally.asked).reduce((sum, count) => sum + count, 0);
console.log(`${tally.differences} differences in ${rows} rows between Rust, the package and the model`);
const isComplete = rows === tally.modelled && tally.asked.settability === 5_457 * 6 * 2 && tally.asked.offerEligibility === 5_457 * 4 * 6;
process.exitCode = tally.differences === 0 && isComplete ? 0 : 1;
