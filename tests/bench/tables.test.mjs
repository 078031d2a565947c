// The tables of the benchmarks: what was measured, and what could not be.

import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";

import { readDivan, spread } from "./rust.mjs";
import { tables } from "./tables.mjs";

const TABLE = `
Timer precision: 20 ns
bench                         fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ bulk                                     │               │               │               │         │
│  ╰─ array                                 │               │               │               │         │
│     ├─ 1000                 40 µs         │ 50 µs         │ 45 µs         │ 47 µs         │ 5       │ 5
│     │                       2 GB/s        │ 1.6 GB/s      │ 1.8 GB/s      │ 1.7 GB/s      │         │
│     │                       25 Mitem/s    │ 20 Mitem/s    │ 22 Mitem/s    │ 21 Mitem/s    │         │
│     │                       max alloc:    │               │               │               │         │
│     │                         2           │ 2             │ 2             │ 2             │         │
│     │                         1.032 KB    │ 1.032 KB      │ 1.032 KB      │ 1.032 KB      │         │
│     │                       alloc:        │               │               │               │         │
│     │                         2           │ 2             │ 2             │ 2             │         │
│     │                         16 B        │ 16 B          │ 16 B          │ 16 B          │         │
│     │                       grow:         │               │               │               │         │
│     │                         8           │ 8             │ 8             │ 8             │         │
│     │                         16 B        │ 16 B          │ 16 B          │ 16 B          │         │
│     ╰─ 1000000              80 ms         │ 90 ms         │ 85 ms         │ 86 ms         │ 5       │ 5
│                             900 MB/s      │ 800 MB/s      │ 850 MB/s      │ 840 MB/s      │         │
│                             12.5 Mitem/s  │ 11 Mitem/s    │ 11.5 Mitem/s  │ 11.6 Mitem/s  │         │
╰─ decisions                                │               │               │               │         │
   ╰─ purchase                2.5 µs        │ 50 µs         │ 3.125 µs      │ 3.7 µs        │ 100     │ 100
                              400 Mitem/s   │ 20 Mitem/s    │ 320 Mitem/s   │ 268 Mitem/s   │         │
`;

test("the table of divan is understood", () => {
  const { "bulk/array/1000": small, "bulk/array/1000000": large, "decisions/purchase": purchase, ...others } = readDivan(TABLE);
  deepEqual(others, {});
  deepEqual(small, { times: [40, 1e9 / 22e6, 50], rate: 2e9, allocations: 0.01 });
  equal(large.rate, 9e8);
  deepEqual([purchase.times[0], purchase.rate, purchase.allocations], [2.5, undefined, 0]);
});

test("the page has what was measured, and what could not be", () => {
  const name = "partner-center-rules";
  const measured = {
    answer: { [name]: [210, 200, 240], "plain JavaScript": [400], "JSON.parse alone": [532], "zen-engine-wasm": [4_000] },
    form: { [name]: [300], "plain JavaScript": [100], zod: [250], "json-rules-engine": [2_700] },
    "many 1000000": { [name]: [100e6], "JSON.parse alone": [200e6] },
    "start node": { [name]: [41e6, 40e6, 42e6] },
  };
  const lines = [
    { contender: name, version: "0.1.0", lacks: {}, right: 10, cases: 10 },
    { contender: "plain JavaScript", lacks: { answer: "a rule" }, right: 8, cases: 10 },
    { contender: "JSON.parse alone", lacks: {} },
    { contender: "zod", version: "4.6.7", lacks: {}, right: 9, cases: 10 },
    { contender: "gone", error: "Error: not\n| found" },
    { work: "answer", contender: "zod", times: [], error: "ended with SIGTRAP" },
    ...Object.entries(measured).flatMap(([work, all]) => Object.entries(all).map(([contender, times]) => ({ work, contender, times: spread(times) }))),
  ];
  const finding = (time, rate, allocations = 0) => ({ times: [time, time, time], rate, allocations });
  const sizes = Object.entries({ 1_000: 40, 10_000: 40, 100_000: 44, 1_000_000: 50 }).map(([size, cost]) => [`bulk/array/${size}`, finding(cost, 1.5e9)]);
  const rust = {
    ...Object.fromEntries(sizes), "bulk/array_with_serde_json/1000000": finding(125, 0.6e9), "decisions/purchase": finding(3, undefined, 0.5),
  };
  const page = tables(lines, rust).join("\n").split("\n");
  for (const line of [
    "| answer text to decision, package | 1.4 x JSON.parse alone, 10 x ahead of every rule engine | 0.38 x, 20.0 x ahead of every rule engine |",
    "| valid form to typed value, package | 5 x zod, which checks less, 10 x ahead of every rule engine | FELL SHORT: 1.20 x, 9.00 x ahead of every rule engine |",
    "| form with three errors to issue objects, package | 1.3 x zod, 10 x ahead of every rule engine | - |",
    "| the same, Rust, one core | 2 GB/s, and 1.8 x serde_json into a typed Vec | 3.00 GB/s (1.50 here), 2.50 x serde_json |",
    "| typed status and holdings to purchase decision, Rust | 3 ns, no allocation | FELL SHORT: 1.50 ns (3.00 ns here), 0.5 allocations |",
    "| the same, Rust, one core | flat within 20 % | FELL SHORT: 25 %: 40.0 ns to 50.0 ns |",
    "| import to first decision, fresh Node | 15 ms | FELL SHORT: 20.0 ms (40.0 ms here) |",
    "| everything, fresh Node | 40.0 ms | 41.0 ms | 42.0 ms |",
    "| partner-center-rules | 200 ns | 210 ns | 240 ns | 0.50 |",
    "| zod | ended with SIGTRAP |  |  |  |",
    "| 1,000,000 | partner-center-rules | 100 ms | 100 ms | 100 ms | 100 ns |  | 0.50 |",
    "| JSON array, 1,000,000 records | 50.0 ns | 50.0 ns | 50.0 ns | 1.50 GB/s | 0 |",
    "| plain JavaScript |  | 8 of 10 | a rule |  |",
    "| gone |  | Error: not / found |  |  |",
  ]) ok(page.includes(line), `${line}\n${page.join("\n")}`);
  const goals = tables([], {})[0].split("\n").slice(3);
  ok(goals.length === 10 && goals.every((goal) => goal.endsWith(" | - |")), goals.join("\n"));
});
