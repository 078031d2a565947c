// The contenders: name, module, and the npm package that it uses.

export const CONTENDERS = [
  { name: "partner-center-rules", module: "package.mjs", uses: "partner-center-rules" },
  { name: "plain JavaScript", module: "plain.mjs" },
  { name: "JSON.parse alone", module: "json-parse.mjs" },
  { name: "zod", module: "zod.mjs", uses: "zod" },
  { name: "valibot", module: "valibot.mjs", uses: "valibot" },
  { name: "ajv", module: "ajv.mjs", uses: "ajv" },
  { name: "arktype", module: "arktype.mjs", uses: "arktype" },
  { name: "json-rules-engine", module: "json-rules-engine.mjs", uses: "json-rules-engine" },
  { name: "zen-engine-wasm", module: "zen.mjs", uses: "@gorules/zen-engine-wasm" },
  { name: "cedar-wasm", module: "cedar.mjs", uses: "@cedar-policy/cedar-wasm" },
];

/** The module of a contender, loaded. */
export function load({ module }) {
  return import(new URL(module, import.meta.url).href);
}
