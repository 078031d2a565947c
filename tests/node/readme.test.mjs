// The example of the README, run as it stands there: a line `expression; // value` says what it gives.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";

import * as rules from "partner-center-rules";

const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");

describe("the README", () => {
  it("has an example that does what it says", () => {
    const [, example] = readme.match(/```ts\n([^]*?)```/);
    const [, names] = example.match(/import (\{[^}]*\}) from "partner-center-rules";/);
    const claims = example.match(/^.*; \/\/ .*$/gm);
    assert.equal(claims.length, 5);
    const program = example
      .replace(/^import .*$/m, `const ${names} = rules;`)
      .replace(/^(.*); \/\/ (.*)$/gm, "assert.deepEqual($1, $2);");
    new Function("rules", "assert", program)(rules, assert);
  });

  it("gives the date of the rules", () => {
    assert.ok(readme.includes(rules.RULES_VERSION));
  });

  it("counts the pages", () => {
    assert.equal(Object.keys(rules.SOURCES).length, 11);
  });
});
