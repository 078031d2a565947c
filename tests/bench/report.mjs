// Measures the rules in Rust, and the package and its alternatives in Node. Prints the line of BENCHMARKS.md that says where, and its
// headings, each with its table. Run: node tests/bench/report.mjs PROGRAM

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { measureRust, spread } from "./rust.mjs";
import { PACE, tables } from "./tables.mjs";

const output = (program, words, options) => execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], ...options });

console.error("measuring in Rust");
const rust = measureRust(process.argv[2]);
console.error("measuring in Node");
const lines = output(process.execPath, [fileURLToPath(new URL("run.mjs", import.meta.url))]).trim().split("\n").map((line) => JSON.parse(line));
for (const line of lines.filter(({ times }) => times !== undefined)) {
  if (line.times.length === 0) line.error ??= "not measured";
  line.times = spread(line.times);
}

const { node, v8, cores, processor } = lines[0];
const [, version] = output("rustc", ["--version"]).split(" ");
console.log(`Measured on ${new Date().toISOString().slice(0, 10)} with Rust ${version} and Node ${node} (V8 ${v8}), ${cores} cores of ${processor}. ` +
  `Goals in time are those of a processor on which JSON.parse alone takes ${PACE} ns for an answer; the figures found beside them are converted to it.`);
for (const table of tables(lines, rust)) console.log(table);
