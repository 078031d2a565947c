// Compares the model's readers of responses and its requests with the cases, and with the package on random input.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import * as rules from "partner-center-rules";

import { caseFiles } from "../files.mjs";
import { Generator } from "../generate.mjs";
import * as responses from "../model/responses.mjs";
import * as requests from "../model/requests.mjs";
import { run } from "../runner.mjs";

const model = { ...responses, ...requests };
const READERS = [
  "readFault",
  "readValidationStatus",
  "readQualification",
  "readQualifications",
  "readUpdate",
  "readValidationCodes",
];
const DECIDERS = ["eligibilityFromResponse", "purchaseEligibilityFromResponse", "explainPurchaseRefusal"];
const REQUESTS = ["readRequests", "updateRequests", "requestAsCurl"];

describe("the model", () => {
  it("passes the cases", async () => {
    const answered = (await caseFiles()).filter(({ call }) => call in model);
    for (const { call, cases } of answered) {
      for (const { name, input, expected } of cases) assert.deepEqual(model[call](input), expected, `${call}: ${name}`);
    }
    assert.deepEqual(
      answered.map(({ call }) => call).sort(),
      [...READERS, ...DECIDERS, ...REQUESTS, "readTimestamp"].sort(),
    );
  });

  for (const [at, call] of READERS.entries()) {
    it(`reads random input like the package: ${call}`, () => {
      const some = new Generator(at + 1);
      const mode = () => (call === "readUpdate" ? { mode: some.one(rules.MODES) } : {});
      const results = compare(call, 3_000, () => ({ ...mode(), ...some.answer() }));
      // Otherwise only faults would be compared.
      if (call !== "readFault") assert.ok(results.filter(({ ok }) => ok).length > 40, "hardly an answer was read");
    });
  }

  for (const [at, call] of DECIDERS.entries()) {
    it(`decides on random input like the package: ${call}`, () => {
      const some = new Generator(at + 11);
      const results = compare(call, 3_000, () => {
        const held = some.held();
        return {
          ...some.answer(),
          ...(call !== "explainPurchaseRefusal" && { transaction: some.one(rules.TRANSACTIONS) }),
          ...(call === "purchaseEligibilityFromResponse" && {
            segment: some.one(rules.OFFER_SEGMENTS),
            ...(held && { held }),
          }),
        };
      });
      assert.ok(
        results.filter((result) => result !== null && result.outcome !== "undetermined").length > 15,
        "hardly anything was decided",
      );
    });
  }

  it("reads times like the package", () => {
    const some = new Generator(21);
    const instants = compare("readTimestamp", 20_000, () => ({ text: some.time() })).filter(
      (instant) => instant !== null,
    );
    assert.ok(instants.length > 2_000, `only ${instants.length} are instants`);
  });

  it("builds requests like the package", () => {
    const some = new Generator(31);
    compare("readRequests", 1_000, () => {
      const operation = some.one(rules.OPERATIONS.filter((name) => name.startsWith("read")));
      return {
        operation,
        ...(operation !== "readValidationCodes" && { customerId: some.customerId() }),
        requestContext: some.requestContext(),
      };
    });
    const updates = compare("updateRequests", 5_000, () => ({
      form: some.form(Object.keys(requests.WEBSITES)),
      context: some.context(),
      requestContext: some.requestContext(),
      undetermined: some.isOne(2),
    }));
    const made = new Set(updates.filter(({ ok }) => ok).map(({ request }) => `${request.operation} ${request.body}`));
    assert.ok(made.size > 12, `only ${made.size} different updates were made`);
  });
});

/** Returns the results of the package and of the model. */
function compare(call, count, input) {
  const cases = Array.from({ length: count }, (_, at) => {
    const asked = input();
    return { name: `${at}`, input: asked, expected: model[call](asked) };
  });
  for (const { name, passed, actual, expected } of run(rules, { call, cases })) {
    if (!passed) assert.deepEqual(actual, expected, `${call}: ${JSON.stringify(cases[Number(name)].input)}`);
  }
  return cases.map(({ expected }) => expected);
}
