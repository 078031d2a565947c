import * as v from "valibot";

import { CODE, DECISIONS, GUID, TEXTS, WEBSITE, ofOtherStatus, parsed, ruleOf, valueOf } from "./shared.mjs";

const Answer = v.object({ type: v.optional(v.literal("account")), status: v.string() });

export const lacks = { answer: "rules: a switch over the status follows the schema" };

export function answer(httpStatus, body) {
  if (httpStatus !== 200) return ofOtherStatus(httpStatus, parsed(body));
  const read = v.safeParse(Answer, parsed(body));
  return DECISIONS[read.success ? ruleOf(read.output.status) : "R1"];
}

const quoted = (text) => ({ input }) => text(input);
const required = (message, pattern, invalid) =>
  v.pipe(v.string(), v.minLength(1, message), v.regex(pattern, quoted(invalid)));
const customerId = v.config(required(TEXTS.customerIdRequired, GUID, TEXTS.customerIdInvalid), { abortPipeEarly: true });
const empty = (message) => v.literal("", message);
const notForOthers = {
  educationSegment: empty(TEXTS.educationSegmentNotApplicable),
  website: empty(TEXTS.websiteNotApplicable),
};
const validationCode = empty(TEXTS.validationCodeNotApplicable);

const Form = v.pipe(
  v.variant(
    "qualification",
    [
      v.object({
        customerId,
        qualification: v.literal("Education"),
        educationSegment: v.picklist(["K12", "HigherEducation"], ({ input }) =>
          input === "" ? TEXTS.educationSegmentRequired : TEXTS.educationSegmentUnknown(input),
        ),
        website: v.union([v.literal(""), v.pipe(v.string(), v.regex(WEBSITE))], quoted(TEXTS.websiteInvalid)),
        validationCode,
      }),
      v.object({
        customerId,
        qualification: v.literal("GovernmentCommunityCloud"),
        ...notForOthers,
        validationCode: v.config(required(TEXTS.validationCodeRequired, CODE, TEXTS.validationCodeInvalid), {
          abortPipeEarly: true,
        }),
      }),
      v.object({ customerId, qualification: v.literal("StateOwnedEntity"), ...notForOthers, validationCode }),
    ],
    TEXTS.qualificationRequired,
  ),
  v.transform(valueOf),
);

export function form(fields) {
  const read = v.safeParse(Form, fields);
  if (read.success) return { ok: true, value: read.output };
  return { ok: false, issues: read.issues.map(({ path, message }) => ({ path: path.map(({ key }) => key), message })) };
}
