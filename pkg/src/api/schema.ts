// The form as a Standard Schema and a Standard JSON Schema, for form libraries.

import type { Context, FieldPlan, Form, Issue, QualificationUpdate } from "../types.js";
import * as args from "../boundary/validate-arguments.js";
import { CONTEXT, readForm } from "./form-input.js";
import { settability } from "./decisions.js";
import { check, checkForm } from "./form.js";
import { frozen } from "../boundary/deep-freeze.js";
import { fieldPlan } from "./field-plan.js";
import { catalogueIn } from "../messages/message-catalogue.js";
import { EDUCATION_SEGMENTS, FIELDS, MOST_CODE_CHARACTERS, MODES, QUALIFICATIONS } from "../generated/tables.js";
import type { Field, FieldCode, Qualification } from "../generated/tables.js";

/**
 * The result of a check for a form library: the typed value, or the issues.
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
    /** Checks a form synchronously. */
    readonly validate: (value: unknown) => SchemaResult;
    readonly types?: { readonly input: Form; readonly output: QualificationUpdate } | undefined;
    readonly jsonSchema: {
      /** Returns the schema of the form. It accepts every form that the check accepts, and more: JSON Schema cannot express every rule. */
      readonly input: (options: JsonSchemaOptions) => JsonSchema;
      /** Returns the schema of the typed value. */
      readonly output: (options: JsonSchemaOptions) => JsonSchema;
    };
  };
}

/**
 * The dialect of JSON Schema: `draft-2020-12`, `draft-07` or `openapi-3.0`.
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
 * Returns the form as a schema for form libraries. An undetermined decision is not an issue here. `checkForm` returns it as a warning.
 *
 * @throws TypeError if the context has another type than declared.
 * @example
 * useForm({ resolver: standardSchemaResolver(qualificationSchema({ held })) });
 */
export function qualificationSchema(context?: Context): QualificationSchema {
  const known = copied(context);
  // Reports a mistake in the context now, not at the first check of a form.
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

/** Copies the context, so that later changes to it do not affect the schema. */
function copied(context: unknown): Context {
  const options = args.options(context, "context", CONTEXT);
  const entries = CONTEXT.map((name) => {
    const value = args.member(options, name);
    return [name, args.isArray(value) ? [...value] : value];
  });
  return Object.fromEntries(entries) as Context;
}

/** Checks a form. Returns `issues` or `value`, never both: some libraries look for one of them, some for the other. */
function validate(value: unknown, context: Context): SchemaResult {
  const messages = catalogueIn(context, "context");
  const refused = (code: FieldCode, input: string, allowed: string) => ({
    issues: [messages.issue({ code, path: [], params: { input, allowed: [allowed] }, severity: "error" })],
  });
  if (!args.isRecord(value, FIELDS)) return refused("formNotObject", args.kind(value), args.instead(value, "form", FIELDS));
  const form = readForm(value);
  const { checkedFor } = form;
  if (checkedFor !== undefined && context.mode && context.mode !== checkedFor) {
    return refused("formOtherMode", checkedFor, context.mode);
  }
  const result = check(form, context);
  return result.ok ? { value: result.value } : { issues: result.issues };
}

/** The parts of a schema that differ between dialects. */
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
    // A text, a number or null. Superforms cannot read FormData into a field with several types.
    codeOrNothing: () => ({ not: { anyOf: [{ type: "boolean" }, { type: "array" }, { type: "object" }] } }),
    only: (value) => ({ const: value }),
  };
}

function dialect(options: JsonSchemaOptions): Dialect {
  const target = args.member(args.object(options, "options", ["target"]), "target");
  const known = typeof target === "string" && Object.hasOwn(DIALECTS, target) ? DIALECTS[target] : undefined;
  if (known === undefined) throw args.misuse("options.target", `one of ${Object.keys(DIALECTS).join(", ")}`, target);
  return known;
}

function inputSchema({ head, hasExamples, textOrNothing, codeOrNothing }: Dialect, context: Context): JsonSchema {
  // The schema does not depend on the qualifications of one customer.
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

/** Returns a pattern that matches names in any ASCII case. */
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
