// The package.

import * as rules from "partner-center-rules";

const NOTHING_HELD = { held: [] };

export const lacks = {};

export function answer(httpStatus, body) {
  return rules.eligibilityFromResponse(httpStatus, body);
}

export function form(fields) {
  return rules.checkForm(fields, NOTHING_HELD);
}

export const many = rules.bulkEligibility && ((bytes) => rules.bulkEligibility(bytes).outcomes);
