// Loads the WebAssembly module that the program supplies.

import { FINGERPRINT, INTEGRITY } from "bindings/fingerprint.js";
import { misuse } from "../boundary/validate-arguments.js";
import { failure, refusal } from "../boundary/errors.js";
import { keep } from "../boundary/external-wasm.js";
import { isReady, prepare } from "../boundary/instance.js";

/**
 * A compiled module: `WebAssembly.Module`, if the type library of the environment declares it.
 *
 * @example
 * const module: CompiledModule = await WebAssembly.compile(bytes);
 * await init(module);
 */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : never;

/**
 * The source of the module: its bytes, a response with its bytes, or the compiled module.
 *
 * @example
 * const source: ModuleSource = await fetch("/assets/rules.wasm");
 * await init(source);
 */
export type ModuleSource = ArrayBuffer | ArrayBufferView | { readonly arrayBuffer: () => Promise<ArrayBuffer> } | CompiledModule;

/**
 * The Subresource Integrity string of `rules.wasm`: `sha384-` and the digest of the file. With it, `fetch` refuses a file that is
 * damaged or of another version. Without it, a damaged file may be accepted and return wrong results.
 *
 * @example
 * await init(fetch("/assets/rules.wasm", { integrity: WASM_INTEGRITY }));
 */
export const WASM_INTEGRITY: string = INTEGRITY;

let pending: Promise<void> | undefined;
let isDone = false;

/**
 * Compiles and instantiates the module `rules.wasm` asynchronously, once. Further calls return the same promise. If it fails, call it
 * again to retry. After a call failed with `callFailed`, call it again if the environment does not allow the next call to create a new
 * instance synchronously.
 *
 * @throws TypeError if the source is not that module. `RulesError` if the module is of another version, or the environment refuses it.
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
  const supplied = await source;
  if (typeof WebAssembly === "undefined") throw failure("webAssemblyMissing");
  const candidate = kind(supplied) === "WebAssembly.Module" ? (supplied as WebAssembly.Module) : await compile(await bytes(supplied));
  const [section] = WebAssembly.Module.customSections(candidate, "fingerprint");
  if (section === undefined || String.fromCharCode(...new Uint8Array(section)) !== FINGERPRINT) throw failure("moduleMismatch");
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

async function bytes(source: unknown): Promise<BufferSource> {
  // V8 compiles typed arrays, but not a DataView.
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength);
  if (kind(source) === "ArrayBuffer") return source as ArrayBuffer;
  const read = (source as { arrayBuffer?: unknown } | null | undefined)?.arrayBuffer;
  if (typeof read !== "function") throw misuse("source", "bytes, a response or a compiled module", source);
  return bytes(await read.call(source));
}

/** Returns the string tag of a value. It is the same for values of all realms. */
function kind(value: unknown): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}
