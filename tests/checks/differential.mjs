// Random forms, responses, times, requests and held sets: Rust, the package and the model give the same results.
// Run: node tests/checks/differential.mjs [--full] [--seed N]. Writes differences as cases to target/differences.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import * as rules from "partner-center-rules";

import { Generator } from "../generate.mjs";
import { WEBSITES } from "../model/requests.mjs";
import { compare, report } from "./compare.mjs";

const isFull = process.argv.includes("--full");
const COUNT = isFull ? 1_000_000 : 150_000;
const given = process.argv.indexOf("--seed");
const seed = given > 0 ? Number(process.argv[given + 1]) : Math.floor(Math.random() * 2 ** 31);
const FOLDER = new URL("../../target/differences/", import.meta.url);

const some = new Generator(seed);
const known = Object.keys(WEBSITES);

/** Sometimes removes or inserts a character of a text, or cuts it off. */
const damaged = (text) => (some.isOne(12) ? some.damaged(text) : text);
const flipped = (text) => (some.isOne(5) ? (some.isOne(2) ? text.toLowerCase() : text.toUpperCase()) : text);
const name = (list, ...others) => damaged(flipped(some.one([...list, ...others])));

function held() {
  const entries = some.held()?.map(({ qualification, vettingStatus }) => ({
    qualification: damaged(flipped(qualification)),
    ...(vettingStatus !== undefined && { vettingStatus: damaged(flipped(vettingStatus)) }),
  }));
  return entries === undefined ? {} : { held: entries };
}

function form() {
  const form = some.form(known);
  if (!some.isOne(3)) return form;
  const field = some.one(rules.FIELDS);
  return typeof form[field] === "string" ? { ...form, [field]: some.damaged(form[field]) } : form;
}

/** The model knows only some websites, and does not check text while it is typed. */
const beyond = ({ website }) => ({ isBeyondModel: typeof website === "string" && website !== "" && !known.includes(website) });

const status = () => (some.isOne(9) ? {} : { status: name(rules.ACCOUNT_STATUSES, "NotReady", "Suspended") });
const transaction = () => (some.isOne(5) ? {} : { transaction: some.one(rules.TRANSACTIONS) });
const segment = () => ({ segment: some.one(rules.OFFER_SEGMENTS) });
const answer = (call) => () => ({ call, input: some.answer() });
const retryAfter = () => (some.isOne(3) ? { retryAfter: some.one(["57", " 5 ", "0", "-1", "4294967296", "soon"]) } : {});

/** Generates a text of records, most of it JSON. */
function customers() {
  const records = Array.from({ length: some.below(5) }, () => {
    const { held: qualifications, ...others } = { ...status(), ...(some.isOne(3) ? {} : held()), id: some.below(1_000) };
    return JSON.stringify({ ...others, ...(qualifications && { qualifications }), name: "Zoë 😀 \"[{" });
  });
  const text = some.isOne(2) ? `[${records.join(some.one([",", " ,\r\n"]))}]` : records.join(some.one(["\n", "\r\n", " "]));
  return some.isOne(3) ? some.damaged(text) : text;
}

/** The kinds of questions. One that is listed twice is asked twice as often. */
const KINDS = [
  () => ({ call: "settability", input: { target: name(rules.QUALIFICATIONS, "Healthcare"), mode: some.one(rules.MODES), ...held() } }),
  () => ({ call: "accountEligibility", input: { ...status(), ...transaction() } }),
  () => ({ call: "offerEligibility", input: { ...held(), ...segment(), ...transaction() } }),
  () => ({ call: "purchaseEligibility", input: { ...status(), ...transaction(), ...held(), ...(some.isOne(4) ? {} : segment()) } }),
  () => ({ call: "eligibilityFromResponse", input: { ...some.answer(), ...transaction() } }),
  () => ({ call: "purchaseEligibilityFromResponse", input: { ...some.answer(), ...transaction(), ...held(), ...segment() } }),
  () => {
    const text = customers();
    const cut = some.below(new TextEncoder().encode(text).length + 1);
    return { call: "bulkEligibility", input: { text, ...transaction(), ...(some.isOne(2) ? {} : segment()) }, cut };
  },
  answer("explainPurchaseRefusal"),
  answer("readValidationStatus"),
  answer("readQualification"),
  answer("readQualifications"),
  answer("readValidationCodes"),
  () => ({ call: "readFault", input: { ...some.answer(), ...retryAfter() } }),
  () => ({ call: "readUpdate", input: { mode: some.one(rules.MODES), ...some.answer() } }),
  () => ({ call: "readTimestamp", input: { text: some.time() } }),
  ...new Array(3).fill(() => {
    const filled = form();
    return { call: "checkForm", input: { form: filled, context: some.context() }, ...beyond(filled) };
  }),
  ...new Array(2).fill(() => {
    const filled = form();
    return { call: "updateRequests", input: { form: filled, context: some.context(), requestContext: some.requestContext(), undetermined: some.isOne(2) }, ...beyond(filled) };
  }),
  () => {
    const filled = form();
    const field = some.one(rules.FIELDS);
    return { call: "checkField", input: { field, text: filled[field] ?? null, form: filled, context: some.context() } };
  },
  () => ({ call: "fieldPlan", input: { qualification: name(rules.QUALIFICATIONS, ""), context: some.context() } }),
  () => {
    const operation = some.one(rules.OPERATIONS.filter((operation) => operation.startsWith("read")));
    const customer = operation === "readValidationCodes" ? {} : { customerId: some.customerId() };
    return { call: "readRequests", input: { operation, ...customer, requestContext: some.requestContext() } };
  },
];

function* questions() {
  for (let count = 0; count < COUNT; count += 1) yield some.one(KINDS)();
}

/** Writes the differences in the format of tests/cases. */
function save(examples) {
  rmSync(FOLDER, { recursive: true, force: true });
  if (examples.length === 0) return;
  mkdirSync(FOLDER, { recursive: true });
  for (const call of new Set(examples.map((example) => example.call))) {
    const cases = examples.filter((example) => example.call === call).map(({ input, rust, modelled }, at) => ({
      name: `Difference ${at + 1} of the seed ${seed}.`, source: [], input, expected: modelled === undefined ? rust : modelled,
    }));
    writeFileSync(new URL(`${call}.json`, FOLDER), `${JSON.stringify({ call, cases }, null, 2)}\n`);
  }
  console.log(`saved as cases in ${fileURLToPath(FOLDER)}`);
}

console.log(`seed ${seed}`);
const tally = await compare(questions());
report(tally);
save(tally.examples);
console.log(
  `${tally.differences} differences in ${COUNT} questions of chance between Rust and the package, ${tally.modelled} of them asked of the model as well`,
);
process.exitCode = tally.differences === 0 && tally.modelled > COUNT / 2 ? 0 : 1;
