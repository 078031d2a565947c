// Members that a page adds to `Object.prototype` while the package is in use.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import * as rules from "partner-center-rules";

describe("a member of Object.prototype with the name of a member of a result", () => {
  const customerId = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
  const requestContext = { requestId: customerId, correlationId: customerId };
  /** Calls with results that have each of these members, and a decision, which has none. */
  const CALLS = {
    ok: () => rules.checkForm({}),
    code: () => rules.checkForm({}),
    path: () => rules.checkForm({}),
    input: () => rules.checkField("customerId", "x"),
    state: () => rules.checkField("website", "x"),
    shown: () => rules.fieldPlan("Education"),
    disabled: () => rules.fieldPlan("Education"),
    maxlength: () => rules.fieldPlan("Education"),
    url: () => rules.requests.readValidationCodes(requestContext),
    "MS-RequestId": () => rules.requests.readValidationCodes(requestContext),
    recognised: () => rules.readValidationStatus(200, '{"status":"Allowed"}'),
    vettingStatus: () => rules.readQualifications(200, '[{"qualification":"Education","vettingStatus":"Approved"}]'),
    isRetryable: () => rules.readFault(503, ""),
    json: () => rules.readFault(503, '{"other":1}'),
  };
  const KINDS = {
    setter: { get: () => "Allowed", set() {}, configurable: true },
    getter: { get: () => "Allowed", configurable: true },
    "read-only member": { value: "Allowed", writable: false, configurable: true },
  };
  for (const [kind, descriptor] of Object.entries(KINDS)) {
    for (const [name, call] of Object.entries(CALLS)) {
      it(`is an error that is contained: the ${kind} ${name}`, () => {
        const usual = call();
        Object.defineProperty(Object.prototype, name, descriptor);
        let error;
        let decision;
        try {
          call();
        } catch (thrown) {
          error = thrown;
        } finally {
          decision = rules.purchaseEligibility({ status: "NotAllowed" }).outcome;
          delete Object.prototype[name];
        }
        assert.deepEqual([error?.name, error?.code, decision], ["RulesError", "callFailed", "blocked"]);
        assert.deepEqual(call(), usual);
      });
    }
  }

  it("is no error if the result has no such member", () => {
    Object.defineProperty(Object.prototype, "should", { get: () => undefined, set() {}, configurable: true });
    try {
      assert.equal(rules.checkForm({}).ok, false);
    } finally {
      delete Object.prototype.should;
    }
  });
});
