// The same few lines as check.js, with types.

import { QUALIFICATIONS, checkForm, settability } from "partner-center-rules";
import type { Context, Decision, FormResult, Issue, Outcome, Qualification, Settability } from "partner-center-rules";
import { eligibilityFromResponse } from "partner-center-rules/eligibility";
import { messages } from "partner-center-rules/messages/de";

/** Says `passed`, or throws. */
export function check(): "passed" {
  const target: Qualification = QUALIFICATIONS[3];
  const decision: Settability = settability(target, { held: [{ qualification: "Education", vettingStatus: "Approved" }] });
  const outcome: Outcome = decision.outcome;
  same("outcome", outcome, "blocked");
  same("rule", decision.reasons[0]?.rule, "S7");
  same("source", decision.reasons[0]?.source[0]?.tag, "SYNC");

  const rejected: FormResult = checkForm({ qualification: "GovernmentCommunityCloud", validationCode: "é 😀" }, { held: [] });
  const issues: readonly Issue[] = rejected.ok ? [] : rejected.issues;
  same("issues", issues.map(({ code }) => code).join(), "customerIdRequired,validationCodeInvalid");
  same("text that is not ASCII", issues[1]?.params.input, "é 😀");

  const form = { customerId: "0A1B2C3D-4E5F-6789-ABCD-EF0123456789", qualification: "Education", educationSegment: "K12" };
  const context: Context = { held: [], messages };
  const accepted: FormResult = checkForm(form, context);
  if (!accepted.ok) throw new Error(accepted.issues[0]?.message);
  same("customer", accepted.value.customerId, "0a1b2c3d-4e5f-6789-abcd-ef0123456789");
  same("German", accepted.changes[0]?.message, messages.lowerCased);

  // The module of the decisions alone is another one, beside that of everything.
  const purchase: Decision = eligibilityFromResponse(200, '{"type":"account","status":"UnderReview"}', "newPurchase", { messages });
  same("outcome from the response", purchase.outcome, "blocked");
  same("German from the other module", purchase.reasons[0]?.message, messages.accountUnderReview);
  return "passed";
}

function same<T>(what: string, actual: T | undefined, expected: T): void {
  if (actual !== expected) throw new Error(`${what}: expected ${expected}, got ${actual}`);
}

// @ts-expect-error there is no such mode
export const wrong = (): Settability => settability("Education", { mode: "sometimes" });
