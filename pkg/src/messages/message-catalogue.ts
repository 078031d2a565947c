// Messages: the English ones from the rules, or those that the page gives instead.

import type { BulkError, Change, Decision, Issue } from "../api/types.js";
import * as given from "../boundary/validate-arguments.js";
import { failure } from "../boundary/errors.js";
import { optional } from "../boundary/results.js";
import { MESSAGES, REASONS } from "../generated/tables.js";
import type { BulkErrorCode, MessageCode, Reason, RuleId } from "../generated/tables.js";

/** Catalogues that were found to be such: a page gives the same one with every call. */
const catalogues = /* @__PURE__ */ new WeakSet<object>();

/** An issue as it leaves WebAssembly. */
export type CodedIssue = Omit<Issue, "message">;

/** A change as it leaves WebAssembly. */
export type CodedChange = Omit<Change, "message">;

/** Puts messages to codes. */
export class Speaker {
  /** None, where the English ones are wanted. */
  readonly #overrides: object | undefined;

  constructor(overrides: object | undefined) {
    this.#overrides = overrides;
  }

  /** The text of a code, without parameters. */
  text(code: MessageCode): string {
    if (this.#overrides === undefined) return MESSAGES[code];
    const override = given.member(this.#overrides, code);
    return typeof override === "string" ? override : MESSAGES[code];
  }

  /** The label of a value. One that has none, such as a value added later, is shown as it is. */
  label(kind: string, value: string): string {
    const code = kind === "field" ? `${value}Label` : `${kind}.${value}`;
    return Object.hasOwn(MESSAGES, code) ? this.text(code as MessageCode) : value;
  }

  /** Issues with their messages. */
  issues(coded: readonly CodedIssue[]): Issue[] {
    return coded.map((issue) => this.issue(issue));
  }

  /** An issue with its message. */
  issue({ code, path, params, severity }: CodedIssue): Issue {
    const allowed = optional(params, "allowed");
    const values = allowed === undefined ? params : { ...params, allowed: this.#choice(path[0] ?? "", allowed) };
    return { code, message: filled(this.text(code), values), path, params, severity };
  }

  /** Changes with their messages. */
  changes(coded: readonly CodedChange[]): Change[] {
    return coded.map(({ code, path }) => ({ code, message: this.text(code), path }));
  }

  /** The error of a batch with its message. */
  bulkError(code: BulkErrorCode, details: Omit<BulkError, "code" | "message">): BulkError {
    const { params, ...place } = details;
    return { code, message: filled(this.text(code), { ...place, ...params }), ...details };
  }

  /** A decision with its messages; the same one, where those are the English ones that it has. */
  decision<T extends Decision>(decision: T): T {
    if (this.#overrides === undefined) return decision;
    return { ...decision, reasons: decision.reasons.map(({ rule }) => this.reason(rule)) };
  }

  /** The reason of a rule with its message. */
  reason(rule: RuleId): Reason {
    const reason = reasonOf(rule);
    return this.#overrides === undefined ? reason : { ...reason, message: this.text(reason.code) };
  }

  /** Values of a field as their labels, of which one is to be chosen: "A, B or C". */
  #choice(field: string, values: readonly string[]): string {
    const labels = values.map((value) => this.label(field, value));
    const last = labels.pop() ?? "";
    return labels.length === 0 ? last : labels.join(this.text("list.separator")) + this.text("list.or") + last;
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

const ENGLISH = /* @__PURE__ */ new Speaker(undefined);

/** Puts messages to codes as the options of a call say. */
export function speaker(options: unknown): Speaker {
  if (options === undefined || options === null) return ENGLISH;
  return speakerOf(given.object(options, "options", ["messages"]), "options");
}

/** Puts messages to codes as an object that was read as an argument says. */
export function speakerOf(object: object, argument: string): Speaker {
  const messages = given.member(object, "messages");
  if (messages === undefined || messages === null) return ENGLISH;
  return new Speaker(catalogue(messages, `${argument}.messages`));
}

/**
 * Texts by their codes. A catalogue of another version has some of the codes; something that has none of them, such as a module
 * in place of its catalogue, would leave everything in English without a word.
 */
function catalogue(value: unknown, argument: string): object {
  const texts = given.object(value, argument);
  if (catalogues.has(texts)) return texts;
  const names = given.names(texts);
  if (names.length > 0 && !names.some((name) => Object.hasOwn(MESSAGES, name))) {
    throw new TypeError(`${argument} must be texts by code, such as { customerIdLabel: "Tenant" }: ${JSON.stringify(names[0])} is no code`);
  }
  catalogues.add(texts);
  return texts;
}

/**
 * Puts values into placeholders, in one pass, so that a placeholder inside a value stays as it is. What stands in square brackets is
 * left out where a placeholder in it has no value.
 */
function filled(template: string, params: object): string {
  const optional = template.includes("[") ? /\[([^\]]*\{(\w+)\}[^\]]*)\]/.exec(template) : null;
  if (optional === null) return filledPlain(template, params);
  const [part, inside = "", name = ""] = optional;
  const [before, after] = [template.slice(0, optional.index), template.slice(optional.index + part.length)];
  const middle = given.own(params, name) === undefined ? "" : filledPlain(inside, params);
  return filledPlain(before, params) + middle + filled(after, params);
}

function filledPlain(template: string, params: object): string {
  let text = "";
  let rest = 0;
  for (let brace = template.indexOf("{"); brace >= 0; brace = template.indexOf("{", rest)) {
    const end = template.indexOf("}", brace);
    if (end < 0) break;
    const value = given.own(params, template.slice(brace + 1, end));
    // A brace that opens no placeholder stays.
    const after = value === undefined ? brace + 1 : end + 1;
    const words = value === undefined ? "{" : String(value);
    text += template.slice(rest, brace) + words;
    rest = after;
  }
  return text + template.slice(rest);
}
