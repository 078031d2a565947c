// The form as a Standard Schema, which form libraries take, with its Standard JSON Schema.

import { settability } from "./decisions.js";
import { checkForm } from "./form.js";
import type { Context, Form, Issue, QualificationUpdate } from "./form.js";
import { frozen } from "./frozen.js";
import { Speaker } from "./speaker.js";
import { EDUCATION_SEGMENTS, FIELDS, MODES, QUALIFICATIONS } from "./tables.js";

/** What a form library gets of a check: the typed value, or the issues. */
export type SchemaResult =
  | { readonly value: QualificationUpdate; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** A JSON Schema. */
export type JsonSchema = Record<string, unknown>;

/** The form as a Standard Schema (version 1) and a Standard JSON Schema (version 1). */
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

/** Which dialect of JSON Schema: `draft-2020-12`, `draft-07` or `openapi-3.0`. */
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
  // A mistake in the context is to show when the schema is made, not when a form is first checked.
  checkForm({}, context);
  return frozen({
    "~standard": {
      version: 1,
      vendor: "partner-center-rules",
      validate: (value: unknown) => validate(value, context),
      jsonSchema: {
        input: (options: JsonSchemaOptions) => inputSchema(dialect(options), context),
        output: (options: JsonSchemaOptions) => outputSchema(dialect(options)),
      },
    },
  } as const);
}

/** Libraries tell success from failure by the presence of `issues`, some by that of `value`: never both. */
function validate(value: unknown, context: Context | undefined): SchemaResult {
  // A value that is no form has no fields, and is told so field by field.
  const isForm = typeof value === "object" && value !== null && !Array.isArray(value);
  const result = checkForm(isForm ? (value as Form) : {}, context);
  return result.ok ? { value: result.value } : { issues: result.issues };
}

/** How a dialect says what the schemas need. */
interface Dialect {
  readonly head: JsonSchema;
  readonly textOrNothing: JsonSchema;
  readonly only: (value: string) => JsonSchema;
}

const DIALECTS: { readonly [target: string]: Dialect } = {
  "draft-2020-12": json("https://json-schema.org/draft/2020-12/schema"),
  "draft-07": json("http://json-schema.org/draft-07/schema#"),
  "openapi-3.0": {
    head: {},
    textOrNothing: { type: "string", nullable: true },
    only: (value) => ({ type: "string", enum: [value] }),
  },
};

function json($schema: string): Dialect {
  return { head: { $schema }, textOrNothing: { type: ["string", "null"] }, only: (value) => ({ const: value }) };
}

function dialect({ target }: JsonSchemaOptions): Dialect {
  const known = Object.hasOwn(DIALECTS, target) ? DIALECTS[target] : undefined;
  if (known === undefined) {
    throw new TypeError(`target must be one of ${Object.keys(DIALECTS).join(", ")}, not ${JSON.stringify(target)}`);
  }
  return known;
}

function inputSchema({ head, textOrNothing }: Dialect, context: Context | undefined): JsonSchema {
  const texts = new Speaker(context?.messages);
  const hasCustomer = context?.customerId !== undefined && context.customerId !== null;
  const settable = QUALIFICATIONS.filter((target) => settability(target, { ...context, held: null }).outcome !== "blocked");
  const fields = FIELDS.filter((field) => field !== "customerId" || !hasCustomer);
  const property = (field: (typeof FIELDS)[number]): JsonSchema => ({
    title: texts.text(`${field}Label`),
    description: texts.text(`${field}Hint`),
    ...(field === "customerId" && { type: "string" }),
    ...(field === "qualification" && { type: "string", pattern: inAnyCase(settable), examples: settable }),
    ...(field !== "customerId" && field !== "qualification" && textOrNothing),
  });
  return {
    ...head,
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field, withoutExamples(property(field), head)])),
    required: fields.filter((field) => field === "customerId" || field === "qualification"),
  };
}

/** OpenAPI 3.0 has no `examples` in a schema. */
function withoutExamples({ examples, ...schema }: JsonSchema, head: JsonSchema): JsonSchema {
  return "$schema" in head && examples !== undefined ? { ...schema, examples } : schema;
}

/** A pattern of names in any ASCII case. */
function inAnyCase(names: readonly string[]): string {
  const letter = (one: string) => `[${one.toUpperCase()}${one.toLowerCase()}]`;
  return `^(?:${names.map((name) => name.replace(/[a-z]/gi, letter)).join("|")})$`;
}

function outputSchema({ head, only }: Dialect): JsonSchema {
  const common = {
    customerId: { type: "string", pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" },
    mode: { type: "string", enum: [...MODES] },
  };
  const one = (qualification: string, more: JsonSchema, required: readonly string[]): JsonSchema => ({
    type: "object",
    properties: { ...common, qualification: only(qualification), ...more },
    required: ["customerId", "mode", "qualification", ...required],
    additionalProperties: false,
  });
  return {
    ...head,
    oneOf: [
      one("Education", { educationSegment: { type: "string", enum: [...EDUCATION_SEGMENTS] }, website: { type: "string" } }, []),
      one("GovernmentCommunityCloud", { validationCode: { type: "integer", minimum: 1, maximum: 2147483647 } }, ["validationCode"]),
      one("StateOwnedEntity", {}, []),
    ],
  };
}
