// Single facts about unusual input. Uses no API of Node or of browsers, so that the same code checks the package in both.

import { throwing } from "./misuse.mjs";

const ID = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const REQUEST_CONTEXT = { requestId: ID, correlationId: ID };
const ALLOWED = '{"type":"account","status":"Allowed"}';

class Sale {
  #segment = "Education";
  status = "Allowed";
  get held() { return []; }
  get segment() { return this.#segment; }
}
class Resale extends Sale {}

/** A form like those of frameworks, with accessors, methods and helpers. */
class Page {
  #texts = { customerId: ID, qualification: "StateOwnedEntity" };
  webSite = "example.edu";
  _touched = true;
  $store = {};
  save = () => {};
  get customerId() { return this.#texts.customerId; }
  get qualification() { return this.#texts.qualification; }
  get isValid() { return true; }
  submit() {}
}

/** Runs an action while every object inherits some members. */
function inEveryObject(members, action) {
  Object.assign(Object.prototype, members);
  try {
    return action();
  } finally {
    for (const name of Object.keys(members)) delete Object.prototype[name];
  }
}

/** Returns each fact: its name, the actual value and the expected one. */
export function facts(rules) {
  const { settability, accountEligibility, offerEligibility, eligibilityFromResponse, purchaseEligibility, checkForm } = rules;
  const outcome = (decision) => decision.outcome;
  const codes = (result) => (result.ok ? [] : result.issues.map(({ path, code }) => `${path[0]} ${code}`));
  const message = (call) => {
    try {
      call();
      return undefined;
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  };
  return Object.entries({
    "an HTTP status is not wrapped, cut or read from text": [
      [65736, 200.5, -200, NaN, Infinity, 4294967496].map((status) => eligibilityFromResponse(status, ALLOWED).reasons[0].rule),
      ["R5", "R5", "R5", "R5", "R5", "R5"],
    ],
    "an HTTP status is not wrapped or cut by the readers of responses": [
      [65736, 200.5, -200, NaN, Infinity, 4294967496].map((status) => [
        rules.readValidationStatus(status, ALLOWED), rules.readQualification(status, '"education"'), rules.readQualifications(status, "[]"),
        rules.readUpdate("synchronous", status, '"education"'), rules.readValidationCodes(status, "[]"),
      ].map(({ fault }) => `${fault.httpStatus} ${fault.issue.code}`)).flat().filter((answer) => answer !== "0 unexpectedAnswer"),
      [],
    ],
    "an HTTP status that is text is a TypeError": [
      message(() => eligibilityFromResponse("200", ALLOWED)),
      'TypeError: httpStatus must be a number, not "200"',
    ],
    "a body of ten megabytes is not read": [
      outcome(eligibilityFromResponse(200, `{"status":"Allowed","x":"${"x".repeat(10 * 1024 * 1024)}"}`)),
      "undetermined",
    ],
    "a response of fifty megabytes is a fault without members": [
      Object.keys(rules.readValidationStatus(200, `{"status":"${"A".repeat(50 * 1024 * 1024)}"}`).fault),
      ["httpStatus", "isRetryable", "origin", "issue"],
    ],
    "a hundred thousand nested arrays are not read": [
      ["[", '{"a":', '[{"a":'].map((open) => rules.readFault(400, open.repeat(100_000)).issue.code),
      ["requestNotAccepted", "requestNotAccepted", "requestNotAccepted"],
    ],
    "the limit of a response counts bytes, not characters": [
      [524_281, 524_282].map((letters) => rules.readFault(400, `{"message":"${"ä".repeat(letters)}"}`).message?.length),
      [524_281, undefined],
    ],
    "a body just within the limit is read": [
      outcome(eligibilityFromResponse(200, `{"status":"Allowed","x":"${"x".repeat(1_048_576 - 27)}"}`)),
      "allowed",
    ],
    "five thousand codes are read in order, and none if one cannot be read": [
      (() => {
        const list = (bad) => `[${Array.from({ length: 5_000 }, (_, at) => `{"validationId":${at === bad ? "null" : at + 1}}`).join(",")}]`;
        const whole = rules.readValidationCodes(200, list(-1)).value;
        return [whole.length, whole.every(({ validationId }, at) => validationId === String(at + 1)), rules.readValidationCodes(200, list(2_500)).ok];
      })(),
      [5_000, true, false],
    ],
    "a lone surrogate in a response is read as a replacement character": [rules.readQualification(200, '"a\ud800"').value, { qualification: "a\ufffd", recognised: false }],
    "a response with __proto__ and constructor changes no prototype": [
      (() => {
        const body = '{"__proto__":{"status":"Allowed","code":600074},"constructor":{"prototype":{"status":"Allowed"}},"status":1}';
        const { fault } = rules.readValidationStatus(200, body);
        return [fault.code, fault.status, Object.getPrototypeOf(fault) === Object.prototype, {}.status, {}.code, fault.other.map(({ name }) => name)];
      })(),
      [undefined, undefined, true, undefined, undefined, ["__proto__", "constructor", "status"]],
    ],
    "values that were read are valid arguments of other calls": [
      (() => {
        const held = rules.readQualifications(200, '[{"Qualification":"education","VettingStatus":"approved"}]').value;
        const validationCodes = rules.readValidationCodes(200, '[{"validationId":"0007","remainingCreates":0}]').value;
        const form = { customerId: ID, qualification: "GovernmentCommunityCloud", validationCode: "7" };
        return [settability("Education", { held }).reasons[0].rule, codes(checkForm(form, { held: [], validationCodes }))];
      })(),
      ["S4", ["validationCode validationCodeUsedUp"]],
    ],
    "a list of more than a thousand codes is incomplete: a used-up code is an issue, an unknown one is accepted with a warning": [
      (() => {
        const list = (count) => Array.from({ length: count }, (_, at) => ({ validationId: at + 1, remainingCreates: at === 0 ? 0 : 5 }));
        const form = (validationCode) => ({ customerId: ID, qualification: "GovernmentCommunityCloud", validationCode });
        const found = (code, count) => {
          const result = checkForm(form(code), { held: [], validationCodes: list(count) });
          return [...codes(result), ...result.warnings.map(({ code }) => code)];
        };
        return [found("1", 1_000), found("1", 1_001), found("1000", 1_001), found("2000", 1_000), found("2000", 1_001)];
      })(),
      [
        ["validationCode validationCodeUsedUp"],
        ["validationCode validationCodeUsedUp", "validationCodesIncomplete"],
        ["validationCodesIncomplete"],
        ["validationCode validationCodeUnknown"],
        ["validationCodesIncomplete"],
      ],
    ],
    "the seconds of Retry-After can be a header text or a number": [
      ["57", 57, " 57 ", "soon", null].map((retryAfter) => rules.readFault(429, "", { retryAfter }).issue.message.includes("Wait 57 seconds,")),
      [true, true, true, false, false],
    ],
    "without Retry-After the message of too many requests states no seconds": [
      rules.readFault(429, "").issue.message,
      "Too many requests. Wait, then send the request again with the same request ID.",
    ],
    "the message of a fault can be replaced": [rules.readFault(403, "", { messages: { notPermitted: "Nicht erlaubt." } }).issue.message, "Nicht erlaubt."],
    "a time that is not text is a TypeError": [
      [NaN, 8.64e15 + 1, new Date(0)].map((time) => message(() => rules.readTimestamp(time))),
      ["TypeError: text must be a string, not a number", "TypeError: text must be a string, not a number", "TypeError: text must be a string, not a Date"],
    ],
    "a time of a hundred thousand digits is invalid": [
      [rules.readTimestamp(`2024-01-01T00:00:00.${"1".repeat(100_000)}Z`), rules.readTimestamp(`2024-01-01T00:00:00Z${" ".repeat(100_000)}`)],
      [null, null],
    ],
    "a customer ID that would change the URL is a TypeError, which shows only its start": [
      ["..%2f..%2finvoices", "a?admin=1", "a#frag", "a\r\nHost: evil.example", " a", "%zz", "//evil.example", ":8080", "\ud800", "", `${ID}/../x`, `${ID}?x`]
        .map((id) => message(() => rules.requests.readQualifications(id, REQUEST_CONTEXT))?.startsWith("TypeError: customerId must be a customer ID, a GUID, not ")),
      new Array(12).fill(true),
    ],
    "a request id is a GUID in canonical form": [
      [`{${ID}}`, ` ${ID}`, `${ID}\r\nX: 1`, "00000000-0000-0000-0000-000000000000", ID.replaceAll("-", ""), "\ud800"].map(
        (requestId) => message(() => rules.requests.readValidationCodes({ ...REQUEST_CONTEXT, requestId }))?.split(", not ")[0],
      ),
      new Array(6).fill("TypeError: requestContext.requestId must be a GUID"),
    ],
    "an inherited request id of Object.prototype is ignored": [
      inEveryObject({ requestId: ID }, () => message(() => rules.requests.readValidationCodes({ correlationId: ID }))),
      "TypeError: requestContext.requestId must be a GUID, not undefined",
    ],
    "a lone surrogate in a code is an issue, and there is no request": [
      codes(rules.requests.setQualification({ customerId: ID, qualification: "GovernmentCommunityCloud", validationCode: "\ud800" }, { held: [] }, REQUEST_CONTEXT)),
      ["validationCode validationCodeInvalid"],
    ],
    "a status of Object.prototype is ignored, also for an instance of a class": [
      inEveryObject({ status: "Allowed", held: [] }, () => [{}, new (class Purchase {})()].map((purchase) => outcome(purchaseEligibility(purchase)))),
      ["undetermined", "undetermined"],
    ],
    "holdings of Object.prototype are ignored": [
      inEveryObject({ held: [] }, () => settability("Education", {}).reasons[0].rule),
      "S0",
    ],
    "a form field of Object.prototype is ignored": [
      inEveryObject({ qualification: "Education" }, () => codes(checkForm({}, { customerId: ID }))),
      ["qualification qualificationRequired"],
    ],
    "members of a class are read from all its prototypes": [
      [Object.create({ status: "Allowed", held: [], segment: "Education" }), new Sale(), new Resale()].map((purchase) =>
        outcome(purchaseEligibility(purchase))),
      ["blocked", "blocked", "blocked"],
    ],
    "members of a class without Object.prototype are read": [
      outcome(purchaseEligibility(Object.create(Object.create(null, { status: { value: "Allowed" }, held: { value: [] }, segment: { value: "Education" } })))),
      "blocked",
    ],
    "a throwing accessor of a class is not read as absent": [
      [
        message(() => purchaseEligibility(new (class { status = "Allowed"; held = []; get segment() { throw new Error("x"); } })())),
        offerEligibility([new (class { qualification = "Education"; get vettingStatus() { throw new Error("x"); } })()], "Education").outcome,
      ],
      [
        "TypeError: purchase.segment must be one of Commercial, Education, Nonprofit, GovernmentCommunityCloud, not something that cannot be read",
        "undetermined",
      ],
    ],
    "names of an entry are read in any ASCII case, and occur once": [
      [
        { QUALIFICATION: "Education", VETTINGSTATUS: "InReview" }, new (class { get Qualification() { return "Education"; } get vettingstatus() { return "Denied"; } })(),
        { qualification: "Education", vettingStatus: "Approved", VettingStatus: "Approved" }, { qualification: "Education", QUALIFICATION: "Education" },
        { qualification: "Education", "vett\u0131ngStatus": "InReview" },
      ].map((entry) => outcome(offerEligibility([entry], "Education"))),
      ["blocked", "blocked", "undetermined", "undetermined", "allowed"],
    ],
    "the names of a validation code are read in any ASCII case": [
      [{ ValidationId: 7, RemainingCreates: 0 }, new (class { get VALIDATIONID() { return "7"; } get remainingcreates() { return 0; } })()].map((code) =>
        codes(checkForm({ customerId: ID, qualification: "GovernmentCommunityCloud", validationCode: "7" }, { held: [], validationCodes: [code] }))),
      [["validationCode validationCodeUsedUp"], ["validationCode validationCodeUsedUp"]],
    ],
    "an entry that is a container is unrecognised": [
      [new Map([["qualification", "Education"]]), new URLSearchParams("qualification=None"), Promise.resolve({ qualification: "None" }), [], new Date(), Object.assign(new Error("x"), { qualification: "None" })]
        .map((entry) => outcome(offerEligibility([entry], "Commercial"))),
      Array(6).fill("undetermined"),
    ],
    "a subclass of a built-in class has the members that it declares": [
      outcome(purchaseEligibility(new (class Cart extends URLSearchParams { get status() { return "NotAllowed"; } })())),
      "blocked",
    ],
    "an instance of a class gets warnings for unknown data, not for methods and helpers": [
      checkForm(new Page(), { held: [] }).warnings.map(({ code, params }) => [code, params.input]),
      [["unknownField", "webSite"]],
    ],
    "an own __proto__ is not a field": [
      codes(checkForm(JSON.parse('{"__proto__":{"qualification":"Education"}}'), { customerId: ID })),
      ["qualification qualificationRequired"],
    ],
    "a held entry that cannot be read is unrecognised": [
      [null, 7, "Education", {}, { qualification: 7 }, new Proxy({}, throwing())].map((entry) => offerEligibility([entry], "Commercial").reasons[0].rule),
      ["O12", "O12", "O12", "O12", "O12", "O12"],
    ],
    "two names in one text are not two entries": [
      [{ qualification: "None\0Approved" }, { qualification: "None", vettingStatus: "\0" }, { qualification: "Education\0" }].map(
        (entry) => offerEligibility([entry], "Commercial").reasons[0].rule,
      ),
      ["O12", "O1", "O12"],
    ],
    "half a surrogate pair in one field does not affect the next": [
      codes(checkForm({ customerId: `${ID}\ud83d`, qualification: "\ude00Education", educationSegment: "K12" })),
      ["customerId customerIdInvalid", "qualification unknownValue"],
    ],
    "a hole in the list of held entries is unrecognised": [offerEligibility(new Array(1), "Commercial").reasons[0].rule, "O12"],
    "entries beyond the limit are unrecognised": [
      [1_000, 1_001, 1_000_000].map((length) => offerEligibility(new Array(length).fill({ qualification: "None" }), "Commercial").reasons[0].rule),
      ["O1", "O12", "O12"],
    ],
    "the service's other spelling of a property is read": [
      offerEligibility([{ Qualification: "Education", VettingStatus: "Approved" }], "Education").outcome,
      "allowed",
    ],
    "a property is read once": [
      (() => {
        let reads = 0;
        const form = { customerId: ID, get qualification() { reads += 1; return reads > 1 ? "None" : "StateOwnedEntity"; } };
        return [checkForm(form, { held: [] }).value?.qualification, reads];
      })(),
      ["StateOwnedEntity", 1],
    ],
    "a getter that calls the package changes nothing": [
      (() => {
        const form = { customerId: ID, get qualification() { return accountEligibility("Allowed").outcome === "allowed" ? "StateOwnedEntity" : "None"; } };
        return checkForm(form, { held: [] }).ok;
      })(),
      true,
    ],
    "a hundred thousand unknown members of a form are not read": [
      checkForm({ customerId: ID, qualification: "StateOwnedEntity", ...Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, at])) }, { held: [] }).warnings.length,
      8,
    ],
    "a message that is not text is not used": [
      checkForm({}, { messages: { customerIdRequired: 7, qualificationRequired: "Wählen Sie {allowed}." } }).issues.map((issue) => issue.message),
      [rules.MESSAGES.customerIdRequired, "Wählen Sie Education, Government Community Cloud (GCC) or State-owned entity (SOE)."],
    ],
    "a frozen form is accepted": [checkForm(Object.freeze({ customerId: ID, qualification: "StateOwnedEntity" }), { held: [] }).ok, true],
    "a field that is not text is an issue of that field": [
      codes(checkForm({ customerId: 7, qualification: { toString: () => "Education" }, website: ["example.edu"], validationCode: 7n })),
      ["customerId notText", "qualification notText", "website notText", "validationCode notText"],
    ],
    "a getter that throws is an issue of that field": [
      codes(checkForm({ customerId: ID, get qualification() { throw new Error("x"); } })),
      ["qualification notText"],
    ],
    "white space beyond the limit does not make a field blank": [
      codes(checkForm({ customerId: ID, qualification: "Education", educationSegment: " ".repeat(10_000), website: " ".repeat(10_000) }, { held: [] })),
      ["educationSegment educationSegmentUnknown", "website websiteTooLong"],
    ],
    "a list of validation codes with an unreadable one is incomplete": [
      checkForm({ customerId: ID, qualification: "GovernmentCommunityCloud", validationCode: "7" }, { held: [], validationCodes: [{ validationId: "x" }] }).ok,
      true,
    ],
    "an invalid ID of the chosen customer is a TypeError": [
      message(() => checkForm({}, { customerId: "x" })),
      'TypeError: context.customerId must be a customer ID, a GUID, not "x"',
    ],
    "an ID of the chosen customer that is not text is a TypeError": [
      ["", 0, NaN, false].map((customerId) => message(() => checkForm({}, { customerId }))),
      ['""', "a number", "a number", "a boolean"].map((kind) => `TypeError: context.customerId must be a customer ID, a GUID, not ${kind}`),
    ],
    "an unknown transaction is a TypeError, which states what is allowed": [
      message(() => accountEligibility("Allowed", "purchase")),
      'TypeError: transaction must be one of newPurchase, seatIncrease, upgrade, renewal, seatReduction, cancellation, not "purchase"',
    ],
    "holdings that are not an array are a TypeError": [
      message(() => settability("Education", { held: "Education" })),
      'TypeError: options.held must be an array, null or undefined, not "Education"',
    ],
    "a decision cannot be changed": [
      message(() => { accountEligibility("NotAllowed").reasons[0].source.push("x"); })?.split(":")[0],
      "TypeError",
    ],
  }).map(([name, [actual, expected]]) => ({ name, actual, expected }));
}
