// A page and a service decide in the same way: every form is checked by the package and by the extractor of the sandbox, and the
// results are compared.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import * as rules from "partner-center-rules";

import { caseFiles } from "../files.mjs";
import { startSandbox } from "./sandbox.mjs";

const REQUEST_CONTEXT = { requestId: "037db222-6d8e-4d7f-ba78-df3dca33fb68", correlationId: "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745" };
const IDS = { "MS-RequestId": REQUEST_CONTEXT.requestId, "MS-CorrelationId": REQUEST_CONTEXT.correlationId };
const CUSTOMER = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

const cases = (await caseFiles()).filter(({ call }) => call === "checkForm").flatMap((file) => file.cases);

let sandbox;
before(async () => (sandbox = await startSandbox()));
after(() => sandbox.stop());

describe("a form", () => {
  for (const { name, input } of cases) {
    it(name, () => decidedAlike(JSON.stringify(input.form), input.context));
  }

  const nothingHeld = { held: [] };
  const soe = `"customerId":"${CUSTOMER}","qualification":"StateOwnedEntity"`;
  for (const [name, members] of Object.entries({
    "with lone surrogates": `"website":"http://ex\\ud800.edu","validationCode":"\\udc001","\\ud800":1`,
    "with surrogate pairs": `"website":"http://\\ud83d\\ude00.edu","😀":1`,
    "with NULs": `"website":"a\\u0000b","\\u0000":1`,
    "with names of members of Object.prototype": `"__proto__":{"qualification":"None"},"constructor":1,"toString":1`,
    "with names that are numbers": `"b":1,"10":1,"2":1,"a":1,"-1":1,"01":1,"4294967295":1,"4294967294":1`,
    "with more unknown members than are reported": [..."abcdefghijk", "1"].map((letter) => `"${letter}":1`).join(),
    "with members that occur twice": `"x":1,"y":1,"x":2`,
    "with numbers that some parsers refuse": `"validationCode":1e400,"website":-0`,
    "with deep members": `"website":${"[".repeat(5000)}${"]".repeat(5000)}`,
    "with long texts": `"website":"${"x".repeat(5000)}","validationCode":"${"1".repeat(5000)}","${"y".repeat(5000)}":1`,
    "with long blank texts": `"website":"${" ".repeat(4097)}","validationCode":"${" ".repeat(4096)}"`,
    "with nulls": `"website":null,"validationCode":null,"educationSegment":null,"x":null`,
  })) {
    it(name, () => decidedAlike(`{${soe},${members}}`, nothingHeld));
  }

  it("with random fields of the cases", async () => {
    const fields = [...rules.FIELDS, "other"];
    const given = fields.map((field) => [undefined, ...new Set(cases.map(({ input }) => input.form[field]))]);
    const contexts = cases.map(({ input }) => input.context);
    const pick = pseudorandom(20261120);
    for (let count = 0; count < 1000; count += 1) {
      const form = Object.fromEntries(fields.map((field, at) => [field, pick(given[at])]));
      if (pick([true, true, false])) form.customerId = CUSTOMER;
      await decidedAlike(JSON.stringify(form), pick(contexts));
    }
  });
});

/** Checks one form with both, and compares the results. */
async function decidedAlike(json, context = {}) {
  const form = JSON.parse(json);
  const id = rules.checkField("customerId", context.customerId ?? form.customerId).value;
  // The service has no data about a customer without an ID, whatever the page has.
  const customerName = id === undefined ? undefined : (context.customerName ?? "A customer");
  const validationCodes = context.validationCodes?.filter(isReadable);
  const known = { ...context, held: id === undefined ? undefined : context.held, customerName, validationCodes };
  const replaced = await sandbox.send("PUT", "/sandbox/data", JSON.stringify(dataOf(id, known)));
  assert.equal(replaced.status, 204, replaced.body);

  const path = context.customerId === undefined ? "/sandbox/updates" : `/sandbox/customers/${id}/updates`;
  const query = context.mode === undefined ? "" : `?mode=${context.mode}`;
  const answer = await sandbox.send("POST", path + query, json, IDS);

  const here = rules.checkForm(form, known);
  if (here.ok) {
    const { request } = rules.requests.setUndeterminedQualification(form, known, REQUEST_CONTEXT);
    assert.deepEqual({ status: answer.status, ...answer.json() }, { status: 200, ...here, request });
  } else {
    const { issues, warnings } = answer.json();
    assert.deepEqual({ status: answer.status, issues, warnings }, { status: 422, issues: here.issues, warnings: here.warnings });
    assert.equal(answer.type, "application/problem+json");
  }
}

/** Returns data with which the sandbox knows the same as the page. */
function dataOf(id, { held, validationCodes, customerName: name }) {
  const validationStatus = { status: "Allowed" };
  const customers = id === undefined ? [] : [{ id, name, validationStatus, qualifications: held ?? null }];
  return { customers, validationCodes: validationCodes ?? null };
}

/** Returns whether a code can be read. The sandbox accepts no other codes. */
function isReadable(code) {
  const form = { qualification: "GovernmentCommunityCloud", validationCode: "1" };
  const { warnings } = rules.checkForm(form, { validationCodes: [code] });
  return warnings.every((warning) => warning.code !== "validationCodesIncomplete");
}

/** Returns a pseudorandom picker, the same in every run. */
function pseudorandom(seed) {
  let state = seed;
  return (list) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)];
  };
}
