// The form check: reads the form and what the page knows, and hands back what the rules say.

import type { Context, FieldCheck, Form, FormResult, QualificationUpdate } from "./types.js";
import * as given from "../boundary/validate-arguments.js";
import { NOT_TEXT, fieldText, notTheCustomer, readContext, readForm, textOf } from "../boundary/form-input.js";
import type { FormInput, ReadForm } from "../boundary/form-input.js";
import { optional, result } from "../boundary/results.js";
import { instance } from "../boundary/instance.js";
import type { CodedChange, CodedIssue } from "../messages/message-catalogue.js";
import { FIELDS, MODES } from "../generated/tables.js";
import type { Field, FieldState } from "../generated/tables.js";

/**
 * Checks a form: every issue at once, at most one a field, in the order of `FIELDS`; or the typed value.
 *
 * Only what the rules block is an issue. What they leave undetermined is a warning, and does not stand in the way.
 *
 * @throws TypeError if an argument has another type than declared, or the form was checked for another mode than that of the context.
 * A field of another type is no error but an issue.
 * @example
 * const result = checkForm({ customerId, qualification: "GovernmentCommunityCloud" }, { held: [] });
 * if (!result.ok) for (const issue of result.issues) show(issue.path[0], issue.message);
 */
export function checkForm(form: Form, context?: Context): FormResult {
  return check(readForm(given.object(form, "form", FIELDS)), context);
}

/**
 * Checks a form that was read.
 *
 * @internal
 */
export function check({ input, notText, unknownFields, checkedFor }: ReadForm, context: unknown): FormResult {
  const { mode, held, known, messages } = readContext(context, checkedFor);
  const isChecked = checkedFor !== undefined;
  const checked: unknown = instance().check_form(input, notText, unknownFields, isChecked, mode, held, known);
  if (checked === undefined) return { ok: true, value: asFilledIn(input, mode), warnings: [], changes: [] };
  if (checked === null) throw notTheCustomer(known?.customerId);
  const found = result<CodedFormResult>(checked);
  const warnings = messages.issues(found.warnings);
  return found.ok
    ? { ok: true, value: found.value, warnings, changes: messages.changes(found.changes) }
    : { ok: false, issues: messages.issues(found.issues), warnings };
}

/** The result of a form check as it leaves WebAssembly. */
type CodedFormResult =
  | {
      readonly ok: true;
      readonly value: QualificationUpdate;
      readonly warnings: readonly CodedIssue[];
      readonly changes: readonly CodedChange[];
    }
  | { readonly ok: false; readonly issues: readonly CodedIssue[]; readonly warnings: readonly CodedIssue[] };

/** The check of one field as it leaves WebAssembly. */
interface CodedFieldCheck {
  readonly state: FieldState;
  readonly issue?: CodedIssue;
  readonly warnings: readonly CodedIssue[];
  readonly changes: readonly CodedChange[];
  readonly value?: string;
}

/** The value of a form that is accepted exactly as it was filled in. */
function asFilledIn(form: FormInput, mode: number): QualificationUpdate {
  const { customerId, qualification, educationSegment, website, validationCode } = form;
  const value: Record<string, unknown> = { customerId, mode: MODES[mode], qualification };
  if (educationSegment) value["educationSegment"] = educationSegment;
  if (website) value["website"] = website;
  if (validationCode) value["validationCode"] = validationCode;
  return value as unknown as QualificationUpdate;
}

/**
 * Checks one field while it is being filled in. The form gives the other fields: its qualification decides which apply.
 *
 * No beginning of a valid text is ever `invalid`.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * checkField("customerId", "0a1b2c3d-4e").state; // "incomplete"
 * checkField("validationCode", "12x", { qualification: "GovernmentCommunityCloud" }).issue?.message;
 */
export function checkField<F extends Field>(field: F, text: Form[F], form?: Form, context?: Context): FieldCheck {
  const place = given.place(FIELDS, field, "field");
  const { input, checkedFor } = readForm(given.options(form, "form", FIELDS));
  const { mode, held, known, messages } = readContext(context, checkedFor);
  const typed = fieldText(field, text);
  const checked: unknown = instance().check_field(place, textOf(typed), typed === NOT_TEXT, input, mode, held, known);
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
