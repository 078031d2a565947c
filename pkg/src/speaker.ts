// Messages: the English ones from the rules, or those that the page gives instead.

import * as given from "./arguments.js";
import { MESSAGES } from "./tables.js";
import type { MessageCode } from "./tables.js";

/** Puts messages to codes. */
export class Speaker {
  readonly #overrides: object;

  constructor(overrides: unknown) {
    this.#overrides = given.options(overrides, "context.messages");
  }

  /** The text of a code, without parameters. */
  text(code: MessageCode): string {
    const override = given.own(this.#overrides, code);
    return typeof override === "string" ? override : MESSAGES[code];
  }

  /** The same with its message. */
  readonly say = <T extends { readonly code: MessageCode; readonly params?: object }>(item: T): T => ({
    ...item,
    message: filled(this.text(item.code), item.params ?? {}),
  });
}

/** Puts values into placeholders, in one pass, so that a placeholder inside a value stays as it is. */
function filled(template: string, params: object): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = given.own(params, name);
    return value === undefined ? placeholder : Array.isArray(value) ? value.join(", ") : String(value);
  });
}
