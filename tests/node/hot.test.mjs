// Calls that are made very often: Node 20 aborts when a hot call that returns a reference is deoptimised, and what a call
// leaves behind adds up.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import * as rules from "partner-center-rules";

import { caseFiles } from "../files.mjs";
import { ask, run } from "../runner.mjs";

/** Enough for the optimising compiler to inline a call, twice over. */
const CALLS = 150_000;
const ROUNDS = 3;
const MEGABYTE = 1_048_576;
const files = await caseFiles();

describe("a call that is made very often", () => {
  for (const { name, call, cases } of files) {
    it(`${call} (${name}) stays right and leaves nothing behind`, () => {
      let before;
      for (let round = 0; round < ROUNDS; round += 1) {
        const { input } = cases[round % cases.length];
        for (let count = 0; count < CALLS; count += 1) ask(rules, call, input);
        // Inputs of every other kind, so that what was optimised for one kind has to be undone.
        const failed = run(rules, { call, cases }).filter(({ passed }) => !passed);
        assert.deepEqual(failed, []);
        before ??= process.memoryUsage().external;
      }
      const growth = process.memoryUsage().external - before;
      assert.ok(growth < MEGABYTE, `memory outside JavaScript's heap grew by ${growth} bytes`);
    });
  }
});
