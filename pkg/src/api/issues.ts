// Issues in the shapes that forms show them in.

import type { Issue } from "./types.js";
import * as given from "../boundary/validate-arguments.js";
import { FIELDS, SEVERITIES } from "../generated/tables.js";
import type { Field } from "../generated/tables.js";

/**
 * One message a field, as Formik and the like take them.
 *
 * @throws TypeError if an argument has another type than declared.
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
 * @throws TypeError if an argument has another type than declared.
 * @example
 * for (const { field, message } of toErrorSummary(issues)) addLink(`#${field}`, message);
 */
export function toErrorSummary(issues: readonly Issue[]): readonly { readonly field: Field; readonly message: string }[] {
  const errors = readErrors(issues);
  return FIELDS.flatMap((field) => {
    const error = errors.find((error) => error.field === field);
    return error === undefined ? [] : [{ field, message: error.message }];
  });
}

/**
 * The attributes that tie an input to its hint and, while there is an issue, to the message beside it.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * fieldAttributes("website", issues, { hint: "website-hint", error: "website-error" });
 * // { "aria-invalid": "true", "aria-describedby": "website-hint website-error" }
 */
export function fieldAttributes(
  field: Field,
  issues: readonly Issue[],
  ids: { readonly hint?: string | null | undefined; readonly error?: string | null | undefined } = {},
): { readonly "aria-invalid"?: "true"; readonly "aria-describedby"?: string } {
  given.place(FIELDS, field, "field");
  const isWrong = readErrors(issues).some((error) => error.field === field);
  const object = given.object(ids, "ids", ["hint", "error"]);
  const hint = readId(object, "hint");
  const error = readId(object, "error") ?? `${field}-error`;
  const described = [hint, isWrong ? error : undefined].filter((id) => id !== undefined);
  return {
    ...(isWrong && { "aria-invalid": "true" }),
    ...(described.length > 0 && { "aria-describedby": described.join(" ") }),
  };
}

function readId(ids: object, name: string): string | undefined {
  const id = given.member(ids, name);
  if (id === undefined || id === null || id === "") return undefined;
  if (typeof id === "string") return id;
  throw given.misuse(`ids.${name}`, "a string, null or undefined", id);
}

/** The field and message of each issue without warnings, which do not stand in the way. */
function readErrors(issues: unknown): readonly { readonly field: unknown; readonly message: string }[] {
  return given.entries(issues, "issues", "an array").flatMap((issue, at) => {
    const read = given.object(issue, `issues[${at}]`, ISSUE);
    const severity = given.place(SEVERITIES, given.member(read, "severity"), `issues[${at}].severity`);
    const [field] = given.entries(given.member(read, "path"), `issues[${at}].path`, "an array");
    const message = given.member(read, "message");
    if (typeof message !== "string") throw given.misuse(`issues[${at}].message`, "a string", message);
    return SEVERITIES[severity] === "error" ? [{ field, message }] : [];
  });
}

const ISSUE = ["severity", "path", "message"] as const;
