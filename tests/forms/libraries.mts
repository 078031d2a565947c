// Has to compile: each library accepts the schema, and infers the types of the form and of its value.

import { useForm as useConform } from "@conform-to/react/future";
import { sValidator } from "@hono/standard-validator";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { schemaResolver, useForm as useMantine } from "@mantine/form";
import { FormApi } from "@tanstack/form-core";
import { initTRPC } from "@trpc/server";
import { Hono } from "hono";
import { fieldAttributes, fieldPlan, qualificationSchema, toFieldErrors, type Form, type QualificationUpdate } from "partner-center-rules";
import type { ComponentProps } from "react";
import { useForm } from "react-hook-form";
import type { HTMLInputAttributes } from "svelte/elements";
import { standard } from "sveltekit-superforms/adapters";
import type { InputHTMLAttributes } from "vue";

const schema = qualificationSchema({ held: [] });
const empty: Form = { customerId: "", qualification: "" };

/** Takes the value, as an application sends it. */
declare function send(update: QualificationUpdate): void;

export function ReactHookForm() {
  const { handleSubmit, register } = useForm({ resolver: standardSchemaResolver(schema), defaultValues: empty });
  register("website");
  // @ts-expect-error the form has no such field
  register("webSite");
  return handleSubmit(send);
}

export function Mantine() {
  const form = useMantine<Form>({ initialValues: empty, validate: schemaResolver(schema, { sync: true }) });
  return form.getInputProps("website");
}

export function Conform() {
  const { fields } = useConform(schema, { onSubmit: (_event, { value }) => send(value) });
  // @ts-expect-error the form has no such field
  fields.webSite;
  return fields.website?.errors;
}

export const tanstack = new FormApi({ defaultValues: empty, validators: { onChange: schema, onSubmit: schema } });

export const hono = new Hono().post("/", sValidator("json", schema), (context) => {
  send(context.req.valid("json"));
  // @ts-expect-error not every update has a website
  context.req.valid("json").website;
  return context.body(null);
});

const { procedure } = initTRPC.create();
export const trpc = procedure.input(schema).mutation(({ input }) => send(input));
// @ts-expect-error the value has no such member
export const wrong = procedure.input(schema).mutation(({ input }) => input.webSite);

export const superforms = standard(schema, { defaults: {} as QualificationUpdate });

// The attributes of an input, in each library.
const [plan] = fieldPlan("Education");
if (plan === undefined) throw new Error("a plan has fields");
const aria = fieldAttributes(plan.field, []);
export const react: ComponentProps<"input"> = { ...plan.inputProps, ...aria };
export const vue: InputHTMLAttributes = { ...plan.input, ...aria };
export const svelte: HTMLInputAttributes = { ...plan.input, ...aria };
// @ts-expect-error React uses other names
export const notReact: ComponentProps<"input"> = { inputmode: plan.input.inputmode };

/** The type that Formik requires of `validate`. */
export function formik(form: Form): Record<string, string | undefined> {
  const { issues } = schema["~standard"].validate(form);
  return toFieldErrors(issues ?? []);
}
