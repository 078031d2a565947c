// The contract that every consumer of the schema has to meet, whatever it keeps of an issue.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { checkForm, qualificationSchema } from "partner-center-rules";

export const CONTEXT = { mode: "asynchronous", held: [] };
export const CUSTOMER = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const EMPTY = { customerId: "", qualification: "", educationSegment: "", website: "", validationCode: "" };

/** Returns a form as a page submits it, with empty texts for fields that are not filled in. */
export function form(filled) {
  return { ...EMPTY, customerId: CUSTOMER, ...filled };
}

/** A form whose texts all have to be normalised. */
const VALID = form({
  customerId: `{${CUSTOMER.toUpperCase()}}`,
  qualification: "education",
  educationSegment: "k12",
  website: " HTTPS://www.Example.edu ",
});
const VALUE = {
  customerId: CUSTOMER,
  mode: "asynchronous",
  qualification: "Education",
  educationSegment: "K12",
  website: "https://www.example.edu",
};
const THREE_MISTAKES = form({ customerId: "0a1b2c3d", qualification: "GovernmentCommunityCloud", educationSegment: "K12" });

/** Forms, each with the codes of its issues by field, or with its value. */
const FORMS = {
  "a valid form": { filled: VALID, value: VALUE },
  "three mistakes": {
    filled: THREE_MISTAKES,
    codes: {
      customerId: "customerIdInvalid",
      educationSegment: "educationSegmentNotApplicable",
      validationCode: "validationCodeRequired",
    },
  },
  "an empty form": { filled: EMPTY, codes: { customerId: "customerIdRequired", qualification: "qualificationRequired" } },
  "GCC without its code": {
    filled: form({ qualification: "GovernmentCommunityCloud" }),
    codes: { validationCode: "validationCodeRequired" },
  },
  "GCC with its code": {
    filled: form({ qualification: "GovernmentCommunityCloud", validationCode: "007" }),
    value: { customerId: CUSTOMER, mode: "asynchronous", qualification: "GovernmentCommunityCloud", validationCode: "007" },
  },
  "Education without its segment": {
    filled: form({ qualification: "Education" }),
    codes: { educationSegment: "educationSegmentRequired" },
  },
  "a website where none applies": {
    filled: form({ qualification: "StateOwnedEntity", website: "https://example.org" }),
    codes: { website: "websiteNotApplicable" },
  },
  "a qualification that needs nothing more": {
    filled: form({ qualification: "StateOwnedEntity" }),
    value: { customerId: CUSTOMER, mode: "asynchronous", qualification: "StateOwnedEntity" },
  },
};

/**
 * Runs the contract.
 *
 * @param consumer `submit` submits a form and returns what the application receives: `{ value }`, or `{ errors }` by field;
 * `keeps` is what it keeps of an issue; `handsOn` is whether the application receives the checked `value` or the original `form`;
 * `keepsFirstOnly` is whether the issues after the first are lost.
 */
export function contract(name, { submit, keeps, handsOn = "value", keepsFirstOnly = false }) {
  describe(name, () => {
    for (const [what, { filled, value, codes }] of Object.entries(FORMS)) {
      it(value === undefined ? `reports ${what}` : `accepts ${what}`, async () => {
        const answer = await submit(qualificationSchema(CONTEXT), filled);
        if (value === undefined) assert.deepEqual(answer, { errors: errors(codes, filled, CONTEXT) });
        else assert.deepEqual(answer, { value: handsOn === "value" ? value : filled });
      });
    }

    it("uses the language of the page", async () => {
      const messages = {
        customerIdInvalid: "{input} ist keine Kunden-ID.",
        educationSegmentNotApplicable: "Hier gibt es kein Segment.",
        validationCodeRequired: "Geben Sie den Code ein.",
      };
      const context = { ...CONTEXT, messages };
      const answer = await submit(qualificationSchema(context), THREE_MISTAKES);
      const expected = errors(FORMS["three mistakes"].codes, THREE_MISTAKES, context);
      assert.deepEqual(answer, { errors: expected });
      assert.ok(JSON.stringify(answer).includes("0a1b2c3d ist keine Kunden-ID."));
    });
  });

  /** Returns the errors that the consumer has to show. */
  function errors(codes, filled, context) {
    const { issues } = checkForm(filled, context);
    assert.deepEqual(Object.fromEntries(issues.map((issue) => [issue.path[0], issue.code])), codes);
    const told = keepsFirstOnly ? issues.slice(0, 1) : issues;
    return Object.fromEntries(told.map((issue) => [issue.path[0], keeps(issue)]));
  }
}

/** Returns the form as the body of a request. */
export function formData(filled, FormData = globalThis.FormData) {
  const data = new FormData();
  for (const [field, text] of Object.entries(filled)) data.append(field, text);
  return data;
}
