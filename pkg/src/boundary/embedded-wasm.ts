// The module that is inside the package, compiled on the first call.

import { BYTES, READER } from "bindings/bytes.js";
import { failure, refusal } from "./errors.js";

let kept: WebAssembly.Module | undefined;

/** The compiled module. */
export function compiled(): WebAssembly.Module {
  return (kept ??= compile());
}

function compile(): WebAssembly.Module {
  if (typeof WebAssembly === "undefined") throw failure("webAssemblyMissing");
  try {
    return new WebAssembly.Module(read(BYTES));
  } catch (cause) {
    // The bytes are right: it is the environment that refuses them.
    throw refusal(cause);
  }
}

/** The bytes of the text that the build made of them. */
function read(text: string): Uint8Array<ArrayBuffer> {
  const reader = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(READER))).exports as unknown as Reader;
  // One page is there.
  reader.memory.grow(text.length >>> 16);
  const bytes = new Uint8Array(reader.memory.buffer);
  new TextEncoder().encodeInto(text, bytes);
  return bytes.subarray(0, reader.read(text.length));
}

/** What `module-reader.wat` exports. */
interface Reader {
  readonly memory: { grow(pages: number): number; readonly buffer: ArrayBuffer };
  read(length: number): number;
}
