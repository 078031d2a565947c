// Generates records of customers as text, the same in every run and in the benchmarks in Rust.

import { OUTCOMES } from "partner-center-rules";

/** The distribution of statuses, with the outcome of a new purchase. `null` means not known. */
const STATUSES = [
  ...Array(9).fill(['"Allowed"', "allowed"]),
  ...Array(2).fill(['"UnderReview"', "blocked"]),
  ['"NotAllowed"', "blocked"],
  ['"Unknown"', "blocked"],
  ['"Not Ready"', "undetermined"],
  ['"Suspended"', "undetermined"],
  ["null", "undetermined"],
];

/** Returns a JSON array of `count` records, as bytes, and their outcomes. */
export function records(count) {
  const parts = [];
  const outcomes = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) {
    // The upper bits of a product with a large odd number have no pattern for branch prediction.
    const mixed = Math.imul(at, 0x9e3779b1) >>> 0;
    const [status, outcome] = STATUSES[mixed >>> 28];
    const digits = mixed.toString(16).padStart(8, "0");
    parts.push(`{"customerId":"${digits}-4e5f-4789-abcd-${at.toString(16).padStart(12, "0")}","status":${status}}`);
    outcomes[at] = OUTCOMES.indexOf(outcome);
  }
  return { bytes: new TextEncoder().encode(`[${parts.join(",")}]`), outcomes };
}
