// Hostile input against the package in Node and in Chromium. Run: node tests/checks/hostile.mjs [--full]

import { openPage } from "./browser.mjs";
import { hostile } from "./hostile-calls.mjs";

const TIMES = process.argv.includes("--full") ? 300_000 : 1_000;

const inNode = await hostile({ times: TIMES, say: () => {} });

const { page, close } = await openPage();
const inChromium = await page.evaluate(async (times) => {
  const { hostile } = await import("/tests/checks/hostile-calls.mjs");
  return hostile({ times, say: () => {} });
}, TIMES);
await close();

for (const [where, { failures }] of Object.entries({ Node: inNode, Chromium: inChromium })) {
  for (const failure of failures) console.log(`${where}: ${failure}`);
}
const count = inNode.count + inChromium.count;
console.log(
  `${count} failures in ${inNode.inputs} hostile inputs, and in ${inNode.repeated} strange calls, ${TIMES} of each kind in a row, in Node and in Chromium`,
);
process.exitCode = count === 0 && inNode.inputs > 0 && inChromium.inputs === inNode.inputs ? 0 : 1;
