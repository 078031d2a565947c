// Checks that the rules can reach nothing but their arguments: what the modules import, what the glue speaks of, what the core calls and
// needs, and every case in a context without clock, randomness, network and environment. Code that uses one of them fails, and so does
// its case. Run: node tests/checks/imports.mjs

import { readFileSync } from "node:fs";
import { createContext, compileFunction, runInContext } from "node:vm";

import { caseFiles } from "../files.mjs";
import { run as runCases } from "../runner.mjs";
import { watchInstances } from "./instances.mjs";
import { end, run } from "./programs.mjs";

/** The modules: the built package that has each, and a call that starts it. */
const ENTRIES = { full: "index.cjs", eligibility: "eligibility/index.cjs" };

const GLUE = "./rules_bg.js";

/** Words that the glue must not have: clocks, randomness, network, surroundings. */
const FORBIDDEN = /Date|Intl|Math\.|XMLHttpRequest|crypto|document|fetch|import\(|localStorage|navigator|performance|process|require\(|setTimeout/g;

/** The global objects that the package needs, besides those of the language. */
const SURROUNDINGS = ["WebAssembly", "TextDecoder", "TextEncoder", "atob"];

/** The clock and the randomness of the language itself. */
const TAKE_AWAY = "delete globalThis.Date; delete Math.random; delete globalThis.Intl; delete globalThis.SharedArrayBuffer;";

/** What cargo must succeed at. What wasm-bindgen generates allows every lint for itself, which cannot be forbidden. */
const CLIPPY = "clippy --quiet --lib --target wasm32-unknown-unknown --package";
const lints = (level) => ["methods", "types"].map((kind) => `${level} clippy::disallowed_${kind}`).join(" ");
const BUILDS = {
  "the core has no `unsafe`": "rustc --quiet --package partner-center-rules --lib --all-features -- --forbid unsafe_code",
  "the core calls nothing that `clippy.toml` disallows": `${CLIPPY} partner-center-rules -- ${lints("--forbid")}`,
  "the bindings call nothing that `clippy.toml` disallows": `${CLIPPY} partner-center-rules-wasm -- ${lints("--deny")}`,
  // This target has no clock, no randomness and no environment to reach.
  "the core needs no system": "build --quiet --package partner-center-rules --target thumbv6m-none-eabi",
};

const findings = [];

const instances = watchInstances();
const world = createContext(Object.fromEntries(SURROUNDINGS.map((name) => [name, globalThis[name]])));
runInContext(TAKE_AWAY, world);
const missing = ["Date", "process", "crypto", "performance", "fetch", "setTimeout"].filter((name) => runInContext(`typeof ${name}`, world) !== "undefined");
findings.push(...missing.map((name) => `the world still has ${name}`));

let imports = 0;
const packages = Object.entries(ENTRIES).map(([variant, file]) => {
  const module = { exports: {} };
  compileFunction(readFileSync(`pkg/dist/${file}`, "utf8"), ["module", "exports"], { parsingContext: world })(module, module.exports);
  module.exports.accountEligibility("Allowed");
  const imported = WebAssembly.Module.imports(instances.last());
  console.log(`the module \`${variant}\` imports ${imported.map(({ name }) => name).join(", ")}`);
  imports += imported.length;
  const foreign = imported.filter((one) => one.module !== GLUE);
  findings.push(...foreign.map((one) => `the module \`${variant}\` imports \`${one.name}\` from \`${one.module}\``));
  const code = readFileSync(`pkg/generated/${variant}/glue.js`, "utf8").replace(/^\s*(\/\/|\/\*|\*).*/gm, "");
  findings.push(...(code.match(FORBIDDEN) ?? []).map((word) => `the glue of \`${variant}\` speaks of \`${word}\``));
  return module.exports;
});
if (instances.count() !== packages.length) findings.push(`${instances.count()} modules were started`);

for (const [what, words] of Object.entries(BUILDS)) {
  if (run("cargo", words).status !== 0) findings.push(`${what}: no`);
}

const results = (await caseFiles()).flatMap((file) => runCases(packages[0], file));
const failed = results.filter(({ passed }) => !passed);
findings.push(...failed.map(({ name, actual }) => `${name}: ${JSON.stringify(actual)}`));
if (results.length === 0) findings.push("there are no cases");

for (const finding of findings.slice(0, 20)) console.log(finding);
end(
  `${findings.length} findings; ${imports} imports, all of the glue; ${results.length - failed.length} of ${results.length} cases answered without a ` +
    "clock, randomness or environment",
  findings.length === 0,
);
