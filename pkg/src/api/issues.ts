// Converts issues for display in forms.

import type { Issue } from "../types.js";
import * as args from "../boundary/validate-arguments.js";
import { FIELDS, SEVERITIES } from "../generated/tables.js";
import type { Field } from "../generated/tables.js";

/**
 * Returns one message per field, as Formik and similar libraries expect.
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
 * Returns one message per field, in the order of the fields, for the summary at the top of a form.
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
 * Returns the ARIA attributes that connect an input to its hint and, while there is an issue, to its error message.
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
  args.indexOf(FIELDS, field, "field");
  const isWrong = readErrors(issues).some((error) => error.field === field);
  const object = args.object(ids, "ids", ["hint", "error"]);
  const hint = readId(object, "hint");
  const error = readId(object, "error") ?? `${field}-error`;
  const described = [hint, isWrong ? error : undefined].filter((id) => id !== undefined);
  return {
    ...(isWrong && { "aria-invalid": "true" }),
    ...(described.length > 0 && { "aria-describedby": described.join(" ") }),
  };
}

function readId(ids: object, name: string): string | undefined {
  const id = args.member(ids, name);
  if (id === undefined || id === null || id === "") return undefined;
  if (typeof id === "string") return id;
  throw args.misuse(`ids.${name}`, "a string, null or undefined", id);
}

/** Returns the field and message of each issue, without the warnings, which do not prevent an update. */
function readErrors(issues: unknown): readonly { readonly field: unknown; readonly message: string }[] {
  return args.entries(issues, "issues", "an array").flatMap((issue, index) => {
    const read = args.object(issue, `issues[${index}]`, ISSUE);
    const severity = args.indexOf(SEVERITIES, args.member(read, "severity"), `issues[${index}].severity`);
    const [field] = args.entries(args.member(read, "path"), `issues[${index}].path`, "an array");
    const message = args.member(read, "message");
    if (typeof message !== "string") throw args.misuse(`issues[${index}].message`, "a string", message);
    return SEVERITIES[severity] === "error" ? [{ field, message }] : [];
  });
}

const ISSUE = ["severity", "path", "message"] as const;
