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
  try {
    return new WebAssembly.Module(read(BYTES));
  } catch (cause) {
    // The bytes are right: it is the environment that refuses them.
    throw failure("webAssemblyForbidden", cause);
  }
}

/** The bytes of the text that the build made of them: a mark before a character moves it to the next block of 91. */
function read(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let block = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 33) block = 91;
    else if (code === 35) block = 182;
    else {
      bytes[length++] = (code === 32 ? 56 : code - 36) + block;
      block = 0;
    }
  }
  return bytes.subarray(0, length);
}
