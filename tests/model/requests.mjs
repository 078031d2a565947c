// Second implementation of requests: the request of a form, or the issues that prevent it. Written from the documented rules,
// independently of the Rust crate. It knows only the websites of its table.

import { asciiExcerpt, excerpt } from "./responses.mjs";
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
  "\u200bHTTP://www.Foo。bar.com ": ["http://www.foo.bar.com"],
  "http://نامه\u200cای.com": ["http://نامه\u200cای.com", "websiteNotAscii"],
  "https://foo_bar.example.edu": ["https://foo_bar.example.edu", "websiteUnderscore"],
  "http://[2001:DB8::1]:80/": ["http://[2001:db8::1]:80", "websiteIpAddress"],
  "domain.co\uefffm": [],
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

export function readRequests({ operation, customerId, requestContext }) {
  const customer = customerId === undefined ? undefined : customerIdOf(customerId).value;
  const paths = {
    readValidationStatus: `/v1/customers/${customer}/validationStatus?type=account`,
    readQualification: `/v1/customers/${customer}/qualification`,
    readQualifications: `/v1/customers/${customer}/qualifications`,
    readValidationCodes: "/v1/customers/all/validations",
  };
  return request(operation, "GET", paths[operation], requestContext);
}

export function updateRequests({ form, context = {}, requestContext, undetermined = false }) {
  const { value, issues, warnings } = check(form, context);
  if (issues.length > 0) return { ok: false, issues, warnings };
  const open = warnings.filter(({ params }) => params.rule !== undefined);
  if (open.length > 0 && !undetermined) {
    return { ok: false, issues: open, warnings: warnings.filter((warning) => !open.includes(warning)) };
  }
  return { ok: true, request: update(value, context.mode ?? "asynchronous", requestContext), warnings };
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

function update({ customerId, qualification, educationSegment, website, validationCode }, mode, requestContext) {
  if (mode === "synchronous") {
    const query = validationCode === undefined ? "" : `?code=${validationCode}`;
    const path = `/v1/customers/${customerId}/qualification${query}`;
    return request("setQualification", "PUT", path, requestContext, String(INTEGERS[qualification]));
  }
  const body = JSON.stringify({ qualification, educationSegment, website, validationCode });
  return request("createQualification", "POST", `/v1/customers/${customerId}/qualifications`, requestContext, body);
}

function request(operation, method, path, requestContext, body) {
  const headers = {
    Accept: "application/json",
    "MS-RequestId": requestContext.requestId.toLowerCase(),
    "MS-CorrelationId": requestContext.correlationId.toLowerCase(),
    ...(body !== undefined && { "Content-Type": "application/json" }),
  };
  return {
    operation,
    method,
    url: CLOUDS[requestContext.cloud ?? "worldwide"] + path,
    path,
    headers,
    ...(body !== undefined && { body }),
  };
}

/** Returns the value or the issue of each field, in the order of the fields. */
export function check(form, context) {
  // The value of an earlier check states its interface.
  const isChecked = ["asynchronous", "synchronous"].includes(form.mode);
  const mode = context.mode ?? (isChecked ? form.mode : "asynchronous");
  const unknown = Object.keys(form).filter((name) => !FIELDS.includes(name) && !(isChecked && name === "mode"));
  const warnings = unknown.map((name) => ({ path: null, code: "unknownField", params: { input: asciiExcerpt(name) } }));
  const issues = [];
  const value = {};
  const target = named(given(form.qualification) ? form.qualification : undefined, QUALIFICATIONS);
  const fields = {
    customerId: (text) => customer(text, isChecked && isSameCustomer(text, context.customerId) ? undefined : context.customerId),
    qualification: (text) => qualification(text, target, mode, context.held),
    educationSegment: (text) => segment(text, target, mode),
    website: (text) => website(text, target, mode),
    validationCode: (text) => code(text, target, mode, context),
  };
  for (const path of FIELDS) {
    const text = path === "validationCode" && isCount(form[path]) ? form[path].toFixed(0) : form[path];
    const isText = text === undefined || text === null || typeof text === "string";
    const found = isText ? fields[path](given(text) ? text : undefined) : problem("notText");
    if (found.issue) issues.push({ path, ...found.issue });
    warnings.push(...[found.warnings ?? []].flat().map((warning) => ({ path, ...warning })));
    if (found.value !== undefined) value[path] = found.value;
  }
  return { value, issues, warnings };
}

/** Returns whether a value is a whole number from 0 on that a double represents exactly. */
const isCount = (value) => typeof value === "number" && value % 1 === 0 && value >= 0 && value < 2 ** 53;
const given = (text) =>
  text !== undefined && text !== null && !(typeof text === "string" && /^\p{White_Space}*$/u.test(text));
const problem = (code, params = {}) => ({ issue: { code, params } });

const isSameCustomer = (text, chosen) => text !== undefined && chosen !== undefined && customerIdOf(text).value === customerIdOf(chosen).value;

function customer(text, chosen) {
  if (chosen !== undefined) return text === undefined ? customerIdOf(chosen) : problem("customerIdNotApplicable");
  const isBlank = text === undefined || trimAround(text) === "";
  return isBlank ? problem("customerIdRequired") : customerIdOf(text);
}

function customerIdOf(text) {
  const id = pasted(text)?.id;
  if (id === undefined) return problem("customerIdInvalid", { input: asciiExcerpt(text) });
  return /^[0-]+$/.test(id) ? problem("customerIdNil") : { value: id };
}

/** White space and invisible characters, except two that change the text direction. */
const AROUND = "(?![\\u202d\\u202e])[\\p{White_Space}\\p{Default_Ignorable_Code_Point}\\u061c\\u200e\\u200f\\u202a-\\u202c\\u2066-\\u2069]";
const PAIRS = ["`'", "`´", "«»", "»«", "‘’", "’‘", "‚‘", "‚’", "‛’", "“”", "”“", "„“", "„”", "‟”", "‹›", "›‹", "「」", "『』", "〝〞", "〝〟"];
const OPENING = new Set(['"', "'", "´", ...PAIRS.map(([open]) => open)]);
const QUOTES = new Set(['"', "'", "´", ...PAIRS.flatMap((pair) => [...pair])]);
const HOSTS =
  "partner\\.microsoft\\.com|partnercenter\\.microsoft\\.com|api\\.partnercenter\\.microsoft\\.com|partnercenter\\.microsoftonline\\.cn|partner\\.partnercenterapi\\.microsoftonline\\.cn";
const LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
const ADDRESS = new RegExp(`^(?:https?://(?:${LABEL}\\.)*)?(?:${HOSTS})(?::0*([1-9][0-9]*))?([/?#].*)$`, "isu");

export const trimAround = (text) => text.replace(new RegExp(`^(?:${AROUND})+|(?:${AROUND})+$`, "gu"), "");
const narrowed = (text) => text.replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCodePoint(wide.codePointAt(0) - 0xfee0));

