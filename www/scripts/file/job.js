// Has a job done on a file in a worker of its own, which ends with it.

// `told` is called with what the worker tells meanwhile. `ended` resolves to `{ done }`, or `{ problem }`, or, if it was
// cancelled, to neither.
export function startJob(job, given, told) {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  const { promise, resolve } = withResolvers();
  const end = (how) => {
    worker.terminate();
    resolve(how);
  };
  worker.addEventListener("message", ({ data }) => (data.progress ? told(data.progress) : end(data)));
  worker.addEventListener("error", ({ message }) => {
    const problem = { message: `The file could not be worked on: ${message ?? "a script did not arrive"}.` };
    end({ problem });
  });
  worker.postMessage({ job, given, rules: import.meta.resolve("partner-center-rules") });
  return { ended: promise, cancel: () => end({}) };
}

function withResolvers() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}
