// Decisions leave WebAssembly as numbers. Here they are read with the tables of the rules.

import type { Decision, PurchaseRefusal, Settability } from "../api/types.js";
import { failure } from "./errors.js";
import { frozen } from "./deep-freeze.js";
import {
  FAULT_ORIGINS,
  FIELDS,
  OPTIONAL_SHIFT,
  ORIGIN_SHIFT,
  OUTCOMES,
  OUTCOME_BITS,
  REASONS,
  REQUIRED_SHIFT,
  RULE_BITS,
} from "../generated/tables.js";
import type { Outcome, Reason } from "../generated/tables.js";

// There are few different decisions, and they are frozen: each is made once.
const decisions = new Map<number, Decision>();
const settabilities = new Map<number, Settability>();
const refusals = new Map<number, PurchaseRefusal>();

/** The decision that a number stands for. */
export function readDecision(code: number): Decision {
  return remembered(decisions, code, () => {
    const reasons: Reason[] = [];
    for (let rules = code >>> OUTCOME_BITS; rules > 0; rules >>>= RULE_BITS) reasons.push(reasonOf(rules));
    return { outcome: outcomeOf(code), reasons };
  });
}

/** The settability that a number stands for. */
export function readSettability(code: number): Settability {
  return remembered(settabilities, code, () => ({
    outcome: outcomeOf(code),
    reasons: [reasonOf(code >>> OUTCOME_BITS)],
    required: FIELDS.filter((_, place) => (code >>> (REQUIRED_SHIFT + place)) & 1),
    optional: FIELDS.filter((_, place) => (code >>> (OPTIONAL_SHIFT + place)) & 1),
  }));
}

/** The refusal that a number stands for. */
export function readRefusal(code: number): PurchaseRefusal {
  return remembered(refusals, code, () => ({
    outcome: outcomeOf(code),
    reasons: [reasonOf(code >>> OUTCOME_BITS)],
    origin: at(FAULT_ORIGINS, code >>> ORIGIN_SHIFT),
  }));
}

/** The place of the outcome of a decision in `OUTCOMES`. */
export function outcomePlace(code: number): number {
  return (code & ((1 << OUTCOME_BITS) - 1)) - 1;
}

function outcomeOf(code: number): Outcome {
  return at(OUTCOMES, outcomePlace(code));
}

/** The reason of the rule in the lowest bits. */
function reasonOf(rules: number): Reason {
  return at(REASONS, (rules & ((1 << RULE_BITS) - 1)) - 1);
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
