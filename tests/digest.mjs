// Calls the package with the inputs of all cases and with random inputs, in an order shuffled by a seed, and prints one digest of
// all results. It is the same for every order and environment. Without WebAssembly it prints the code of the error.

import { createHash } from "node:crypto";

import * as rules from "partner-center-rules";

import { caseFiles } from "./files.mjs";
import { Generator, chance } from "./generate.mjs";
import { ask } from "./runner.mjs";

const [seed = "1"] = process.argv.slice(2);

try {
  console.log(digest(await inputs(), Number(seed)));
} catch (error) {
  if (error.name !== "RulesError") throw error;
  console.log(error.code);
}

/** Returns every input with its call. */
async function inputs() {
  const ofCases = (await caseFiles()).flatMap(({ call, cases }) => cases.map(({ input }) => ({ call, input })));
  const some = new Generator(101);
  const readers = ["readFault", "readValidationStatus", "readQualifications", "readValidationCodes", "explainPurchaseRefusal"];
  const ofChance = Array.from({ length: 2_000 }, (_, at) => ({
    call: readers[at % readers.length],
    input: some.answer(),
  }));
  return [...ofCases, ...ofChance];
}

function digest(asked, seed) {
  const answers = new Array(asked.length);
  for (const at of shuffled(asked.length, seed)) {
    const { call, input } = asked[at];
    answers[at] = JSON.stringify(ask(rules, call, input));
  }
  return createHash("sha256").update(answers.join("\n")).digest("hex");
}

function shuffled(length, seed) {
  const next = chance(seed);
  const indexes = Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [indexes[at], indexes[other]] = [indexes[other], indexes[at]];
  }
  return indexes;
}
