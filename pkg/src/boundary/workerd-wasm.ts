// The module as a file that the environment compiles beforehand, because it compiles nothing while it runs.

import compiledModule from "./rules.wasm";

/** The compiled module. */
export function compiled(): WebAssembly.Module {
  return compiledModule;
}
