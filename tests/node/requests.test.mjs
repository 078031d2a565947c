// Requests in `fetch` and in a shell, and with input that could change the URL.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { once } from "node:events";
import { describe, it } from "node:test";

import * as rules from "partner-center-rules";

import { caseFiles } from "../files.mjs";
import { ask } from "../runner.mjs";

const HOSTS = ["https://api.partnercenter.microsoft.com", "https://partner.partnercenterapi.microsoftonline.cn"];
const PATH = /^\/v1\/customers\/(all\/validations|[0-9a-f-]{36}\/(qualifications?|validationStatus))$/;
const QUERY = /^(\?type=account|\?code=[1-9][0-9]*)?$/;

/** Every request of the cases. */
const made = (await caseFiles())
  .filter(({ call }) => call === "readRequests" || call === "updateRequests")
  .flatMap(({ call, cases }) => cases.map(({ input }) => ask(rules, call, input)))
  .map((answer) => (answer.method === undefined ? answer.request : answer))
  .filter((request) => request !== undefined);

describe("a request", () => {
  it("has one of two hosts and one of four paths", () => {
    assert.ok(made.length > 50);
    for (const request of made) {
      const { origin, pathname, search, hash, username } = new URL(request.url);
      assert.ok(
        HOSTS.includes(origin) && PATH.test(pathname) && QUERY.test(search) && hash === "" && username === "",
        request.url,
      );
      assert.equal(request.url, `${origin}${pathname}${search}`);
      assert.equal(request.path, `${pathname}${search}`);
    }
  });

  it("is not built for the nil GUID, which has its own error", () => {
    const nil = "00000000-0000-0000-0000-000000000000";
    const id = "037db222-6d8e-4d7f-ba78-df3dca33fb68";
    const read = (customer, requestId, correlationId) => () =>
      rules.requests.readQualifications(customer, { requestId, correlationId });
    const nothing = "not the nil GUID: all zeros name nothing";
    assert.throws(read(id, nil, id), { name: "TypeError", message: `requestContext.requestId must be a GUID, ${nothing}` });
    assert.throws(read(id, id, nil), { name: "TypeError", message: `requestContext.correlationId must be a GUID, ${nothing}` });
    for (const customer of [nil, `"{${nil}}"`, "0".repeat(32), `https://partner.microsoft.com/customers/${nil}`]) {
      const message = `customerId must be a customer ID, a GUID, ${nothing}`;
      assert.throws(read(customer, id, id), { name: "TypeError", message });
    }
    assert.throws(read(id, "0", id), { message: 'requestContext.requestId must be a GUID, not "0"' });
  });

  it("is a valid argument of fetch", async () => {
    const server = createServer((asked, answer) => {
      const parts = [];
      asked.on("data", (part) => parts.push(part));
      asked.on("end", () =>
        answer.end(
          JSON.stringify({
            method: asked.method,
            path: asked.url,
            headers: asked.headers,
            body: Buffer.concat(parts).toString(),
          }),
        ),
      );
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      for (const request of made) {
        const response = await fetch(`http://127.0.0.1:${server.address().port}${request.path}`, request);
        const { method, path, headers, body } = await response.json();
        assert.deepEqual(
          { method, path, body },
          { method: request.method, path: request.path, body: request.body ?? "" },
        );
        for (const [name, value] of Object.entries(request.headers)) assert.equal(headers[name.toLowerCase()], value);
      }
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it("is the same as a curl command and in fetch", () => {
    // The mock of curl prints its arguments, each followed by a NUL.
    const words = (command) =>
      execFileSync("sh", ["-c", `curl() { printf '%s\\0' "$@"; }\n${command}`], {
        env: { ...process.env, PARTNER_CENTER_TOKEN: "a b'c" },
        encoding: "utf8",
      })
        .split("\0")
        .slice(0, -1);
    for (const { method, url, headers, body, curl } of made) {
      const said = words(curl);
      assert.deepEqual(said.slice(0, 3), ["--request", method, url]);
      const sent = said.filter((_, at) => said[at - 1] === "--header");
      assert.deepEqual(
        sent.sort(),
        [...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), "Authorization: Bearer a b'c"].sort(),
      );
      assert.deepEqual(
        said.filter((_, at) => said[at - 1] === "--data"),
        body === undefined ? [] : [body],
      );
    }
  });

  it("has no token, and only declared members", () => {
    for (const request of made) {
      assert.ok(!Object.keys(request.headers).some((name) => /authorization/i.test(name)));
      assert.deepEqual(
        Object.keys(request).sort(),
        [
          "operation",
          "method",
          "url",
          "path",
          "headers",
          ...(request.body === undefined ? [] : ["body"]),
          "curl",
        ].sort(),
      );
    }
  });

  it("has a reader for its response", () => {
    const readers = {
      readValidationStatus: rules.readValidationStatus,
      readQualification: rules.readQualification,
      readQualifications: rules.readQualifications,
      readValidationCodes: rules.readValidationCodes,
      setQualification: (status, body) => rules.readUpdate("synchronous", status, body),
      createQualification: (status, body) => rules.readUpdate("asynchronous", status, body),
    };
    assert.deepEqual(Object.keys(readers).sort(), [...rules.OPERATIONS].sort());
    for (const [operation, read] of Object.entries(readers))
      assert.equal(read(503, "").fault.issue.code, "serviceFailed", operation);
    assert.deepEqual(Object.values(rules.UPDATE_OPERATIONS).sort(), ["createQualification", "setQualification"]);
  });
});

describe("the value of a check", () => {
  const ID = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
  const REQUEST_CONTEXT = { requestId: "037db222-6d8e-4d7f-ba78-df3dca33fb68", correlationId: "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745" };
  const { MODES, checkField, checkForm, qualificationSchema, requests } = rules;

  /** Forms with user input, each with the APIs that set its qualification. */
  const FORMS = [
    [{ qualification: "education", educationSegment: "k12", website: " HTTPS://www.Example.edu/ " }, ["asynchronous"]],
    [{ qualification: "education" }, ["synchronous"]],
    [{ qualification: "GOVERNMENTCOMMUNITYCLOUD", validationCode: " 123456" }, MODES],
    [{ qualification: "GovernmentCommunityCloud", validationCode: 123456 }, MODES],
    [{ qualification: "StateOwnedEntity" }, ["asynchronous"]],
  ];
  const checked = FORMS.flatMap(([form, modes]) => modes.map((mode) => ({ form: { customerId: `{${ID.toUpperCase()}}`, ...form }, mode })));
  const valueOf = (form, context) => {
    const result = checkForm(form, context);
    assert.ok(result.ok, JSON.stringify(result));
    return result.value;
  };

  for (const { form, mode } of checked) {
    it(`is a valid form without warnings or changes: ${form.qualification}, ${mode}`, () => {
      const value = valueOf(form, { mode, held: [] });
      assert.equal(value.mode, mode);
      const copy = structuredClone(value);
      // Unchanged, after JSON from a server, and with the same chosen customer.
      for (const again of [value, JSON.parse(JSON.stringify(value)), Object.freeze(copy)]) {
        for (const context of [{ mode, held: [] }, { held: [] }, { mode, held: [], customerId: ID }, { held: [], customerId: `{${ID.toUpperCase()}}` }]) {
          assert.deepEqual(checkForm(again, context), { ok: true, value, warnings: [], changes: [] });
          assert.deepEqual(qualificationSchema(context)["~standard"].validate(again), { value });
          const [first, second] = [form, again].map((each) => requests.setQualification(each, { mode, held: [] }, REQUEST_CONTEXT));
          assert.ok(first.ok);
          assert.deepEqual(second, { ...first, warnings: [] });
          assert.deepEqual(requests.setQualification(again, context, REQUEST_CONTEXT), second);
          assert.deepEqual(requests.setUndeterminedQualification(again, context, REQUEST_CONTEXT), second);
        }
      }
    });
  }

  it("states the API for which it was checked, which another context cannot change", () => {
    for (const { form, mode } of checked) {
      const value = valueOf(form, { mode, held: [] });
      const context = { mode: MODES.find((other) => other !== mode), held: [] };
      const error = { name: "TypeError", message: `form.mode must be "${context.mode}", as context.mode is, not "${mode}"` };
      assert.throws(() => checkForm(value, context), error);
      assert.throws(() => requests.setQualification(value, context, REQUEST_CONTEXT), error);
      assert.throws(() => requests.setUndeterminedQualification(value, context, REQUEST_CONTEXT), error);
      assert.throws(() => checkField("website", "", value, context), error);
    }
  });

  it("determines the API for a field too, if the context names none", () => {
    const value = valueOf({ customerId: ID, qualification: "Education" }, { mode: "synchronous", held: [] });
    assert.equal(checkField("website", "example.edu", value, { held: [] }).issue.code, "websiteNotApplicable");
    assert.equal(checkField("website", "example.edu", { ...value, mode: undefined }, { held: [] }).issue, undefined);
  });

  it("is refused for another customer than the chosen one", () => {
    const value = valueOf({ customerId: ID, qualification: "StateOwnedEntity" }, { held: [] });
    const { issues } = checkForm(value, { held: [], customerId: "11111111-2222-3333-4444-555555555555" });
    assert.deepEqual(issues.map(({ code }) => code), ["customerIdNotApplicable"]);
  });

  it("is recognised by a valid mode: any other is an unknown field", () => {
    const { warnings } = checkForm({ customerId: ID, qualification: "StateOwnedEntity", mode: "dark" }, { held: [] });
    assert.deepEqual(warnings.map(({ code, params }) => [code, params]), [["unknownField", { input: "mode" }]]);
  });
});

describe("a validation code that is a number", () => {
  const form = (validationCode) => ({
    customerId: "0a1b2c3d-4e5f-6789-abcd-ef0123456789", qualification: "GovernmentCommunityCloud", validationCode,
  });
  const issueOf = (validationCode) => rules.checkForm(form(validationCode), { held: [], mode: "synchronous" }).issues?.[0].code;

  it("is read as its digits, in a form, in a field and in the schema", () => {
    const context = { held: [], mode: "synchronous" };
    for (const code of [1, 123456, 2147483647]) {
      assert.deepEqual(rules.checkForm(form(code), context), rules.checkForm(form(String(code)), context));
      assert.deepEqual(
        rules.checkField("validationCode", code, form(code), context),
        rules.checkField("validationCode", String(code), form(String(code)), context),
      );
      const { validate } = rules.qualificationSchema(context)["~standard"];
      assert.deepEqual(validate(form(code)), validate(form(String(code))));
    }
    assert.equal(issueOf(0), "validationCodeOutOfRange");
    assert.equal(issueOf(Number.MAX_SAFE_INTEGER), "validationCodeOutOfRange");
  });

  it("is not text if it is not an exact whole number", () => {
    for (const code of [7n, NaN, Infinity, -Infinity, 0.5, -1, 2 ** 53, 1e21, new Number(7), true, [7]]) {
      assert.equal(issueOf(code), "notText", String(code));
      assert.equal(rules.checkField("validationCode", code, form("")).issue.code, "notText", String(code));
    }
  });
});
