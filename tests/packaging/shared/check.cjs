// The same few lines as check.js, for require.

const { checkForm, settability } = require("partner-center-rules");
const { eligibilityFromResponse } = require("partner-center-rules/eligibility");
const { messages } = require("partner-center-rules/messages/de");

/** Says `passed`, or throws. */
exports.check = function check() {
  const decision = settability("GovernmentCommunityCloud", { held: [{ qualification: "Education", vettingStatus: "Approved" }] });
  same("outcome", decision.outcome, "blocked");
  same("rule", decision.reasons[0].rule, "S7");
  same("source", decision.reasons[0].source[0].tag, "SYNC");

  const rejected = checkForm({ qualification: "GovernmentCommunityCloud", validationCode: "é 😀" }, { held: [] });
  same("issues", rejected.issues.map(({ code }) => code).join(), "customerIdRequired,validationCodeInvalid");
  same("text that is not ASCII", rejected.issues[1].params.input, "é 😀");

  const form = { customerId: "0A1B2C3D-4E5F-6789-ABCD-EF0123456789", qualification: "Education", educationSegment: "K12" };
  const accepted = checkForm(form, { held: [], messages });
  same("customer", accepted.value.customerId, "0a1b2c3d-4e5f-6789-abcd-ef0123456789");
  same("German", accepted.changes[0].message, messages.lowerCased);

  // The module of the decisions alone is another one, beside that of everything.
  const purchase = eligibilityFromResponse(200, '{"type":"account","status":"UnderReview"}', "newPurchase", { messages });
  same("outcome from the response", purchase.outcome, "blocked");
  same("German from the other module", purchase.reasons[0].message, messages.accountUnderReview);
  return "passed";
};

function same(what, actual, expected) {
  if (actual !== expected) throw new Error(`${what}: expected ${expected}, got ${actual}`);
}
