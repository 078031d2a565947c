// Arguments of wrong types. Uses no API of Node or of browsers, so that the same code checks the package in both: no call may
// trap or throw anything but a TypeError that names the argument, and the next call works.

const ID = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const REQUEST_CONTEXT = { requestId: ID, correlationId: ID };
const GCC = { customerId: ID, qualification: "GovernmentCommunityCloud" };
const ISSUE = { code: "websiteInvalid", message: "x", path: ["website"], params: {}, severity: "error" };
const ALLOWED = '{"type":"account","status":"Allowed"}';

/** Returns values of every wrong type. */
export function strangers() {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const revokedArray = Proxy.revocable([], {});
  revokedArray.revoke();
  return {
    undefined,
    null: null,
    true: true,
    NaN,
    "negative zero": -0,
    "a huge number": 2 ** 53 + 2,
    "a bigint": 10n,
    "a symbol": Symbol("Allowed"),
    "a function": () => "Allowed",
    "an array": ["Allowed"],
    "a boxed string": new String("Allowed"),
    "an object with toString": { toString: () => "Allowed" },
    "a date": new Date(NaN),
    ...containers(),
    "an instance of a class": new (class Stranger { get nothing() { return undefined; } })(),
    "an object without a prototype": Object.create(null),
    "endless prototypes": endlessPrototypes(),
    "throwing getters": new Proxy({}, throwing()),
    "endless proxies": endless(),
    "a revoked proxy": revoked.proxy,
    "a revoked array": revokedArray.proxy,
    "a cycle": cycle(),
    "an array of length -1": new Proxy([], { get: (array, name) => (name === "length" ? -1 : array[name]) }),
    "something like an array": { length: 4294967295 },
    "a lone surrogate": "\ud800",
    "ten megabytes": "x".repeat(10 * 1024 * 1024),
  };
}

/** Returns objects whose data are not their members. Leaves out those that the environment lacks. */
export function containers() {
  const made = {
    FormData: (FormData) => new FormData(),
    URLSearchParams: (URLSearchParams) => new URLSearchParams("status=Allowed"),
    Map: (Map) => new Map([["status", "Allowed"]]),
    Set: (Set) => new Set(["Allowed"]),
    WeakMap: (WeakMap) => new WeakMap(),
    Headers: (Headers) => new Headers(),
    Promise: (Promise) => Promise.resolve({ status: "Allowed" }),
    RegExp: (RegExp) => new RegExp("Allowed"),
    Error: (Error) => new Error("Allowed"),
    ArrayBuffer: (ArrayBuffer) => new ArrayBuffer(8),
    Uint16Array: (Uint16Array) => new Uint16Array(8),
    Blob: (Blob) => new Blob(["{}"]),
    Response: (Response) => new Response("{}"),
    Request: (Request) => new Request("https://example.edu"),
    URL: (URL) => new URL("https://example.edu"),
    document: (document) => document.createElement("form"),
  };
  const known = Object.entries(made).filter(([name]) => name in globalThis);
  return {
    ...Object.fromEntries(known.map(([name, make]) => [name, make(globalThis[name])])),
    "a subclass of Map": new (class Cache extends Map {})([["status", "Allowed"]]),
    "a boxed number": new Number(7),
    arguments: (function () { return arguments; })("Allowed"),
    "a thenable": { then() {} },
    "a store": { subscribe() {} },
    "a reference": new (class Reference { get value() { return { status: "Allowed" }; } })(),
    "an iterator": ["Allowed"].values(),
  };
}

function endlessPrototypes() {
  const handler = { getPrototypeOf: () => new Proxy({}, handler) };
  return new Proxy({}, handler);
}

/** Returns a proxy handler whose every trap throws. */
export function throwing() {
  const fail = () => { throw new Error("a trap of a proxy"); };
  return { get: fail, has: fail, ownKeys: fail, getOwnPropertyDescriptor: fail };
}

function endless() {
  const handler = {
    get: () => new Proxy({}, handler),
    getOwnPropertyDescriptor: () => ({ value: new Proxy({}, handler), configurable: true, enumerable: true, writable: true }),
  };
  return new Proxy({}, handler);
}

function cycle() {
  const object = {};
  object.self = object;
  return object;
}

