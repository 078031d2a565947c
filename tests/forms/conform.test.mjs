// Conform keeps the message of an issue by its path, and drops empty texts before the check.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { show, submit } from "./browser.mjs";
import { CONTEXT, contract, form, formData } from "./contract.mjs";

import { parseSubmission, report, useForm } from "@conform-to/react/future";
import { FIELDS, checkForm, qualificationSchema } from "partner-center-rules";
import { createElement } from "react";

function page(schema, tell) {
  return function Form() {
    const { form: { props }, fields } = useForm(schema, {
      onSubmit(event, { value }) {
        event.preventDefault();
        tell(value);
      },
    });
    return createElement(
      "form",
      props,
      ...FIELDS.map((field) =>
        createElement("input", { key: field, name: fields[field].name, "data-errors": JSON.stringify(fields[field].errors) }),
      ),
      createElement("button", null, "Set"),
    );
  };
}

contract("Conform, in the page", {
  async submit(schema, filled) {
    let submitted;
    return show(page(schema, (value) => { submitted = value; }), async (place) => {
      await submit(place, filled);
      if (submitted !== undefined) return { value: submitted };
      const wrong = [...place.querySelectorAll("[data-errors]")];
      return { errors: Object.fromEntries(wrong.map(({ name, dataset }) => [name, JSON.parse(dataset.errors)])) };
    });
  },
  keeps: ({ message }) => [message],
});

contract("Conform, on the server", {
  submit(schema, filled) {
    const submission = parseSubmission(formData(filled));
    const result = schema["~standard"].validate(submission.payload);
    if (result.issues === undefined) return { value: result.value };
    const { error } = report(submission, { error: { issues: result.issues } });
    assert.equal(error.formErrors, null);
    return { errors: error.fieldErrors };
  },
  keeps: ({ message }) => [message],
});

describe("Conform", () => {
  it("has the same errors if they are built by hand", async () => {
    const { toFieldErrors } = await import("partner-center-rules");
    const filled = form({ qualification: "GovernmentCommunityCloud", educationSegment: "K12" });
    const { issues } = checkForm(filled, CONTEXT);
    const submission = parseSubmission(formData(filled));
    const byHand = Object.fromEntries(Object.entries(toFieldErrors(issues)).map(([field, message]) => [field, [message]]));
    const { error } = report(submission, { error: { fieldErrors: byHand } });
    const { issues: same } = qualificationSchema(CONTEXT)["~standard"].validate(submission.payload);
    assert.deepEqual(error.fieldErrors, report(submission, { error: { issues: same } }).error.fieldErrors);
  });
});
