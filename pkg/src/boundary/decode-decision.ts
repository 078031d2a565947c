// WebAssembly returns decisions as numbers. This file decodes them with the tables of the rules.

import type { Decision, PurchaseRefusal, Settability } from "../types.js";
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

// There are few different decisions and they are frozen, so each is created once.
const decisions = new Map<number, Decision>();
const settabilities = new Map<number, Settability>();
const refusals = new Map<number, PurchaseRefusal>();

/** Decodes a decision. */
export function readDecision(code: number): Decision {
  return cached(decisions, code, () => {
    const reasons: Reason[] = [];
    for (let rules = code >>> OUTCOME_BITS; rules > 0; rules >>>= RULE_BITS) reasons.push(reasonOf(rules));
    return { outcome: outcomeOf(code), reasons };
  });
}

/** Decodes a settability. */
export function readSettability(code: number): Settability {
  return cached(settabilities, code, () => ({
    outcome: outcomeOf(code),
    reasons: [reasonOf(code >>> OUTCOME_BITS)],
    required: FIELDS.filter((_, index) => (code >>> (REQUIRED_SHIFT + index)) & 1),
    optional: FIELDS.filter((_, index) => (code >>> (OPTIONAL_SHIFT + index)) & 1),
  }));
}

/** Decodes the refusal of a purchase. */
export function readRefusal(code: number): PurchaseRefusal {
  return cached(refusals, code, () => ({
    outcome: outcomeOf(code),
    reasons: [reasonOf(code >>> OUTCOME_BITS)],
    origin: at(FAULT_ORIGINS, code >>> ORIGIN_SHIFT),
  }));
}

/** Returns the index of the outcome of a decision in `OUTCOMES`. */
export function outcomeIndex(code: number): number {
  return (code & ((1 << OUTCOME_BITS) - 1)) - 1;
}

function outcomeOf(code: number): Outcome {
  return at(OUTCOMES, outcomeIndex(code));
}

/** Returns the reason of the rule in the lowest bits. */
function reasonOf(rules: number): Reason {
  return at(REASONS, (rules & ((1 << RULE_BITS) - 1)) - 1);
}

function cached<T extends object>(cache: Map<number, T>, code: number, make: () => T): T {
  const known = cache.get(code);
  if (known !== undefined) return known;
  const made = frozen(make());
  cache.set(code, made);
  return made;
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  // The module does not belong to these tables.
  if (item === undefined) throw failure("moduleMismatch");
  return item;
}
