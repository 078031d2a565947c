// Keeps the module that the program supplies.

import { failure } from "./errors.js";

let kept: WebAssembly.Module | undefined;

/** Returns the compiled module. */
export function compiled(): WebAssembly.Module {
  if (kept === undefined) throw failure("initMissing");
  return kept;
}

/** Keeps the compiled module for all instances. */
export function keep(compiledModule: WebAssembly.Module): void {
  kept = compiledModule;
}
