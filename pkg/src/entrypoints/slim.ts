/**
 * The same calls, with the WebAssembly module as a file that the program gives: for whoever serves `rules.wasm` itself.
 *
 * @packageDocumentation
 */

export * from "./index.js";
export { WASM_INTEGRITY, init } from "../api/init.js";
export type { CompiledModule, ModuleSource } from "../api/init.js";
