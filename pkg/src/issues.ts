// Issues in the shapes that forms show them in.

import * as given from "./arguments.js";
import type { Issue } from "./form.js";
import { FIELDS } from "./tables.js";
import type { Field } from "./tables.js";

/**
 * One message a field, as Formik and the like take them.
 *
 * @example
 * const result = checkForm({ customerId, qualification: "GovernmentCommunityCloud" }, { held: [] });
 * if (!result.ok) toFieldErrors(result.issues).validationCode; // "Enter the validation code. Government Community Cloud needs one."
 */
export function toFieldErrors(issues: readonly Issue[]): { readonly [field in Field]?: string } {
  return Object.fromEntries(toErrorSummary(issues).map(({ field, message }) => [field, message]));
}

/**
 * One message a field, in the order of the fields: the summary on top of a form.
 *
 * @example
 * for (const { field, message } of toErrorSummary(issues)) addLink(`#${field}`, message);
 */
export function toErrorSummary(issues: readonly Issue[]): readonly { readonly field: Field; readonly message: string }[] {
  const errors = errorsAmong(issues);
  return FIELDS.flatMap((field) => {
    const issue = errors.find(({ path }) => path[0] === field);
    return issue === undefined ? [] : [{ field, message: issue.message }];
  });
}

/**
 * The attributes that tie an input to its hint and, while there is an issue, to the message beside it.
 *
 * @example
 * fieldAttributes("website", issues, { hint: "website-hint", error: "website-error" });
 * // { "aria-invalid": "true", "aria-describedby": "website-hint website-error" }
 */
export function fieldAttributes(
  field: Field,
  issues: readonly Issue[],
  ids: { readonly hint?: string | undefined; readonly error?: string | undefined } = {},
): { readonly "aria-invalid"?: "true"; readonly "aria-describedby"?: string } {
  given.place(FIELDS, field, "field");
  const isWrong = errorsAmong(issues).some(({ path }) => path[0] === field);
  const described = [ids.hint, isWrong ? (ids.error ?? `${field}-error`) : undefined].filter((id) => id !== undefined);
  return {
    ...(isWrong && { "aria-invalid": "true" }),
    ...(described.length > 0 && { "aria-describedby": described.join(" ") }),
  };
}

/** The issues without warnings, which do not stand in the way. */
function errorsAmong(issues: readonly Issue[]): readonly Issue[] {
  if (!Array.isArray(issues)) throw given.misuse("issues", "an array", issues);
  return (issues as readonly Issue[]).filter(({ severity }) => severity === "error");
}
