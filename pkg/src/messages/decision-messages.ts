// The messages of decisions and the labels of values: the English ones of the rules, or those that the page gives instead.

import type { Decision } from "../api/types.js";
import * as given from "../boundary/validate-arguments.js";
import { failure } from "../boundary/errors.js";
import { LABEL_MESSAGES, OTHER_MESSAGE_CODES, REASONS, REASON_MESSAGES } from "../generated/tables.js";
import type { LabelCode, MessageCode, Reason, RuleId } from "../generated/tables.js";

/** Catalogues that were found to be such: a page gives the same one with every call. */
const catalogues = /* @__PURE__ */ new WeakSet<object>();

/** Adds messages and labels to what the rules answer. */
export class DecisionMessages {
  /** None, where the English ones are wanted. */
  readonly #overrides: object | undefined;

  constructor(overrides: object | undefined) {
    this.#overrides = overrides;
  }

  /** Returns the text that the page gives for a code, if any. */
  override(code: MessageCode): string | undefined {
    const text = this.#overrides === undefined ? undefined : given.member(this.#overrides, code);
    return typeof text === "string" ? text : undefined;
  }

  /** Returns the label of a value. A value without one, such as a value added later, is returned as it is. */
  label(kind: string, value: string): string {
    const code = kind === "field" ? `${value}Label` : `${kind}.${value}`;
    return isLabelCode(code) ? (this.override(code) ?? LABEL_MESSAGES[code]) : value;
  }

  /** Returns a decision with its messages; the same one, where those are the English ones that it has. */
  decision<T extends Decision>(decision: T): T {
    if (this.#overrides === undefined) return decision;
    return { ...decision, reasons: decision.reasons.map(({ rule }) => this.reason(rule)) };
  }

  /** Returns the reason of a rule with its message. */
  reason(rule: RuleId): Reason {
    const reason = reasonOf(rule);
    const message = this.override(reason.code);
    return message === undefined ? reason : { ...reason, message };
  }
}

const reasons = new Map<RuleId, Reason>();

function reasonOf(rule: RuleId): Reason {
  if (reasons.size === 0) for (const reason of REASONS) reasons.set(reason.rule, reason);
  const reason = reasons.get(rule);
  // A module that does not fit the tables must not answer.
  if (reason === undefined) throw failure("moduleMismatch");
  return reason;
}

function isLabelCode(code: string): code is LabelCode {
  return Object.hasOwn(LABEL_MESSAGES, code);
}

const ENGLISH = /* @__PURE__ */ new DecisionMessages(undefined);

/** Returns the messages that the options of a call ask for. */
export function messagesOf(options: unknown): DecisionMessages {
  if (options === undefined || options === null) return ENGLISH;
  return messagesIn(given.object(options, "options", ["messages"]), "options");
}

/** Returns the messages that an argument, which was found to be an object, asks for. */
export function messagesIn(object: object, argument: string): DecisionMessages {
  const overrides = overridesIn(object, argument);
  return overrides === undefined ? ENGLISH : new DecisionMessages(overrides);
}

/**
 * Returns the texts that an argument gives in place of the English ones, by their codes. A catalogue of another version has some of the
 * codes; something that has none of them, such as a module in place of its catalogue, would leave everything in English unnoticed.
 *
 * @throws TypeError if the texts have none of the codes.
 */
export function overridesIn(object: object, argument: string): object | undefined {
  const value = given.member(object, "messages");
  if (value === undefined || value === null) return undefined;
  const texts = given.object(value, `${argument}.messages`);
  if (catalogues.has(texts)) return texts;
  const names = given.names(texts);
  if (names.length > 0 && !names.some(isMessageCode)) {
    throw new TypeError(`${argument}.messages must be texts by code, such as { customerIdLabel: "Tenant" }: ${JSON.stringify(names[0])} is no code`);
  }
  catalogues.add(texts);
  return texts;
}

function isMessageCode(name: string): boolean {
  return Object.hasOwn(REASON_MESSAGES, name) || isLabelCode(name) || OTHER_MESSAGE_CODES.some((code) => code === name);
}
