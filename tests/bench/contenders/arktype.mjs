import { ArkErrors, type } from "arktype";

import { ruleOf } from "./plain.mjs";
import { CODE, DECISIONS, GUID, TEXTS, WEBSITE, valueOf } from "./texts.mjs";

const Answer = type({ "type?": "'account'", status: "string" });

export const lacks = { answer: "rules: a switch over the status follows the schema", form: "" };

export function answer(httpStatus, body) {
  if (httpStatus !== 200) return DECISIONS.R5;
  const read = Answer(JSON.parse(body));
  return DECISIONS[read instanceof ArkErrors ? "R1" : ruleOf(read.status)];
}

const said = (definition, message) =>
  definition.configure({ message: typeof message === "string" ? () => message : ({ data }) => message(data) });
const required = (pattern, missing, invalid) =>
  said(type(pattern), (data) => (data === "" ? missing : invalid(data)));
const customerId = required(GUID, TEXTS.customerIdRequired, TEXTS.customerIdInvalid);
const empty = (message) => said(type("''"), message);
const educationSegment = empty(TEXTS.educationSegmentNotApplicable);
const website = empty(TEXTS.websiteNotApplicable);
const validationCode = empty(TEXTS.validationCodeNotApplicable);

const Form = type({
  customerId,
  qualification: "'Education'",
  educationSegment: said(type("'K12' | 'HigherEducation'"), (data) =>
    data === "" ? TEXTS.educationSegmentRequired : TEXTS.educationSegmentUnknown(data),
  ),
  website: said(type("''").or(WEBSITE), TEXTS.websiteInvalid),
  validationCode,
})
  .or({
    customerId,
    qualification: "'GovernmentCommunityCloud'",
    educationSegment,
    website,
    validationCode: required(CODE, TEXTS.validationCodeRequired, TEXTS.validationCodeInvalid),
  })
  .or({ customerId, qualification: "'StateOwnedEntity'", educationSegment, website, validationCode })
;

export function form(fields) {
  const read = Form(fields);
  if (!(read instanceof ArkErrors)) return { ok: true, value: valueOf(read) };
  return { ok: false, issues: read.map(({ path, message }) => ({ path: [...path], message })) };
}
