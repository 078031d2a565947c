// The rules themselves, measured by divan, whose tables are read.

import { execFileSync } from "node:child_process";

/** The number of runs of everything: what is compared takes turns. */
const RUNS = 15;

const PREFIXES = { p: 1e-12, n: 1e-9, µ: 1e-6, m: 1e-3, "": 1, K: 1e3, M: 1e6, G: 1e9 };

/** Returns the least, the median and the most of several numbers. */
export function spread(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
}

/**
 * Runs the benchmarks.
 *
 * @returns {Record<string, { times: number[], rate?: number, allocations: number }>} by path, such as `bulk/array/1000`: nanoseconds an item,
 * bytes a second where a text is read, and allocations an item
 */
export function measureRust(program) {
  const runs = Array.from({ length: RUNS }, () => readDivan(execFileSync(program, ["--bench", "--color", "never"], { encoding: "utf8" })));
  return Object.fromEntries(Object.keys(runs[0]).map((path) => {
    const [least, median, most] = [0, 1, 2].map((at) => spread(runs.map((run) => run[path].times[at])));
    const [rate, allocations] = ["rate", "allocations"].map((part) => runs[0][path][part] && Math.max(...runs.map((run) => run[path][part])));
    return [path, { times: [least[0], median[1], most[2]], rate, allocations }];
  }));
}

/** Reads a table of divan: a tree, and for each leaf rows of cells. */
export function readDivan(table) {
  const path = [];
  const leaves = {};
  let rows = [];
  for (const line of table.split("\n")) {
    const [, tree, text] = /^([│├╰─ ]*)(.*)$/.exec(line);
    const isNode = /[├╰]/.test(tree);
    const [, name, numbers] = isNode ? /^(\S+) ?(.*)$/.exec(text) : [null, "", text];
    if (isNode) {
      // A level is three characters wide.
      path.splice(Math.floor((tree.length - 1) / 3), Infinity, name);
      rows = leaves[path.join("/")] = [];
    }
    rows.push(numbers.split("│").map((cell) => cell.trim()));
  }
  const findings = Object.entries(leaves).map(([path, rows]) => [path, finding(rows)]);
  return Object.fromEntries(findings.filter(([, finding]) => finding !== undefined));
}

function finding(rows) {
  // The columns are the fastest, the slowest and the median.
  const row = (unit) => rows.map((cells) => [0, 1, 2].map((at) => number(cells[at], unit))).find((numbers) => numbers.every(Number.isFinite));
  // The first row below a heading has counts.
  const count = (heading) => Number(rows[rows.findIndex(([cell]) => cell === heading) + 1]?.[0]);
  const [time, items, bytes] = ["s", "item/s", "B/s"].map(row);
  if (time === undefined || items === undefined) return undefined;
  const headings = ["alloc:", "grow:"].filter((heading) => rows.some(([cell]) => cell === heading));
  const allocations = headings.reduce((sum, heading) => sum + count(heading), 0) / Math.round(time[0] * items[0]);
  const [fastest, slowest, median] = items;
  return { times: [1e9 / fastest, 1e9 / median, 1e9 / slowest], rate: bytes?.[0], allocations };
}

/** Reads a number of this unit: seconds, items a second or bytes a second. */
function number(text, unit) {
  const [, digits, prefix] = new RegExp(`^([0-9.]+) (\\D?)${unit}$`).exec(text) ?? [];
  return Number(digits) * PREFIXES[prefix];
}
