// Issues in the shapes that forms need.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { FIELDS, checkField, checkForm, fieldAttributes, toErrorSummary, toFieldErrors } from "partner-center-rules";

const CUSTOMER = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

const { issues } = checkForm({ customerId: "x", qualification: "Education", website: "x y", validationCode: "7" }, { held: [] });
const byField = Object.fromEntries(issues.map(({ path, message }) => [path[0], message]));
const { warnings } = checkForm(
  { customerId: CUSTOMER, qualification: "Education", educationSegment: "K12", website: "https://127.0.0.1", csrfToken: "x" },
  { held: [] },
);

describe("the issues of these tests", () => {
  it("belong to four fields, and the warnings to one field and the form", () => {
    assert.deepEqual(Object.keys(byField), ["customerId", "educationSegment", "website", "validationCode"]);
    assert.deepEqual(new Map(warnings.map(({ code, path }) => [code, path])), new Map([["websiteIpAddress", ["website"]], ["unknownField", []]]));
  });
});

describe("toFieldErrors", () => {
  it("gives one message a field, and no key for a field without an issue", () => {
    assert.deepEqual(toFieldErrors(issues), byField);
  });

  it("gives an object without keys if there is no issue, which libraries take for a valid form", () => {
    assert.deepEqual(toFieldErrors([]), {});
  });

  it("gives the first message of a field with several", () => {
    const second = { ...issues[0], message: "second" };
    assert.equal(toFieldErrors([issues[0], second]).customerId, issues[0].message);
    assert.equal(toFieldErrors([second, issues[0]]).customerId, "second");
  });

  it("leaves out warnings, so that an undetermined form can be sent", () => {
    assert.deepEqual(toFieldErrors(warnings), {});
    assert.deepEqual(toFieldErrors([...warnings, ...issues]), byField);
  });

  it("gives a new object, which may be changed", () => {
    const errors = toFieldErrors(issues);
    errors.website = "mine";
    assert.deepEqual(toFieldErrors(issues), byField);
    assert.equal(Object.getPrototypeOf(errors), Object.prototype);
  });
});

describe("toErrorSummary", () => {
  it("has the messages of toFieldErrors in the order of the fields", () => {
    const expected = FIELDS.flatMap((field) => (byField[field] === undefined ? [] : [{ field, message: byField[field] }]));
    assert.deepEqual(toErrorSummary(issues), expected);
    assert.deepEqual(toErrorSummary([...issues].reverse()), expected);
  });

  it("links each field once, and is empty when there is no issue", () => {
    assert.equal(toErrorSummary([...issues, ...issues]).length, 4);
    assert.deepEqual(toErrorSummary([]), []);
  });

  it("has no line for a warning or an issue without a field", () => {
    assert.deepEqual(toErrorSummary(warnings), []);
    assert.deepEqual(toErrorSummary([{ ...issues[0], path: [] }]), []);
  });
});

describe("fieldAttributes", () => {
  it("is empty for a field without an issue or a hint", () => {
    assert.deepEqual(fieldAttributes("qualification", issues), {});
    assert.deepEqual(fieldAttributes("qualification", issues, {}), {});
  });

  it("refers to the hint of a field, and to the message only while there is an issue", () => {
    const ids = { hint: "the-hint", error: "the-error" };
    assert.deepEqual(fieldAttributes("qualification", issues, ids), { "aria-describedby": "the-hint" });
    assert.deepEqual(fieldAttributes("website", issues, ids), { "aria-invalid": "true", "aria-describedby": "the-hint the-error" });
  });

  it("derives the id of the message from the field by default", () => {
    assert.deepEqual(fieldAttributes("website", issues), { "aria-invalid": "true", "aria-describedby": "website-error" });
    assert.deepEqual(fieldAttributes("website", issues, { hint: "h", error: undefined })["aria-describedby"], "h website-error");
  });

  it("does not mark a field invalid because of a warning", () => {
    assert.deepEqual(fieldAttributes("website", warnings), {});
    assert.deepEqual(fieldAttributes("website", []), {});
  });
});

describe("a wrong argument", () => {
  it("is named in the error", () => {
    const message = /^issues must be an array, not /;
    for (const call of [toFieldErrors, toErrorSummary, (value) => fieldAttributes("website", value)]) {
      for (const value of [undefined, null, "x", 7, { issues }]) assert.throws(() => call(value), { name: "TypeError", message });
    }
  });

  it("lists the fields in the error", () => {
    for (const field of ["webSite", "", undefined, null, 0]) {
      const message = /^field must be one of customerId, qualification, /;
      assert.throws(() => fieldAttributes(field, issues), { name: "TypeError", message });
    }
  });
});

describe("a replaced message", () => {
  const messageOf = (text) => checkField("customerId", "x{max}", {}, { messages: { customerIdInvalid: text } }).issue.message;

  it("has its placeholders filled once, and keeps all other braces", () => {
    for (const [text, message] of [
      ["{input}, {input}", "x{max}, x{max}"],
      ["{other} {max} {} {", "{other} {max} {} {"],
      ["{{input}} {input", "{x{max}} {input"],
      ["{inputs", "{inputs"],
      ["{__proto__}{constructor}", "{__proto__}{constructor}"],
      ["", ""],
    ])
      assert.equal(messageOf(text), message, text);
  });
});
