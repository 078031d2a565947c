// Errors of the environment or of the package itself, never of the data.

import { FAILURES } from "./tables.js";
import type { RulesErrorCode } from "./tables.js";

/**
 * Why the package cannot answer at all. Nothing in a form, and nothing that the service answers, makes one.
 *
 * @example
 * try {
 *   settability("Education");
 * } catch (error) {
 *   const { code, header } = error as RulesError;
 *   if (code === "webAssemblyForbidden") console.error(`The page needs the header ${header}`);
 * }
 */
export interface RulesError extends Error {
  readonly name: "RulesError";
  readonly code: RulesErrorCode;
  /** The header that the page has to send, where its policy forbids WebAssembly. */
  readonly header?: string;
}

/**
 * The error of a failure.
 *
 * @internal
 */
export function failure(code: RulesErrorCode, cause?: unknown): RulesError {
  const { message, ...rest } = FAILURES[code];
  return Object.assign(new Error(message, { cause }), { name: "RulesError", code, ...rest } as const);
}
