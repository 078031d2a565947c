/**
 * The same calls, for a program that serves the WebAssembly module `rules.wasm` itself and passes it to `init`.
 *
 * @packageDocumentation
 */

export * from "./index.js";
export { WASM_INTEGRITY, init } from "../api/init.js";
export type { CompiledModule, ModuleSource } from "../api/init.js";
