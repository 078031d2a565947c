// Strange input against the built package in Node.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import * as rules from "partner-center-rules";

import { facts } from "../facts.mjs";
import { misuse } from "../misuse.mjs";

describe("strange input", () => {
  it("never traps, and never throws anything but a TypeError that names the argument", () => {
    const { count, failures } = misuse(rules);
    assert.deepEqual(failures, []);
    assert.equal(count, 92 * 22);
  });

  for (const { name, actual, expected } of facts(rules)) {
    it(name, () => assert.deepEqual(actual, expected));
  }

  it("decides the same with a polluted prototype", () => {
    Object.prototype.status = "Allowed";
    Object.prototype.held = [];
    try {
      assert.equal(rules.purchaseEligibility({}).outcome, "undetermined");
      assert.equal(rules.settability("Education", {}).outcome, "undetermined");
    } finally {
      delete Object.prototype.status;
      delete Object.prototype.held;
    }
  });
});
