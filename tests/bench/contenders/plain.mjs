// Plain JavaScript, as a portal's developer would write it.

import { OUTCOMES } from "partner-center-rules";

import { CODE, DECISIONS, GUID, TEXTS, WEBSITE, ofOtherStatus, parsed, ruleOf, statusOf, valueOf } from "./shared.mjs";

export const lacks = {};

export function answer(httpStatus, body) {
  const json = parsed(body);
  if (httpStatus !== 200) return ofOtherStatus(httpStatus, json);
  const status = statusOf(json);
  return DECISIONS[status === undefined ? "R1" : ruleOf(status)];
}

export function form(fields) {
  const { customerId, qualification, educationSegment, website, validationCode } = fields;
  const issues = [];
  const issue = (field, message) => issues.push({ path: [field], message });

  if (customerId === "") issue("customerId", TEXTS.customerIdRequired);
  else if (!GUID.test(customerId)) issue("customerId", TEXTS.customerIdInvalid(customerId));

  if (qualification === "Education") {
    if (educationSegment === "") issue("educationSegment", TEXTS.educationSegmentRequired);
    else if (educationSegment !== "K12" && educationSegment !== "HigherEducation")
      issue("educationSegment", TEXTS.educationSegmentUnknown(educationSegment));
    if (website !== "" && !WEBSITE.test(website)) issue("website", TEXTS.websiteInvalid(website));
  } else {
    if (qualification !== "GovernmentCommunityCloud" && qualification !== "StateOwnedEntity")
      issue("qualification", TEXTS.qualificationRequired);
    if (educationSegment !== "") issue("educationSegment", TEXTS.educationSegmentNotApplicable);
    if (website !== "") issue("website", TEXTS.websiteNotApplicable);
  }

  if (qualification === "GovernmentCommunityCloud") {
    if (validationCode === "") issue("validationCode", TEXTS.validationCodeRequired);
    else if (!CODE.test(validationCode)) issue("validationCode", TEXTS.validationCodeInvalid(validationCode));
  } else if (validationCode !== "") {
    issue("validationCode", TEXTS.validationCodeNotApplicable);
  }
  return issues.length === 0 ? { ok: true, value: valueOf(fields) } : { ok: false, issues };
}

const OUTCOME_OF = { A1: "allowed", A2: "blocked", A4: "blocked", A5: "blocked", A6: "undetermined", A8: "undetermined" };
const PLACE_OF = Object.fromEntries(Object.entries(OUTCOME_OF).map(([rule, outcome]) => [rule, OUTCOMES.indexOf(outcome)]));
const NOT_KNOWN = OUTCOMES.indexOf("undetermined");

/** The outcomes of a text of records, as bytes. */
export function many(bytes) {
  const records = JSON.parse(new TextDecoder().decode(bytes));
  const outcomes = new Uint8Array(records.length);
  for (let at = 0; at < records.length; at += 1) {
    const { status } = records[at];
    outcomes[at] = status == null ? NOT_KNOWN : PLACE_OF[ruleOf(status)];
  }
  return outcomes;
}
