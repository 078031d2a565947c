import { Ajv } from "ajv";

import { CODE, DECISIONS, GUID, TEXTS, WEBSITE, ofOtherStatus, parsed, ruleOf, valueOf } from "./shared.mjs";

const ajv = new Ajv({ allErrors: true, verbose: true });

const isAnswer = ajv.compile({
  type: "object",
  properties: { type: { const: "account" }, status: { type: "string" } },
  required: ["status"],
});

export const lacks = {
  answer: "rules: a switch over the status follows the schema",
  form: "texts for people and typed values, which are made by hand",
};

export function answer(httpStatus, body) {
  if (httpStatus !== 200) return ofOtherStatus(httpStatus, parsed(body));
  const read = parsed(body);
  return DECISIONS[isAnswer(read) ? ruleOf(read.status) : "R1"];
}

const text = (pattern) => ({ type: "string", pattern: pattern.source });
// A schema has no flag for either case.
const insensitive = (pattern) => ({ type: "string", pattern: pattern.source.replaceAll("a-f", "a-fA-F").replaceAll("a-z", "a-zA-Z") });
const empty = { const: "" };
const educationOnly = { educationSegment: empty, website: empty };
const of = (qualification, properties) => ({ properties: { qualification: { const: qualification }, ...properties } });

const isForm = ajv.compile({
  type: "object",
  required: ["customerId", "qualification", "educationSegment", "website", "validationCode"],
  properties: { customerId: insensitive(GUID) },
  allOf: [
    {
      if: of("Education"),
      then: of("Education", {
        educationSegment: { enum: ["K12", "HigherEducation"] },
        website: { anyOf: [empty, insensitive(WEBSITE)] },
      }),
      else: { properties: educationOnly },
    },
    {
      if: of("GovernmentCommunityCloud"),
      then: { properties: { validationCode: text(CODE) } },
      else: { properties: { validationCode: empty } },
    },
    { properties: { qualification: { enum: ["Education", "GovernmentCommunityCloud", "StateOwnedEntity"] } } },
  ],
});

export function form(fields) {
  if (isForm(fields)) return { ok: true, value: valueOf(fields) };
  const issues = [];
  for (const { instancePath, keyword, data } of isForm.errors) {
    const field = instancePath.slice(1);
    const message = errorOf(field, keyword, data);
    if (message !== undefined) issues.push({ path: [field], message });
  }
  return { ok: false, issues };
}

/** The text for an error; none for those that only say that a branch failed. */
function errorOf(field, keyword, data) {
  switch (`${field} ${keyword}`) {
    case "customerId pattern":
      return data === "" ? TEXTS.customerIdRequired : TEXTS.customerIdInvalid(data);
    case "qualification enum":
      return TEXTS.qualificationRequired;
    case "educationSegment enum":
      return data === "" ? TEXTS.educationSegmentRequired : TEXTS.educationSegmentUnknown(data);
    case "educationSegment const":
      return TEXTS.educationSegmentNotApplicable;
    case "website anyOf":
      return TEXTS.websiteInvalid(data);
    case "website const":
      return TEXTS.websiteNotApplicable;
    case "validationCode pattern":
      return data === "" ? TEXTS.validationCodeRequired : TEXTS.validationCodeInvalid(data);
    case "validationCode const":
      return TEXTS.validationCodeNotApplicable;
    default:
      return undefined;
  }
}
