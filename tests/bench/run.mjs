// Measures the package and its alternatives in alternating rounds, and prints a line of JSON for each measurement.
//
// usage: node run.mjs [WORK...]

import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { once } from "node:events";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

import { starts } from "./start.mjs";
import { CONTENDERS, load } from "./contenders/index.mjs";
import { WORKS, agreement, taskOf } from "./work.mjs";

/** How often each contender is measured, and how often with large texts. */
const ROUNDS = 100;
const ROUNDS_OF_LARGE = 30;

const wanted = process.argv.slice(2);
const worker = fileURLToPath(new URL("worker.mjs", import.meta.url));

/** The process of a contender for one work, and its time in each round. */
class Run {
  times = [];
  error;

  constructor(contender, work) {
    this.contender = contender;
    // The output is needed only if the process ends early.
    this.process = fork(worker, [contender.name, work.name], { execArgv: ["--expose-gc"], stdio: ["ignore", "ignore", "pipe", "ipc"] });
    this.stderr = "";
    this.process.stderr.on("data", (text) => (this.stderr += text));
  }

  /** Returns the next message. If the process ends instead, sets the error and returns nothing. */
  async message() {
    const ending = new AbortController();
    const { signal } = ending;
    const message = once(this.process, "message", { signal });
    const exit = once(this.process, "exit", { signal });
    const ended = await Promise.race([message.then(([message]) => ({ message })), exit.then(([code, cause]) => ({ code, cause }))]);
    message.catch(() => {});
    exit.catch(() => {});
    ending.abort();
    if (ended.message) return ended.message;
    const last = this.stderr.split("\n").find((line) => /^\w*Error\b|^#? ?Fatal/i.test(line));
    this.error = [`ended with ${ended.cause ?? ended.code}`, last].filter(Boolean).join(": ");
    return undefined;
  }

  async round() {
    if (this.error !== undefined) return;
    this.process.send("round");
    const message = await this.message();
    if (message) this.times.push(message.nanoseconds);
  }
}

function versionOf(name) {
  return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
}

function print(line) {
  console.log(JSON.stringify(line));
}

const { node, v8 } = process.versions;
print({ node, v8, processor: cpus()[0].model, cores: cpus().length });

for (const contender of CONTENDERS) {
  const { name, uses } = contender;
  let about = { contender: name };
  try {
    about = { contender: name, version: uses && versionOf(uses) };
    const loaded = await load(contender);
    const { right, cases } = loaded.isMeasure ? {} : await agreement(loaded);
    print({ ...about, lacks: loaded.lacks, right, cases });
    contender.loaded = loaded;
  } catch (error) {
    // Removes the path of this repository.
    print({ ...about, error: String(error).replaceAll(fileURLToPath(new URL("../..", import.meta.url)), "") });
  }
}

for (const work of WORKS) {
  if (wanted.length > 0 && !wanted.includes(work.name)) continue;
  console.error(work.about);
  const runs = [];
  for (const contender of CONTENDERS) {
    if (contender.loaded === undefined || taskOf(contender.loaded, work) === undefined) continue;
    const run = new Run(contender, work);
    // Only one warms up at a time, after it has checked its results.
    await run.message();
    runs.push(run);
  }
  for (let round = 0; round < (work.isLarge ? ROUNDS_OF_LARGE : ROUNDS); round += 1) {
    // The order rotates, so that none always follows the same one.
    const first = round % runs.length;
    for (const run of [...runs.slice(first), ...runs.slice(0, first)]) await run.round();
  }
  for (const { contender, times, error, process } of runs) {
    process.kill();
    print({ work: work.name, contender: contender.name, times, error });
  }
}

if (wanted.length === 0 || wanted.includes("start")) {
  console.error("import to first decision");
  for await (const { work, times } of starts()) print({ work, contender: "partner-center-rules", times });
}
