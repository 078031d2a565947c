// Calls every function of the package very often in Node and in Chromium. Run: node --expose-gc tests/checks/hot.mjs [--full]

import { caseFiles } from "../files.mjs";
import { inBoth } from "./browser.mjs";

const CALLS = process.argv.includes("--full") ? 1_000_000 : 50_000;
// A record may have a megabyte, in several pieces.
const MOST_BYTES = { others: 2 * 1024 * 1024, bulk: 8 * 1024 * 1024 };

const { node, chromium } = await inBoth("hot-calls.mjs", { files: await caseFiles(), calls: CALLS });

const problems = [
  ...node.problems.map((problem) => `Node: ${problem}`),
  ...chromium.problems.map((problem) => `Chromium: ${problem}`),
];
for (const problem of problems) console.log(problem);
const peak = (kind) => Math.max(node.peak[kind], chromium.peak[kind]);
const kibibytes = (kind) => Math.round(peak(kind) / 1024);
console.log(
  `${problems.length} problems in ${node.functions} functions called ${CALLS} times each in Node ${process.versions.node.split(".")[0]} and in ` +
    `Chromium; memory at most ${kibibytes("others")} KiB, in bulk ${kibibytes("bulk")} KiB, ${node.grown + chromium.grown} pages more in the last fifth of the calls`,
);
process.exitCode = problems.length === 0 && Object.keys(MOST_BYTES).every((kind) => peak(kind) > 0 && peak(kind) < MOST_BYTES[kind]) ? 0 : 1;
