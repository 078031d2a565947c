// Messages: the English ones from the rules, or those that the page gives instead.

import * as given from "./arguments.js";
import type { BatchError } from "./batch.js";
import type { Change, Issue } from "./form.js";
import { MESSAGES } from "./tables.js";
import type { BatchFaultCode, MessageCode, Reason } from "./tables.js";

/** Puts messages to codes. */
export class Speaker {
  readonly #overrides: object;

  constructor(overrides: unknown, argument: string) {
    this.#overrides = given.options(overrides, argument);
  }

  /** The text of a code, without parameters. */
  text(code: MessageCode): string {
    const override = given.own(this.#overrides, code);
    return typeof override === "string" ? override : MESSAGES[code];
  }

  /** An issue with its message. */
  readonly issue = ({ code, path, params, severity }: Issue): Issue => ({
    code,
    message: filled(this.text(code), params),
    path,
    params,
    severity,
  });

  /** A change with its message. */
  readonly change = ({ code, path }: Change): Change => ({ code, message: this.text(code), path });

  /** The error of a batch with its message. */
  batchError(code: BatchFaultCode, offset: number): BatchError {
    return { code, message: filled(this.text(code), { offset }), offset };
  }

  /** A reason with its message. */
  readonly reason = (reason: Reason): Reason => ({ ...reason, message: this.text(reason.code) });
}

/** Puts values into placeholders, in one pass, so that a placeholder inside a value stays as it is. */
function filled(template: string, params: object): string {
  if (!template.includes("{")) return template;
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = given.own(params, name);
    return value === undefined ? placeholder : Array.isArray(value) ? value.join(", ") : String(value);
  });
}
