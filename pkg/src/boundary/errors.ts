// Errors of the environment or of the package itself, never of the data.

import { FAILURES } from "../generated/tables.js";
import type { RulesErrorCode } from "../generated/tables.js";

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
  const error = new Error(message, { cause });
  // To set a member would call a setter that a page has put on `Object.prototype`.
  for (const [name, value] of Object.entries({ name: "RulesError", code, ...rest })) {
    Object.defineProperty(error, name, { __proto__: null, value, configurable: true, enumerable: true, writable: true } as PropertyDescriptor);
  }
  return error as RulesError;
}

/** What engines say where a policy of the page, or the host of the engine, forbids WebAssembly. */
const POLICY = /polic|\bCSP\b|unsafe-eval|embedder/i;

/** What Blink says where a module is too large to be compiled or instantiated synchronously. */
const MAIN_THREAD = /main thread/i;

/** What engines say where the stack is used up. */
const STACK = /call stack|recursion/i;

/** Of what is left, what engines throw for want of memory: V8 and JavaScriptCore a `RangeError`, SpiderMonkey also a bare text. */
const MEMORY = /memory|alloc|^RangeError/i;

/** Of what is left, what can only be a policy in words of its own: the bytes of the module are right. */
const REFUSED_CODE = /^(Compile|Eval)Error/;

/**
 * The error of an engine that refuses to compile or to instantiate the module.
 *
 * @internal
 */
export function refusal(cause: unknown): RulesError {
  const text = String(cause);
  // A text about a policy quotes it, and may have any word.
  if (POLICY.test(text)) return failure("webAssemblyForbidden", cause);
  if (MAIN_THREAD.test(text)) return failure("synchronousCompileForbidden", cause);
  if (STACK.test(text)) return failure("callFailed", cause);
  if (MEMORY.test(text)) return failure("outOfMemory", cause);
  return failure(REFUSED_CODE.test(text) ? "webAssemblyForbidden" : "instanceRefused", cause);
}
