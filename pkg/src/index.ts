import { instance } from "./instance.js";

/** Placeholder while the pipeline is built. */
export function settability(target: string): number {
  return instance().settability(target);
}
/** Placeholder while the pipeline is built. */
export function checkForm(text: string): unknown {
  return instance().check_form(text, new Uint32Array());
}
