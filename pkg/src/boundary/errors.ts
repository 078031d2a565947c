// Errors of the environment, of the loading of the module, or of the package itself. Invalid data never causes them.

import { FAILURES } from "../generated/tables.js";
import type { RulesErrorCode } from "../generated/tables.js";

/**
 * An error that prevents the package from working. The content of a form or of a response never causes it.
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
  /** The header that the page must send, if its policy forbids WebAssembly. */
  readonly header?: string;
}

/**
 * Creates the error for a failure.
 *
 * @internal
 */
export function failure(code: RulesErrorCode, cause?: unknown): RulesError {
  const { message, ...rest } = FAILURES[code];
  const error = new Error(message, { cause });
  // An assignment would call a setter that a page may have defined on `Object.prototype`.
  for (const [name, value] of Object.entries({ name: "RulesError", code, ...rest })) {
    Object.defineProperty(error, name, { __proto__: null, value, configurable: true, enumerable: true, writable: true } as PropertyDescriptor);
  }
  return error as RulesError;
}

/** Matches the errors of engines if a policy of the page, or the host of the engine, forbids WebAssembly. */
const POLICY = /polic|\bCSP\b|unsafe-eval|embedder/i;

/** Matches the error of Blink if a module is too large to be compiled or instantiated synchronously. */
const MAIN_THREAD = /main thread/i;

/** Matches the errors of engines if the stack is used up. */
const STACK = /call stack|recursion/i;

/** Matches, of the remaining errors, those about too little memory: a `RangeError` (V8, JavaScriptCore), also a plain text (SpiderMonkey). */
const MEMORY = /memory|alloc|^RangeError/i;

/** Matches, of the remaining errors, those of a policy with another wording: the bytes of the module are valid. */
const REFUSED_CODE = /^(Compile|Eval)Error/;

/**
 * Creates the error for an engine that refuses to compile or to instantiate the module.
 *
 * @internal
 */
export function refusal(cause: unknown): RulesError {
  const text = String(cause);
  // Checked first: a text about a policy quotes the policy, so it can contain any word.
  if (POLICY.test(text)) return failure("webAssemblyForbidden", cause);
  if (MAIN_THREAD.test(text)) return failure("synchronousCompileForbidden", cause);
  if (STACK.test(text)) return failure("callFailed", cause);
  if (MEMORY.test(text)) return failure("outOfMemory", cause);
  return failure(REFUSED_CODE.test(text) ? "webAssemblyForbidden" : "instanceRefused", cause);
}
