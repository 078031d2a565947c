import { BYTES } from "../generated/bytes.js";
import * as glue from "../generated/glue.js";

let ready = false;

/** The functions of the WebAssembly module, which is compiled and instantiated on the first call. */
export function instance(): typeof glue {
  if (!ready) {
    const bytes = Uint8Array.from(atob(BYTES), (character) => character.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { "./rules_bg.js": { ...glue } });
    glue.__wbg_set_wasm(exports);
    ready = true;
  }
  return glue;
}
