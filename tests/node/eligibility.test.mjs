// The entry with decisions only: every case of its calls, imported and required, compared with the whole package.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";

import * as whole from "partner-center-rules";
import * as imported from "partner-center-rules/eligibility";
import { messages } from "partner-center-rules/messages/de";

import { caseFiles } from "../files.mjs";
import { run } from "../runner.mjs";

const required = createRequire(import.meta.url)("partner-center-rules/eligibility");
const files = (await caseFiles()).filter(({ call }) => Object.hasOwn(imported, call));

for (const [way, rules] of Object.entries({ import: imported, require: required })) {
  for (const file of files) {
    describe(`${file.name} by ${way}`, () => {
      for (const { name, passed, actual, expected } of run({ ...rules, RULES: whole.RULES }, file)) {
        it(name, () => passed || assert.deepEqual(actual, expected));
      }
    });
  }
}

describe("the entry with decisions only", () => {
  const names = (rules) => Object.keys(rules).filter((name) => name !== "default" && name !== "module.exports");

  it("has cases for each of its decisions", () => {
    const decisions = names(imported).filter((name) => /^[a-z]/.test(name) && !["label", "qualificationOptions"].includes(name));
    assert.deepEqual([...new Set(files.map(({ call }) => call))].sort(), decisions.sort());
  });

  it("has names of the package, the same by import and by require", () => {
    assert.deepEqual(names(imported).filter((name) => !Object.hasOwn(whole, name)), []);
    assert.deepEqual(names(imported).sort(), names(required).sort());
    for (const name of names(imported).filter((name) => /^[A-Z]/.test(name))) assert.deepEqual(imported[name], whole[name], name);
  });

  it("gives the decisions and labels of the package, in every language", () => {
    for (const options of [{}, { messages }, { messages: { accountUnderReview: "Wait." } }, { messages: { customerIdInvalid: "No." } }]) {
      const of = (rules) => [
        rules.accountEligibility("UnderReview", null, options),
        rules.offerEligibility([{ qualification: "Education" }], "Education", "renewal", options),
        rules.qualificationOptions({ held: [], ...options }),
        rules.label("accountStatus", "UnderReview", options),
      ];
      assert.deepEqual(of(imported), of(whole));
    }
  });

  it("has the same errors as the package", () => {
    const mistakes = [
      (rules) => rules.settability("Education", { mode: "sometimes" }),
      (rules) => rules.accountEligibility("Allowed", "gift"),
      (rules) => rules.accountEligibility("Allowed", null, { messages: { nothing: "?" } }),
      (rules) => rules.eligibilityFromResponse("200", ""),
      (rules) => rules.label("planet", "Earth"),
    ];
    const error = (rules, mistake) => {
      try {
        return mistake(rules);
      } catch ({ name, message }) {
        return { name, message };
      }
    };
    for (const mistake of mistakes) {
      assert.equal(error(imported, mistake).name, "TypeError", String(mistake));
      assert.deepEqual(error(imported, mistake), error(whole, mistake));
    }
  });
});