/** Reads a pasted id: its canonical text, and the text inside quotation marks. */
export function pasted(text) {
  let core = trimAround(text);
  let hasQuotes = false;
  while (OPENING.has(narrowed([...core][0] ?? ""))) {
    const characters = [...core];
    const [first, last] = [narrowed(characters[0]), narrowed(characters.at(-1))];
    if (characters.length < 2 || (first !== last && !PAIRS.includes(first + last))) return undefined;
    core = trimAround(characters.slice(1, -1).join(""));
    hasQuotes = true;
  }
  const plain = narrowed(core);
  const found = /^(?:\{(.*)\}|\((.*)\)|urn:uuid:(.*)|(.*))$/isu.exec(plain);
  const digits = found.slice(1).find((part) => part !== undefined);
  const id = hyphenated(digits.replace(/[\u2010-\u2015\u2212]/gu, "-"));
  if (id !== undefined) return { id, core, digits, hasQuotes };
  const inAddress = guidOf(core);
  return inAddress && { ...inAddress, core, hasQuotes, isAddress: true };
}

function hyphenated(digits) {
  const groups = /^([0-9a-f]{8})(-?)([0-9a-f]{4})\2([0-9a-f]{4})\2([0-9a-f]{4})\2([0-9a-f]{12})$/i.exec(digits);
  if (groups === null) return undefined;
  const [, first, , ...others] = groups;
  return [first, ...others].join("-").toLowerCase();
}

/** Returns the GUID of a Partner Center URL that has exactly one. */
function guidOf(address) {
  const [, port = "443", rest] = ADDRESS.exec(address) ?? [];
  const isWrong = (one) =>
    QUOTES.has(narrowed(one)) || /[<>{}|^\\]/u.test(one) || (excerpt(one) !== one && one !== "`") || one === " ";
  if (rest === undefined || Number(port) > 65_535 || [...address].some(isWrong)) return undefined;
  const words = rest.replace(/%[0-9a-f]{2}/gi, " ").split(/[^0-9a-z-]/i);
  const guids = words.filter((word) => /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(word));
  const ids = new Set(guids.map(hyphenated));
  return ids.size === 1 ? { id: [...ids][0], digits: guids.join() } : undefined;
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
    ...(rule === "S3" && { input: asciiExcerpt(text) }),
    ...(["S1", "S3"].includes(rule) && { allowed }),
  };
  if (outcome === "blocked") return problem(code, params);
  return { value: target, ...(outcome === "undetermined" && { warnings: { code, params } }) };
}

