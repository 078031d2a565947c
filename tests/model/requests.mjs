// A second opinion on requests: what a form becomes, and what stands in its way. Written from the rules as they are laid down,
// without a look at the Rust crate. Of websites it knows those of the table, no others.

import { excerpt } from "./answers.mjs";
import { QUALIFICATIONS, read as named, settability } from "./model.mjs";

export const WEBSITES = {
  "contoso.edu": ["contoso.edu"],
  "example.edu": ["example.edu"],
  " HTTPS://Example.EDU/ ": ["https://example.edu"],
  "https://example.edu/it's": ["https://example.edu/it's"],
  "https://example.edu/''$HOME$(id)!": ["https://example.edu/''$HOME$(id)!"],
  "https://example.edu/it's?a=1&b=ü#é": ["https://example.edu/it's?a=1&b=ü#é"],
  "http://192.0.2.7": ["http://192.0.2.7", "websiteIpAddress"],
  "http://exаmple.edu": ["http://exаmple.edu", "websiteNotAscii"],
  "javascript:alert(1)": [],
  "example.edu\r\nX-Injected: 1": [],
  "https://example.edu\\@evil.example": [],
  '"><svg/onload=alert(1)>': [],
  "https://user@example.edu": [],
};

const CLOUDS = {
  worldwide: "https://api.partnercenter.microsoft.com",
  china: "https://partner.partnercenterapi.microsoftonline.cn",
};
const INTEGERS = { None: 0, Education: 1, Nonprofit: 2, GovernmentCommunityCloud: 3, StateOwnedEntity: 4 };
const SETTABLE = {
  asynchronous: ["Education", "GovernmentCommunityCloud", "StateOwnedEntity"],
  synchronous: ["Education", "GovernmentCommunityCloud"],
};
const SEGMENTS = ["K12", "HigherEducation"];
const FIELDS = ["customerId", "qualification", "educationSegment", "website", "validationCode"];

export function readRequests({ operation, customerId, caller }) {
  const customer = customerId === undefined ? undefined : customerIdOf(customerId).value;
  const paths = {
    readValidationStatus: `/v1/customers/${customer}/validationStatus?type=account`,
    readQualification: `/v1/customers/${customer}/qualification`,
    readQualifications: `/v1/customers/${customer}/qualifications`,
    readValidationCodes: "/v1/customers/all/validations",
  };
  return request(operation, "GET", paths[operation], caller);
}

export function updateRequests({ form, context = {}, caller, undetermined = false }) {
  const { value, issues, warnings } = check(form, context);
  if (issues.length > 0) return { ok: false, issues, warnings };
  const open = warnings.filter(({ params }) => params.rule !== undefined);
  if (open.length > 0 && !undetermined) {
    return { ok: false, issues: open, warnings: warnings.filter((warning) => !open.includes(warning)) };
  }
  return { ok: true, request: update(value, context.mode ?? "asynchronous", caller), warnings };
}

export function requestAsCurl(input) {
  const made = input.operation === undefined ? updateRequests(input).request : readRequests(input);
  const quoted = (text) => `'${text.split("'").join("'\\''")}'`;
  const headers = ["Accept", "MS-RequestId", "MS-CorrelationId", "Content-Type"].filter((name) => name in made.headers);
  return [
    `curl --request ${made.method} ${quoted(made.url)}`,
    ...headers.map((name) => `--header ${quoted(`${name}: ${made.headers[name]}`)}`),
    '--header "Authorization: Bearer $PARTNER_CENTER_TOKEN"',
    ...(made.body === undefined ? [] : [`--data ${quoted(made.body)}`]),
  ].join(" \\\n  ");
}

function update({ customerId, qualification, educationSegment, website, validationCode }, mode, caller) {
  if (mode === "synchronous") {
    const query = validationCode === undefined ? "" : `?code=${validationCode}`;
    const path = `/v1/customers/${customerId}/qualification${query}`;
    return request("setQualification", "PUT", path, caller, String(INTEGERS[qualification]));
  }
  const code = validationCode === undefined ? undefined : String(validationCode);
  const body = JSON.stringify({ qualification, educationSegment, website, validationCode: code });
  return request("createQualification", "POST", `/v1/customers/${customerId}/qualifications`, caller, body);
}

function request(operation, method, path, caller, body) {
  const headers = {
    Accept: "application/json",
    "MS-RequestId": caller.requestId.toLowerCase(),
    "MS-CorrelationId": caller.correlationId.toLowerCase(),
    ...(body !== undefined && { "Content-Type": "application/json" }),
  };
  return {
    operation,
    method,
    url: CLOUDS[caller.cloud ?? "worldwide"] + path,
    path,
    headers,
    ...(body !== undefined && { body }),
  };
}

