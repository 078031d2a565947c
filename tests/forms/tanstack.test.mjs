// TanStack Form keeps issues unchanged, and passes on the original form.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { FieldApi, FormApi } from "@tanstack/form-core";
import { FIELDS, checkForm, qualificationSchema } from "partner-center-rules";

import { CONTEXT, contract, form } from "./contract.mjs";

/** Creates a form with mounted fields. */
function mounted(options) {
  const api = new FormApi(options);
  api.mount();
  const fields = FIELDS.map((name) => new FieldApi({ form: api, name }));
  for (const field of fields) field.mount();
  return { api, fields };
}

function errors(fields) {
  return Object.fromEntries(fields.flatMap(({ name, state }) => (state.meta.errors.length > 0 ? [[name, state.meta.errors]] : [])));
}

contract("TanStack Form", {
  async submit(schema, filled) {
    let submitted;
    const { api, fields } = mounted({
      defaultValues: filled,
      validators: { onSubmit: schema },
      onSubmit: ({ value }) => { submitted = value; },
    });
    await api.handleSubmit();
    return submitted === undefined ? { errors: errors(fields) } : { value: submitted };
  },
  keeps: (issue) => [issue],
  handsOn: "form",
});

describe("TanStack Form", () => {
  it("checks synchronously while the form is filled in", () => {
    const filled = form({ qualification: "GovernmentCommunityCloud" });
    const { fields } = mounted({ defaultValues: filled, validators: { onChange: qualificationSchema(CONTEXT) } });
    const code = fields.find(({ name }) => name === "validationCode");
    code.setValue("1 2");
    const { issues } = checkForm({ ...filled, validationCode: "1 2" }, CONTEXT);
    assert.equal(issues[0].code, "validationCodeInvalid");
    assert.deepEqual(errors(fields), { validationCode: [...issues] });
    code.setValue("12");
    assert.deepEqual(errors(fields), {});
  });
});
