// Imports the module as a file that the environment compiles in advance, because it cannot compile WebAssembly at run time.

import compiledModule from "./rules.wasm";

/** Returns the compiled module. */
export function compiled(): WebAssembly.Module {
  return compiledModule;
}
