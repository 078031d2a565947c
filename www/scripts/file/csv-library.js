// Papa Parse, which reads and writes CSV. It is no module: it gives itself to whoever is there as an AMD loader.

import { Problem } from "./problem.js";

let library;

// A promise, and not awaited where modules are loaded: a worker would miss what is said to it meanwhile.
export function csvLibrary() {
  library ??= load();
  return library;
}

async function load() {
  let given;
  const define = (_, factory) => (given = factory());
  globalThis.define = Object.assign(define, { amd: true });
  try {
    await import("/node_modules/papaparse/papaparse.min.js");
  } catch {
    library = undefined;
    throw new Problem("The script that reads and writes CSV did not arrive. Try it again.");
  } finally {
    delete globalThis.define;
  }
  return given;
}
