// Records of customers as a text, the same for every run and for the benchmarks in Rust.

import { OUTCOMES } from "partner-center-rules";

/** Statuses as they are spread over customers, with the outcome of a new purchase. The text `null` is not known. */
const STATUSES = [
  ...Array(9).fill(['"Allowed"', "allowed"]),
  ...Array(2).fill(['"UnderReview"', "blocked"]),
  ['"NotAllowed"', "blocked"],
  ['"Unknown"', "blocked"],
  ['"Not Ready"', "undetermined"],
  ['"Suspended"', "undetermined"],
  ["null", "undetermined"],
];

/** A JSON array of so many records, as bytes, and their outcomes. */
export function records(count) {
  const parts = [];
  const outcomes = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) {
    // The upper bits of a product with a large odd number follow no pattern that a processor could learn.
    const mixed = Math.imul(at, 0x9e3779b1) >>> 0;
    const [status, outcome] = STATUSES[mixed >>> 28];
    const digits = mixed.toString(16).padStart(8, "0");
    parts.push(`{"customerId":"${digits}-4e5f-4789-abcd-${at.toString(16).padStart(12, "0")}","status":${status}}`);
    outcomes[at] = OUTCOMES.indexOf(outcome);
  }
  return { bytes: new TextEncoder().encode(`[${parts.join(",")}]`), outcomes };
}
