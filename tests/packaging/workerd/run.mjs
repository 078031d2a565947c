// Runs what wrangler has bundled, in workerd.

import { readdirSync } from "node:fs";

import { Miniflare } from "miniflare";

const files = readdirSync("dist").filter((name) => name.endsWith(".js") || name.endsWith(".wasm"));
const worker = new Miniflare({
  modules: files
    .sort((name) => (name === "worker.js" ? -1 : 1))
    .map((name) => ({ type: name.endsWith(".js") ? "ESModule" : "CompiledWasm", path: `dist/${name}` })),
  compatibilityDate: "2026-07-01",
});
try {
  const text = await (await worker.dispatchFetch("http://localhost/")).text();
  if (text !== "passed") throw new Error(text);
} finally {
  await worker.dispose();
}
