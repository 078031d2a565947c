//! `cargo xtask test`: every test, and the number of them.

mod counts;
mod examples;
mod features;
pub(crate) mod setup;
mod steps;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, ensure};

use crate::paths::Paths;
use crate::process::{run as run_command, watch};
use crate::test::counts::Counts;
use crate::test::steps::{Action, STEPS, Step};

/// The crates that are published. All are packaged at once, since one depends on another that need not be in a registry yet.
const PUBLISHED: [&str; 2] = ["partner-center-rules", "partner-center-rules-axum"];

/// Runs every step, or those that are named, up to the first that fails. The last line has the sum of all tests.
pub(crate) fn run(paths: &Paths, only: &[String]) -> Result<ExitCode> {
    let mut sum = Counts::default();
    for step in &STEPS {
        if !only.is_empty() && !only.iter().any(|name| name == step.name) {
            continue;
        }
        say(&format!("\n=== {}: {} ===", step.name, step.about));
        let started = Instant::now();
        let mut counts = Counts::default();
        let result = take(step, paths, &mut counts);
        if let Err(error) = result {
            // What fails without a failed test is counted too: a run that failed never says `0 failed`.
            counts.failed = counts.failed.max(1);
            sum.add(counts);
            say(&format!("\nfailed: {error:#}"));
            say(&format!("alone: cargo xtask test --only {}", step.name));
            say(&format!("tests: {sum}"));
            return Ok(ExitCode::FAILURE);
        }
        sum.add(counts);
        let seconds = started.elapsed().as_secs_f64();
        match step.action {
            Action::Tests(_) => say(&format!("{}: {counts} ({seconds:.1} s)", step.name)),
            _ => say(&format!("{}: passed ({seconds:.1} s)", step.name)),
        }
    }
    say(&format!("\ntests: {sum}"));
    Ok(ExitCode::SUCCESS)
}

/// Returns the names of the steps.
pub(crate) fn names() -> [&'static str; STEPS.len()] {
    STEPS.map(|step| step.name)
}

fn take(step: &Step, paths: &Paths, counts: &mut Counts) -> Result<()> {
    for need in step.needs {
        need.meet(paths)?;
    }
    match step.action {
        Action::Own(action) => action(paths),
        Action::Check(commands) => commands(paths)?.iter_mut().try_for_each(run_command),
        Action::Tests(commands) => {
            for mut command in commands(paths)? {
                watch(&mut command, |line| {
                    counts.read(line);
                    say(line);
                })?;
            }
            ensure!(counts.failed == 0, "{} tests failed", counts.failed);
            ensure!(!counts.is_empty(), "no test was run");
            Ok(())
        }
    }
}

#[expect(clippy::print_stdout, reason = "the course of the test run is the output")]
fn say(line: &str) {
    println!("{line}");
}
