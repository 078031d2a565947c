// Checks the dependencies: licences, sources, bans, duplicates and lock files. Run: node tests/checks/supply.mjs CARGO-DENY

import { readFileSync } from "node:fs";

import { end, linesOf, read, readLockFile, run, tool } from "./programs.mjs";

const TARGET = "wasm32-unknown-unknown";

/** Dependencies of the core that are linked into it. A new one is added here on purpose. */
const OF_THE_CORE = ["serde", "serde_core", "thiserror", "uuid"];

/** Dependencies of the module beside those of the core. */
const OF_THE_BINDINGS = [
  "allocator-api2", "cfg-if", "futures-core", "futures-task", "futures-util", "js-sys", "lock_api", "partner-center-rules", "pin-project-lite",
  "scopeguard", "serde-wasm-bindgen", "slab", "talc", "unicode-ident", "wasm-bindgen", "wasm-bindgen-shared",
];

const findings = [];

const versions = {};
for (const { name, version, source } of JSON.parse(read("cargo", "metadata --format-version 1 --locked --all-features")).packages) {
  if (source !== null) (versions[name] ??= []).push(version);
}
const copies = Object.entries(versions).filter(([, versions]) => versions.length > 1);
for (const [name, versions] of copies) console.log(`in several versions: ${name} ${versions.join(", ")}`);

/** Returns the crates that are linked into a crate, and reports those that are not expected. */
function linked(crate, whose, expected) {
  const tree = read("cargo", `tree --locked --package ${crate} --edges normal,no-proc-macro --target ${TARGET} --prefix none --no-dedupe --format {p}`);
  const names = new Set(linesOf(tree).slice(1).map((line) => line.split(" ")[0]));
  findings.push(...[...names].filter((name) => !expected.includes(name)).map((name) => `${whose} ${name} in it`));
  return names.size;
}
const ofCore = linked("partner-center-rules", "the core has", OF_THE_CORE);
const ofModule = linked("partner-center-rules-wasm", "the module has", [...OF_THE_CORE, ...OF_THE_BINDINGS]);

let packages = 0;
for (const file of linesOf(read("git", "ls-files *package-lock.json"))) {
  const { count, findings: found } = readLockFile(JSON.parse(readFileSync(file, "utf8")));
  packages += count;
  findings.push(...found.map((finding) => `${file}: ${finding}`));
}
const manifest = JSON.parse(readFileSync("pkg/package.json", "utf8"));
const kinds = ["dependencies", "optionalDependencies", "peerDependencies"].filter((kind) => kind in manifest);
findings.push(...kinds.map((kind) => `the package has ${kind}`));

const { status } = run(tool, "--locked --workspace --config tests/checks/deny.toml check --hide-inclusion-graph licenses bans sources");
if (status !== 0) findings.push("cargo-deny refuses a crate");

for (const finding of findings) console.log(finding);
end(
  `${findings.length} findings in ${Object.keys(versions).length} crates (${copies.length} in several versions) and ${packages} npm packages; core ${ofCore}, ` +
    `wasm ${ofModule}, package 0 dependencies`,
  findings.length === 0,
);
