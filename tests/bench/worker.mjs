// One contender at one work, in a process of its own: what one leaves in the compiler, the heap or its module does not slow another.
//
// A message asks for a round and is answered with the nanoseconds of a call.

import { performance } from "node:perf_hooks";

import { CONTENDERS, load } from "./contenders/index.mjs";
import { WORKS, compare, taskOf } from "./work.mjs";

/** How long a round takes, at least, in milliseconds: short enough that many are not interrupted. */
const ROUND = 5;
/** How long it runs before it is measured. */
const WARM_UP = 300;

const [name, workName] = process.argv.slice(2);
const work = WORKS.find((work) => work.name === workName);
const contender = await load(CONTENDERS.find((contender) => contender.name === name));
await compare(contender, work);

const { run, inputs } = taskOf(contender, work);
const isPromised = run(...inputs[0]) instanceof Promise;
const times = isPromised ? timesPromised : timesCalled;
let kept;

/** How many milliseconds so many calls take. */
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

/** As many calls as a round takes, in whole turns of the inputs. */
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
  // What a large text leaves behind is not the business of the next round.
  if (work.isLarge) gc();
  const time = await times(calls);
  process.send({ nanoseconds: (time * 1e6) / calls, kept: typeof kept });
});
process.send({ calls });
