//! `cargo xtask test`: every test, and the number of them.

pub(crate) mod setup;
mod steps;

use std::env::current_exe;
use std::fmt;
use std::fs;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use xshell::{Cmd, Shell, cmd};

use crate::paths::Paths;
use crate::shell::{say, watch};
use crate::side_by_side;
use crate::test::steps::{STEPS, Step};

/// The crate with the rules.
const CORE: &str = "partner-center-rules";

/// The crates that are published. All are packaged at once, since one depends on another that need not be in a registry yet.
const PUBLISHED: [&str; 2] = [CORE, "partner-center-rules-axum"];

/// A target that has no standard library.
const BARE_METAL: &str = "thumbv7em-none-eabi";

/// State of a running step.
struct Run<'a> {
    paths: &'a Paths,
    /// A shell at the top of the workspace.
    sh: Shell,
    counts: Counts,
}

impl Run<'_> {
    /// Runs tests and counts them.
    fn tests(&mut self, command: Cmd<'_>) -> Result<()> {
        let before = self.counts;
        watch(command, |line| {
            self.counts.read(line);
            say(line);
        })?;
        ensure!(self.counts.failed == 0, "{} tests failed", self.counts.failed);
        ensure!(self.counts != before, "no test was run");
        Ok(())
    }
}

/// Runs every step side by side, or those that are named one by one, up to the first that fails. The last line has the sum of all tests.
pub(crate) fn run(paths: &Paths, only: &[String]) -> Result<ExitCode> {
    let mut sum = Counts::default();
    let mut is_success = true;
    if only.is_empty() {
        let this = current_exe()?;
        for step in side_by_side::run(paths, &names(), true, |sh, name| cmd!(sh, "{this} test --only {name}"))? {
            sum.read(&step.last);
            is_success &= step.is_success;
        }
    }
    for step in STEPS.iter().filter(|(name, ..)| only.iter().any(|it| it == name)) {
        let (counts, is_passed) = one(paths, step)?;
        sum.passed = sum.passed.saturating_add(counts.passed);
        sum.failed = sum.failed.saturating_add(counts.failed);
        is_success &= is_passed;
        if !is_success {
            break;
        }
    }
    // What fails without a failed test is counted too: a run that failed never says `0 failed`.
    sum.failed = sum.failed.max(u64::from(!is_success));
    say(&format!("tests: {sum}"));
    Ok(if is_success { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs a step. Returns its tests and whether it passed.
fn one(paths: &Paths, (name, about, needs, action): &Step) -> Result<(Counts, bool)> {
    say(&format!("\n=== {name}: {about} ==="));
    let started = Instant::now();
    let mut run = Run { paths, sh: paths.shell("")?, counts: Counts::default() };
    let result = needs.iter().try_for_each(|need| need(paths)).and_then(|()| action(&mut run));
    match &result {
        Err(error) => say(&format!("\nfailed: {error:#}\nalone: cargo xtask test --only {name}\n")),
        Ok(()) => {
            let found = if run.counts == Counts::default() { "passed".to_owned() } else { run.counts.to_string() };
            say(&format!("{name}: {found} ({:.1} s)\n", started.elapsed().as_secs_f64()));
        }
    }
    Ok((run.counts, result.is_ok()))
}

/// Returns the names of the steps.
pub(crate) fn names() -> [&'static str; STEPS.len()] {
    STEPS.map(|(name, ..)| name)
}

/// Returns the version of Rust that the manifest of the crate promises.
fn oldest_rust(paths: &Paths) -> Result<String> {
    let manifest = fs::read_to_string(paths.at("crates/core/Cargo.toml"))?;
    let version = manifest.lines().find_map(|line| line.strip_prefix("rust-version = \"")?.strip_suffix('"'));
    Ok(version.context("the crate names no oldest Rust")?.to_owned())
}

/// Tests that passed and tests that did not. Skipped tests are in neither number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    passed: u64,
    failed: u64,
}

impl Counts {
    /// Adds what a line of a runner says: the results of `cargo test`, of wasm-bindgen's runner and of the runner in Python, the
    /// summaries of Node with the reporter `spec`, of Vitest and of Playwright, and the last line of `cargo xtask packaging` and of a step.
    fn read(&mut self, line: &str) {
        let words: Vec<_> = line.split([' ', ';', ',']).filter(|word| !word.is_empty()).collect();
        let number = |word: &str| word.parse::<u64>().unwrap_or(0);
        let (passed, failed) = match words.as_slice() {
            ["ℹ", "pass", count] => (number(count), 0),
            ["ℹ", "fail" | "cancelled", count] => (0, number(count)),
            [count, "passed", time] if time.starts_with('(') => (number(count), 0),
            [count, "failed" | "interrupted"] | [count, "did", "not", "run"] => (0, number(count)),
            ["test", "result:", ..] | ["packaging:" | "conformance:" | "tests:" | "Tests", ..] => {
                let before =
                    |word| words.windows(2).find(|pair| pair.get(1) == Some(&word)).and_then(|pair| pair.first());
                (before("passed").map_or(0, |count| number(count)), before("failed").map_or(0, |count| number(count)))
            }
            _ => (0, 0),
        };
        self.passed = self.passed.saturating_add(passed);
        self.failed = self.failed.saturating_add(failed);
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_of_each_runner_is_understood() {
        let cargo = "test a ... ok\ntest result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out\n\ntest result: ok. 12 passed; 0 failed; 0 ignored";
        let vitest_and_playwright = " Test Files  3 passed (3)\n      Tests  1 failed | 12 passed (13)\n  2 failed\n    a.mjs:12:1 › b\n  1 did not run\n  40 passed (1.2m)";
        let node =
            "▶ a\n  ✔ 2 pass 9 of them (0.1ms)\nℹ tests 8\nℹ pass 3\nℹ fail 1\nℹ cancelled 2\nℹ skipped 1\nℹ todo 1";
        let own = "vite (4.2 s): passed\npackaging: 19 passed, 1 failed, 2 not installable\nconformance: 111 passed, 2 failed\ntests: 5 passed, 1 failed";
        let others = "test a ... ok\n12 passed\nwarning: 3 failed\ntest result: odd\nℹ pass many";
        for (output, passed, failed) in
            [(cargo, 14, 1), (vitest_and_playwright, 52, 4), (node, 3, 3), (own, 135, 4), (others, 0, 0)]
        {
            let mut counts = Counts::default();
            output.lines().for_each(|line| counts.read(line));
            assert_eq!(counts, Counts { passed, failed }, "{output}");
        }
    }
}
