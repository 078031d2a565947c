// Prints the sizes of the bundles and the time to the first decision, and fails if a bundle exceeds its budget.
//
// usage: node measure.mjs FOLDER INDEX, with the bundles `whole.js`, `decide.js` and `eligibility.js` in the folder.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [folder, index] = process.argv.slice(2);
const budget = JSON.parse(readFileSync(new URL("budget.json", import.meta.url), "utf8"));

function weigh(bytes) {
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

const parts = { whole: "whole.js", decide: "decide.js", eligibility: "eligibility.js", module: index.replace(/index\.js$/, "rules.wasm") };
let isOver = false;
console.log("bytes, minified      raw    gzip -9  brotli -11    budget (brotli)");
for (const [name, file] of Object.entries(parts)) {
  const { raw, gzip, brotli } = weigh(readFileSync(file.endsWith(".wasm") ? file : join(folder, file)));
  const over = brotli > budget[name];
  isOver ||= over;
  const columns = [raw, gzip, brotli, budget[name]].map((bytes) => bytes.toLocaleString("en").padStart(11)).join("");
  console.log(`${name.padEnd(12)}${columns}${over ? "  over" : ""}`);
}

// Starts a new process each time: only the first decision compiles the module.
const program = `
  const start = performance.now();
  const { accountEligibility } = await import(${JSON.stringify(pathToFileURL(index).href)});
  accountEligibility("Allowed");
  console.log(performance.now() - start);
`;
const times = Array.from({ length: 11 }, () => Number(execFileSync(process.execPath, ["--input-type=module", "--eval", program])));
times.sort((one, other) => one - other);
const [least, median, most] = [times[0], times[5], times[10]].map((time) => time.toFixed(1));
console.log(`from import to first decision: ${least} ms at least, ${median} ms median, ${most} ms at most, of ${times.length}`);

if (isOver) {
  console.log("over budget: make it smaller, or say in tests/size/budget.json what it may weigh");
  process.exitCode = 1;
}
