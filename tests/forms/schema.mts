// Has to compile: the schema has the types of the standard.

import type { StandardJSONSchemaV1, StandardSchemaV1, StandardTypedV1 } from "@standard-schema/spec";
import { qualificationSchema, type Form, type Issue, type QualificationUpdate, type SchemaResult } from "partner-center-rules";

const schema = qualificationSchema({ mode: "synchronous", held: [] });

export const typed: StandardTypedV1<Form, QualificationUpdate> = schema;
export const standard: StandardSchemaV1<Form, QualificationUpdate> = schema;
export const json: StandardJSONSchemaV1<Form, QualificationUpdate> = schema;
export const both: StandardSchemaV1 & StandardJSONSchemaV1 = schema;

/** True if two types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const input: Same<StandardSchemaV1.InferInput<typeof schema>, Form> = true;
export const output: Same<StandardSchemaV1.InferOutput<typeof schema>, QualificationUpdate> = true;

// More specific than the standard: no promise, and issues with a code.
const result: SchemaResult = schema["~standard"].validate({});
export const value: QualificationUpdate | undefined = result.issues === undefined ? result.value : undefined;
export const issues: readonly Issue[] = result.issues ?? [];
export const asTheStandardHasIt: StandardSchemaV1.Result<QualificationUpdate> = result;
export const options: StandardJSONSchemaV1.Options = { target: "draft-07" };
export const document: Record<string, unknown> = schema["~standard"].jsonSchema.output(options);

// @ts-expect-error the value has no numbers
export const wrong: StandardSchemaV1<number> = schema;
// @ts-expect-error a schema cannot be changed
schema["~standard"].version = 2;
// @ts-expect-error a dialect is required
schema["~standard"].jsonSchema.input();
