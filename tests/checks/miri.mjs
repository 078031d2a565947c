// Runs the unit tests of the core in an interpreter that tells undefined behaviour and memory that is never given back. Only these: the
// others make up texts at random, which an interpreter is too slow for. Run: node tests/checks/miri.mjs

import { end, read, run } from "./programs.mjs";

/** The toolchain that has the interpreter. */
const TOOLCHAIN = "nightly-2026-05-20";

if (run("rustup", `run ${TOOLCHAIN} cargo miri --version`).status !== 0) {
  read("rustup", `toolchain install ${TOOLCHAIN} --profile minimal --component miri --component rust-src`);
}
const env = { ...process.env, CARGO_TARGET_DIR: "target/miri" };
const { status, stdout } = run("rustup", `run ${TOOLCHAIN} cargo miri test --quiet --package partner-center-rules --all-features --lib`, { env });
const [, passed = 0, ignored = 0] = /^test result: .* (\d+) passed; .* (\d+) ignored;/m.exec(stdout) ?? [];
if (status !== 0) console.log(stdout);
end(`${status === 0 ? "no report" : "a report"} in ${passed} unit tests of the core, ${ignored} long ones left out`, status === 0 && passed > 0);
