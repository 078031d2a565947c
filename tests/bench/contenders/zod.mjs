import * as z from "zod";

import { CODE, DECISIONS, GUID, TEXTS, WEBSITE, ofOtherStatus, parsed, ruleOf, valueOf } from "./shared.mjs";

const Answer = z.object({ type: z.literal("account").optional(), status: z.string() });

export const lacks = { answer: "rules: a switch over the status follows the schema" };

export function answer(httpStatus, body) {
  if (httpStatus !== 200) return ofOtherStatus(httpStatus, parsed(body));
  const read = Answer.safeParse(parsed(body));
  return DECISIONS[read.success ? ruleOf(read.data.status) : "R1"];
}

const quoted = (text) => ({ error: ({ input }) => text(input) });
const customerId = z
  .string()
  .min(1, { error: TEXTS.customerIdRequired, abort: true })
  .regex(GUID, quoted(TEXTS.customerIdInvalid));
const empty = (error) => z.literal("", { error });
const notForOthers = {
  educationSegment: empty(TEXTS.educationSegmentNotApplicable),
  website: empty(TEXTS.websiteNotApplicable),
};
const validationCode = empty(TEXTS.validationCodeNotApplicable);

const Form = z
  .discriminatedUnion(
    "qualification",
    [
      z.object({
        customerId,
        qualification: z.literal("Education"),
        educationSegment: z.enum(["K12", "HigherEducation"], {
          error: ({ input }) => (input === "" ? TEXTS.educationSegmentRequired : TEXTS.educationSegmentUnknown(input)),
        }),
        website: z.literal("").or(z.string().regex(WEBSITE, quoted(TEXTS.websiteInvalid))),
        validationCode,
      }),
      z.object({
        customerId,
        qualification: z.literal("GovernmentCommunityCloud"),
        ...notForOthers,
        validationCode: z
          .string()
          .min(1, { error: TEXTS.validationCodeRequired, abort: true })
          .regex(CODE, quoted(TEXTS.validationCodeInvalid)),
      }),
      z.object({ customerId, qualification: z.literal("StateOwnedEntity"), ...notForOthers, validationCode }),
    ],
    { error: TEXTS.qualificationRequired },
  )
  .transform(valueOf);

export function form(fields) {
  const read = Form.safeParse(fields);
  return read.success ? { ok: true, value: read.data } : { ok: false, issues: read.error.issues };
}
