// The messages of decisions and the labels of values, in English or with the texts of the page.

import type { Decision } from "../types.js";
import * as args from "../boundary/validate-arguments.js";
import { failure } from "../boundary/errors.js";
import { LABEL_MESSAGES, OTHER_MESSAGE_CODES, REASONS, REASON_MESSAGES } from "../generated/tables.js";
import type { LabelCode, MessageCode, Reason, RuleId } from "../generated/tables.js";

/** The catalogues that were already checked. A page usually passes the same one with every call. */
const catalogues = /* @__PURE__ */ new WeakSet<object>();

/** Adds messages and labels to decisions. */
export class DecisionMessages {
  /** The texts of the page. Absent: English. */
  readonly #overrides: object | undefined;

  constructor(overrides: object | undefined) {
    this.#overrides = overrides;
  }

  /** Returns the text of the page for a code, if there is one. */
  override(code: MessageCode): string | undefined {
    const text = this.#overrides === undefined ? undefined : args.member(this.#overrides, code);
    return typeof text === "string" ? text : undefined;
  }

  /** Returns the label of a value. A value without a label, such as a value added later, is returned unchanged. */
  label(kind: string, value: string): string {
    const code = kind === "field" ? `${value}Label` : `${kind}.${value}`;
    return isLabelCode(code) ? (this.override(code) ?? LABEL_MESSAGES[code]) : value;
  }

  /** Returns a decision with its messages. In English, it is the same object. */
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
  // The module does not belong to these tables.
  if (reason === undefined) throw failure("moduleMismatch");
  return reason;
}

function isLabelCode(code: string): code is LabelCode {
  return Object.hasOwn(LABEL_MESSAGES, code);
}

const ENGLISH = /* @__PURE__ */ new DecisionMessages(undefined);

/** Returns the messages for the options of a call. */
export function messagesOf(options: unknown): DecisionMessages {
  if (options === undefined || options === null) return ENGLISH;
  return messagesIn(args.object(options, "options", ["messages"]), "options");
}

/** Returns the messages for an argument that is known to be an object. */
export function messagesIn(object: object, argument: string): DecisionMessages {
  const overrides = overridesIn(object, argument);
  return overrides === undefined ? ENGLISH : new DecisionMessages(overrides);
}

/**
 * Returns the texts of an argument that replace the English ones, by code. A catalogue of another version has some of the codes. Texts
 * without any known code, such as a module instead of its catalogue, are an error: otherwise everything would stay English unnoticed.
 *
 * @throws TypeError if no code of the texts is known.
 */
export function overridesIn(object: object, argument: string): object | undefined {
  const value = args.member(object, "messages");
  if (value === undefined || value === null) return undefined;
  const texts = args.object(value, `${argument}.messages`);
  if (catalogues.has(texts)) return texts;
  const names = args.names(texts);
  if (names.length > 0 && !names.some(isMessageCode)) {
    throw new TypeError(`${argument}.messages must be texts by code, such as { customerIdLabel: "Tenant" }: ${JSON.stringify(names[0])} is no code`);
  }
  catalogues.add(texts);
  return texts;
}

function isMessageCode(name: string): boolean {
  return Object.hasOwn(REASON_MESSAGES, name) || isLabelCode(name) || OTHER_MESSAGE_CODES.some((code) => code === name);
}
