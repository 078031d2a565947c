// A plain HTML form, built from the field plan and read as FormData, keeps complete issues and shows their messages.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { JSDOM } from "jsdom";
import { checkForm, fieldAttributes, fieldPlan, qualificationSchema, toErrorSummary, toFieldErrors } from "partner-center-rules";

import { CONTEXT, CUSTOMER, contract, form, formData } from "./contract.mjs";

contract("An HTML form", {
  submit(schema, filled) {
    const { window } = new JSDOM("<form></form>");
    const element = window.document.querySelector("form");
    for (const [name, value] of Object.entries(filled)) {
      element.append(Object.assign(window.document.createElement("input"), { name, value }));
    }
    const { value, issues } = schema["~standard"].validate(Object.fromEntries(new window.FormData(element)));
    return issues === undefined ? { value } : { errors: Object.fromEntries(issues.map((issue) => [issue.path[0], issue])) };
  },
  keeps: (issue) => issue,
});

contract("toFieldErrors", {
  submit(schema, filled) {
    const { value, issues } = schema["~standard"].validate(Object.fromEntries(formData(filled)));
    return issues === undefined ? { value } : { errors: toFieldErrors(issues) };
  },
  keeps: ({ message }) => message,
});

/** Returns a page with the form of a qualification and its issues. */
function page(qualification, texts, issues = []) {
  const errors = toFieldErrors(issues);
  const fields = fieldPlan(qualification, CONTEXT).filter(({ shown }) => shown);
  const { window } = new JSDOM(`
    <ul>${toErrorSummary(issues).map(({ field, message }) => `<li><a href="#${field}">${message}</a></li>`).join("")}</ul>
    <form>${fields.map(({ field, label, hint, options }) => `
      <label for="${field}">${label}</label>
      <p id="${field}-hint">${hint}</p>
      ${errors[field] === undefined ? "" : `<p id="${field}-error">${errors[field]}</p>`}
      ${options === undefined ? `<input id="${field}" name="${field}">` : `
        <select id="${field}" name="${field}">
          <option></option>
          ${options.map(({ value, label, disabled }) => `<option value="${value}" ${disabled ? "disabled" : ""}>${label}</option>`).join("")}
        </select>`}
    `).join("")}</form>`);
  const { document } = window;
  for (const { field, input } of fields) {
    const element = document.getElementById(field);
    element.value = texts[field] ?? "";
    const attributes = { ...input, ...fieldAttributes(field, issues, { hint: `${field}-hint` }) };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  }
  return { document, read: () => Object.fromEntries(new window.FormData(document.querySelector("form"))) };
}

describe("An HTML form built from the plan", () => {
  it("has the fields that apply, and is read as a valid form", () => {
    const { read } = page("Education", { customerId: CUSTOMER, qualification: "Education", educationSegment: "K12" });
    assert.deepEqual(Object.keys(read()), ["customerId", "qualification", "educationSegment", "website"]);
    const { value } = qualificationSchema(CONTEXT)["~standard"].validate(read());
    assert.deepEqual(value, { customerId: CUSTOMER, mode: "asynchronous", qualification: "Education", educationSegment: "K12" });
  });

  it("has the code of GCC, and no field that does not apply", () => {
    const { read } = page("GovernmentCommunityCloud", { qualification: "GovernmentCommunityCloud" });
    assert.deepEqual(Object.keys(read()), ["customerId", "qualification", "validationCode"]);
  });

  it("disables qualifications that cannot be set", () => {
    const { document } = page("", {});
    const options = [...document.querySelectorAll("#qualification option:disabled")].map(({ value }) => value);
    assert.deepEqual(options, ["None", "Nonprofit"]);
  });

  it("links each issue to its input, with the same message in the summary", () => {
    const filled = { customerId: "0a1b2c3d", qualification: "Education" };
    const { issues } = checkForm(page("Education", filled).read(), CONTEXT);
    const { document } = page("Education", filled, issues);
    const links = [...document.querySelectorAll("a")];
    assert.deepEqual(links.map((link) => link.hash), ["#customerId", "#educationSegment"]);
    for (const link of links) {
      const input = document.querySelector(link.hash);
      assert.equal(input.getAttribute("aria-invalid"), "true");
      const [hint, error] = input.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id));
      assert.ok(hint.textContent.length > 0);
      assert.equal(error.textContent, link.textContent);
    }
    assert.deepEqual([...document.querySelectorAll("[aria-invalid]")].length, links.length);
  });
});

describe("FormData", () => {
  it("with a file instead of text has an issue of the field", () => {
    const data = formData(form({ qualification: "StateOwnedEntity" }));
    data.set("website", new File(["x"], "x.txt"));
    const { issues } = checkForm(Object.fromEntries(data), CONTEXT);
    assert.deepEqual(issues.map(({ path, code }) => [path[0], code]), [["website", "notText"]]);
  });

  it("with members of a framework is the same form, with a warning for each", () => {
    const data = formData(form({ qualification: "StateOwnedEntity" }));
    data.set("csrfToken", "x");
    const { ok, warnings } = checkForm(Object.fromEntries(data), CONTEXT);
    assert.equal(ok, true);
    assert.deepEqual(warnings.map(({ path, code, params }) => [path, code, params]), [[[], "unknownField", { input: "csrfToken" }]]);
  });

  it("that is not converted to an object does not pass", () => {
    const data = formData(form({ qualification: "StateOwnedEntity" }));
    const result = qualificationSchema(CONTEXT)["~standard"].validate(data);
    const message = "The form must be an object, not a FormData. Give Object.fromEntries(form).";
    assert.deepEqual(result.issues.map(({ path, message }) => [path, message]), [[[], message]]);
  });
});
