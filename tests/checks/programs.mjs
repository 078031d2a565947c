// What the checks share that start other programs and read what they leave. Whoever reads a format has it here, where
// `tests/node/checks.test.mjs` tries it.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export const isFull = process.argv.includes("--full");

/** The program of cargo that the check was given, such as `cargo-deny`. */
export const tool = process.argv[2];

/** Prints the figure, which is the last line of a check, and sets the exit code. */
export function end(figure, isReached) {
  console.log(figure);
  process.exitCode = isReached ? 0 : 1;
}

/** Runs a program to its end. What it prints on its standard error is shown. */
export function run(program, words, options = {}) {
  const { status, stdout, error } = spawnSync(program, words === "" ? [] : words.split(" "), {
    encoding: "utf8", maxBuffer: Infinity, stdio: ["ignore", "pipe", "inherit"], ...options,
  });
  if (error) throw error;
  return { status, stdout };
}

/** Returns what a program prints. Throws if it fails. */
export function read(program, words) {
  const { status, stdout } = run(program, words);
  if (status !== 0) throw new Error(`${program} ${words} failed (${status})`);
  return stdout;
}

/** Returns the lines of a text, or of a file that may be missing. */
export const linesOf = (text) => text.split("\n").filter((line) => line !== "");
export function linesOfFile(file) {
  try {
    return linesOf(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}

/** The licences of npm packages: free ones. Nothing of these packages is in ours. */
const LICENCES = [
  "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC-BY-4.0", "CC0-1.0", "ISC", "LGPL-3.0-or-later", "MIT", "MIT-0",
  "MPL-2.0",
];

/** Counts the packages of an npm lock file that come from elsewhere, and finds faults in it. */
export function readLockFile({ lockfileVersion, packages = {} }) {
  const findings = lockfileVersion === 3 ? [] : ["the version of the lock file is not 3"];
  if (Object.keys(packages).length === 0) findings.push("there are no packages");
  const foreign = Object.entries(packages).filter(([name, { link }]) => name.startsWith("node_modules/") && !link);
  for (const [name, { integrity, resolved, license = "none" }] of foreign) {
    if (!integrity?.startsWith("sha512-")) findings.push(`${name} has no digest`);
    if (resolved !== undefined) findings.push(`${name} names where it is downloaded from: ${resolved}`);
    const isFree = license.split(/ AND | OR /).every((part) => LICENCES.includes(part.replace(/^\(+|\)+$/g, "")));
    if (!isFree) findings.push(`${name} has the licence ${license}`);
  }
  return { count: foreign.length, findings };
}

/**
 * Counts what was run of a file without its tests, from its record in an LCOV report: `DA:line,count` for each line,
 * `BRDA:line,block,branch,count` for each branch.
 */
export function readCoverage(file, record, source) {
  const code = source.split("\n#[cfg(test)]\n")[0].split("\n");
  const found = { lines: [0, 0], branches: [0, 0], missed: [] };
  for (const [, kind, line, count] of record.matchAll(/^(DA|BRDA):(\d+),(?:.*,)?([^,\n]+)$/gm)) {
    const text = code[line - 1];
    if (text === undefined) continue;
    const [counts, what] = kind === "DA" ? [found.lines, "not run"] : [found.branches, "one way only"];
    // A bar stands for a branch that was not even come to.
    const isRun = count !== "0" && count !== "-";
    counts[0] += Number(isRun);
    counts[1] += 1;
    if (!isRun) found.missed.push(`${file}:${line}: ${what}: ${text.trim()}`);
  }
  return found;
}