/** Returns whether a field does not apply to a qualification. False for an unknown one, about which nothing is known. */
function apart(target, mode, belongs) {
  return QUALIFICATIONS.includes(target) && !belongs;
}

function segment(text, target, mode) {
  const belongs = target === "Education" && mode === "asynchronous";
  if (text === undefined) return belongs ? problem("educationSegmentRequired", { allowed: SEGMENTS }) : {};
  if (apart(target, mode, belongs)) return problem("educationSegmentNotApplicable");
  const value = named(text, SEGMENTS);
  return value === "any other"
    ? problem("educationSegmentUnknown", { input: asciiExcerpt(text), allowed: SEGMENTS })
    : { value };
}

function website(text, target, mode) {
  if (text === undefined) return {};
  if (apart(target, mode, target === "Education" && mode === "asynchronous")) return problem("websiteNotApplicable");
  const [value, warning] = WEBSITES[text];
  if (value === undefined) return problem("websiteInvalid", { input: excerpt(text) });
  return { value, ...(warning && { warnings: { code: warning, params: {} } }) };
}

const LONGEST_CODE = 64;
/** White space, and characters that are invisible, private, unassigned or replacements. */
const NOT_IN_A_CODE =
  /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Co}\p{Noncharacter_Code_Point}\ufff9-\ufffb\ufffd\p{Surrogate}]/u;

function code(text, target, mode, { validationCodes: known, customerName }) {
  const belongs = target === "GovernmentCommunityCloud";
  if (text === undefined) return belongs && SETTABLE[mode].includes(target) ? problem("validationCodeRequired") : {};
  if (apart(target, mode, belongs)) return problem("validationCodeNotApplicable");
  const given = text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
  const { issue, value } = mode === "synchronous" ? integer(given, text) : codeText(given, text);
  if (issue) return { issue };
  const warnings = /^[0-9]+$/.test(value) ? [] : [{ code: "validationCodeNotDigits", params: {} }];
  if (known === undefined || known === null) return { value, warnings };
  const read = known.filter(isCodeRead);
  const isWhole = read.length === known.length;
  if (!isWhole) warnings.push({ code: "validationCodesIncomplete", params: {} });
  const isUsable = ({ remainingCreates }) => (remainingCreates ?? 1) > 0;
  const number = (one) => (/^[0-9]+$/.test(one) ? BigInt(one) : one);
  const same = read.filter(({ validationId }) => number(String(validationId)) === number(value));
  const found = same.find(isUsable);
  if (found) {
    const [name, customer] = [found.organizationName, customerName].map((one) => one?.replace(/\p{White_Space}/gu, "").toLowerCase());
    if (name && customer && name !== customer)
      warnings.push({ code: "validationCodeOtherOrganization", params: { input: excerpt(found.organizationName) } });
    return { value, warnings };
  }
  const input = excerpt(value);
  if (same.length > 0) return { ...problem("validationCodeUsedUp", { input }), warnings };
  if (!isWhole) return { value, warnings };
  const allowed = read.filter(isUsable).map(({ validationId }) => String(validationId));
  return {
    ...(allowed.length > 0
      ? problem("validationCodeUnknown", { input, allowed })
      : problem("validationCodeNoneUsable", { input })),
    warnings,
  };
}

/** Reads a code of the partner: digits of a positive int, and a whole number of remaining creates, or none. */
function isCodeRead({ validationId, remainingCreates }) {
  const number = /^[0-9]{1,64}$/.test(String(validationId)) ? Number(validationId) : 0;
  return number >= 1 && number <= 2_147_483_647 && Number.isInteger(remainingCreates ?? 0);
}

function integer(digits, text) {
  if (!/^[0-9]+$/.test(digits)) return problem("validationCodeInvalid", { input: asciiExcerpt(text) });
  const value = Number(digits);
  if (value < 1 || value > 2_147_483_647)
    return problem("validationCodeOutOfRange", { input: excerpt(text), min: 1, max: 2_147_483_647 });
  return { value: String(value) };
}

function codeText(given, text) {
  if (NOT_IN_A_CODE.test(given)) return problem("validationCodeInvalid", { input: excerpt(text) });
  if ([...given].length > LONGEST_CODE) return problem("validationCodeTooLong", { max: LONGEST_CODE });
  return { value: given.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30)) };
}
