// Second implementation of the readers of responses: faults, statuses, qualifications and validation codes. Written from the
// documented rules, independently of the Rust crate.

import { read as readJson } from "./json.mjs";
import {
  ACCOUNT,
  QUALIFICATIONS,
  RULES,
  STATUSES,
  TRANSACTIONS,
  VETTING_STATUSES,
  offerEligibility,
  read as named,
} from "./model.mjs";

export { readTimestamp } from "./times.mjs";

const DENIED = "Customer tagging denied.";

/** HTTP statuses from and to: the issue, the origin of the cause, and whether a retry makes sense. */
const BY_STATUS = [
  [401, 401, "credentialsNotAccepted", "credentials", false],
  [403, 403, "notPermitted", "credentials", false],
  [404, 404, "notFound", "input", false],
  [408, 408, "requestTimedOut", "service", true],
  [409, 409, "conflict", "customer", false],
  [412, 412, "conflict", "customer", false],
  [429, 429, "tooManyRequests", "service", true],
  [400, 499, "requestNotAccepted", "input", false],
  [500, 599, "serviceFailed", "service", true],
  [0, 65535, "unexpectedAnswer", "service", false],
];

/** Pairs of HTTP status and code with a specific meaning: the issue, the origin of the cause, and the field or rule. */
const BY_CODE = {
  "404 600074": { code: "noAccountStatus", origin: "customer", rule: "A7" },
  "404 60003": { code: "customerNotFound", origin: "input", path: "customerId" },
  "403 20002": { code: "noRelationship", origin: "customer", path: "customerId" },
  "403 800073": { code: "accountUnderReview", origin: "customer", rule: "P1" },
  "403 800074": { code: "accountUnderReview", origin: "customer", rule: "P1" },
  "403 800075": { code: "accountNotAllowed", origin: "customer", rule: "P2" },
};

/** Documented refusals of a purchase and faults of credentials, with 400, 403 or 409. */
const REFUSALS = [
  ["P3", "accountLocked", "customer", ["900416"]],
  ["P4", "qualificationMissing", "customer", ["800086"]],
  ["P5", "customerAgreementMissing", "customer", ["13605"]],
  ["P6", "limitExceeded", "input", ["800066", "800067", "800088", "800089", "2002"]],
  ["P7", "offerNotAvailable", "input", ["2085", "2091", "800020", "800028", "800070"]],
  ["P8", "creditInsufficient", "partner", ["800023", "800025", "900121"]],
  ["P9", "riskCheckFailed", "partner", ["800069"]],
  ["P10", "notEligible", "partner", ["800024", "800026", "800062", "800022"]],
  ["P11", "partnerMayNotSell", "partner", ["900123", "900124", "2006", "2030", "800039"]],
  [undefined, "userRequired", "credentials", ["900329"]],
  [undefined, "roleMissing", "credentials", ["900308", "900150"]],
  [undefined, "conditionalAccessBlocked", "credentials", ["900309"]],
  [undefined, "tokenAudienceRetired", "credentials", ["900420"]],
  [undefined, "notPermitted", "credentials", ["1002", "10001", "600006", "2032"]],
];

function refusalOf(status, code) {
  const found = REFUSALS.find(([, , , codes]) => codes.includes(code));
  if (found === undefined) return undefined;
  const [rule, name, origin] = found;
  const isCounted = [400, 403, 409].includes(status) || (status === 401 && origin === "credentials" && name !== "notPermitted");
  return isCounted ? { code: name, origin, ...(rule && { rule }) } : undefined;
}

const TEXTS = ["code", "errorName", "message", "description", "errorMessageExtended", "source"];

