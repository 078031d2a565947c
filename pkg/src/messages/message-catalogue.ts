// All messages: of decisions, and of issues, changes and errors, with their placeholders replaced.

import type { BulkError, Change, Issue } from "../types.js";
import * as args from "../boundary/validate-arguments.js";
import { optional } from "../boundary/results.js";
import { DecisionMessages, overridesIn } from "./decision-messages.js";
import { MESSAGES } from "../generated/tables.js";
import type { BulkErrorCode, MessageCode } from "../generated/tables.js";

/** An issue as WebAssembly returns it. */
export type CodedIssue = Omit<Issue, "message">;

/** A change as WebAssembly returns it. */
export type CodedChange = Omit<Change, "message">;

/** Adds messages and labels to everything that the package returns. */
export class MessageCatalogue extends DecisionMessages {
  /** Returns the text of a code, with its placeholders. */
  text(code: MessageCode): string {
    return this.override(code) ?? MESSAGES[code];
  }

  /** Returns issues with their messages. */
  issues(coded: readonly CodedIssue[]): Issue[] {
    return coded.map((issue) => this.issue(issue));
  }

  /** Returns an issue with its message. */
  issue({ code, path, params, severity }: CodedIssue): Issue {
    const allowed = optional(params, "allowed");
    const values = allowed === undefined ? params : { ...params, allowed: this.#choice(path[0] ?? "", allowed) };
    return { code, message: filled(this.text(code), values), path, params, severity };
  }

  /** Returns changes with their messages. */
  changes(coded: readonly CodedChange[]): Change[] {
    return coded.map(({ code, path }) => ({ code, message: this.text(code), path }));
  }

  /** Returns the error of a bulk check with its message. */
  bulkError(code: BulkErrorCode, details: Omit<BulkError, "code" | "message">): BulkError {
    const { params, ...position } = details;
    return { code, message: filled(this.text(code), { ...position, ...params }), ...details };
  }

  /** Returns the labels of the allowed values of a field as a list: "A, B or C". */
  #choice(field: string, values: readonly string[]): string {
    const labels = values.map((value) => this.label(field, value));
    const last = labels.pop() ?? "";
    return labels.length === 0 ? last : labels.join(this.text("list.separator")) + this.text("list.or") + last;
  }
}

const ENGLISH = /* @__PURE__ */ new MessageCatalogue(undefined);

/** Returns the messages for an argument that is known to be an object. */
export function catalogueIn(object: object, argument: string): MessageCatalogue {
  const overrides = overridesIn(object, argument);
  return overrides === undefined ? ENGLISH : new MessageCatalogue(overrides);
}

/**
 * Replaces the placeholders with values, in one pass: a placeholder inside a value is not replaced. A part in square brackets is omitted
 * if its placeholder has no value.
 */
function filled(template: string, params: object): string {
  const optional = template.includes("[") ? /\[([^\]]*\{(\w+)\}[^\]]*)\]/.exec(template) : null;
  if (optional === null) return filledPlain(template, params);
  const [part, inside = "", name = ""] = optional;
  const [before, after] = [template.slice(0, optional.index), template.slice(optional.index + part.length)];
  const middle = args.own(params, name) === undefined ? "" : filledPlain(inside, params);
  return filledPlain(before, params) + middle + filled(after, params);
}

function filledPlain(template: string, params: object): string {
  let text = "";
  let rest = 0;
  for (let brace = template.indexOf("{"); brace >= 0; brace = template.indexOf("{", rest)) {
    const end = template.indexOf("}", brace);
    if (end < 0) break;
    const value = args.own(params, template.slice(brace + 1, end));
    // A brace without a known placeholder stays.
    const after = value === undefined ? brace + 1 : end + 1;
    const words = value === undefined ? "{" : String(value);
    text += template.slice(rest, brace) + words;
    rest = after;
  }
  return text + template.slice(rest);
}
