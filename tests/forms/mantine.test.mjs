// Mantine keeps the message of an issue by its path, and passes on the original form.

import assert from "node:assert/strict";

import { show, submit } from "./browser.mjs";
import { contract } from "./contract.mjs";

import { schemaResolver, useForm } from "@mantine/form";
import { FIELDS } from "partner-center-rules";
import { createElement } from "react";

function page(schema, sync, report) {
  return function Form() {
    const { getInputProps, onSubmit } = useForm({
      mode: "uncontrolled",
      initialValues: Object.fromEntries(FIELDS.map((field) => [field, ""])),
      validate: schemaResolver(schema, { sync }),
    });
    return createElement(
      "form",
      { onSubmit: onSubmit((value) => report({ value }), (errors) => report({ errors })) },
      ...FIELDS.map((field) => {
        const { error, key, ...props } = getInputProps(field);
        return createElement("input", { key: field, name: field, ...props });
      }),
      createElement("button", null, "Set"),
    );
  };
}

for (const sync of [true, false]) {
  contract(`Mantine, ${sync ? "at once" : "later"}`, {
    async submit(schema, filled) {
      const answers = [];
      await show(page(schema, sync, (told) => answers.push(told)), (place) => submit(place, filled));
      assert.equal(answers.length, 1);
      return answers[0];
    },
    keeps: ({ message }) => message,
    handsOn: "form",
  });
}
