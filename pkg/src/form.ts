// The form check: reads the form and what the page knows, and hands back what the rules say.

import * as given from "./arguments.js";
import { NOT_TEXT, fieldText, notTheCustomer, readContext, readForm, textOf } from "./context.js";
import type { FormInput, ReadForm } from "./context.js";
import { optional, result } from "./results.js";
import type { SettabilityOptions } from "./decisions.js";
import { instance } from "./instance.js";
import type { CodedChange, CodedIssue } from "./speaker.js";
import { FIELDS, MODES } from "./tables.js";
import type {
  ChangeCode,
  EducationSegment,
  FaultCode,
  Field,
  FieldCode,
  FieldState,
  MessageCode,
  Mode,
  ReasonCode,
  RuleId,
  Severity,
} from "./tables.js";

/**
 * The form with which a qualification is set, as it was filled in. Blank fields are absent. The value of a check is a form as well,
 * which says for which mode it was checked.
 *
 * @example
 * const form: Form = { customerId: "0a1b2c3d-4e5f-6789-abcd-ef0123456789", qualification: "Education", website: null };
 */
export type Form = {
  readonly [field in Field]?: (field extends "validationCode" ? string | number : string) | null | undefined;
};

/**
 * A validation code of the partner, as the service answers it.
 *
 * @example
 * const code: PartnerValidationCode = { validationId: "12345", remainingCreates: 4, organizationName: "Contoso, Inc." };
 */
export interface PartnerValidationCode {
  readonly validationId: string | number;
  /** How many customers it can still qualify; `null` where there is no limit. */
  readonly remainingCreates?: number | null | undefined;
  readonly maxCreates?: number | null | undefined;
  readonly organizationName?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  readonly eTag?: string | null | undefined;
}

/**
 * Texts in place of the English ones, by code. Codes that this version does not know are ignored, so that a catalogue of another version
 * can be given; texts of which it knows no code are refused.
 *
 * @example
 * const messages: MessageOverrides = { customerIdRequired: "Which customer?" };
 * checkField("customerId", "", {}, { messages }).issue?.message; // "Which customer?"
 */
export type MessageOverrides = { readonly [code in MessageCode]?: string };

/**
 * In which language a call answers.
 *
 * @example
 * const options: MessageOptions = { messages: { accountAllowed: "Das Konto ist validiert." } };
 * accountEligibility("Allowed", "renewal", options).reasons[0]?.message; // "Das Konto ist validiert."
 */
export interface MessageOptions {
  /** Texts in place of the English ones, by code: all of another language, or single ones. Absent or `null`: English. */
  readonly messages?: MessageOverrides | null | undefined;
}

/**
 * What the page knows beside the form.
 *
 * @example
 * const context: Context = { mode: "asynchronous", held: [], customerId: "0a1b2c3d-4e5f-6789-abcd-ef0123456789" };
 * checkForm({ qualification: "StateOwnedEntity" }, context).ok; // true
 */
export interface Context extends SettabilityOptions {
  /**
   * The validation codes of the partner; then a code that is none of them, or used up, is an issue. An entry that cannot be read, and
   * those beyond the first 1,000, make a warning: a code that is not among the others may be one of them.
   */
  readonly validationCodes?: readonly PartnerValidationCode[] | null | undefined;
  /** The customer, where the page has chosen it. Then the form has no field for it. */
  readonly customerId?: string | null | undefined;
  /** The name of the customer; then a validation code that was issued to an organization of another name is a warning. */
  readonly customerName?: string | null | undefined;
}

/**
 * What an issue is about, in values: the placeholders of its message.
 *
 * @example
 * const params: Params | undefined = checkField("customerId", "x").issue?.params;
 * params?.input; // "x"
 */
export interface Params {
  /** What was given, escaped and cut so that it can be shown. */
  readonly input?: string;
  /** The values that are allowed, as the service writes them. The message has their labels. */
  readonly allowed?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** The rule that says so. */
  readonly rule?: RuleId;
  /** How long to wait before the request is sent again. */
  readonly seconds?: number;
}

/**
 * One thing that a form check found, or that an answer of the service means.
 *
 * @example
 * const issue: Issue | undefined = checkField("customerId", "x").issue;
 * issue?.code; // "customerIdInvalid"
 * issue?.path; // ["customerId"]
 */
export interface Issue {
  readonly code: FieldCode | ReasonCode | FaultCode;
  readonly message: string;
  /** The field; empty where the form or the request as a whole is meant. */
  readonly path: readonly [Field] | readonly [];
  readonly params: Params;
  readonly severity: Severity;
}

/**
 * Something that a form check changed in a text to make the value of it.
 *
 * @example
 * const [change]: readonly Change[] = checkField("website", " example.edu", { qualification: "Education" }).changes;
 * change?.code; // "whiteSpaceRemoved"
 */
export interface Change {
  readonly code: ChangeCode;
  readonly message: string;
  readonly path: readonly [Field];
}

/**
 * An update that no rule blocks.
 *
 * @example
 * const update: QualificationUpdate = {
 *   customerId: "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
 *   mode: "asynchronous",
 *   qualification: "GovernmentCommunityCloud",
 *   validationCode: "12345",
 * };
 */
export type QualificationUpdate = { readonly customerId: string; readonly mode: Mode } & (
  | {
      readonly qualification: "Education";
      /** Given with the asynchronous interface. */
      readonly educationSegment?: EducationSegment;
      readonly website?: string;
    }
  | { readonly qualification: "GovernmentCommunityCloud"; readonly validationCode: string }
  | { readonly qualification: "StateOwnedEntity" }
);

/**
 * The result of a form check.
 *
 * @example
 * const result: FormResult = checkForm(form);
 * const shown = result.ok ? result.value.qualification : result.issues.map(({ message }) => message);
 */
export type FormResult =
  | {
      readonly ok: true;
      readonly value: QualificationUpdate;
      readonly warnings: readonly Issue[];
      readonly changes: readonly Change[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly warnings: readonly Issue[] };

/**
 * What there is to say of a field while it is being filled in.
 *
 * @example
 * const { state, value }: FieldCheck = checkField("customerId", "0A1B2C3D-4E5F-6789-ABCD-EF0123456789");
 * state; // "valid"
 * value; // "0a1b2c3d-4e5f-6789-abcd-ef0123456789"
 */
export interface FieldCheck {
  /** `incomplete` could still become valid by typing on; `invalid` cannot. */
  readonly state: FieldState;
  /** What `checkForm` would say of the field. */
  readonly issue?: Issue;
  readonly warnings: readonly Issue[];
  readonly changes: readonly Change[];
  /** The canonical text, if it is valid. */
  readonly value?: string;
}

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
