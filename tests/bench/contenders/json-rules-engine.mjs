import { Engine, Rule } from "json-rules-engine";

import { CODE, DECISIONS, GUID, TEXTS, WEBSITE, ofOtherStatus, parsed, statusOf, valueOf } from "./shared.mjs";

export const lacks = {
  answer: "a synchronous call",
  form: "a synchronous call, the order of the fields, and texts that show what was given and typed values, which are made by hand",
};

const is = (fact, value) => ({ fact, operator: "equal", value });
const isNot = (fact, value) => ({ fact, operator: "notEqual", value });

function engine(rules) {
  const all = rules.map(([conditions, event]) => new Rule({ conditions: { all: conditions }, event }));
  const made = new Engine(all, { allowUndefinedFacts: true });
  made.addOperator("fails", (text, pattern) => !pattern.test(text));
  return made;
}

const STATUSES = { Allowed: "A1", UnderReview: "A2", NotAllowed: "A4", Unknown: "A5", "Not Ready": "A6", NotReady: "A6" };
const answers = engine([
  ...Object.entries(STATUSES).map(([status, rule]) => [[is("status", status)], { type: rule }]),
  [[{ fact: "status", operator: "notIn", value: Object.keys(STATUSES) }], { type: "A8" }],
]);

export async function answer(httpStatus, body) {
  const json = parsed(body);
  if (httpStatus !== 200) return ofOtherStatus(httpStatus, json);
  const status = statusOf(json);
  if (status === undefined) return DECISIONS.R1;
  const { events } = await answers.run({ status });
  return DECISIONS[events[0].type];
}

const fails = (fact, value) => ({ fact, operator: "fails", value });
const issue = (field, message, ...conditions) => [conditions, { type: field, params: { message } }];
const EDUCATION = "Education";
const GCC = "GovernmentCommunityCloud";
const forms = engine([
  issue("customerId", "customerIdRequired", is("customerId", "")),
  issue("customerId", "customerIdInvalid", isNot("customerId", ""), fails("customerId", GUID)),
  issue("qualification", "qualificationRequired", {
    fact: "qualification",
    operator: "notIn",
    value: [EDUCATION, GCC, "StateOwnedEntity"],
  }),
  issue("educationSegment", "educationSegmentRequired", is("qualification", EDUCATION), is("educationSegment", "")),
  issue("educationSegment", "educationSegmentUnknown", is("qualification", EDUCATION), {
    fact: "educationSegment",
    operator: "notIn",
    value: ["", "K12", "HigherEducation"],
  }),
  issue("educationSegment", "educationSegmentNotApplicable", isNot("qualification", EDUCATION), isNot("educationSegment", "")),
  issue("website", "websiteInvalid", is("qualification", EDUCATION), isNot("website", ""), fails("website", WEBSITE)),
  issue("website", "websiteNotApplicable", isNot("qualification", EDUCATION), isNot("website", "")),
  issue("validationCode", "validationCodeRequired", is("qualification", GCC), is("validationCode", "")),
  issue("validationCode", "validationCodeInvalid", is("qualification", GCC), isNot("validationCode", ""), fails("validationCode", CODE)),
  issue("validationCode", "validationCodeNotApplicable", isNot("qualification", GCC), isNot("validationCode", "")),
]);

export async function form(fields) {
  const { events } = await forms.run(fields);
  if (events.length === 0) return { ok: true, value: valueOf(fields) };
  return {
    ok: false,
    issues: events.map(({ type, params }) => {
      const text = TEXTS[params.message];
      return { path: [type], message: typeof text === "string" ? text : text(fields[type]) };
    }),
  };
}
