// The one instance of the WebAssembly module.

import { compiled } from "wasm-module";

import { createGlue } from "bindings/glue.js";
import type { Calls } from "bindings/glue.js";
import { failure, refusal } from "./errors.js";

type Glue = ReturnType<typeof createGlue>;

let current: Calls | undefined;

/** Returns the calls of the module, which is instantiated for the first of them. */
export function instance(): Calls {
  return (current ??= instantiated(compiled()));
}

/** Instantiates a module asynchronously, for the calls that follow. */
export async function prepare(compiledModule: WebAssembly.Module): Promise<void> {
  const glue = createGlue();
  try {
    current = connected(glue, await WebAssembly.instantiate(compiledModule, imports(glue)));
  } catch (cause) {
    throw refusal(cause);
  }
}

/** Whether the next call has an instance already. */
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

/** The calls of an instance. */
function connected(glue: Glue, { exports }: WebAssembly.Instance): Calls {
  glue.__wbg_set_wasm(exports);
  return guarded(glue, exports["memory"] as WebAssembly.Memory);
}

type Call = (...args: unknown[]) => unknown;

/** The same calls. One that fails takes the instance with it, whose memory may be in any state; the next call has a new one. */
function guarded(calls: Calls, memory: WebAssembly.Memory): Calls {
  // No call has more arguments. Handing on a list of any length would take a third of the time of a short call.
  const guard = (call: Call): Call => (a, b, c, d, e, f, g, h, i) => {
    try {
      return call(a, b, c, d, e, f, g, h, i);
    } catch (cause) {
      current = undefined;
      // A module that gets no memory traps like a faulty one.
      const isStarved = cause instanceof WebAssembly.RuntimeError && !canGrow(memory);
      throw failure(isStarved ? "outOfMemory" : "callFailed", cause);
    }
  };
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, guard(call)])) as unknown as Calls;
}

/** Whether a memory could have had as much as the largest call needs. */
function canGrow(memory: WebAssembly.Memory): boolean {
  try {
    memory.grow(LARGEST_CALL);
    return true;
  } catch {
    return false;
  }
}

/** Pages of 64 KiB: of a text of 1 MiB there may be some copies and what is read from it. */
const LARGEST_CALL = 256;
