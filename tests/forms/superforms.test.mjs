// Superforms keeps the message of an issue by its path.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import "./sveltekit.mjs";
import { CONTEXT, CUSTOMER, contract, form, formData } from "./contract.mjs";

import { FIELDS, qualificationSchema } from "partner-center-rules";

const { superValidate } = await import("sveltekit-superforms/server");
const { standard, standardClient } = await import("sveltekit-superforms/adapters");

const defaults = Object.fromEntries(FIELDS.map((field) => [field, ""]));

/** Superforms reads the fields from the JSON Schema, and the defaults too if none are given. */
const fields = (schema) => ({ jsonSchema: schema["~standard"].jsonSchema.input({ target: "draft-07" }) });

for (const [way, options] of [["default values of the page", { defaults }], ["default values of the schema", {}]]) {
  contract(`Superforms, ${way}`, {
    async submit(schema, filled) {
      const { valid, data, errors } = await superValidate(formData(filled), standard(schema, { ...fields(schema), ...options }));
      return valid ? { value: data } : { errors };
    },
    keeps: ({ message }) => [message],
  });
}

describe("Superforms", () => {
  it("shows no error in an empty form", async () => {
    const result = await superValidate(standard(qualificationSchema(CONTEXT), { defaults }));
    assert.deepEqual([result.valid, result.errors, result.data], [false, {}, defaults]);
  });

  it("gives the page the required inputs", async () => {
    const schema = qualificationSchema(CONTEXT);
    const { constraints } = await superValidate(standard(schema, { ...fields(schema), defaults }));
    assert.deepEqual(Object.keys(constraints).filter((field) => constraints[field].required), ["customerId", "qualification"]);
  });

  it("drops unknown fields from the value if the schema does not list the fields", async () => {
    const data = formData(form({ qualification: "StateOwnedEntity" }));
    const result = await superValidate(data, standard(qualificationSchema(CONTEXT), { defaults }));
    assert.deepEqual([result.valid, result.data], [true, { customerId: CUSTOMER, qualification: "StateOwnedEntity" }]);
  });

  it("has the same result in the page as on the server", async () => {
    const adapter = standardClient(qualificationSchema(CONTEXT));
    const valid = await adapter.validate(form({ qualification: "StateOwnedEntity" }));
    assert.equal(valid.success, true);
    const { success, issues } = await adapter.validate(form({ qualification: "Education" }));
    assert.equal(success, false);
    assert.deepEqual(issues.map((issue) => Object.keys(issue)), [["message", "path"]]);
  });
});
