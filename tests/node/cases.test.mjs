// The cases against the package in Node, imported and required.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";

import * as imported from "partner-center-rules";

import { caseFiles } from "../files.mjs";
import { calls, run } from "../runner.mjs";

const required = createRequire(import.meta.url)("partner-center-rules");
const files = await caseFiles();

for (const [way, rules] of Object.entries({ import: imported, require: required })) {
  for (const file of files) {
    describe(`${file.name} by ${way}`, () => {
      for (const { name, passed, actual, expected } of run(rules, file)) {
        it(name, () => passed || assert.deepEqual(actual, expected));
      }
    });
  }
}

describe("the case files", () => {
  it("have cases with unique names", () => {
    for (const { name, cases } of files) {
      assert.ok(cases.length > 0, name);
      assert.equal(new Set(cases.map((each) => each.name)).size, cases.length, name);
    }
  });

  it("exist for every call", () => {
    assert.deepEqual([...new Set(files.map(({ call }) => call))].sort(), calls().sort());
  });

  it("cover each of the eighteen common mistakes", () => {
    const shown = new Set(files.flatMap(({ cases }) => cases.map(({ mistake }) => mistake)));
    for (let mistake = 1; mistake <= 18; mistake += 1) assert.ok(shown.has(mistake), `mistake ${mistake}`);
  });
});
