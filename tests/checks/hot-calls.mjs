// Calls every function of the package very often. Uses no API of Node or of browsers.
//
// V8 11.3 aborts the process when a hot call that returns a reference is deoptimised. So each function is called with one input
// until it is optimised for that, then with all the others, over and over.

import { ask, run } from "../runner.mjs";
import { watchInstances } from "./instances.mjs";

const instances = watchInstances();
const rules = await import("partner-center-rules");

const ROUNDS = 5;
const PAGE = 65_536;

/** Functions without cases, with their arguments. */
const BESIDES = {
  qualificationOptions: (rules) => [undefined, { held: [] }, { held: [{ qualification: "Education" }], mode: "synchronous" }].map(
    (options) => () => rules.qualificationOptions(options),
  ),
  purchaseEligibilityFromResponse: (rules) => [[200, '{"status":"Allowed"}'], [404, '{"code":600074}'], [503, "<html>"]].flatMap(
    ([status, body]) => rules.OFFER_SEGMENTS.map(
      (segment) => () => rules.purchaseEligibilityFromResponse(status, body, { held: [{ qualification: segment }], segment }),
    ),
  ),
  bulkReader: (rules) => [["[{}"], ['[{"status":"Allowed"},', '{"sta', 'tus":7}]'], ["{", '"status":null}\n7\n,', "{}"]].map(
    (pieces) => () => {
      const reader = rules.bulkReader({ segment: "Commercial" });
      for (const piece of pieces) reader.push(new TextEncoder().encode(piece));
      reader.finish();
    },
  ),
  label: (rules) => [["field", "website"], ["outcome", "allowed"], ["accountStatus", "Paused"]].map(([kind, value]) => () => rules.label(kind, value)),
  toFieldErrors: (rules) => issues(rules).map((found) => () => rules.toFieldErrors(found)),
  toErrorSummary: (rules) => issues(rules).map((found) => () => rules.toErrorSummary(found)),
  fieldAttributes: (rules) => issues(rules).flatMap((found) =>
    rules.FIELDS.map((field) => () => rules.fieldAttributes(field, found)),
  ),
  qualificationSchema: (rules) => FORMS.flatMap((form) => {
    const schema = rules.qualificationSchema({ held: [] });
    return [() => schema["~standard"].validate(form), () => rules.qualificationSchema({ mode: "synchronous" })];
  }),
};

/** Functions that take texts of any length. */
const BULK = ["bulkEligibility", "bulkReader"];

const FORMS = [
  {},
  { customerId: "0a1b2c3d-4e5f-6789-abcd-ef0123456789", qualification: "StateOwnedEntity" },
  { customerId: 7, qualification: "Healthcare", website: "javascript:alert(1)", validationCode: "x", other: "" },
];

function issues(rules) {
  return FORMS.map((form) => rules.checkForm(form, { held: [] }).issues ?? []);
}

/** A text with more repetitions than this is used once in each round. */
const LONG = 1_000;

/**
 * Calls every function `calls` times.
 *
 * @param {{ files: { name: string, call: string, cases: object[] }[], calls: number }} given
 */
export function work({ files, calls }) {
  const problems = [];
  const peak = { bulk: 0, others: 0 };
  let grown = 0;
  const besides = Object.entries(BESIDES).map(([name, of]) => [name, { often: of(rules), seldom: [] }]);
  const groups = [...Object.entries(asked(files)), ...besides];
  // Memory of WebAssembly never shrinks: inputs that need much memory come last.
  groups.sort(([one], [other]) => BULK.includes(one) - BULK.includes(other));
  for (const [name, { often, seldom }] of groups) {
    const kind = BULK.includes(name) ? "bulk" : "others";
    let before = 0;
    // The memory must not grow in the last round.
    for (let round = 0; round < ROUNDS; round += 1) {
      repeat(often[round % often.length], calls / ROUNDS / 2);
      repeatAll(often, calls / ROUNDS / 2);
      repeatAll(seldom, seldom.length);
      globalThis.gc();
      peak[kind] = Math.max(peak[kind], instances.bytes());
      if (round === ROUNDS - 2) before = instances.bytes();
    }
    const growth = (instances.bytes() - before) / PAGE;
    if (growth > 0) problems.push(`${name} grew the memory by ${growth} pages in its last ${calls / ROUNDS} calls`);
    grown += growth;
    console.log(`${name}: ${instances.bytes() / 1024} KiB`);
  }
  problems.push(...missing(files).map((name) => `${name} is not called`));
  // The results are still correct after millions of calls.
  for (const file of files) {
    for (const { name, passed } of run(rules, file)) if (!passed) problems.push(`${file.name}: ${name} is answered otherwise`);
  }
  if (instances.count() !== 1) problems.push(`${instances.count()} instances were made: a call trapped`);
  return { problems, functions: groups.length, peak, grown };
}

function asked(files) {
  const groups = {};
  for (const { call, cases } of files) {
    const group = (groups[call] ??= { often: [], seldom: [] });
    for (const { input } of cases) {
      const isLong = [input.text].flat().some((part) => part?.times > LONG);
      group[isLong ? "seldom" : "often"].push(() => ask(rules, call, input));
    }
  }
  return groups;
}

/** Returns the functions of the package that are not called by the cases or the others. */
function missing(files) {
  const names = (object) => Object.keys(object).filter((name) => typeof object[name] === "function");
  const called = new Set(Object.keys(BESIDES));
  const watched = (object) => new Proxy(object, {
    get(_target, name) {
      called.add(name);
      return name === "requests" ? watched(object.requests) : object[name];
    },
  });
  const spied = watched({ ...rules, requests: { ...rules.requests } });
  for (const { call, cases } of files) for (const { input } of cases) ask(spied, call, input);
  return [...names(rules), ...names(rules.requests)].filter((name) => !called.has(name));
}

function repeat(call, times) {
  for (let count = 0; count < times; count += 1) call();
}

function repeatAll(calls, times) {
  for (let count = 0; count < times; count += 1) calls[count % calls.length]();
}
