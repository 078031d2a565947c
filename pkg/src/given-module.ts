// The module that the program gives.

import { FINGERPRINT } from "../generated/fingerprint.js";
import { misuse } from "./arguments.js";
import { failure } from "./failure.js";

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

let module: WebAssembly.Module | undefined;
let pending: Promise<void> | undefined;

/**
 * The compiled module.
 *
 * @internal
 */
export function compiled(): WebAssembly.Module {
  if (module === undefined) throw failure("initMissing");
  return module;
}

/**
 * Takes the module `rules.wasm`. It is done once: whoever calls it again, or meanwhile, gets the same promise. After a failure
 * it can be tried again.
 *
 * @throws TypeError if the source is not that module, and `RulesError` if it is that of another version or may not be compiled.
 * @example
 * await init(fetch("/assets/rules.wasm"));
 */
export function init(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void> {
  return (pending ??= take(source).catch((error: unknown) => {
    pending = undefined;
    throw error;
  }));
}

async function take(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void> {
  const given = await source;
  if (typeof WebAssembly === "undefined") throw failure("webAssemblyMissing");
  const candidate = kind(given) === "WebAssembly.Module" ? (given as WebAssembly.Module) : await compile(await bytes(given));
  const [mark] = WebAssembly.Module.customSections(candidate, "fingerprint");
  if (mark === undefined || String.fromCharCode(...new Uint8Array(mark)) !== FINGERPRINT) throw failure("moduleMismatch");
  module = candidate;
}

async function compile(bytes: BufferSource): Promise<WebAssembly.Module> {
  if (!WebAssembly.validate(bytes)) throw misuse("source", "the module rules.wasm", bytes);
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw failure("webAssemblyForbidden", cause);
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