/** What a form says: the value of each field, or what is wrong with it, in the order of the fields. */
export function check(form, context) {
  const mode = context.mode ?? "asynchronous";
  const unknown = Object.keys(form).filter((name) => !FIELDS.includes(name));
  const warnings = unknown.map((name) => ({ path: null, code: "unknownField", params: { input: excerpt(name) } }));
  const issues = [];
  const value = {};
  const target = named(given(form.qualification) ? form.qualification : undefined, QUALIFICATIONS);
  const fields = {
    customerId: (text) => customer(text, context.customerId),
    qualification: (text) => qualification(text, target, mode, context.held),
    educationSegment: (text) => segment(text, target, mode),
    website: (text) => website(text, target, mode),
    validationCode: (text) => code(text, target, mode, context.validationCodes),
  };
  for (const path of FIELDS) {
    const text = path === "validationCode" && isCount(form[path]) ? form[path].toFixed(0) : form[path];
    const isText = text === undefined || text === null || typeof text === "string";
    const found = isText ? fields[path](given(text) ? text : undefined) : problem("notText");
    if (found.issue) issues.push({ path, ...found.issue });
    if (found.warning) warnings.push({ path, ...found.warning });
    if (found.value !== undefined) value[path] = found.value;
  }
  return { value, issues, warnings };
}

/** A number that is exactly the one that was written. */
const isCount = (value) => typeof value === "number" && value % 1 === 0 && value >= 0 && value < 2 ** 53;
const given = (text) =>
  text !== undefined && text !== null && !(typeof text === "string" && /^\p{White_Space}*$/u.test(text));
const problem = (code, params = {}) => ({ issue: { code, params } });

function customer(text, chosen) {
  if (chosen !== undefined) return text === undefined ? customerIdOf(chosen) : problem("customerIdNotApplicable");
  return text === undefined ? problem("customerIdRequired") : customerIdOf(text);
}

function customerIdOf(text) {
  const trimmed = text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
  const id = /^(?:\{(.*)\}|urn:uuid:(.*)|(.*))$/iu
    .exec(trimmed)
    ?.slice(1)
    .find((part) => part !== undefined);
  if (id === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(id))
    return problem("customerIdInvalid", { input: excerpt(text) });
  return /^[0-]+$/.test(id) ? problem("customerIdNil") : { value: id.toLowerCase() };
}

function qualification(text, target, mode, held) {
  const allowed = SETTABLE[mode];
  if (text === undefined) return problem("qualificationRequired", { allowed });
  const {
    outcome,
    rules: [rule],
    codes: [code],
  } = settability({ target: text, mode, held });
  const params = {
    rule,
    ...(rule === "S3" && { input: excerpt(text) }),
    ...(["S1", "S3"].includes(rule) && { allowed }),
  };
  if (outcome === "blocked") return problem(code, params);
  return { value: target, ...(outcome === "undetermined" && { warning: { code, params } }) };
}

/** What a field that goes only with some qualifications does with another: nothing is known of one that cannot be set. */
function apart(target, mode, belongs) {
  return SETTABLE[mode].includes(target) && !belongs;
}

function segment(text, target, mode) {
  const belongs = target === "Education" && mode === "asynchronous";
  if (text === undefined) return belongs ? problem("educationSegmentRequired", { allowed: SEGMENTS }) : {};
  if (apart(target, mode, belongs)) return problem("educationSegmentNotApplicable");
  const value = named(text, SEGMENTS);
  return value === "any other"
    ? problem("educationSegmentUnknown", { input: excerpt(text), allowed: SEGMENTS })
    : { value };
}

function website(text, target, mode) {
  if (text === undefined) return {};
  if (apart(target, mode, target === "Education" && mode === "asynchronous")) return problem("websiteNotApplicable");
  const [value, warning] = WEBSITES[text];
  if (value === undefined) return problem("websiteInvalid", { input: excerpt(text) });
  return { value, ...(warning && { warning: { code: warning, params: {} } }) };
}

function code(text, target, mode, known) {
  const belongs = target === "GovernmentCommunityCloud";
  if (text === undefined) return belongs && SETTABLE[mode].includes(target) ? problem("validationCodeRequired") : {};
  if (apart(target, mode, belongs)) return problem("validationCodeNotApplicable");
  const digits = text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
  if (!/^[0-9]+$/.test(digits)) return problem("validationCodeInvalid", { input: excerpt(text) });
  const value = Number(digits);
  if (value < 1 || value > 2_147_483_647)
    return problem("validationCodeOutOfRange", { input: excerpt(text), min: 1, max: 2_147_483_647 });
  if (known === undefined || known === null) return { value };
  const isUsable = ({ remainingCreates = null }) => remainingCreates === null || remainingCreates > 0;
  const same = known.filter(({ validationId }) => Number(validationId) === value);
  if (same.some(isUsable)) return { value };
  const input = String(value);
  if (same.length > 0) return problem("validationCodeUsedUp", { input });
  const allowed = known.filter(isUsable).map(({ validationId }) => String(Number(validationId)));
  return allowed.length > 0
    ? problem("validationCodeUnknown", { input, allowed })
    : problem("validationCodeNoneUsable", { input });
}
