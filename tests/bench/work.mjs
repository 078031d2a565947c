// What is measured: the work, its inputs, and what has to come out.

import { deepStrictEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

import { FIELDS } from "partner-center-rules";

import { records } from "./records.mjs";

export const cases = read("cases.json");

/** The works in order: what a contender has to export for it, the inputs in turn, and how its answer is compared. */
export const WORKS = [
  {
    name: "answer",
    about: "answer text to decision",
    inputs: cases.answers.map(({ httpStatus, body }) => [httpStatus, body]),
    expected: cases.answers.map(({ expected }) => expected),
    seen: ({ outcome, reasons }) => ({ outcome, rules: reasons.map(({ rule }) => rule) }),
  },
  {
    name: "form",
    about: "valid form to typed value",
    inputs: cases.validForms.map(({ form }) => [form]),
    expected: cases.validForms.map(({ expected }) => expected),
    seen: ({ ok, value }) => ({ ok, value }),
  },
  {
    name: "wrongForm",
    about: "form with three errors to issue objects",
    call: "form",
    inputs: cases.wrongForms.map(({ form }) => [form]),
    expected: cases.wrongForms.map(({ expected }) => expected),
    seen: ({ ok, issues }) => ({ ok, issues: inOrder(issues.map(({ path: [field], message }) => ({ field, message }))) }),
  },
  ...[1_000, 10_000, 100_000, 1_000_000].map((count) => ({
    name: `many ${count}`,
    about: `${count.toLocaleString("en")} records, bytes to outcomes`,
    call: "many",
    isLarge: count >= 100_000,
    get inputs() {
      return [[records(count).bytes]];
    },
    get expected() {
      return [records(count).outcomes];
    },
    seen: (outcomes) => outcomes,
  })),
];

/** What a contender does for a work, and with what in turn; nothing if it cannot. */
export function taskOf(contender, { call, name, inputs }) {
  const run = contender[call ?? name];
  if (run === undefined) return undefined;
  const prepare = contender.prepareMany;
  return { run, inputs: call === "many" && prepare ? inputs.map((input) => [prepare(...input)]) : inputs };
}

/** Does the work once for each input, and compares what comes out. Throws where it differs. */
export async function compare(contender, work) {
  const { run, inputs } = taskOf(contender, work);
  if (contender.isMeasure) return;
  const { expected } = work;
  for (const [at, input] of inputs.entries()) {
    deepStrictEqual(work.seen(await run(...input)), expected[at], `${work.about}, input ${at + 1}`);
  }
}

/** Of how many cases of the rules a contender says the same as they, for a new purchase. */
export async function agreement({ answer }) {
  let right = 0;
  for (const { input, expected } of ANSWERS) {
    try {
      const { outcome, reasons } = await answer(input.httpStatus, input.body);
      right += Number(outcome === expected.outcome && isDeepStrictEqual(reasons.map(({ rule }) => rule), expected.rules));
    } catch {
      // What ends in an exception is no answer.
    }
  }
  return { right, cases: ANSWERS.length };
}

const ANSWERS = read("../cases/eligibility-from-response.json").cases.filter(({ input }) => input.transaction === undefined);

/** In the order of the fields: not every contender keeps it. */
function inOrder(issues) {
  return issues.toSorted((one, other) => FIELDS.indexOf(one.field) - FIELDS.indexOf(other.field));
}

function read(file) {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
}