export function readFault({ httpStatus, body, retryAfter }) {
  const status = statusOf(httpStatus);
  const document = readJson(body ?? "");
  const members =
    document?.kind === "object"
      ? asked(
          document,
          [...TEXTS, "isRetryable"].map((name) => [name]),
        )
      : undefined;
  const [code, errorName, message, description, errorMessageExtended, source, isRetryable] = members?.values ?? [];
  const texts = { code, errorName, message, description, errorMessageExtended, source };
  const known = Object.fromEntries(
    Object.entries(texts)
      .map(([name, value]) => [name, textOf(value)])
      .filter(([, value]) => value !== undefined),
  );
  const text = document?.kind === "string" ? document.value : undefined;
  const meaning = classify(status, body ?? "", known, text);
  const input = [known.description, known.message, text, known.errorName, known.code].find(
    (one) => one !== undefined && one !== "",
  );
  return {
    httpStatus: status,
    ...known,
    ...(text !== undefined && { text }),
    ...(members?.others.length > 0 && { other: members.others }),
    isRetryable: isRetryable?.kind === "boolean" ? isRetryable.value : meaning.isRetryable,
    origin: meaning.origin,
    issue: {
      path: meaning.path ?? null,
      code: meaning.code,
      params: {
        ...(input !== undefined && { input: excerpt(input) }),
        ...(meaning.rule && { rule: meaning.rule }),
        ...secondsOf(status, retryAfter),
      },
    },
  };
}

/** Returns the seconds of the header Retry-After. */
function secondsOf(status, retryAfter) {
  if (status !== 429 && (status < 500 || status > 599)) return {};
  const seconds = /^[0-9]+$/.test(retryAfter?.trim() ?? "") ? Number(retryAfter) : undefined;
  return seconds <= 4_294_967_295 ? { seconds } : {};
}

function classify(status, body, { code, errorName, message, description }, text) {
  const [, , ...usual] = BY_STATUS.find(([from, to]) => from <= status && status <= to);
  const isRetryable = usual[2];
  if (status === 0 && body === "") return { code: "noAnswer", origin: "service", isRetryable: true };
  const isNamed = code === undefined && lower(errorName) === "accountstatusnotfound";
  const known = BY_CODE[`${status} ${isNamed ? "600074" : code}`];
  if (known) return { ...known, isRetryable };
  const refusal = refusalOf(status, code);
  if (refusal) return { ...refusal, isRetryable };
  if (status === 400 && [text, description, message].includes("Tenant Id must be a GUID."))
    return { code: "requestNotAccepted", origin: "input", path: "customerId", isRetryable };
  if ([text, description, message].includes(DENIED) && status < 500)
    return { code: "qualificationRefused", origin: "customer", path: "qualification", isRetryable };
  return { code: usual[0], origin: usual[1], isRetryable };
}

export function readValidationStatus(input) {
  const status = statusOf(input.httpStatus);
  const document = readJson(input.body ?? "");
  const members =
    status === 200 && document?.kind === "object" && asked(document, [["type"], ["status"], ["lastUpdateDateTime"]]);
  if (members) {
    const [type, text, time] = members.values;
    const isAccount = type === undefined || (type.kind === "string" && lower(type.value) === "account");
    // A response with a status cannot state that there is none.
    if (isAccount && text?.kind === "string" && lower(text.value) !== "noaccountstatus") {
      return ok({
        ...statusNamed(text.value),
        ...optional({ lastUpdateDateTime: timeOf(time), other: some(members.others) }),
      });
    }
  }
  const fault = readFault(input);
  return fault.issue.params.rule === "A7" ? ok({ status: "NoAccountStatus", recognised: true }) : failed(fault);
}

function statusNamed(text) {
  const known = named(text, [...STATUSES, "NotReady"]);
  if (known === "any other") return { status: text, recognised: false };
  return { status: known === "NotReady" ? "Not Ready" : known, recognised: true };
}

export function readQualification(input) {
  const text = bareText(input);
  if (text === undefined) return failed(readFault(input));
  const known = named(text, QUALIFICATIONS);
  return ok(
    known === "any other" ? { qualification: text, recognised: false } : { qualification: known, recognised: true },
  );
}

