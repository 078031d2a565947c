// The checks of a form and of its fields.

import type { Context, FieldCheck, Form, FormResult, QualificationUpdate } from "../types.js";
import * as args from "../boundary/validate-arguments.js";
import { NOT_TEXT, fieldText, notTheCustomer, readContext, readForm, textOf } from "./form-input.js";
import type { FormInput, ReadForm } from "./form-input.js";
import { optional, result } from "../boundary/results.js";
import { instance } from "../boundary/instance.js";
import type { CodedChange, CodedIssue } from "../messages/message-catalogue.js";
import { FIELDS, MODES } from "../generated/tables.js";
import type { Field, FieldState } from "../generated/tables.js";

/**
 * Checks a form. Returns the typed value, or all issues: at most one per field, in the order of `FIELDS`.
 *
 * Only what the rules block is an issue. What they leave undetermined is a warning, and does not prevent the update.
 *
 * @throws TypeError if an argument has another type than declared, or the form was checked for another mode than that of the context.
 * A field of another type does not throw: it is an issue.
 * @example
 * const result = checkForm({ customerId, qualification: "GovernmentCommunityCloud" }, { held: [] });
 * if (!result.ok) for (const issue of result.issues) show(issue.path[0], issue.message);
 */
export function checkForm(form: Form, context?: Context): FormResult {
  return check(readForm(args.object(form, "form", FIELDS)), context);
}

/**
 * Checks a form whose fields were already read.
 *
 * @internal
 */
export function check({ input, notText, unknownFields, checkedFor }: ReadForm, context: unknown): FormResult {
  const { mode, held, known, messages } = readContext(context, checkedFor);
  const isChecked = checkedFor !== undefined;
  const { customerId, qualification, educationSegment, website, validationCode } = input;
  const checked: unknown = instance().check_form(
    customerId, qualification, educationSegment, website, validationCode, notText, unknownFields, isChecked, mode, held, known,
  );
  if (checked === undefined) return { ok: true, value: asFilledIn(input, mode), warnings: [], changes: [] };
  if (checked === null) throw notTheCustomer(known?.customerId);
  const found = result<CodedFormResult>(checked);
  const warnings = messages.issues(found.warnings);
  return found.ok
    ? { ok: true, value: found.value, warnings, changes: messages.changes(found.changes) }
    : { ok: false, issues: messages.issues(found.issues), warnings };
}

/** The result of a form check as WebAssembly returns it. */
type CodedFormResult =
  | {
      readonly ok: true;
      readonly value: QualificationUpdate;
      readonly warnings: readonly CodedIssue[];
      readonly changes: readonly CodedChange[];
    }
  | { readonly ok: false; readonly issues: readonly CodedIssue[]; readonly warnings: readonly CodedIssue[] };

/** The result of a field check as WebAssembly returns it. */
interface CodedFieldCheck {
  readonly state: FieldState;
  readonly issue?: CodedIssue;
  readonly warnings: readonly CodedIssue[];
  readonly changes: readonly CodedChange[];
  readonly value?: string;
}

/** Returns the value of a form that is accepted exactly as it was filled in. */
function asFilledIn(form: FormInput, mode: number): QualificationUpdate {
  const { customerId, qualification, educationSegment, website, validationCode } = form;
  const value: Record<string, unknown> = { customerId, mode: MODES[mode], qualification };
  if (educationSegment) value["educationSegment"] = educationSegment;
  if (website) value["website"] = website;
  if (validationCode) value["validationCode"] = validationCode;
  return value as unknown as QualificationUpdate;
}

/**
 * Checks one field while it is being filled in. `form` contains the other fields: its qualification decides which fields apply.
 *
 * The beginning of a valid text is never `invalid`.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * checkField("customerId", "0a1b2c3d-4e").state; // "incomplete"
 * checkField("validationCode", "12x", { qualification: "GovernmentCommunityCloud" }).issue?.message;
 */
export function checkField<F extends Field>(field: F, text: Form[F], form?: Form, context?: Context): FieldCheck {
  const index = args.indexOf(FIELDS, field, "field");
  const { input, checkedFor } = readForm(args.options(form, "form", FIELDS));
  const { mode, held, known, messages } = readContext(context, checkedFor);
  const typed = fieldText(field, text);
  const checked: unknown = instance().check_field(index, textOf(typed), typed === NOT_TEXT, input, mode, held, known);
  if (checked === null) throw notTheCustomer(known?.customerId);
  const found = result<CodedFieldCheck>(checked);
  const { state, warnings, changes } = found;
  const issue = optional(found, "issue");
  const value = optional(found, "value");
  return {
    state,
    ...(issue && { issue: messages.issue(issue) }),
    warnings: messages.issues(warnings),
    changes: messages.changes(changes),
    ...(value !== undefined && { value }),
  };
}
