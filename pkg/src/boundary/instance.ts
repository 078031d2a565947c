// Manages the instance of the WebAssembly module. There is one at a time.

import { compiled } from "wasm-module";

import { createGlue } from "bindings/glue.js";
import type { Calls } from "bindings/glue.js";
import { failure, refusal } from "./errors.js";

/** The bindings that wasm-bindgen generates. It calls them glue. */
type Glue = ReturnType<typeof createGlue>;

let current: Calls | undefined;

/** Returns the functions of the module. The first call instantiates it. */
export function instance(): Calls {
  return (current ??= instantiated(compiled()));
}

/** Instantiates a module asynchronously, for later calls. */
export async function prepare(compiledModule: WebAssembly.Module): Promise<void> {
  const glue = createGlue();
  try {
    current = connected(glue, await WebAssembly.instantiate(compiledModule, imports(glue)));
  } catch (cause) {
    throw refusal(cause);
  }
}

/** Returns whether there is an instance for the next call. */
export function isReady(): boolean {
  return current !== undefined;
}

function instantiated(compiledModule: WebAssembly.Module): Calls {
  const glue = createGlue();
  try {
    return connected(glue, new WebAssembly.Instance(compiledModule, imports(glue)));
  } catch (cause) {
    throw refusal(cause);
  }
}

function imports(glue: Glue): WebAssembly.Imports {
  return { "./rules_bg.js": { ...glue } };
}

/** Connects the bindings to an instance. Returns the functions of the instance. */
function connected(glue: Glue, { exports }: WebAssembly.Instance): Calls {
  glue.__wbg_set_wasm(exports);
  return guarded(glue, exports["memory"] as WebAssembly.Memory);
}

type Call = (...args: unknown[]) => unknown;

/** Wraps the functions. If one fails, the next call uses a new instance, because the memory of this one may be in any state. */
function guarded(calls: Calls, memory: WebAssembly.Memory): Calls {
  // No function has more arguments. Rest parameters would take a third of the time of a short call.
  const guard = (call: Call): Call => (a, b, c, d, e, f, g, h, i, j, k) => {
    try {
      return call(a, b, c, d, e, f, g, h, i, j, k);
    } catch (cause) {
      current = undefined;
      // A module that cannot allocate memory traps in the same way as a module with a bug.
      const isOutOfMemory = cause instanceof WebAssembly.RuntimeError && !canGrow(memory);
      throw failure(isOutOfMemory ? "outOfMemory" : "callFailed", cause);
    }
  };
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, guard(call)])) as unknown as Calls;
}

/** Returns whether a memory can grow by what the largest call needs. */
function canGrow(memory: WebAssembly.Memory): boolean {
  try {
    memory.grow(LARGEST_CALL);
    return true;
  } catch {
    return false;
  }
}

/** The largest need of a call in pages of 64 KiB: some copies of a text of 1 MiB, and the data that is read from it. */
const LARGEST_CALL = 256;