function bareText({ httpStatus, body }) {
  const document = readJson(body ?? "");
  const isText =
    statusOf(httpStatus) === 200 && document?.kind === "string" && document.value !== "" && document.value !== DENIED;
  return isText ? document.value : undefined;
}

export function readQualifications(input) {
  const document = statusOf(input.httpStatus) === 200 ? readJson(input.body ?? "") : undefined;
  const items = document && qualificationItems(document);
  const entries = items?.map(entry) ?? [undefined];
  return entries.includes(undefined) ? failed(readFault(input)) : ok(entries);
}

/** Returns the entries of an array, of an object with an array in `qualifications`, or an object as its only entry. */
function qualificationItems(document) {
  if (document.kind === "array") return document.items;
  if (document.kind !== "object") return undefined;
  const members = asked(document, [["qualifications"], ["qualification", "Qualification"]]);
  if (members === undefined) return undefined;
  const [list, single] = members.values;
  if (list === undefined) return [document];
  return list.kind === "array" && single === undefined ? list.items : undefined;
}

export function readUpdate({ mode = "asynchronous", ...input }) {
  if (mode === "synchronous") {
    const text = bareText(input);
    return text === undefined ? failed(readFault(input)) : ok({ qualification: spelt(text, QUALIFICATIONS) });
  }
  const read = [200, 201].includes(statusOf(input.httpStatus)) ? entry(readJson(input.body ?? "")) : undefined;
  return read === undefined ? failed(readFault(input)) : ok(read);
}

function entry(document) {
  const names = [
    ["qualification", "Qualification"],
    ["vettingStatus", "VettingStatus"],
    ["vettingReason", "VettingReason"],
    ["vettingCreateDate", "vettingCreatedDate", "VettingCreateDate", "VettingCreatedDate"],
  ];
  const members = document?.kind === "object" ? asked(document, names) : undefined;
  if (members === undefined) return undefined;
  const [qualification, status, reason, date] = members.values;
  if (qualification?.kind !== "string" || qualification.value === "") return undefined;
  if (status !== undefined && status.kind !== "string" && status.kind !== "null") return undefined;
  return {
    qualification: spelt(qualification.value, QUALIFICATIONS),
    ...optional({
      vettingStatus: status?.kind === "string" ? spelt(status.value, VETTING_STATUSES) : undefined,
      vettingReason: textOf(reason),
      vettingCreateDate: timeOf(date),
      other: some(members.others),
    }),
  };
}

export function readValidationCodes(input) {
  return list(input, (document) => {
    const names = ["partnerId", "organizationName", "validationId", "maxCreates", "remainingCreates", "eTag"];
    const members =
      document.kind === "object"
        ? asked(
            document,
            names.map((name) => [name]),
          )
        : undefined;
    if (members === undefined) return undefined;
    const [partnerId, organizationName, id, maxCreates, remainingCreates, eTag] = members.values;
    const validationId = id?.kind === "string" || id?.kind === "number" ? id.value.trim() : "";
    const number = /^[0-9]{1,64}$/.test(validationId) ? Number(validationId) : 0;
    const limits = [maxCreates, remainingCreates];
    const isRead = limits.every(
      (limit) =>
        limit === undefined ||
        limit.kind === "null" ||
        (limit.kind === "number" && /^-?[0-9]+$/.test(limit.value) && BigInt(limit.value) === BigInt.asIntN(64, BigInt(limit.value))),
    );
    if (number < 1 || number > 2_147_483_647 || !isRead) return undefined;
    const limit = (value) => (value?.kind === "number" ? Number(value.value) : undefined);
    return {
      validationId,
      ...optional({
        partnerId: textOf(partnerId),
        organizationName: textOf(organizationName),
        maxCreates: limit(maxCreates),
        remainingCreates: limit(remainingCreates),
        eTag: textOf(eTag),
        other: some(members.others),
      }),
    };
  });
}

