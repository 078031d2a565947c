// Decisions leave WebAssembly as numbers. Here they are read with the tables of the rules.

import type { Decision, Settability } from "./decisions.js";
import { failure } from "./failure.js";
import { frozen } from "./frozen.js";
import {
  FIELDS,
  OPTIONAL_SHIFT,
  OUTCOMES,
  OUTCOME_SHIFT,
  REASONS,
  REQUIRED_SHIFT,
  RULE_BITS,
} from "./tables.js";
import type { Reason } from "./tables.js";

// There are few different decisions, and they are frozen: each is made once.
const decisions = new Map<number, Decision>();
const settabilities = new Map<number, Settability>();

/** The decision that a number stands for. */
export function readDecision(code: number): Decision {
  return remembered(decisions, code, () => {
    const reasons: Reason[] = [];
    for (let shift = 0; shift < OUTCOME_SHIFT; shift += RULE_BITS) {
      const place = (code >>> shift) & ((1 << RULE_BITS) - 1);
      if (place > 0) reasons.push(at(REASONS, place - 1));
    }
    return { outcome: at(OUTCOMES, (code >>> OUTCOME_SHIFT) - 1), reasons };
  });
}

/** The settability that a number stands for. */
export function readSettability(code: number): Settability {
  return remembered(settabilities, code, () => ({
    outcome: at(OUTCOMES, (code >>> OUTCOME_SHIFT) - 1),
    reasons: [at(REASONS, (code & ((1 << RULE_BITS) - 1)) - 1)],
    required: FIELDS.filter((_, place) => (code >>> (REQUIRED_SHIFT + place)) & 1),
    optional: FIELDS.filter((_, place) => (code >>> (OPTIONAL_SHIFT + place)) & 1),
  }));
}

function remembered<T extends object>(all: Map<number, T>, code: number, make: () => T): T {
  const known = all.get(code);
  if (known !== undefined) return known;
  const made = frozen(make());
  all.set(code, made);
  return made;
}

function at<T>(list: readonly T[], place: number): T {
  const item = list[place];
  // A module that does not fit the tables must not answer.
  if (item === undefined) throw failure("moduleMismatch");
  return item;
}
