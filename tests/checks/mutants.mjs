// Checks whether the tests of the core tell it from the same code with one fault in it. Goes on where a run of the same code ended,
// whatever tests have come since. Run: node tests/checks/mutants.mjs CARGO-MUTANTS [OPTION of cargo-mutants]...

import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, readFileSync, readdirSync } from "node:fs";

import { end, linesOf, linesOfFile, run, tool } from "./programs.mjs";

const CORE = "crates/core/src";

/** The tests of each phase, and the texts that a property test gets in it: few and quick ones first, which catch nearly every mutant. */
const PHASES = [
  [" --cargo-arg=--lib --cargo-arg=--test=cases --cargo-arg=--test=limits -- -- --skip=every_long_case", "4"],
  [" --cargo-arg=--tests -- -- --skip=every_long_case --skip=longer_than_a_record", "4"],
  ["", "256"],
];

/** Exit codes of the program that has come to its end: all are caught, some are missed, some run for ever. */
const WHOLE = [0, 2, 3];

// A test that is added does not make a mutant that was caught one that is missed; after one is taken away, target/mutants has to go.
const code = createHash("sha256");
for (const file of readdirSync(CORE, { recursive: true }).filter((file) => file.endsWith(".rs")).sort()) {
  code.update(`${file}\0${readFileSync(`${CORE}/${file}`, "utf8").split("\n#[cfg(test)]\nmod tests {")[0]}\0`);
}
const folder = `target/mutants/${code.digest("hex")}`;
mkdirSync(folder, { recursive: true });

// It builds in folders of its own, a thousand times: without what is only for debuggers.
const { CARGO_TARGET_DIR: _, ...others } = process.env;
const env = { ...others, CARGO_PROFILE_DEV_DEBUG: "0" };
const chosen = process.argv.slice(3).filter((word) => word !== "--full").map((word) => ` ${word}`).join("");
const mutants = (words, stdio, PROPTEST_CASES) =>
  run(tool, `mutants --package partner-center-rules --all-features --no-times --output ${folder}${chosen}${words}`, { env: { ...env, PROPTEST_CASES }, stdio });
const found = (name) => linesOfFile(`${folder}/mutants.out/${name}.txt`);

// It takes hours, and shows how far it has come. A mutant that runs for ever is not tried again: the program takes it for caught.
let status, missed;
for (const [tests, texts] of PHASES) {
  ({ status } = mutants(` --jobs=2 --iterate${tests}`, "inherit", texts));
  missed = found("missed");
  const timedOut = found("timeout").map((mutant) => `${mutant}\n`).join("");
  for (const file of ["mutants.out/caught.txt", "endless.txt"]) appendFileSync(`${folder}/${file}`, timedOut);
  if (missed.length === 0 || !WHOLE.includes(status)) break;
}
const endless = new Set(linesOfFile(`${folder}/endless.txt`));
// Those that `.cargo/mutants.toml` leaves out, each with its reason, are not in the second list.
const [all, asked] = [" --list --no-config", " --list"].map((words) => linesOf(mutants(words).stdout));
// The program knows those of earlier runs by their names alone, also of code that has changed since.
const caught = new Set(["caught", "unviable", "previously_caught"].flatMap(found));
const settled = asked.filter((mutant) => caught.has(mutant) && !endless.has(mutant));
for (const mutant of missed) console.log(`missed: ${mutant}`);
for (const mutant of endless) console.log(`caught by the clock: ${mutant}`);
end(
  `${missed.length} missed: ${settled.length} mutants of the core caught by its tests or refused by the compiler, ${endless.size} caught by the clock; ` +
    `${all.length - asked.length} are left out with a reason`,
  WHOLE.includes(status) && missed.length === 0 && settled.length > 0,
);
