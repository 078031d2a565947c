// Runs one contender for one work in a process of its own, so that its compiler state, heap and modules do not affect others.
//
// Each message starts a round. The reply has the nanoseconds per call.

import { performance } from "node:perf_hooks";

import { CONTENDERS, load } from "./contenders/index.mjs";
import { WORKS, compare, taskOf } from "./work.mjs";

/** The minimum time of a round, in milliseconds: short enough that most are not interrupted. */
const ROUND = 5;
/** The warm-up time, in milliseconds. */
const WARM_UP = 300;

const [name, workName] = process.argv.slice(2);
const work = WORKS.find((work) => work.name === workName);
const contender = await load(CONTENDERS.find((contender) => contender.name === name));
await compare(contender, work);

const { run, inputs } = taskOf(contender, work);
const isPromised = run(...inputs[0]) instanceof Promise;
const times = isPromised ? timesPromised : timesCalled;
let kept;

/** Returns the milliseconds of `calls` calls. */
async function timesCalled(calls) {
  const start = performance.now();
  for (let call = 0, at = 0; call < calls; call += 1) {
    kept = run(...inputs[at]);
    at = at + 1 === inputs.length ? 0 : at + 1;
  }
  return performance.now() - start;
}

async function timesPromised(calls) {
  const start = performance.now();
  for (let call = 0, at = 0; call < calls; call += 1) {
    kept = await run(...inputs[at]);
    at = at + 1 === inputs.length ? 0 : at + 1;
  }
  return performance.now() - start;
}

/** Returns the number of calls of a round, a multiple of the number of inputs. */
async function calibrated() {
  let calls = inputs.length;
  for (let spent = 0; ; ) {
    const time = await times(calls);
    spent += time;
    if (spent >= WARM_UP && time >= ROUND) return calls;
    if (time < ROUND) calls *= 2;
  }
}

const calls = await calibrated();
process.on("message", async () => {
  // Collects the garbage of large texts before the next round.
  if (work.isLarge) gc();
  const time = await times(calls);
  process.send({ nanoseconds: (time * 1e6) / calls, kept: typeof kept });
});
process.send({ calls });
