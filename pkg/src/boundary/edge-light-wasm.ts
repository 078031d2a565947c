// The module as a file that the environment compiles beforehand; this is how Next.js and its like name it.

import compiledModule from "./rules.wasm?module";

/** The compiled module. */
export function compiled(): WebAssembly.Module {
  return compiledModule;
}
