// The module that is inside the package, compiled on the first call.

import { BYTES } from "../generated/bytes.js";
import { failure } from "./failure.js";

let module: WebAssembly.Module | undefined;

/** The compiled module. */
export function compiled(): WebAssembly.Module {
  return (module ??= compile());
}

function compile(): WebAssembly.Module {
  if (typeof WebAssembly === "undefined") throw failure("webAssemblyMissing");
  const bytes = Uint8Array.from(atob(BYTES), (character) => character.charCodeAt(0));
  try {
    return new WebAssembly.Module(bytes);
  } catch (cause) {
    // The bytes are right: it is the environment that refuses them.
    throw failure("webAssemblyForbidden", cause);
  }
}