/** Calls with a value of a wrong type as each argument, or part of it. */
export const ARGUMENTS = {
  "settability(target)": (rules, value) => rules.settability(value, { held: [] }),
  "settability(options)": (rules, value) => rules.settability("Education", value),
  "settability(mode)": (rules, value) => rules.settability("Education", { mode: value, held: [] }),
  "settability(held)": (rules, value) => rules.settability("Education", { held: value }),
  "settability(held entry)": (rules, value) => rules.settability("Education", { held: [value] }),
  "settability(held qualification)": (rules, value) => rules.settability("Education", { held: [{ qualification: value }] }),
  "settability(held vetting status)": (rules, value) =>
    rules.settability("Education", { held: [{ qualification: "Nonprofit", vettingStatus: value }] }),
  "settability(messages)": (rules, value) => rules.settability("None", { held: [], messages: value }),
  "qualificationOptions(options)": (rules, value) => rules.qualificationOptions(value),
  "qualificationOptions(mode)": (rules, value) => rules.qualificationOptions({ mode: value }),
  "qualificationOptions(held)": (rules, value) => rules.qualificationOptions({ held: value }),
  "accountEligibility(status)": (rules, value) => rules.accountEligibility(value),
  "accountEligibility(transaction)": (rules, value) => rules.accountEligibility("Allowed", value),
  "accountEligibility(options)": (rules, value) => rules.accountEligibility("NotAllowed", null, value),
  "accountEligibility(messages)": (rules, value) => rules.accountEligibility("NotAllowed", null, { messages: value }),
  "offerEligibility(held)": (rules, value) => rules.offerEligibility(value, "Commercial"),
  "offerEligibility(held entry)": (rules, value) => rules.offerEligibility([value], "Commercial"),
  "offerEligibility(held vetting status)": (rules, value) =>
    rules.offerEligibility([{ qualification: "Nonprofit", vettingStatus: value ?? "Denied" }], "Nonprofit"),
  "offerEligibility(segment)": (rules, value) => rules.offerEligibility([], value),
  "offerEligibility(transaction)": (rules, value) => rules.offerEligibility([], "Commercial", value),
  "offerEligibility(options)": (rules, value) => rules.offerEligibility([], "Education", null, value),
  "offerEligibility(messages)": (rules, value) => rules.offerEligibility([], "Education", null, { messages: value }),
  "purchaseEligibility(purchase)": (rules, value) => rules.purchaseEligibility(value),
  "purchaseEligibility(status)": (rules, value) => rules.purchaseEligibility({ status: value }),
  "purchaseEligibility(held)": (rules, value) => rules.purchaseEligibility({ held: value, segment: "Education" }),
  "purchaseEligibility(segment)": (rules, value) => rules.purchaseEligibility({ status: "Allowed", held: [], segment: value }),
  "purchaseEligibility(transaction)": (rules, value) => rules.purchaseEligibility({ status: "Allowed", transaction: value }),
  "purchaseEligibility(messages)": (rules, value) => rules.purchaseEligibility({ status: "NotAllowed", messages: value }),
  "eligibilityFromResponse(httpStatus)": (rules, value) => rules.eligibilityFromResponse(value, ALLOWED),
  "eligibilityFromResponse(body)": (rules, value) => rules.eligibilityFromResponse(200, value),
  "eligibilityFromResponse(transaction)": (rules, value) => rules.eligibilityFromResponse(200, ALLOWED, value),
  "eligibilityFromResponse(options)": (rules, value) => rules.eligibilityFromResponse(404, "", null, value),
  "eligibilityFromResponse(messages)": (rules, value) => rules.eligibilityFromResponse(404, "", null, { messages: value }),
  "purchaseEligibilityFromResponse(purchase)": (rules, value) => rules.purchaseEligibilityFromResponse(200, ALLOWED, value),
  "purchaseEligibilityFromResponse(held)": (rules, value) =>
    rules.purchaseEligibilityFromResponse(200, ALLOWED, { held: value, segment: "Education" }),
  "purchaseEligibilityFromResponse(segment)": (rules, value) =>
    rules.purchaseEligibilityFromResponse(200, ALLOWED, { held: [], segment: value }),
  "purchaseEligibilityFromResponse(transaction)": (rules, value) =>
    rules.purchaseEligibilityFromResponse(401, "", { held: [], segment: "Education", transaction: value }),
  "purchaseEligibilityFromResponse(httpStatus)": (rules, value) =>
    rules.purchaseEligibilityFromResponse(value, ALLOWED, { held: [], segment: "Commercial" }),
  "purchaseEligibilityFromResponse(body)": (rules, value) =>
    rules.purchaseEligibilityFromResponse(200, value, { held: [], segment: "Commercial" }),
  "explainPurchaseRefusal(httpStatus)": (rules, value) => rules.explainPurchaseRefusal(value, '{"code":800073}'),
  "explainPurchaseRefusal(body)": (rules, value) => rules.explainPurchaseRefusal(403, value),
  "explainPurchaseRefusal(options)": (rules, value) => rules.explainPurchaseRefusal(403, '{"code":800073}', value),
  "explainPurchaseRefusal(messages)": (rules, value) => rules.explainPurchaseRefusal(403, '{"code":800073}', { messages: value }),
  "label(kind)": (rules, value) => rules.label(value, "Education"),
  "label(value)": (rules, value) => rules.label("qualification", value),
  "label(options)": (rules, value) => rules.label("qualification", "Education", value),
  "bulkEligibility(text)": (rules, value) => rules.bulkEligibility(value),
  "bulkEligibility(options)": (rules, value) => rules.bulkEligibility("{}", value),
  "bulkEligibility(transaction)": (rules, value) => rules.bulkEligibility(ALLOWED, { transaction: value }),
  "bulkEligibility(segment)": (rules, value) => rules.bulkEligibility(ALLOWED, { segment: value }),
  "bulkEligibility(messages)": (rules, value) => rules.bulkEligibility("", { messages: value }),
  "bulkReader(options)": (rules, value) => rules.bulkReader(value),
  "bulkReader(transaction)": (rules, value) => rules.bulkReader({ transaction: value }),
  "bulkReader(segment)": (rules, value) => rules.bulkReader({ segment: value }),
  "bulkReader(messages)": (rules, value) => rules.bulkReader({ messages: value }),
  "bulkReader(bytes)": (rules, value) => rules.bulkReader().push(value),
  "readValidationStatus(httpStatus)": (rules, value) => rules.readValidationStatus(value, ALLOWED),
  "readValidationStatus(body)": (rules, value) => rules.readValidationStatus(404, value),
  "readValidationStatus(options)": (rules, value) => rules.readValidationStatus(404, "", value),
  "readValidationStatus(messages)": (rules, value) => rules.readValidationStatus(404, "", { messages: value }),
  "readQualification(httpStatus)": (rules, value) => rules.readQualification(value, '"education"'),
  "readQualification(body)": (rules, value) => rules.readQualification(200, value),
  "readQualification(options)": (rules, value) => rules.readQualification(401, "", value),
  "readQualification(messages)": (rules, value) => rules.readQualification(401, "", { messages: value }),
  "readQualifications(httpStatus)": (rules, value) => rules.readQualifications(value, "[]"),
  "readQualifications(body)": (rules, value) => rules.readQualifications(200, value),
  "readQualifications(options)": (rules, value) => rules.readQualifications(401, "", value),
  "readQualifications(messages)": (rules, value) => rules.readQualifications(401, "", { messages: value }),
  "readUpdate(mode)": (rules, value) => rules.readUpdate(value, 200, '"education"'),
  "readUpdate(httpStatus)": (rules, value) => rules.readUpdate("synchronous", value, '"education"'),
  "readUpdate(body)": (rules, value) => rules.readUpdate("asynchronous", 201, value),
  "readUpdate(options)": (rules, value) => rules.readUpdate("asynchronous", 401, "", value),
  "readUpdate(messages)": (rules, value) => rules.readUpdate("asynchronous", 401, "", { messages: value }),
  "readValidationCodes(httpStatus)": (rules, value) => rules.readValidationCodes(value, "[]"),
  "readValidationCodes(body)": (rules, value) => rules.readValidationCodes(200, value),
  "readValidationCodes(options)": (rules, value) => rules.readValidationCodes(401, "", value),
  "readValidationCodes(messages)": (rules, value) => rules.readValidationCodes(401, "", { messages: value }),
  "readFault(httpStatus)": (rules, value) => rules.readFault(value, ""),
  "readFault(body)": (rules, value) => rules.readFault(403, value),
  "readFault(options)": (rules, value) => rules.readFault(403, "", value),
  "readFault(messages)": (rules, value) => rules.readFault(403, "", { messages: value }),
  "readTimestamp(text)": (rules, value) => rules.readTimestamp(value),
  "requests.readValidationStatus(customerId)": (rules, value) => rules.requests.readValidationStatus(value, REQUEST_CONTEXT),
  "requests.readValidationStatus(requestContext)": (rules, value) => rules.requests.readValidationStatus(ID, value),
  "requests.readQualification(customerId)": (rules, value) => rules.requests.readQualification(value, REQUEST_CONTEXT),
  "requests.readQualification(requestContext)": (rules, value) => rules.requests.readQualification(ID, value),
  "requests.readQualifications(customerId)": (rules, value) => rules.requests.readQualifications(value, REQUEST_CONTEXT),
  "requests.readQualifications(requestContext)": (rules, value) => rules.requests.readQualifications(ID, value),
  "requests.readValidationCodes(requestContext)": (rules, value) => rules.requests.readValidationCodes(value),
  "requests.readValidationCodes(requestId)": (rules, value) => rules.requests.readValidationCodes({ ...REQUEST_CONTEXT, requestId: value }),
  "requests.readValidationCodes(correlationId)": (rules, value) => rules.requests.readValidationCodes({ ...REQUEST_CONTEXT, correlationId: value }),
  "requests.readValidationCodes(cloud)": (rules, value) => rules.requests.readValidationCodes({ ...REQUEST_CONTEXT, cloud: value }),
  "requests.setQualification(form)": (rules, value) => rules.requests.setQualification(value, { held: [] }, REQUEST_CONTEXT),
  "requests.setQualification(form customerId)": (rules, value) =>
    rules.requests.setQualification({ customerId: value, qualification: "StateOwnedEntity" }, { held: [] }, REQUEST_CONTEXT),
  "requests.setQualification(form validationCode)": (rules, value) =>
    rules.requests.setQualification({ ...GCC, validationCode: value }, { held: [] }, REQUEST_CONTEXT),
  "requests.setQualification(context)": (rules, value) => rules.requests.setQualification({ customerId: ID }, value, REQUEST_CONTEXT),
  "requests.setQualification(requestContext)": (rules, value) => rules.requests.setQualification({ customerId: ID }, { held: [] }, value),
  "requests.setUndeterminedQualification(form)": (rules, value) =>
    rules.requests.setUndeterminedQualification(value, { held: [] }, REQUEST_CONTEXT),
  "requests.setUndeterminedQualification(context)": (rules, value) =>
    rules.requests.setUndeterminedQualification({ customerId: ID }, value, REQUEST_CONTEXT),
  "requests.setUndeterminedQualification(requestContext)": (rules, value) =>
    rules.requests.setUndeterminedQualification({ customerId: ID }, { held: [] }, value),
  "checkForm(form)": (rules, value) => rules.checkForm(value),
  "checkForm(context)": (rules, value) => rules.checkForm({}, value),
  "checkForm(customerId)": (rules, value) => rules.checkForm({ customerId: value }),
  "checkForm(qualification)": (rules, value) => rules.checkForm({ customerId: ID, qualification: value }),
  "checkForm(educationSegment)": (rules, value) => rules.checkForm({ customerId: ID, qualification: "Education", educationSegment: value }),
  "checkForm(website)": (rules, value) => rules.checkForm({ qualification: "Education", website: value }),
  "checkForm(validationCode)": (rules, value) => rules.checkForm({ ...GCC, validationCode: value }, { held: [] }),
  "checkForm(form mode)": (rules, value) => rules.checkForm({ ...GCC, mode: value }, { held: [] }),
  "checkForm(mode)": (rules, value) => rules.checkForm({}, { mode: value }),
  "checkForm(held)": (rules, value) => rules.checkForm({}, { held: value }),
  "checkForm(validationCodes)": (rules, value) => rules.checkForm({}, { validationCodes: value }),
  "checkForm(validation code entry)": (rules, value) =>
    rules.checkForm({ qualification: "GovernmentCommunityCloud", validationCode: "7" }, { validationCodes: [value] }),
  "checkField(field)": (rules, value) => rules.checkField(value, "x"),
  "checkField(text)": (rules, value) => rules.checkField("customerId", value),
  "checkField(form)": (rules, value) => rules.checkField("website", "example.edu", value),
  "checkField(context)": (rules, value) => rules.checkField("website", "x", {}, value),
  "fieldPlan(qualification)": (rules, value) => rules.fieldPlan(value),
  "fieldPlan(context)": (rules, value) => rules.fieldPlan("Education", value),
  "checkForm(messages)": (rules, value) => rules.checkForm({}, { messages: value }),
  "checkForm(message)": (rules, value) => rules.checkForm({}, { messages: { customerIdRequired: value } }),
  "checkForm(chosen customer)": (rules, value) => rules.checkForm({}, { customerId: value }),
  "fieldAttributes(field)": (rules, value) => rules.fieldAttributes(value, []),
  "fieldAttributes(issues)": (rules, value) => rules.fieldAttributes("website", value),
  "fieldAttributes(issues entry)": (rules, value) => rules.fieldAttributes("website", [value]),
  "fieldAttributes(ids)": (rules, value) => rules.fieldAttributes("website", [], value),
  "fieldAttributes(hint)": (rules, value) => rules.fieldAttributes("website", [], { hint: value }),
  "fieldAttributes(error)": (rules, value) => rules.fieldAttributes("website", [ISSUE], { error: value }),
  "toErrorSummary(issues)": (rules, value) => rules.toErrorSummary(value),
  "toErrorSummary(issues entry)": (rules, value) => rules.toErrorSummary([value]),
  "toErrorSummary(issues severity)": (rules, value) => rules.toErrorSummary([{ ...ISSUE, severity: value }]),
  "toErrorSummary(issues path)": (rules, value) => rules.toErrorSummary([{ ...ISSUE, path: value }]),
  "toErrorSummary(issues message)": (rules, value) => rules.toErrorSummary([{ ...ISSUE, message: value }]),
  "toFieldErrors(issues)": (rules, value) => rules.toFieldErrors(value),
  "toFieldErrors(issues entry)": (rules, value) => rules.toFieldErrors([value]),
  "qualificationSchema(context)": (rules, value) => rules.qualificationSchema(value),
  "qualificationSchema(value)": (rules, value) => rules.qualificationSchema()["~standard"].validate(value),
  "qualificationSchema(options)": (rules, value) => rules.qualificationSchema()["~standard"].jsonSchema.input(value),
  "qualificationSchema(target)": (rules, value) => rules.qualificationSchema()["~standard"].jsonSchema.output({ target: value }),
};

