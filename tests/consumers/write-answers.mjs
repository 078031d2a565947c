// Writes what the package answers to every case as TypeScript, each answer with its declared type. tsc then tells whether an
// answer has a member that is not declared, lacks one, or has one of another type.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { argv } from "node:process";

import * as rules from "partner-center-rules";

import { caseFiles } from "../files.mjs";
import { ask } from "../runner.mjs";

const [, , file] = argv;
const answers = new Map();

/** The same calls; each answer is noted with the name of its call. */
function recorded(namespace, path) {
  const members = Object.entries(namespace).map(([name, value]) => {
    if (name === "requests") return [name, recorded(value, `${path}.${name}`)];
    if (typeof value !== "function") return [name, value];
    return [name, (...given) => note(`${path}.${name}`, value(...given))];
  });
  return Object.fromEntries(members);
}

function note(call, answer) {
  // The outcomes of many records are all that JSON cannot say.
  const said = ArrayBuffer.isView(answer?.outcomes) ? { ...answer, outcomes: `new Uint8Array([${answer.outcomes}])` } : answer;
  const text = JSON.stringify(said) ?? "undefined";
  if (said !== undefined) assert.deepEqual(JSON.parse(text), said, `${call} gives what JSON cannot say`);
  if (!answers.has(call)) answers.set(call, new Set());
  answers.get(call).add(text.replace(/"(new Uint8Array\(\[[\d,]*\]\))"/, "$1"));
  return answer;
}

const recording = recorded(rules, "rules");
for (const { call, cases } of await caseFiles()) {
  for (const { input } of cases) ask(recording, call, input);
}
assert.ok(answers.size >= 10, "few calls have cases");

const lines = ['import type * as rules from "partner-center-rules";'];
for (const [call, texts] of answers) {
  lines.push("", `// ${call}`);
  for (const text of texts) lines.push(`(${text}) satisfies ReturnType<typeof ${call}>;`);
}
await mkdir(dirname(file), { recursive: true });
await writeFile(file, `${lines.join("\n")}\n`);
