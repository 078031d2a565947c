// The form check: reads the form and what the page knows, and hands back what the rules say.

import * as given from "./arguments.js";
import { readSituation } from "./decisions.js";
import type { Situation } from "./decisions.js";
import { instance } from "./instance.js";
import { FIELDS } from "./tables.js";
import type { ChangeCode, EducationSegment, Field, FieldCode, Mode, ReasonCode, RuleId, Severity } from "./tables.js";

/** The form with which a qualification is set, as it was filled in. Blank fields are absent. */
export type Form = { readonly [field in Field]?: string | null | undefined };

/** A validation code of the partner, as the service answers it. */
export interface PartnerValidationCode {
  readonly validationId: string | number;
  /** How many customers it can still qualify; `null` where there is no limit. */
  readonly remainingCreates?: number | null | undefined;
  readonly maxCreates?: number | null | undefined;
  readonly organizationName?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  readonly eTag?: string | null | undefined;
}

/** What the page knows beside the form. */
export interface Context extends Situation {
  /** The validation codes of the partner; then a code that is none of them, or used up, is an issue. */
  readonly validationCodes?: readonly PartnerValidationCode[] | null | undefined;
  /** The customer, where the page has chosen it. Then the form has no field for it. */
  readonly customerId?: string | null | undefined;
}

/** What an issue is about, in values: the placeholders of its message. */
export interface Params {
  /** What was given, escaped and cut so that it can be shown. */
  readonly input?: string;
  /** The values that are allowed. */
  readonly allowed?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** The rule that says so. */
  readonly rule?: RuleId;
}

/** One thing that a form check found. */
export interface Issue {
  readonly code: FieldCode | ReasonCode;
  readonly message: string;
  readonly path: readonly [Field];
  readonly params: Params;
  readonly severity: Severity;
}

/** Something that a form check changed in a text to make the value of it. */
export interface Change {
  readonly code: ChangeCode;
  readonly message: string;
  readonly path: readonly [Field];
}

/** An update that no rule blocks. */
export type QualificationUpdate = { readonly customerId: string; readonly mode: Mode } & (
  | {
      readonly qualification: "Education";
      /** Given with the asynchronous interface. */
      readonly educationSegment?: EducationSegment;
      readonly website?: string;
    }
  | { readonly qualification: "GovernmentCommunityCloud"; readonly validationCode: number }
  | { readonly qualification: "StateOwnedEntity" }
);

/** The result of a form check. */
export type FormResult =
  | {
      readonly ok: true;
      readonly value: QualificationUpdate;
      readonly warnings: readonly Issue[];
      readonly changes: readonly Change[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly warnings: readonly Issue[] };

/** No partner has more codes than this; a longer list is not known. */
const MOST_CODES = 1000;

/**
 * Checks a form: every issue at once, at most one a field, in the order of `FIELDS`; or the typed value.
 *
 * Only what the rules block is an issue. What they leave undetermined is a warning, and does not stand in the way.
 *
 * @throws TypeError if an argument has another type than declared. A field of another type is no error but an issue.
 * @example
 * const result = checkForm({ customerId, qualification: "GovernmentCommunityCloud" }, { held: [] });
 * if (!result.ok) for (const issue of result.issues) show(issue.path[0], issue.message);
 */
export function checkForm(form: Form, context?: Context): FormResult {
  const read = given.object(form, "form");
  const texts = new given.Texts();
  for (const field of FIELDS) texts.add(given.own(read, field));

  const { mode, held, options } = readSituation(context, "context");
  texts.add(customerId(given.own(options, "customerId")));
  const codes = given.own(options, "validationCodes");
  const areCodesKnown = codes !== undefined && codes !== null;
  if (areCodesKnown) {
    for (const code of given.entries(codes, "context.validationCodes", MOST_CODES)) addCode(texts, code);
  }
  return instance().check_form(texts.joined, texts.lengths, mode, held, areCodesKnown) as FormResult;
}

/** A customer that the page has chosen is the page's to get right: an id that is none is a mistake in the program. */
function customerId(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string" && instance().is_customer_id(value.slice(0, 100))) return value;
  throw given.misuse("context.customerId", "a customer ID, a GUID", value);
}

function addCode(texts: given.Texts, code: unknown): void {
  const isObject = typeof code === "object" && code !== null;
  texts.add(isObject ? number(given.own(code, "validationId")) : given.UNREADABLE);
  texts.add(isObject ? number(given.own(code, "remainingCreates")) : given.UNREADABLE);
}

/** A number as its text. Another value stays what it is. */
function number(value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}