/** The arguments for which null or undefined is valid, and may lead to an allowed outcome. */
const MAY_ALLOW = [
  "accountEligibility(transaction)", "purchaseEligibility(segment)", "purchaseEligibility(transaction)",
  "eligibilityFromResponse(transaction)", "offerEligibility(transaction)", "settability(mode)", "bulkEligibility(transaction)",
  "bulkEligibility(segment)",
];

/** Tries every wrong value as every argument. Returns how many calls were made, and the failures. */
export function misuse(rules) {
  const failures = [];
  let count = 0;
  for (const [key, call] of Object.entries(ARGUMENTS)) {
    for (const [name, value] of Object.entries(strangers())) {
      count += 1;
      const problem = problemOf(key, value, () => call(rules, value));
      if (problem !== undefined) failures.push(`${key} with ${name}: ${problem}`);
      const next = rules.accountEligibility("Allowed").outcome;
      if (next !== "allowed") failures.push(`after ${key} with ${name} the next call returns ${next}`);
    }
  }
  return { count, failures };
}

export function problemOf(key, value, call) {
  const argument = key.slice(key.indexOf("(") + 1, -1);
  try {
    const answer = call();
    if (answer === undefined) return "no answer";
    const isAllowed = answer?.outcome === "allowed" || answer?.ok === true || answer?.tally?.outcomes.allowed > 0;
    const isNothing = value === undefined || value === null;
    if (isAllowed && !(isNothing && MAY_ALLOW.includes(key))) return `allowed: ${JSON.stringify(answer)}`;
  } catch (error) {
    if (!(error instanceof TypeError)) return `threw ${error}`;
    const names = argument.split(" ")[0] === "chosen" ? "customerId" : argument.split(" ")[0];
    if (!error.message.includes(names) && !/must be/.test(error.message)) return `threw ${error}`;
  }
  return undefined;
}
