// How a program gives the module.

import { FINGERPRINT, INTEGRITY } from "bindings/fingerprint.js";
import { misuse } from "../boundary/validate-arguments.js";
import { failure, refusal } from "../boundary/errors.js";
import { keep } from "../boundary/external-wasm.js";
import { isReady, prepare } from "../boundary/instance.js";

/**
 * A compiled module, as the library of the environment declares it.
 *
 * @example
 * const module: CompiledModule = await WebAssembly.compile(bytes);
 * await init(module);
 */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : never;

/**
 * What the module is made of: its bytes, the response that brings them, or the compiled module.
 *
 * @example
 * const source: ModuleSource = await fetch("/assets/rules.wasm");
 * await init(source);
 */
export type ModuleSource = ArrayBuffer | ArrayBufferView | { readonly arrayBuffer: () => Promise<ArrayBuffer> } | CompiledModule;

/**
 * The Subresource Integrity string of `rules.wasm`: `sha384-` and the digest of the file. With it `fetch` refuses a file that is
 * damaged or of another version; without it a damaged module may be taken, and answer wrongly.
 *
 * @example
 * await init(fetch("/assets/rules.wasm", { integrity: WASM_INTEGRITY }));
 */
export const WASM_INTEGRITY: string = INTEGRITY;

let pending: Promise<void> | undefined;
let isDone = false;

/**
 * Compiles and instantiates the module `rules.wasm`, both asynchronously. It is done once: whoever calls it again, or meanwhile, gets
 * the same promise. After a failure it can be tried again. After a call that failed (`callFailed`) it makes a new instance, where
 * the environment does not let the next call make its own.
 *
 * @throws TypeError if the source is not that module, and `RulesError` if it is that of another version, or is refused.
 * @example
 * await init(fetch("/assets/rules.wasm", { integrity: WASM_INTEGRITY }));
 */
export function init(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void> {
  if (isDone && !isReady()) pending = undefined;
  return (pending ??= take(source).catch((error: unknown) => {
    pending = undefined;
    throw error;
  }));
}

async function take(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void> {
  isDone = false;
  const given = await source;
  if (typeof WebAssembly === "undefined") throw failure("webAssemblyMissing");
  const candidate = kind(given) === "WebAssembly.Module" ? (given as WebAssembly.Module) : await compile(await bytes(given));
  const [mark] = WebAssembly.Module.customSections(candidate, "fingerprint");
  if (mark === undefined || String.fromCharCode(...new Uint8Array(mark)) !== FINGERPRINT) throw failure("moduleMismatch");
  await prepare(candidate);
  keep(candidate);
  isDone = true;
}

async function compile(bytes: BufferSource): Promise<WebAssembly.Module> {
  if (!WebAssembly.validate(bytes)) throw misuse("source", "the module rules.wasm", bytes);
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw refusal(cause);
  }
}

async function bytes(given: unknown): Promise<BufferSource> {
  // V8 compiles typed arrays, but no DataView.
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer as ArrayBuffer, given.byteOffset, given.byteLength);
  if (kind(given) === "ArrayBuffer") return given as ArrayBuffer;
  const read = (given as { arrayBuffer?: unknown } | null | undefined)?.arrayBuffer;
  if (typeof read !== "function") throw misuse("source", "bytes, a response or a compiled module", given);
  return bytes(await read.call(given));
}

/** What a value says that it is, from whichever realm it comes. */
function kind(value: unknown): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}
