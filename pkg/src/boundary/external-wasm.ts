// The module that the program gives.

import { failure } from "./errors.js";

let given: WebAssembly.Module | undefined;

/** Returns the compiled module. */
export function compiled(): WebAssembly.Module {
  if (given === undefined) throw failure("initMissing");
  return given;
}

/** Keeps the compiled module for every instance. */
export function keep(compiledModule: WebAssembly.Module): void {
  given = compiledModule;
}
