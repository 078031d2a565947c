// Compares the results of the rules in Rust, the built package and the model for the same input.

import * as rules from "partner-center-rules";

import * as responses from "../model/responses.mjs";
import * as forms from "../model/forms.mjs";
import * as decisions from "../model/model.mjs";
import * as requests from "../model/requests.mjs";
import { run, same } from "../runner.mjs";
import { startRust } from "./rust.mjs";

const model = { ...decisions, ...responses, ...forms, ...requests };

/** How many questions are sent over the pipe at once. */
const CHUNK = 2_000;

/** The most differences that are kept. */
const MOST_KEPT = 20;

/**
 * Asks all three each question. If the model has no answer, compares Rust and the package.
 *
 * @param {Iterable<{ call: string, input: object, cut?: number, isBeyondModel?: boolean }>} questions
 */
export async function compare(questions) {
  const rust = startRust();
  const tally = { asked: {}, modelled: 0, differences: 0, examples: [] };
  try {
    for (const chunk of chunks(questions)) {
      // The pipe carries JSON: questions must have no other values.
      const answers = rust.ask(chunk);
      const others = chunk.map(answered);
      const ofRust = await answers;
      chunk.forEach((question, at) => {
        const { call, input } = question;
        tally.asked[call] = (tally.asked[call] ?? 0) + 1;
        const { modelled, ofPackage } = others[at];
        const expected = modelled === undefined ? ofRust[at] : modelled;
        if (modelled !== undefined) tally.modelled += 1;
        if (same(ofRust[at], expected) && same(ofPackage, expected)) return;
        tally.differences += 1;
        if (tally.examples.length < MOST_KEPT) tally.examples.push({ call, input, rust: ofRust[at], ofPackage, modelled });
      });
    }
  } finally {
    await rust.stop();
  }
  return tally;
}

function answered({ call, input, cut, isBeyondModel = false }) {
  const [{ actual }] = run(rules, { call, cases: [{ input, cut }] });
  return { modelled: isBeyondModel ? undefined : model[call]?.(input), ofPackage: actual };
}

function* chunks(questions) {
  let chunk = [];
  for (const question of questions) {
    chunk.push(question);
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** Prints the differences and how often each call was asked. */
export function report({ asked, examples }) {
  for (const [call, count] of Object.entries(asked)) console.log(`${call}: ${count}`);
  for (const { call, input, rust, ofPackage, modelled } of examples) {
    console.log(`${call} ${JSON.stringify(input)}`);
    for (const [who, answer] of Object.entries({ rust, package: ofPackage, model: modelled })) {
      console.log(`  ${who.padEnd(8)} ${JSON.stringify(answer)}`);
    }
  }
}
