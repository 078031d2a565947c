// The one instance of the WebAssembly module.

import { compiled } from "wasm-module";

import { createGlue } from "../generated/glue.js";
import type { Calls } from "../generated/glue.js";
import { failure } from "./failure.js";

let current: Calls | undefined;

/** The calls of the module, which is instantiated for the first of them. */
export function instance(): Calls {
  return (current ??= guarded(instantiated()));
}

function instantiated(): Calls {
  const module = compiled();
  const glue = createGlue();
  const { exports } = new WebAssembly.Instance(module, { "./rules_bg.js": { ...glue } });
  glue.__wbg_set_wasm(exports);
  return glue;
}

type Call = (...args: unknown[]) => unknown;

/** The same calls. One that fails takes the instance with it, whose memory may be in any state; the next call has a new one. */
function guarded(calls: Calls): Calls {
  // No call has more arguments. Handing on a list of any length would take a third of the time of a short call.
  const guard = (call: Call): Call => (a, b, c, d, e, f, g) => {
    try {
      return call(a, b, c, d, e, f, g);
    } catch (cause) {
      current = undefined;
      throw failure("callFailed", cause);
    }
  };
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, guard(call)])) as unknown as Calls;
}

/** Traps, so that a test can see what becomes of it. */
export function trap(): void {
  instance().trap();
}
