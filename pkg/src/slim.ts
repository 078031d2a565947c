/**
 * The same calls, with the WebAssembly module as a file that the program gives: for whoever serves `rules.wasm` itself.
 *
 * @packageDocumentation
 */

export * from "./index.js";
export { WASM_INTEGRITY, init } from "./init.js";
export type { CompiledModule, ModuleSource } from "./init.js";
