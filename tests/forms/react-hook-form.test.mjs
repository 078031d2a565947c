// React Hook Form keeps the message of an issue by its path. The type of an error, which has a code in other resolvers, is empty.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { show, submit } from "./browser.mjs";
import { CONTEXT, contract, form } from "./contract.mjs";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { FIELDS, qualificationSchema } from "partner-center-rules";
import { createElement } from "react";
import { useForm } from "react-hook-form";

/** A form that passes its submissions to `report`. */
function page(schema, report) {
  return function Form() {
    const { register, handleSubmit } = useForm({
      resolver: standardSchemaResolver(schema),
      defaultValues: Object.fromEntries(FIELDS.map((field) => [field, ""])),
    });
    return createElement(
      "form",
      { onSubmit: handleSubmit((value) => report({ value }), (errors) => report({ errors })) },
      ...FIELDS.map((field) => createElement("input", { key: field, ...register(field) })),
      createElement("button", null, "Set"),
    );
  };
}

async function answer(schema, filled) {
  const answers = [];
  const focused = await show(page(schema, (told) => answers.push(told)), async (place) => {
    await submit(place, filled);
    return document.activeElement.name;
  });
  assert.equal(answers.length, 1);
  return { ...answers[0], focused };
}

contract("React Hook Form", {
  async submit(schema, filled) {
    const { value, errors } = await answer(schema, filled);
    if (errors === undefined) return { value };
    return { errors: Object.fromEntries(Object.entries(errors).map(([field, { ref, ...kept }]) => [field, kept])) };
  },
  keeps: ({ message }) => ({ message, type: "" }),
});

describe("React Hook Form", () => {
  it("finds the input of each issue by its path, and focuses the first", async () => {
    const { errors, focused } = await answer(qualificationSchema(CONTEXT), form({ qualification: "GovernmentCommunityCloud" }));
    assert.equal(errors.validationCode.ref.name, "validationCode");
    assert.equal(focused, "validationCode");
  });

  it("keeps no more with `criteriaMode: all`", async () => {
    const resolve = standardSchemaResolver(qualificationSchema(CONTEXT));
    const { errors } = await resolve(form({ qualification: "Education" }), undefined, { fields: {}, criteriaMode: "all" });
    const { message } = errors.educationSegment;
    assert.deepEqual(errors.educationSegment, { message, type: "", types: { 0: message }, ref: undefined });
  });
});