/** Reads a response that is an array. Fails if one item cannot be read. */
function list(input, item) {
  const document = statusOf(input.httpStatus) === 200 ? readJson(input.body ?? "") : undefined;
  const items = document?.kind === "array" ? document.items.map(item) : [undefined];
  return items.includes(undefined) ? failed(readFault(input)) : ok(items);
}

export function eligibilityFromResponse({ transaction = "newPurchase", ...input }) {
  return decision([accountRule(input, transaction)]);
}

export function purchaseEligibilityFromResponse({ held, segment, transaction = "newPurchase", ...input }) {
  const rules = [accountRule(input, transaction), ...offerEligibility({ held, segment, transaction }).rules];
  const obstacles = rules.filter((rule) => RULES[rule][0] !== "allowed");
  return decision(obstacles.length > 0 ? obstacles : rules);
}

function accountRule(input, transaction) {
  const status = statusOf(input.httpStatus);
  const read = readValidationStatus(input);
  if (read.ok) {
    const row = ACCOUNT[read.value.recognised ? read.value.status : "any other"];
    return row[TRANSACTIONS.indexOf(transaction)];
  }
  if (status === 200) return "R1";
  if (status === 404) return "R2";
  if (status === 401 || status === 403) return "R3";
  return status === 429 || (status >= 500 && status <= 599) ? "R4" : "R5";
}

export function explainPurchaseRefusal(input) {
  const { origin, issue } = readFault(input);
  const { rule } = issue.params;
  return rule?.startsWith("P") ? { ...decision([rule]), origin } : null;
}

function decision(rules) {
  const outcome = ["blocked", "undetermined", "allowed"].find((worst) =>
    rules.some((rule) => RULES[rule][0] === worst),
  );
  return { outcome, rules, codes: rules.map((rule) => RULES[rule][1]) };
}

/** Returns 0 for an invalid HTTP status. */
function statusOf(number) {
  return Number.isInteger(number) && number >= 0 && number <= 65_535 ? number : 0;
}

/**
 * Returns the named members, each under any of its names in any ASCII case, and the others; undefined if a named one occurs
 * twice.
 */
function asked(document, names) {
  const isNamed = (spellings, name) => spellings.some((spelling) => lower(spelling) === lower(name));
  const values = names.map((spellings) => document.members.filter(({ name }) => isNamed(spellings, name)));
  if (values.some((found) => found.length > 1)) return undefined;
  const others = document.members.filter(({ name }) => !isNamed(names.flat(), name));
  return {
    values: values.map(([found]) => found?.value),
    others: others.map(({ name, value }) => ({ name, json: value.raw })),
  };
}

/** Returns the text of a value. A value that is not text is returned as written. */
function textOf(value) {
  if (value === undefined || value.kind === "null") return undefined;
  return value.kind === "string" ? value.value : value.raw;
}

/** Returns the text of a time, or undefined if it is blank. */
function timeOf(value) {
  const text = textOf(value);
  return text === undefined || /^\p{White_Space}*$/u.test(text) ? undefined : text;
}

function spelt(text, known) {
  const found = named(text, known);
  return found === "any other" ? text : found;
}

/** Returns the text of a field that should be ASCII, with every other character written out. */
export const asciiExcerpt = (text) => excerpt(text, /[^\0-\x7f]/u);

export function excerpt(text, others = /[]/u) {
  const unseen =
    /[\p{Cc}\p{Co}\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb`]/u;
  const characters = [...text];
  const shown = characters
    .slice(0, 64)
    .map((one) => (one !== " " && (unseen.test(one) || others.test(one)) ? `\\u{${one.codePointAt(0).toString(16)}}` : one));
  return shown.join("") + (characters.length > 64 ? "…" : "");
}

function lower(text) {
  return text?.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

const ok = (value) => ({ ok: true, value });
const failed = (fault) => ({ ok: false, fault });
const some = (items) => (items.length > 0 ? items : undefined);
const optional = (members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
