// Runs every case in a context without clock, randomness, network and environment. Code that uses one of them fails, and so does
// its case.

import { readFileSync } from "node:fs";
import { createContext, compileFunction, runInContext } from "node:vm";

import { caseFiles } from "../files.mjs";
import { run } from "../runner.mjs";

const PACKAGE = new URL("../../pkg/dist/index.cjs", import.meta.url);

/** The global objects that the package needs, besides those of the language. */
const SURROUNDINGS = ["WebAssembly", "TextDecoder", "TextEncoder", "atob"];

/** The clock and the randomness of the language itself. */
const TAKE_AWAY = "delete globalThis.Date; delete Math.random; delete globalThis.Intl; delete globalThis.SharedArrayBuffer;";

const world = createContext(Object.fromEntries(SURROUNDINGS.map((name) => [name, globalThis[name]])));
runInContext(TAKE_AWAY, world);
const module = { exports: {} };
compileFunction(readFileSync(PACKAGE, "utf8"), ["module", "exports"], { parsingContext: world })(module, module.exports);

const results = (await caseFiles()).flatMap((file) => run(module.exports, file));
const failed = results.filter(({ passed }) => !passed);
for (const { name, actual } of failed.slice(0, 10)) console.log(`${name}: ${JSON.stringify(actual)}`);
const missing = ["Date", "process", "crypto", "performance", "fetch", "setTimeout"].filter((name) => runInContext(`typeof ${name}`, world) !== "undefined");
if (missing.length > 0) console.log(`the world still has ${missing.join(", ")}`);
console.log(`${results.length - failed.length} of ${results.length} cases answered without a clock, randomness or environment`);
process.exitCode = failed.length === 0 && missing.length === 0 && results.length > 0 ? 0 : 1;
