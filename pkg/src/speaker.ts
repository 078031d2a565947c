// Messages: the English ones from the rules, or those that the page gives instead.

import * as given from "./arguments.js";
import type { BulkError } from "./bulk.js";
import type { Decision } from "./decisions.js";
import type { Change, Issue, Params } from "./form.js";
import { FIELDS, MESSAGES } from "./tables.js";
import type { BulkErrorCode, ChangeCode, MessageCode, RuleId } from "./tables.js";

/** Catalogues that were found to be such: a page gives the same one with every call. */
const catalogues = /* @__PURE__ */ new WeakSet<object>();

/** An issue as it leaves WebAssembly: code, place of the field, severity, and the values of its parameters. */
export type CodedIssue = readonly [
  code: Issue["code"],
  field: number | null,
  severity: Issue["severity"],
  input: string | null,
  allowed?: readonly string[] | null,
  min?: number | null,
  max?: number | null,
  rule?: RuleId | null,
  seconds?: number | null,
];

/** A change as it leaves WebAssembly: code, and place of the field. */
export type CodedChange = readonly [code: ChangeCode, field: number];

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
  issue([code, field, severity, input, allowed, min, max, rule, seconds]: CodedIssue): Issue {
    const params: { -readonly [name in keyof Params]: Params[name] } = {};
    if (input !== null) params.input = input;
    if (allowed) params.allowed = allowed;
    if (typeof min === "number") params.min = min;
    if (typeof max === "number") params.max = max;
    if (rule) params.rule = rule;
    if (typeof seconds === "number") params.seconds = seconds;
    const values = allowed ? { ...params, allowed: this.#choice(FIELDS[field ?? -1] ?? "", allowed) } : params;
    return { code, message: filled(this.text(code), values), path: path(field), params, severity };
  }

  /** Changes with their messages. */
  changes(coded: readonly CodedChange[]): Change[] {
    return coded.map(([code, field]) => ({ code, message: this.text(code), path: path(field) as Change["path"] }));
  }

  /** The error of a batch with its message. */
  bulkError(code: BulkErrorCode, details: Omit<BulkError, "code" | "message">): BulkError {
    const { params, ...place } = details;
    return { code, message: filled(this.text(code), { ...place, ...params }), ...details };
  }

  /** A decision with its messages; the same one, where those are the English ones that it has. */
  decision<T extends Decision>(decision: T): T {
    if (this.#overrides === undefined) return decision;
    return { ...decision, reasons: decision.reasons.map((reason) => ({ ...reason, message: this.text(reason.code) })) };
  }

  /** Values of a field as their labels, of which one is to be chosen: "A, B or C". */
  #choice(field: string, values: readonly string[]): string {
    const labels = values.map((value) => this.label(field, value));
    const last = labels.pop() ?? "";
    return labels.length === 0 ? last : labels.join(this.text("list.separator")) + this.text("list.or") + last;
  }
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

function path(field: number | null): Issue["path"] {
  const name = FIELDS[field ?? -1];
  return name === undefined ? [] : [name];
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
