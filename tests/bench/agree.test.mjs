// Checks that every contender has the expected results, so that the measured work is the same. Measures nothing.

import { equal } from "node:assert/strict";
import { test } from "node:test";

import { CONTENDERS, load } from "./contenders/index.mjs";
import { records } from "./records.mjs";
import { WORKS, cases, compare, taskOf } from "./work.mjs";

test("the records are those of the benchmarks in Rust", () => {
  equal(new TextDecoder().decode(records(3).bytes), cases.records);
});

for (const contender of CONTENDERS) {
  const loaded = await load(contender);
  for (const work of WORKS) {
    // The large texts repeat the small ones.
    if (work.isLarge || taskOf(loaded, work) === undefined) continue;
    test(`${contender.name}: ${work.about}`, () => compare(loaded, work));
  }
}
