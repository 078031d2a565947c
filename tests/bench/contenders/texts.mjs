// What every contender has at hand, as data: the decision for each rule, the texts of the issues, the patterns of the fields.

import { MESSAGES, RULES } from "partner-center-rules";

/** The decision of each rule, made once. */
export const DECISIONS = Object.freeze(
  Object.fromEntries(
    RULES.map(({ id, outcome, code, source }) => {
      const reason = Object.freeze({ code, message: MESSAGES[code], rule: id, source });
      return [id, Object.freeze({ outcome, reasons: Object.freeze([reason]) })];
    }),
  ),
);

const { customerIdInvalid, websiteInvalid, validationCodeInvalid } = MESSAGES;
const { educationSegmentRequired, educationSegmentUnknown, qualificationRequired } = MESSAGES;
const segments = "K12, HigherEducation";

/** The texts of the issues of a form; of those that show what was given, a function. */
export const TEXTS = Object.freeze({
  ...MESSAGES,
  qualificationRequired: qualificationRequired.replace("{allowed}", "Education, GovernmentCommunityCloud, StateOwnedEntity"),
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
  if (validationCode) value.validationCode = Number(validationCode);
  return value;
}
