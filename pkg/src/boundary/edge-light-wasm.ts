// Imports the module as a file that the environment compiles in advance, with the suffix that Next.js and similar tools use.

import compiledModule from "./rules.wasm?module";

/** Returns the compiled module. */
export function compiled(): WebAssembly.Module {
  return compiledModule;
}
