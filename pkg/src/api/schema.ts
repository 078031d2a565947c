// The form as a Standard Schema, which form libraries take, with its Standard JSON Schema.

import type { Context, FieldPlan, Form, Issue, QualificationUpdate } from "./types.js";
import * as given from "../boundary/validate-arguments.js";
import { CONTEXT, readForm } from "../boundary/form-input.js";
import { settability } from "./decisions.js";
import { check, checkForm } from "./form.js";
import { frozen } from "../boundary/deep-freeze.js";
import { fieldPlan } from "./field-plan.js";
import { catalogueIn } from "../messages/message-catalogue.js";
import { EDUCATION_SEGMENTS, FIELDS, MOST_CODE_CHARACTERS, MODES, QUALIFICATIONS } from "../generated/tables.js";
import type { Field, FieldCode, Qualification } from "../generated/tables.js";

/**
 * What a form library gets of a check: the typed value, or the issues.
 *
 * @example
 * const result: SchemaResult = qualificationSchema()["~standard"].validate({});
 * result.issues?.[0]?.code; // "customerIdRequired"
 */
export type SchemaResult =
  | { readonly value: QualificationUpdate; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/**
 * A JSON Schema.
 *
 * @example
 * const schema: JsonSchema = qualificationSchema()["~standard"].jsonSchema.input({ target: "draft-07" });
 * schema["type"]; // "object"
 */
export type JsonSchema = Record<string, unknown>;

/**
 * The form as a Standard Schema (version 1) and a Standard JSON Schema (version 1).
 *
 * @example
 * const schema: QualificationSchema = qualificationSchema({ held: [] });
 * schema["~standard"].vendor; // "partner-center-rules"
 */
export interface QualificationSchema {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "partner-center-rules";
    /** Checks a form at once; it returns no promise. */
    readonly validate: (value: unknown) => SchemaResult;
    readonly types?: { readonly input: Form; readonly output: QualificationUpdate } | undefined;
    readonly jsonSchema: {
      /** The form. It accepts whatever the check accepts, and more: not every rule can be said in JSON Schema. */
      readonly input: (options: JsonSchemaOptions) => JsonSchema;
      /** The typed value. */
      readonly output: (options: JsonSchemaOptions) => JsonSchema;
    };
  };
}

/**
 * Which dialect of JSON Schema: `draft-2020-12`, `draft-07` or `openapi-3.0`.
 *
 * @example
 * const options: JsonSchemaOptions = { target: "draft-2020-12" };
 * qualificationSchema()["~standard"].jsonSchema.output(options)["oneOf"];
 */
