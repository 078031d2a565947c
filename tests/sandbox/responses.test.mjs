// The package as the client of the sandbox: the sandbox accepts its requests, and it reads the responses.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";

import * as rules from "partner-center-rules";

import { startSandbox } from "./sandbox.mjs";

const CONTOSO = "3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1";
const FABRIKAM = "7a92c5f0-3e6d-48b1-ad47-50d8e1f39c67";
const { requests } = rules;

let sandbox;
before(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.send("DELETE", "/sandbox/data"));
after(() => sandbox.stop());

const requestContext = () => ({ requestId: crypto.randomUUID(), correlationId: crypto.randomUUID() });
const ask = ({ method, path, body, headers }) => sandbox.send(method, path, body, headers);

/** Sends a request and reads its response. */
async function read(reader, request, ...rest) {
  const { status, body } = await ask(request);
  return reader(status, body, ...rest);
}

const held = async (id) => (await read(rules.readQualifications, requests.readQualifications(id, requestContext()))).value;

describe("the sandbox", () => {
  it("gives responses about every customer that the package reads", async () => {
    const customers = (await sandbox.send("GET", "/sandbox/customers")).json();
    const rows = [];
    for (const { id, name } of customers) {
      const status = await read(rules.readValidationStatus, requests.readValidationStatus(id, requestContext()));
      const one = await read(rules.readQualification, requests.readQualification(id, requestContext()));
      const all = await read(rules.readQualifications, requests.readQualifications(id, requestContext()));
      const list = (entries) => entries.map((entry) => [entry.qualification, entry.vettingStatus].filter(Boolean).join(" ")).join(", ");
      rows.push([
        name,
        status.ok ? status.value.status : status.fault.issue.code,
        one.ok ? one.value.qualification : one.fault.issue.code,
        all.ok ? list(all.value) : all.fault.issue.code,
      ].join(" | "));
    }
    assert.deepEqual(rows, [
      "Contoso Manufacturing | Allowed | None | ",
      "Northwind Traders | UnderReview | None | ",
      "Tailspin Toys | NotAllowed | None | ",
      "Woodgrove Bank | Unknown | None | ",
      "Litware | Not Ready | None | ",
      "Adventure Works Cycles | NoAccountStatus | None | ",
      "Fabrikam School District | Allowed | Education | Education Approved",
      "Southridge College | Allowed | None | Education InReview",
      "Graphic Design Institute | Allowed | None | Education Denied",
      "School of Fine Art | UnderReview | Education | Education Approved",
      "Lucerne Relief Fund | Allowed | Nonprofit | Nonprofit",
      "Contoso City Council | Allowed | GovernmentCommunityCloud | GovernmentCommunityCloud",
      "Fabrikam State University | Allowed | StateOwnedEntity | StateOwnedEntity Approved, Education Approved",
      "Proseware Water Authority | Allowed | StateOwnedEntity | StateOwnedEntity Approved, GovernmentCommunityCloud",
      "Trey Research | Allowed | researchinstitution | ResearchInstitution Approved",
      "Fourth Coffee | Allowed | serviceFailed | serviceFailed",
      "Wingtip Toys | Suspended | None | ",
      "Alpine Ski School | Allowed | None | Education MoreInformationNeeded",
      "A. Datum Corporation | customerNotFound | None | ",
      "Humongous Insurance | serviceFailed | None | ",
      "VanArsdel | Allowed | None | ",
    ]);
  });

  it("gives validation codes that the package reads", async () => {
    const { ok, value } = await read(rules.readValidationCodes, requests.readValidationCodes(requestContext()));
    const rows = value.map(({ validationId, maxCreates, remainingCreates }) => [validationId, maxCreates, remainingCreates]);
    assert.deepEqual({ ok, rows }, { ok: true, rows: [["2041187", 5, 3], ["2041322", undefined, undefined], ["2041563", 2, 0]] });
  });

  for (const mode of rules.MODES) {
    it(`sets a qualification and accepts a purchase, ${mode}`, async () => {
      const context = { mode, customerId: CONTOSO, held: await held(CONTOSO) };
      const form = { qualification: "GovernmentCommunityCloud", validationCode: "2041187" };
      const { request } = requests.setQualification(form, context, requestContext());
      const { ok, value } = await read((status, body) => rules.readUpdate(mode, status, body), request);
      assert.deepEqual([ok, value.qualification], [true, "GovernmentCommunityCloud"]);

      const probe = () => sandbox.send("POST", `/sandbox/customers/${CONTOSO}/purchases`, `{"segment":"GovernmentCommunityCloud"}`);
      const offer = async () => rules.offerEligibility(await held(CONTOSO), "GovernmentCommunityCloud").outcome;
      if (mode === "asynchronous") {
        assert.equal(value.vettingStatus, "InReview");
        assert.notEqual(rules.readTimestamp(value.vettingCreateDate), null);
        assert.deepEqual([await offer(), (await probe()).status], ["blocked", 400]);
        const end = JSON.stringify({ qualification: form.qualification, outcome: "approve" });
        assert.equal((await sandbox.send("POST", `/sandbox/customers/${CONTOSO}/reviews`, end)).status, 200);
      }
      assert.deepEqual([await offer(), (await probe()).status], ["allowed", 201]);
      const [code] = (await read(rules.readValidationCodes, requests.readValidationCodes(requestContext()))).value;
      assert.equal(code.remainingCreates, 2);
    });
  }

  it("refuses updates with faults that the package explains", async () => {
    const gcc = (validationCode) => ({ qualification: "GovernmentCommunityCloud", validationCode });
    // Without held qualifications and codes, the check leaves the decision to the service.
    const refused = async (customerId, form) => {
      const { request } = requests.setUndeterminedQualification(form, { customerId }, requestContext());
      const { fault } = await read((status, body) => rules.readUpdate("asynchronous", status, body), request);
      return [fault.issue.code, ...fault.issue.path, fault.isRetryable];
    };
    assert.deepEqual(await refused(FABRIKAM, gcc("2041187")), ["qualificationRefused", "qualification", false]);
    assert.deepEqual(await refused(crypto.randomUUID(), gcc("2041187")), ["customerNotFound", "customerId", false]);
    assert.deepEqual(await refused(CONTOSO, gcc("2041563")), ["requestNotAccepted", false]);
    await sandbox.send("POST", "/sandbox/throttle", `{"requests":1,"retryAfter":1}`);
    assert.deepEqual(await refused(CONTOSO, gcc("2041187")), ["tooManyRequests", true]);
  });
});
