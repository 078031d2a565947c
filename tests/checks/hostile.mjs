// Hostile input against the package in Node and in Chromium. Run: node tests/checks/hostile.mjs [--full]

import { inBoth } from "./browser.mjs";

const TIMES = process.argv.includes("--full") ? 30_000 : 1_000;

const { node, chromium } = await inBoth("hostile-calls.mjs", { times: TIMES });

for (const [where, { failures }] of Object.entries({ Node: node, Chromium: chromium })) {
  for (const failure of failures) console.log(`${where}: ${failure}`);
}
const count = node.count + chromium.count;
console.log(
  `${count} failures in ${node.inputs} hostile inputs, and in ${node.repeated} strange calls, ${TIMES} of each kind in a row, in Node and in Chromium`,
);
// The browser has containers that Node.js lacks.
process.exitCode = count === 0 && node.inputs > 0 && chromium.inputs >= node.inputs ? 0 : 1;
