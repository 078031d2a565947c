import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import * as zen from "@gorules/zen-engine-wasm";

import { CODE, DECISIONS, GUID, TEXTS, WEBSITE, ofOtherStatus, parsed, statusOf, valueOf } from "./shared.mjs";

const module = createRequire(import.meta.url).resolve("@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm");
zen.initSync({ module: readFileSync(module) });

export const lacks = {
  answer: "decision tables in its build for WebAssembly: it is one expression, read anew in each call",
  form: "the same, and typed values, which are made by hand",
};

const RULES = `
  status == 'Allowed' ? 'A1'
  : status == 'UnderReview' ? 'A2'
  : status == 'NotAllowed' ? 'A4'
  : status == 'Unknown' ? 'A5'
  : status in ['Not Ready', 'NotReady'] ? 'A6'
  : 'A8'
`.replaceAll("\n", " ");

export function answer(httpStatus, body) {
  const json = parsed(body);
  if (httpStatus !== 200) return ofOtherStatus(httpStatus, json);
  const status = statusOf(json);
  if (status === undefined) return DECISIONS.R1;
  return DECISIONS[zen.evaluateExpression(RULES, { status })];
}

/** An issue of a field where a condition holds. A text that shows what was given is put together in the expression. */
function issue(field, text, condition) {
  const message = typeof text === "string" ? quoted(text) : text("\0").split("\0").map(quoted).join(` + ${field} + `);
  return `${condition} ? { path: ['${field}'], message: ${message} } : null`;
}

function quoted(text) {
  return `"${text}"`;
}

const fails = (field, pattern) => `not matches(${field}, "(?i)${pattern.source.replaceAll("\\/", "/")}")`;
const EDUCATION = "qualification == 'Education'";
const NO_EDUCATION = "qualification != 'Education'";
const GCC = "qualification == 'GovernmentCommunityCloud'";
const NO_GCC = "qualification != 'GovernmentCommunityCloud'";
const ISSUES = `filter([${[
  issue("customerId", TEXTS.customerIdRequired, "customerId == ''"),
  issue("customerId", TEXTS.customerIdInvalid, `customerId != '' and ${fails("customerId", GUID)}`),
  issue("qualification", TEXTS.qualificationRequired, "qualification not in ['Education', 'GovernmentCommunityCloud', 'StateOwnedEntity']"),
  issue("educationSegment", TEXTS.educationSegmentRequired, `${EDUCATION} and educationSegment == ''`),
  issue("educationSegment", TEXTS.educationSegmentUnknown, `${EDUCATION} and educationSegment not in ['', 'K12', 'HigherEducation']`),
  issue("educationSegment", TEXTS.educationSegmentNotApplicable, `${NO_EDUCATION} and educationSegment != ''`),
  issue("website", TEXTS.websiteInvalid, `${EDUCATION} and website != '' and ${fails("website", WEBSITE)}`),
  issue("website", TEXTS.websiteNotApplicable, `${NO_EDUCATION} and website != ''`),
  issue("validationCode", TEXTS.validationCodeRequired, `${GCC} and validationCode == ''`),
  issue("validationCode", TEXTS.validationCodeInvalid, `${GCC} and validationCode != '' and ${fails("validationCode", CODE)}`),
  issue("validationCode", TEXTS.validationCodeNotApplicable, `${NO_GCC} and validationCode != ''`),
].join(", ")}], # != null)`;

export function form(fields) {
  const issues = zen.evaluateExpression(ISSUES, fields);
  return issues.length === 0 ? { ok: true, value: valueOf(fields) } : { ok: false, issues };
}
