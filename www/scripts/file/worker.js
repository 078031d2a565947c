// Does one job on a file, away from the page. To cancel the job the page ends the worker.
//
// A worker has no import map: the page says where it has the package.

import { problemOf } from "./problem.js";
import { result } from "./result.js";
import { judge } from "./judge.js";
import { sample } from "./sample.js";

const JOBS = { judge, result, sample };

addEventListener("message", async ({ data: { job, rules, given } }) => {
  const tell = (progress, transfer) => postMessage({ progress }, { transfer });
  try {
    postMessage({ done: await JOBS[job](given, await import(rules), tell) });
  } catch (error) {
    const { message, offset } = problemOf(error);
    postMessage({ problem: { message, offset } });
  }
});
