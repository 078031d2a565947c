// Fuzzing: searches for inputs for which a property does not hold. A find is kept in target/fuzz/finds, and tried again in the next run.
// Run: node tests/checks/fuzz.mjs [--full]

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";

import { end, isFull, linesOf, read, run } from "./programs.mjs";

const FOLDER = "target/fuzz";
const FUZZER = `${FOLDER}/release/fuzz`;

/** The duration of each target in the quick run, in seconds. */
const QUICK_SECONDS = 20;

/** The number of targets that run in parallel. */
const AT_ONCE = 2;

// Counts the coverage of the core, which guides the fuzzer; instrumenting what it is compared with is not worth the time. Tracing
// comparisons finds inputs sooner, but doubles the time of each execution.
const options = ["level=4", "inline-8bit-counters", "pc-table", ...(isFull ? [] : ["trace-compares"])].map((name) => `'-Cllvm-args=-sanitizer-coverage-${name}'`);
const flags = `profile.release.package.partner-center-rules.rustflags=[${options},'-Cpasses=sancov-module']`;
// Options for a single crate are unstable in Cargo.
const env = { ...process.env, RUSTC_BOOTSTRAP: "1" };
const built = run("cargo", `build --release --manifest-path tests/fuzz/Cargo.toml --target-dir ${FOLDER} -Z profile-rustflags --config ${flags}`, { env });

/** Runs a target, starting from the seeds: in the quick run for some seconds, in the full run for the wanted executions. */
async function fuzz([name, longest, wanted]) {
  const [seeds, finds] = ["seeds", "finds"].map((kind) => `${FOLDER}/${kind}/${name}`);
  // Each run starts from the same inputs.
  rmSync(seeds, { recursive: true, force: true });
  for (const folder of [seeds, finds]) mkdirSync(folder, { recursive: true });
  // Shortening inputs and weighing them by rarity helps short runs, but only slows long ones down.
  const limits = isFull ? ["-reduce_inputs=0", "-entropic=0", `-runs=${wanted}`] : [`-max_total_time=${QUICK_SECONDS}`];
  const others = ["-verbosity=0", "-print_final_stats=1", "-timeout=10", `-max_len=${longest}`, "-dict=tests/fuzz/words.dict", `-artifact_prefix=${finds}/`];
  const child = spawn(FUZZER, [...others, ...limits, seeds, finds], {
    env: { ...process.env, FUZZ_TARGET: name, FUZZ_SEEDS: seeds }, stdio: ["ignore", "ignore", "pipe"],
  });
  let printed = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (printed += text));
  const [code] = await once(child, "close");
  const executions = Number(/^stat::number_of_executed_units: *(\d+)$/m.exec(printed)?.[1] ?? 0);
  if (code !== 0) console.log(printed);
  console.log(`${name}: ${executions} executions${code === 0 ? "" : ", a find"}`);
  return { name, executions, hasFind: code !== 0, short: isFull ? Math.max(wanted - executions, 0) : 0 };
}

const runs = [];
const targets = linesOf(built.status === 0 ? read(FUZZER, "") : "").map((line) => line.split(" "));
const waiting = targets.values();
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (const target of waiting) runs.push(await fuzz(target));
}));
const [executions, short] = ["executions", "short"].map((kind) => runs.reduce((sum, run) => sum + run[kind], 0));
const finds = runs.filter(({ hasFind }) => hasFind).map(({ name }) => name);
end(
  `${finds.length} finds${finds.length > 0 ? ` (${finds.join(", ")})` : ""} in ${executions} executions of ${runs.length} targets` +
    (short > 0 ? `, ${short} short` : ""),
  runs.length > 0 && runs.every(({ executions }) => executions > 0) && finds.length === 0 && short === 0,
);
