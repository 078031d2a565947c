// Every function of the package, called very often in Node and in Chromium. Run: node --expose-gc tests/checks/hot.mjs [--full]

import { caseFiles } from "../files.mjs";
import { openPage } from "./browser.mjs";
import { hot } from "./hot-calls.mjs";

const CALLS = process.argv.includes("--full") ? 5_000_000 : 50_000;
// A record of a batch may have a megabyte, which may come in pieces.
const MOST_BYTES = { others: 2 * 1024 * 1024, batches: 8 * 1024 * 1024 };

const files = await caseFiles();
const inNode = await hot({ files, calls: CALLS, collect: () => globalThis.gc(), say: (line) => console.log(`Node: ${line}`) });

const { page, close } = await openPage();
const inChromium = await page.evaluate(async ({ files, calls }) => {
  const { hot } = await import("/tests/checks/hot-calls.mjs");
  return hot({ files, calls, collect: () => globalThis.gc(), say: (line) => console.log(line) });
}, { files, calls: CALLS });
await close();

const problems = [
  ...inNode.problems.map((problem) => `Node: ${problem}`),
  ...inChromium.problems.map((problem) => `Chromium: ${problem}`),
];
for (const problem of problems) console.log(problem);
const peak = (kind) => Math.max(inNode.peak[kind], inChromium.peak[kind]);
const kibibytes = (kind) => Math.round(peak(kind) / 1024);
console.log(
  `${problems.length} problems in ${inNode.functions} functions called ${CALLS} times each in Node ${process.versions.node.split(".")[0]} and in ` +
    `Chromium; memory at most ${kibibytes("others")} KiB, with batches ${kibibytes("batches")} KiB, ${inNode.grown + inChromium.grown} pages more in the last fifth of the calls`,
);
process.exitCode = problems.length === 0 && Object.keys(MOST_BYTES).every((kind) => peak(kind) > 0 && peak(kind) < MOST_BYTES[kind]) ? 0 : 1;
