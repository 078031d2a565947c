// The measured work, with inputs and expected results.

import { deepStrictEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

import { FIELDS } from "partner-center-rules";

import { records } from "./records.mjs";

export const cases = read("cases.json");

/** The works in order: the function that a contender exports for it, the inputs, and the compared part of the results. */
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

/** Returns the function and the inputs of a contender for a work, or undefined if it does not support the work. */
export function taskOf(contender, { call, name, inputs }) {
  const run = contender[call ?? name];
  if (run === undefined) return undefined;
  const prepare = contender.prepareMany;
  return { run, inputs: call === "many" && prepare ? inputs.map((input) => [prepare(...input)]) : inputs };
}

/** Does the work once for each input. Throws if a result is not the expected one. */
export async function compare(contender, work) {
  const { run, inputs } = taskOf(contender, work);
  if (contender.isMeasure) return;
  const { expected } = work;
  for (const [at, input] of inputs.entries()) {
    deepStrictEqual(work.seen(await run(...input)), expected[at], `${work.about}, input ${at + 1}`);
  }
}

/** Returns how many cases of new purchases a contender passes. */
export async function agreement({ answer }) {
  let right = 0;
  for (const { input, expected } of ANSWERS) {
    try {
      const { outcome, reasons } = await answer(input.httpStatus, input.body);
      right += Number(outcome === expected.outcome && isDeepStrictEqual(reasons.map(({ rule }) => rule), expected.rules));
    } catch {
      // An exception is not a result.
    }
  }
  return { right, cases: ANSWERS.length };
}

const ANSWERS = read("../cases/eligibility-from-response.json").cases.filter(({ input }) => input.transaction === undefined);

/** Sorts issues in the order of the fields, which not every contender keeps. */
function inOrder(issues) {
  return issues.toSorted((one, other) => FIELDS.indexOf(one.field) - FIELDS.indexOf(other.field));
}

function read(file) {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
}
