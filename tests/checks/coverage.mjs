// Measures what the tests of the core run: lines and branches. Run: node tests/checks/coverage.mjs CARGO-LLVM-COV

import { readFileSync } from "node:fs";
import { basename } from "node:path";

import { end, readCoverage, run, tool } from "./programs.mjs";

const REPORT = "target/coverage.lcov";

// Branches are counted only by a compiler that takes options in the making. The property tests get the same texts in every run, and few
// of them, so that the figure does not depend on chance.
const env = { ...process.env, RUSTC_BOOTSTRAP: "1", PROPTEST_CASES: "1", PROPTEST_RNG_SEED: "1" };
const { status } = run(tool, `llvm-cov --quiet --branch --package partner-center-rules --all-features --lcov --output-path ${REPORT}`, { env });

const records = status === 0 ? readFileSync(REPORT, "utf8").split("end_of_record") : [];
const files = records.flatMap((record) => {
  const file = /^SF:(.*)$/m.exec(record)?.[1];
  return file === undefined ? [] : [readCoverage(basename(file), record, readFileSync(file, "utf8"))];
});
for (const missed of files.flatMap(({ missed }) => missed)) console.log(missed);
const [lines, branches] = ["lines", "branches"].map((kind) => [0, 1].map((at) => files.reduce((sum, file) => sum + file[kind][at], 0)));
end(
  `${lines[0]} of ${lines[1]} lines and ${branches[0]} of ${branches[1]} branches of the core`,
  lines[0] > 0 && lines[0] === lines[1] && branches[0] > 0 && branches[0] === branches[1],
);
