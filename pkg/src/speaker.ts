// Messages: the English ones from the rules, or those that the page gives instead.

import * as given from "./arguments.js";
import type { BatchError } from "./batch.js";
import type { Decision } from "./decisions.js";
import type { Change, Issue, Params } from "./form.js";
import { FIELDS, MESSAGES } from "./tables.js";
import type { BatchFaultCode, ChangeCode, MessageCode, RuleId } from "./tables.js";

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
];

/** A change as it leaves WebAssembly: code, and place of the field. */
export type CodedChange = readonly [code: ChangeCode, field: number];

/** Puts messages to codes. */
export class Speaker {
  /** None, where the English ones are wanted. */
  readonly #overrides: object | undefined;

  constructor(overrides: unknown, argument: string) {
    this.#overrides = overrides === undefined || overrides === null ? undefined : given.object(overrides, argument);
  }

  /** The text of a code, without parameters. */
  text(code: MessageCode): string {
    if (this.#overrides === undefined) return MESSAGES[code];
    const override = given.member(this.#overrides, code);
    return typeof override === "string" ? override : MESSAGES[code];
  }

  /** Issues with their messages. */
  issues(coded: readonly CodedIssue[]): Issue[] {
    return coded.map((issue) => this.issue(issue));
  }

  /** An issue with its message. */
  issue([code, field, severity, input, allowed, min, max, rule]: CodedIssue): Issue {
    const params: { -readonly [name in keyof Params]: Params[name] } = {};
    if (input !== null) params.input = input;
    if (allowed) params.allowed = allowed;
    if (typeof min === "number") params.min = min;
    if (typeof max === "number") params.max = max;
    if (rule) params.rule = rule;
    return { code, message: filled(this.text(code), params), path: path(field), params, severity };
  }

  /** Changes with their messages. */
  changes(coded: readonly CodedChange[]): Change[] {
    return coded.map(([code, field]) => ({ code, message: this.text(code), path: path(field) as Change["path"] }));
  }

  /** The error of a batch with its message. */
  batchError(code: BatchFaultCode, offset: number): BatchError {
    return { code, message: filled(this.text(code), { offset }), offset };
  }

  /** A decision with its messages; the same one, where those are the English ones that it has. */
  decision(decision: Decision): Decision {
    if (this.#overrides === undefined) return decision;
    const { outcome, reasons } = decision;
    return { outcome, reasons: reasons.map((reason) => ({ ...reason, message: this.text(reason.code) })) };
  }
}

function path(field: number | null): Issue["path"] {
  const name = FIELDS[field ?? -1];
  return name === undefined ? [] : [name];
}

/** Puts values into placeholders, in one pass, so that a placeholder inside a value stays as it is. */
function filled(template: string, params: object): string {
  let text = "";
  let rest = 0;
  for (let brace = template.indexOf("{"); brace >= 0; brace = template.indexOf("{", rest)) {
    const end = template.indexOf("}", brace);
    if (end < 0) break;
    const value = given.own(params, template.slice(brace + 1, end));
    // A brace that opens no placeholder stays.
    const after = value === undefined ? brace + 1 : end + 1;
    const words = value === undefined ? "{" : Array.isArray(value) ? value.join(", ") : String(value);
    text += template.slice(rest, brace) + words;
    rest = after;
  }
  return text + template.slice(rest);
}
