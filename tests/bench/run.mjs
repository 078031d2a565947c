// Measures the package and what is written in its place, round by round in turn, and prints a line of JSON for each that was measured.
//
// usage: node run.mjs [--rounds N] [WORK...]

import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { once } from "node:events";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { CONTENDERS, load } from "./contenders/index.mjs";
import { WORKS, taskOf } from "./work.mjs";

const { values, positionals } = parseArgs({ options: { rounds: { type: "string", default: "25" } }, allowPositionals: true });
const rounds = Number(values.rounds);
const worker = fileURLToPath(new URL("worker.mjs", import.meta.url));

/** A contender at a work: its process, and what it took in each round. */
class Run {
  times = [];
  error;

  constructor(contender, work) {
    this.contender = contender;
    // What it says of itself is of no use here, except where it ends before its time.
    this.process = fork(worker, [contender.name, work.name], { execArgv: ["--expose-gc"], stdio: ["ignore", "ignore", "pipe", "ipc"] });
    this.said = "";
    this.process.stderr.on("data", (text) => (this.said += text));
  }

  /** The next message; nothing, and an error to show, if the process ends instead. */
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
    this.error = `ended with ${ended.cause ?? ended.code}: ${this.said.split("\n").find((line) => /Error|Fatal|#/.test(line)) ?? ""}`.trim();
    return undefined;
  }

  async round() {
    if (this.error !== undefined) return;
    this.process.send("round");
    const message = await this.message();
    if (message) this.times.push(message.nanoseconds);
  }
}

function print(line) {
  console.log(JSON.stringify(line));
}

const { node, v8 } = process.versions;
print({ node, v8, processor: cpus()[0].model, cores: cpus().length });

for (const contender of CONTENDERS) {
  const { name, uses } = contender;
  const manifest = uses && JSON.parse(readFileSync(new URL(`node_modules/${uses}/package.json`, import.meta.url), "utf8"));
  try {
    contender.loaded = await load(contender);
    print({ contender: name, version: manifest?.version ?? null, lacks: contender.loaded.lacks, error: null });
  } catch (error) {
    print({ contender: name, version: manifest?.version ?? null, lacks: {}, error: String(error) });
  }
}

for (const work of WORKS) {
  if (positionals.length > 0 && !positionals.includes(work.name)) continue;
  console.error(work.about);
  const runs = [];
  for (const contender of CONTENDERS) {
    if (contender.loaded === undefined || taskOf(contender.loaded, work) === undefined) continue;
    const run = new Run(contender, work);
    // One warms up at a time, and compares what it answers first.
    await run.message();
    runs.push(run);
  }
  for (let round = 0; round < rounds; round += 1) {
    // Each begins a round once, so that none always follows the same one.
    const first = round % runs.length;
    for (const run of [...runs.slice(first), ...runs.slice(0, first)]) await run.round();
  }
  for (const { contender, times, error, process } of runs) {
    process.kill();
    print({ work: work.name, contender: contender.name, times, error: error ?? null });
  }
}
