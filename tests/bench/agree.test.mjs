// Every contender gives the answers that are expected: what is measured is the same work. Nothing is timed here.

import { test } from "node:test";

import { CONTENDERS, load } from "./contenders/index.mjs";
import { WORKS, compare, taskOf } from "./work.mjs";

for (const contender of CONTENDERS) {
  const loaded = await load(contender);
  for (const work of WORKS) {
    // The large texts are the small ones over again.
    if (work.count > 1_000 || taskOf(loaded, work) === undefined) continue;
    test(`${contender.name}: ${work.about}`, () => compare(loaded, work));
  }
}
