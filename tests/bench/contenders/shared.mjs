// What every contender has at hand, and a portal's developer would write: the decision for each rule, the texts of the issues, the
// patterns of the fields, and what surrounds the work of a library.

import { LABELS, MESSAGES, RULES } from "partner-center-rules";

/** The decision of each rule, made once. */
export const DECISIONS = Object.freeze(
  Object.fromEntries(
    RULES.map(({ id, outcome, code, source }) => {
      const reason = Object.freeze({ code, message: MESSAGES[code], rule: id, source });
      return [id, Object.freeze({ outcome, reasons: Object.freeze([reason]) })];
    }),
  ),
);

/** The answer as JSON; nothing if it is none. */
export function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The decision for an answer with another status than 200. */
export function ofOtherStatus(httpStatus, json) {
  if (httpStatus === 404) return isNoAccountStatus(json) ? DECISIONS.A7 : DECISIONS.R2;
  if (httpStatus === 401 || httpStatus === 403) return DECISIONS.R3;
  if (httpStatus === 429 || httpStatus >= 500) return DECISIONS.R4;
  return DECISIONS.R5;
}

function isNoAccountStatus(fault) {
  const code = fault?.code;
  return code === undefined ? fault?.errorName === "AccountStatusNotFound" : Number(code) === 600074;
}

/** The status that an answer tells; nothing if it is not the answer that was asked for. */
export function statusOf(json) {
  if (typeof json?.status !== "string" || (json.type !== undefined && json.type !== "account")) return undefined;
  return json.status;
}

/** The rule for a status, for a new purchase. */
export function ruleOf(status) {
  switch (status) {
    case "Allowed":
      return "A1";
    case "UnderReview":
      return "A2";
    case "NotAllowed":
      return "A4";
    case "Unknown":
      return "A5";
    case "Not Ready":
    case "NotReady":
      return "A6";
    default:
      return "A8";
  }
}

const { customerIdInvalid, websiteInvalid, validationCodeInvalid } = MESSAGES;
const { educationSegmentRequired, educationSegmentUnknown, qualificationRequired } = MESSAGES;
const { K12, HigherEducation } = LABELS.educationSegment;
const segments = `${K12} or ${HigherEducation}`;
const { Education, GovernmentCommunityCloud, StateOwnedEntity } = LABELS.qualification;

/** The texts of the issues of a form; of those that show what was given, a function. */
export const TEXTS = Object.freeze({
  ...MESSAGES,
  qualificationRequired: qualificationRequired.replace("{allowed}", `${Education}, ${GovernmentCommunityCloud} or ${StateOwnedEntity}`),
  educationSegmentRequired: educationSegmentRequired.replace("{allowed}", segments),
  customerIdInvalid: quoting(customerIdInvalid),
  educationSegmentUnknown: quoting(educationSegmentUnknown.replace("{allowed}", segments)),
  websiteInvalid: quoting(websiteInvalid),
  validationCodeInvalid: quoting(validationCodeInvalid),
});

function quoting(template) {
  const [before, after] = template.split("{input}");
  return (input) => before + input + after;
}

export const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const WEBSITE = /^(https?:\/\/)?([a-z0-9-]+\.)+[a-z]{2,}([:/?#]\S*)?$/i;
export const CODE = /^[0-9]{1,10}$/;

/** The typed value of a form that is right, from its texts. */
export function valueOf({ customerId, qualification, educationSegment, website, validationCode }) {
  const value = { customerId: customerId.toLowerCase(), mode: "asynchronous", qualification };
  if (educationSegment) value.educationSegment = educationSegment;
  if (website) value.website = website;
  if (validationCode) value.validationCode = validationCode;
  return value;
}
