// The JSON Schemas of the form in other implementations: they accept all that the check accepts.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import AjvDraft04 from "ajv-draft-04";
import { QUALIFICATIONS, checkForm, qualificationSchema } from "partner-center-rules";

import { caseFiles } from "../files.mjs";
import { CUSTOMER } from "./contract.mjs";

/** The dialects. OpenAPI 3.0 is draft 4 with `nullable`. */
const READERS = {
  "draft-2020-12": () => new Ajv2020.default({ strict: true, allowUnionTypes: true }),
  "draft-07": () => new Ajv.default({ strict: true, allowUnionTypes: true }),
  "openapi-3.0": () => new AjvDraft04.default({ strict: true }),
};

const CONTEXTS = [
  undefined,
  { mode: "asynchronous" },
  { mode: "synchronous" },
  { customerId: CUSTOMER },
  { mode: "synchronous", customerId: CUSTOMER },
  { validationCodes: [{ validationId: "7", remainingCreates: 1 }] },
  { held: [{ qualification: "Education" }] },
];

const cases = (await caseFiles())
  .filter(({ call }) => call === "checkForm" || call === "formMessages")
  .flatMap((file) => file.cases.map(({ name, input }) => ({ name, ...input })));
const accepted = cases.flatMap(({ name, form, context }) => {
  const result = checkForm(form, context);
  return result.ok ? [{ name, form, context, value: result.value }] : [];
});

for (const [target, reader] of Object.entries(READERS)) {
  const compiled = compiler(target, reader());

  describe(`the JSON Schema of the form in ${target}`, () => {
    it("is valid in its dialect", async () => {
      for (const context of CONTEXTS) {
        const { jsonSchema } = qualificationSchema(context)["~standard"];
        for (const side of ["input", "output"]) await assertIsSchema(target, jsonSchema[side]({ target }));
      }
    });

    it("survives a round trip through JSON", () => {
      const schema = qualificationSchema()["~standard"].jsonSchema.input({ target });
      assert.deepEqual(JSON.parse(JSON.stringify(schema)), schema);
    });

    for (const { name, form, context, value } of accepted) {
      it(`accepts what the check accepts: ${name}`, () => {
        const input = compiled("input", context);
        assert.ok(input(form), JSON.stringify(input.errors));
        const output = compiled("output", context);
        assert.ok(output(value), JSON.stringify(output.errors));
      });
    }

    it("accepts every spelling that the check accepts", () => {
      for (const context of CONTEXTS) {
        const input = compiled("input", context);
        const forms = [...spellings()].filter((form) => checkForm(form, context).ok);
        assert.ok(forms.length > 0, JSON.stringify(context));
        for (const form of forms) assert.ok(input(form), JSON.stringify([form, context, input.errors]));
      }
    });

    it("refuses values that are obviously not forms", () => {
      const input = compiled("input");
      const others = [
        null, "Education", 7, [], {}, { customerId: CUSTOMER }, { qualification: "Education" },
        { customerId: 7, qualification: "Education" }, { customerId: CUSTOMER, qualification: null },
        { customerId: CUSTOMER, qualification: "" }, { customerId: CUSTOMER, qualification: "Nonprofit" },
        { customerId: CUSTOMER, qualification: "None" }, { customerId: CUSTOMER, qualification: "Educations" },
        { customerId: CUSTOMER, qualification: "Education", website: ["example.edu"] },
        { customerId: CUSTOMER, qualification: "GovernmentCommunityCloud", validationCode: [7] },
        { customerId: CUSTOMER, qualification: "GovernmentCommunityCloud", validationCode: true },
      ];
      for (const other of others) {
        assert.equal(input(other), false, JSON.stringify(other));
        if (typeof other === "object" && other !== null && !Array.isArray(other)) assert.equal(checkForm(other).ok, false);
      }
      assert.equal(compiled("input", { mode: "synchronous" })({ customerId: CUSTOMER, qualification: "StateOwnedEntity" }), false);
    });

    it("describes exactly the values that the check returns", () => {
      const output = compiled("output");
      const gcc = { customerId: CUSTOMER, mode: "synchronous", qualification: "GovernmentCommunityCloud", validationCode: "7" };
      assert.equal(output(gcc), true);
      for (const change of [
        { validationCode: 7 }, { validationCode: "" }, { validationCode: "1".repeat(65) }, { validationCode: null },
        { validationCode: undefined }, { customerId: CUSTOMER.toUpperCase() }, { mode: "sometimes" }, { qualification: "Education" }, { qualification: "Nonprofit" },
        { website: "example.edu" }, { more: "x" },
      ]) {
        const value = JSON.parse(JSON.stringify({ ...gcc, ...change }));
        assert.equal(output(value), false, JSON.stringify(value));
      }
    });
  });
}

describe("the cases", () => {
  it("have enough accepted forms", () => assert.ok(accepted.length > 50, `${accepted.length}`));
});

/** Compiles each schema once. */
function compiler(target, reader) {
  const known = new Map();
  return (side, context) => {
    const schema = qualificationSchema(context)["~standard"].jsonSchema[side]({ target });
    const text = JSON.stringify(schema);
    if (!known.has(text)) known.set(text, reader.compile(schema));
    return known.get(text);
  };
}

/** Fails unless the dialect itself accepts the schema. */
async function assertIsSchema(target, schema) {
  const reader = READERS[target]();
  assert.ok(reader.validateSchema(schema), JSON.stringify(reader.errors));
  if (target !== "openapi-3.0") return;
  const { valid, errors } = await new Validator().validate({
    openapi: "3.0.3",
    info: { title: "A form", version: "1" },
    paths: {},
    components: { schemas: { Schema: schema } },
  });
  assert.ok(valid, JSON.stringify(errors));
}

/** Returns forms with every spelling that might be accepted. */
function* spellings() {
  const ids = [
    undefined, null, "", CUSTOMER, CUSTOMER.toUpperCase(), `{${CUSTOMER}}`, ` ${CUSTOMER}\n`, `urn:uuid:${CUSTOMER}`,
    `\u200b${CUSTOMER}\ufeff`,
  ];
  const names = QUALIFICATIONS.flatMap((name) => [
    name, name.toLowerCase(), name.toUpperCase(), ` ${name}`, `${name}\n`, name.replace("S", "\u017f"),
  ]);
  const rests = [
    {}, { educationSegment: "k12" }, { educationSegment: "HIGHEREDUCATION", website: " HTTP://Example.EDU/ " },
    { validationCode: "007" }, { educationSegment: null, website: null, validationCode: " 7 " }, { educationSegment: "", website: " ", validationCode: "" },
    { validationCode: "\u00a07", more: { of: ["anything"] } },
  ];
  for (const customerId of ids) {
    for (const qualification of names) for (const rest of rests) yield { customerId, qualification, ...rest };
  }
}
