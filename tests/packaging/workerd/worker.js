// A worker of an environment that compiles nothing while it runs: the package as it is imported, and the slim one.

import { init, settability } from "partner-center-rules/slim";
import module from "partner-center-rules/rules.wasm";

import { check } from "./check.js";

export default {
  async fetch() {
    await init(module);
    const { outcome } = settability("Education", { held: [] });
    return new Response(outcome === "allowed" ? check() : `slim: ${outcome}`);
  },
};
