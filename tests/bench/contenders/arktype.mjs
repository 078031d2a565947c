import { ArkErrors, type } from "arktype";

import { CODE, DECISIONS, GUID, TEXTS, WEBSITE, ofOtherStatus, parsed, ruleOf, valueOf } from "./shared.mjs";

const Answer = type({ "type?": "'account'", status: "string" });

export const lacks = {
  answer: "rules: a switch over the status follows the schema",
  form: "typed values at full speed: a pipe makes the check slow, so they are made by hand",
};

export function answer(httpStatus, body) {
  if (httpStatus !== 200) return ofOtherStatus(httpStatus, parsed(body));
  const read = Answer(parsed(body));
  return DECISIONS[read instanceof ArkErrors ? "R1" : ruleOf(read.status)];
}

const withMessage = (definition, message) =>
  definition.configure({ message: typeof message === "string" ? () => message : ({ data }) => message(data) });
const required = (pattern, missing, invalid) =>
  withMessage(type(pattern), (data) => (data === "" ? missing : invalid(data)));
const customerId = required(GUID, TEXTS.customerIdRequired, TEXTS.customerIdInvalid);
const empty = (message) => withMessage(type("''"), message);
const educationSegment = empty(TEXTS.educationSegmentNotApplicable);
const website = empty(TEXTS.websiteNotApplicable);
const validationCode = empty(TEXTS.validationCodeNotApplicable);

const Form = type({
  customerId,
  qualification: "'Education'",
  educationSegment: withMessage(type("'K12' | 'HigherEducation'"), (data) =>
    data === "" ? TEXTS.educationSegmentRequired : TEXTS.educationSegmentUnknown(data),
  ),
  website: withMessage(type("''").or(WEBSITE), TEXTS.websiteInvalid),
  validationCode,
})
  .or({
    customerId,
    qualification: "'GovernmentCommunityCloud'",
    educationSegment,
    website,
    validationCode: required(CODE, TEXTS.validationCodeRequired, TEXTS.validationCodeInvalid),
  })
  .or({ customerId, qualification: "'StateOwnedEntity'", educationSegment, website, validationCode });

export function form(fields) {
  const read = Form(fields);
  if (!(read instanceof ArkErrors)) return { ok: true, value: valueOf(read) };
  return { ok: false, issues: read.map(({ path, message }) => ({ path: [...path], message })) };
}
