// Hostile input against the package. Uses no API of Node or of browsers.

import { facts } from "../facts.mjs";
import { ARGUMENTS, problemOf, misuse, strangers } from "../misuse.mjs";
import { watchInstances } from "./instances.mjs";
import {
  CUSTOMER_IDS, INJECTIONS, QUALIFICATIONS, STATUS_ANSWERS, TIMESTAMPS, VALIDATION_CODES, WEBSITES,
} from "./hostile-inputs.mjs";

const instances = watchInstances();
const rules = await import("partner-center-rules");

const ID = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const REQUEST_CONTEXT = { requestId: "037db222-6d8e-4d7f-ba78-df3dca33fb68", correlationId: "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745" };
const ADDRESS = new RegExp(`^https://api\\.partnercenter\\.microsoft\\.com/v1/customers/(${ID}|all)/[a-zA-Z]+(\\?type=account|\\?code=[1-9][0-9]{0,9})?$`);

/** Returns the result of one input in a comparable form. */
const ASKED = {
  customerId: [CUSTOMER_IDS, (rules, text) => found(rules.checkForm({ customerId: text, qualification: "StateOwnedEntity" }, { held: [] }), "customerId")],
  "customerId while it is typed": [CUSTOMER_IDS, (rules, text) => rules.checkField("customerId", text).issue?.code ?? null],
  "customerId of a request": [
    CUSTOMER_IDS.map(([text, code]) => [text, code === null ? "GET" : "TypeError"]),
    (rules, text) => caught(() => rules.requests.readQualifications(text, REQUEST_CONTEXT).method),
  ],
  "customerId of the page": [
    CUSTOMER_IDS.map(([text, code]) => [text, code === null ? ID : "TypeError"]),
    (rules, text) => caught(() => { rules.checkForm({}, { customerId: text }); return ID; }),
  ],
  "validationCode, synchronous": [VALIDATION_CODES, (rules, text) => validationCode(rules, text, "synchronous")],
  "validationCode, asynchronous": [VALIDATION_CODES.map(([text, , code]) => [text, code]), (rules, text) => validationCode(rules, text, "asynchronous")],
  website: [WEBSITES, (rules, text) =>
    found(rules.checkForm({ customerId: ID, qualification: "Education", educationSegment: "K12", website: text }, { held: [] }), "website")],
  qualification: [QUALIFICATIONS, (rules, text) => {
    const { outcome, reasons } = rules.settability(text, { held: [] });
    return outcome === "allowed" ? null : reasons[0].rule;
  }],
  "qualification of a form": [
    QUALIFICATIONS.map(([text, rule]) => [text, rule === null ? null : { S1: "cannotBeSet", S3: "unknownValue" }[rule]]),
    (rules, text) => found(rules.checkForm({ customerId: ID, qualification: text, educationSegment: text.toLowerCase() === "education" ? "K12" : undefined }, { held: [] }), "qualification"),
  ],
  "status of the account": [
    STATUS_ANSWERS.map(([status, body, rule]) => [[status, body], rule]),
    (rules, [status, body]) => rules.eligibilityFromResponse(status, body).reasons[0].rule,
  ],
  "status of the account, read": [
    STATUS_ANSWERS.map(([status, body, rule]) => [[status, body], rule.startsWith("A")]),
    (rules, [status, body]) => rules.readValidationStatus(status, body).ok,
  ],
  time: [TIMESTAMPS, (rules, text) => rules.readTimestamp(text)],
  "what must not get into a request": [
    INJECTIONS.flatMap((text) => ["customerId", "validationCode", "requestId", "correlationId"].map((argument) => [[argument, text], "refused"])),
    (rules, [argument, text]) => injected(rules, argument, text),
  ],
};

/** Returns the value of a validation code, or the code of its issue. */
function validationCode(rules, text, mode) {
  const form = { customerId: ID, qualification: "GovernmentCommunityCloud", validationCode: text };
  const result = rules.checkForm(form, { held: [], mode });
  return result.ok ? result.value.validationCode : found(result, "validationCode");
}

function found(result, field) {
  return (result.issues ?? []).find(({ path }) => path[0] === field)?.code ?? null;
}

function caught(call) {
  try {
    return call();
  } catch (error) {
    return error.name;
  }
}

/** Uses a text as an id or a code: the request is refused, or its URL has the normal form. */
function injected(rules, argument, text) {
  const form = { customerId: ID, qualification: "GovernmentCommunityCloud", validationCode: "7", ...(argument in { customerId: 0, validationCode: 0 } && { [argument]: text }) };
  const requestContext = { ...REQUEST_CONTEXT, ...(argument in REQUEST_CONTEXT && { [argument]: text }) };
  try {
    const result = rules.requests.setQualification(form, { held: [], mode: "synchronous" }, requestContext);
    if (!result.ok) return "refused";
    return ADDRESS.test(result.request.url) ? `made: ${result.request.url}` : `led to ${result.request.url}`;
  } catch (error) {
    return error instanceof TypeError ? "refused" : `threw ${error}`;
  }
}

/** Tries every hostile input once. Returns how many there were, and the failures. */
function catalogue() {
  const failures = [];
  let count = 0;
  for (const [area, [inputs, ask]] of Object.entries(ASKED)) {
    for (const [input, expected] of inputs) {
      count += 1;
      const actual = caught(() => ask(rules, input));
      if (!Object.is(actual, expected)) failures.push(`${area} ${shown(input)} gives ${shown(actual)}, not ${shown(expected)}`);
      if (rules.accountEligibility("Allowed").outcome !== "allowed") failures.push(`after ${area} ${shown(input)} the next call fails`);
    }
  }
  const strange = misuse(rules);
  const single = facts(rules);
  failures.push(...strange.failures, ...single.filter(({ actual, expected }) => JSON.stringify(actual) !== JSON.stringify(expected)).map(({ name }) => name));
  return { count: count + strange.count + single.length, failures };
}

function shown(value) {
  return (JSON.stringify(value) ?? String(value)).slice(0, 120);
}

/** Tries every wrong value as every argument, so many times in a row. */
function repeated(times) {
  const failures = [];
  let count = 0;
  for (const [argument, call] of Object.entries(ARGUMENTS)) {
    for (const [name, value] of Object.entries(strangers())) {
      // Large values are not repeated: that would test the machine only.
      const again = name === "ten megabytes" ? 1 : times;
      for (let time = 0; time < again; time += 1) {
        try {
          call(rules, value);
        } catch (error) {
          if (!(error instanceof TypeError)) failures.push(`${argument} with ${name}, ${time} times: ${error}`);
        }
      }
      count += again;
      const problem = problemOf(argument, value, () => call(rules, value));
      if (problem !== undefined) failures.push(`${argument} with ${name}, ${again} times: ${problem}`);
      if (rules.accountEligibility("Allowed").outcome !== "allowed") failures.push(`after ${argument} with ${name} the next call fails`);
    }
  }
  return { count, failures };
}

/**
 * @param {{ times: number }} given how often each strange call is repeated
 */
export function work({ times }) {
  const once = catalogue();
  // Collecting stack traces for millions of errors would take most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const often = repeated(times);
  Error.stackTraceLimit = stackTraceLimit;
  const failures = [...once.failures, ...often.failures];
  if (instances.count() !== 1) failures.push(`${instances.count()} instances were made: a call trapped`);
  return { inputs: once.count, repeated: often.count, failures: failures.slice(0, 50), count: failures.length };
}
