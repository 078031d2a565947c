// Compiles the module that is inside the package, on the first call.

import { BYTES, READER } from "bindings/bytes.js";
import { failure, refusal } from "./errors.js";

let kept: WebAssembly.Module | undefined;

/** Returns the compiled module. */
export function compiled(): WebAssembly.Module {
  return (kept ??= compile());
}

function compile(): WebAssembly.Module {
  if (typeof WebAssembly === "undefined") throw failure("webAssemblyMissing");
  try {
    return new WebAssembly.Module(read(BYTES));
  } catch (cause) {
    // The bytes are valid, so the environment refused them.
    throw refusal(cause);
  }
}

/** Decodes the text in which the build embeds the bytes of the module. */
function read(text: string): Uint8Array<ArrayBuffer> {
  const reader = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(READER))).exports as unknown as Reader;
  // The memory already has one page.
  reader.memory.grow(text.length >>> 16);
  const bytes = new Uint8Array(reader.memory.buffer);
  new TextEncoder().encodeInto(text, bytes);
  return bytes.subarray(0, reader.read(text.length));
}

/** The exports of `module-reader.wat`. */
interface Reader {
  readonly memory: { grow(pages: number): number; readonly buffer: ArrayBuffer };
  read(length: number): number;
}