export interface JsonSchemaOptions {
  readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | (string & {});
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/**
 * The form as a schema for form libraries. What is undetermined does not stand in the way, and is not told: `checkForm` tells.
 *
 * @throws TypeError if the context has another type than declared.
 * @example
 * useForm({ resolver: standardSchemaResolver(qualificationSchema({ held })) });
 */
export function qualificationSchema(context?: Context): QualificationSchema {
  const known = copied(context);
  // A mistake in the context is to show when the schema is made, not when a form is first checked.
  checkForm({}, known);
  return frozen({
    "~standard": {
      version: 1,
      vendor: "partner-center-rules",
      validate: (value: unknown) => validate(value, known),
      jsonSchema: {
        input: (options: JsonSchemaOptions) => inputSchema(dialect(options), known),
        output: (options: JsonSchemaOptions) => outputSchema(dialect(options)),
      },
    },
  } as const);
}

/** What the page knows at the moment: what it learns later makes another schema. */
function copied(context: unknown): Context {
  const options = given.options(context, "context", CONTEXT);
  const entries = CONTEXT.map((name) => {
    const value = given.member(options, name);
    return [name, given.isArray(value) ? [...value] : value];
  });
  return Object.fromEntries(entries) as Context;
}

/** Libraries tell success from failure by the presence of `issues`, some by that of `value`: never both. */
function validate(value: unknown, context: Context): SchemaResult {
  const messages = catalogueIn(context, "context");
  const refused = (code: FieldCode, input: string, allowed: string) => ({
    issues: [messages.issue({ code, path: [], params: { input, allowed: [allowed] }, severity: "error" })],
  });
  if (!given.isRecord(value, FIELDS)) return refused("formNotObject", given.kind(value), given.instead(value, "form", FIELDS));
  const form = readForm(value);
  const { checkedFor } = form;
  if (checkedFor !== undefined && context.mode && context.mode !== checkedFor) {
    return refused("formOtherMode", checkedFor, context.mode);
  }
  const result = check(form, context);
  return result.ok ? { value: result.value } : { issues: result.issues };
}

/** How a dialect says what the schemas need. */
interface Dialect {
  readonly head: JsonSchema;
  readonly hasExamples: boolean;
  readonly textOrNothing: () => JsonSchema;
  readonly codeOrNothing: () => JsonSchema;
  readonly only: (value: string) => JsonSchema;
}

const DIALECTS: { readonly [target: string]: Dialect } = {
  "draft-2020-12": /* @__PURE__ */ json("https://json-schema.org/draft/2020-12/schema"),
  "draft-07": /* @__PURE__ */ json("http://json-schema.org/draft-07/schema#"),
  "openapi-3.0": {
    head: {},
    hasExamples: false,
    textOrNothing: () => ({ type: "string", nullable: true }),
    codeOrNothing: () => ({ anyOf: [{ type: "string", nullable: true }, { type: "integer", minimum: 0 }] }),
    only: (value) => ({ type: "string", enum: [value] }),
  },
};

function json($schema: string): Dialect {
  return {
    head: { $schema },
    hasExamples: true,
    textOrNothing: () => ({ type: ["string", "null"] }),
    // A text, a number or null. Superforms reads no FormData into a field that names several types.
    codeOrNothing: () => ({ not: { anyOf: [{ type: "boolean" }, { type: "array" }, { type: "object" }] } }),
    only: (value) => ({ const: value }),
  };
}

function dialect(options: JsonSchemaOptions): Dialect {
  const target = given.member(given.object(options, "options", ["target"]), "target");
  const known = typeof target === "string" && Object.hasOwn(DIALECTS, target) ? DIALECTS[target] : undefined;
  if (known === undefined) throw given.misuse("options.target", `one of ${Object.keys(DIALECTS).join(", ")}`, target);
  return known;
}

function inputSchema({ head, hasExamples, textOrNothing, codeOrNothing }: Dialect, context: Context): JsonSchema {
  // What can be set at all does not depend on what one customer holds.
  const plans = fieldPlan(undefined, { ...context, held: null }).filter(({ need }) => need !== "notApplicable");
  const isRequired = ({ need }: FieldPlan) => need === "required";
  const text = (plan: FieldPlan): JsonSchema => {
    if (plan.field === "validationCode") return codeOrNothing();
    if (!isRequired(plan)) return textOrNothing();
    const settable = plan.options?.filter(({ disabled }) => !disabled).map(({ value }) => value);
    return {
      type: "string",
      ...(settable && { pattern: inAnyCase(settable), ...(hasExamples && { examples: settable }) }),
    };
  };
  const property = (plan: FieldPlan): JsonSchema => ({ title: plan.label, description: plan.hint, ...text(plan) });
  return {
    ...head,
    type: "object",
    properties: Object.fromEntries(plans.map((plan) => [plan.field, property(plan)])),
    required: plans.filter(isRequired).map(({ field }) => field),
  };
}

/** A pattern of names in any ASCII case. */
function inAnyCase(names: readonly string[]): string {
  const letter = (one: string) => `[${one.toUpperCase()}${one.toLowerCase()}]`;
  return `^(?:${names.map((name) => name.replace(/[a-z]/gi, letter)).join("|")})$`;
}

function outputSchema({ head, only }: Dialect): JsonSchema {
  const values: { readonly [field in Field]?: JsonSchema } = {
    educationSegment: { type: "string", enum: [...EDUCATION_SEGMENTS] },
    website: { type: "string" },
    validationCode: { type: "string", minLength: 1, maxLength: MOST_CODE_CHARACTERS },
  };
  const one = (qualification: Qualification): JsonSchema[] => {
    const ways = MODES.map((mode) => settability(qualification, { mode })).filter(({ outcome }) => outcome !== "blocked");
    if (ways.length === 0) return [];
    const taken = FIELDS.filter((field) => ways.some(({ required, optional }) => [...required, ...optional].includes(field)));
    const needed = FIELDS.filter((field) => ways.every(({ required }) => required.includes(field)));
    return [
      {
        type: "object",
        properties: {
          customerId: { type: "string", pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" },
          mode: { type: "string", enum: [...MODES] },
          qualification: only(qualification),
          ...Object.fromEntries(taken.map((field) => [field, values[field]])),
        },
        required: ["customerId", "mode", "qualification", ...needed],
        additionalProperties: false,
      },
    ];
  };
  return { ...head, oneOf: QUALIFICATIONS.flatMap(one) };
}
