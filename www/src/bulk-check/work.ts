// Runs a task in a worker of its own, which is terminated afterwards.

import { type Remote, wrap } from "comlink";

import type { Done, Tasks } from "./worker";

export interface Work<T> {
  /** Resolves to the result or a problem. Never settles if the task is cancelled. */
  readonly done: Promise<Done<T>>;
  cancel(): void;
}

/** Starts a task. */
export function startWork<T>(task: (tasks: Remote<Tasks>) => Promise<Done<T>>): Work<T> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const failed = new Promise<Done<T>>((resolve) => {
    worker.addEventListener("error", ({ message }) => resolve({ problem: { code: "unexpectedError", detail: message ?? "" } }));
  });
  const done = Promise.race([task(wrap<Tasks>(worker)), failed]).finally(() => worker.terminate());
  return { done, cancel: () => worker.terminate() };
}
