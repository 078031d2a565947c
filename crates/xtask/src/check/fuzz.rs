//! What a fuzzer finds: texts for which something does not hold that has to.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context as _, Result, ensure};

use crate::check::figure::{Figure, grouped};
use crate::check::tools::Tool;
use crate::check::{Job, say};
use crate::paths::Paths;
use crate::process::{self, program};

const CARGO_FUZZ: Tool = Tool { name: "cargo-fuzz", version: "0.13.2" };

/// The crate that has the targets, with the texts that they begin with, and those that were found before.
const FOLDER: &str = "tests/fuzz";

/// How long each target runs in the quick run, in seconds.
const QUICK_SECONDS: u64 = 20;

/// How many run side by side.
const AT_ONCE: usize = 2;

/// A target: what it reads, and how often it is run in the full run.
struct Target {
    name: &'static str,
    /// The longest input, in bytes.
    longest: u64,
    full_runs: u64,
}

/// A text that becomes one value: short, and read in no time.
const fn scalar(name: &'static str, longest: u64) -> Target {
    Target { name, longest, full_runs: 1_000_000_000 }
}

/// An answer, a form or a text of records.
const fn text(name: &'static str, longest: u64) -> Target {
    Target { name, longest, full_runs: 100_000_000 }
}

const TARGETS: [Target; 15] = [
    scalar("customer_id", 80),
    scalar("guid", 48),
    scalar("validation_code", 32),
    scalar("timestamp", 48),
    scalar("website", 96),
    text("validation_status", 400),
    text("qualification", 120),
    text("qualifications", 600),
    text("update", 300),
    text("validation_codes", 600),
    text("fault", 400),
    text("batch", 400),
    text("form", 300),
    text("texts", 300),
    text("numbers", 200),
];

/// What the fuzzer itself says when it is told to stop.
const STOPPED: i32 = 72;

/// How a target ended.
struct Run {
    name: &'static str,
    executions: u64,
    has_find: bool,
}

pub(crate) fn run(job: Job<'_>) -> Result<Figure> {
    let programs = build(job.paths)?;
    let mut runs = Vec::new();
    for targets in TARGETS.chunks(AT_ONCE) {
        let results: Vec<_> = thread::scope(|scope| {
            let started: Vec<_> = targets.iter().map(|target| scope.spawn(|| fuzz(job, &programs, target))).collect();
            started.into_iter().filter_map(|thread| thread.join().ok()).collect()
        });
        for run in results {
            let run: Run = run?;
            say(&format!(
                "{}: {} executions{}",
                run.name,
                grouped(run.executions),
                if run.has_find { ", a find" } else { "" }
            ));
            runs.push(run);
        }
    }
    ensure!(runs.len() == TARGETS.len(), "a target was not run");
    let wanted: &[Target] = if job.is_full { &TARGETS } else { &[] };
    Ok(sum(&runs, wanted))
}

/// The figure of some runs, and whether each target has run as often as is wanted.
fn sum(runs: &[Run], wanted: &[Target]) -> Figure {
    let finds: Vec<_> = runs.iter().filter(|run| run.has_find).map(|run| run.name).collect();
    let run_of = |target: &Target| runs.iter().find(|run| run.name == target.name).map_or(0, |run| run.executions);
    let missing: u64 = wanted.iter().map(|target| target.full_runs.saturating_sub(run_of(target))).sum();
    let mut text = format!("{} finds", finds.len());
    if !finds.is_empty() {
        text = format!("{text} ({})", finds.join(", "));
    }
    let executions = grouped(runs.iter().map(|run| run.executions).sum());
    text = format!("{text} in {executions} executions of {} targets", runs.len());
    if missing > 0 {
        text = format!("{text}, {} short", grouped(missing));
    }
    Figure::new(text, finds.is_empty() && missing == 0)
}

/// Builds the targets, and gives the folder that they are in.
fn build(paths: &Paths) -> Result<PathBuf> {
    let host = process::output(program("rustc", paths.root()).args(["--print", "host-tuple"]))?;
    let folder = paths.at("target/fuzz");
    let mut command = program(CARGO_FUZZ.program(paths)?, paths.root());
    // The compiler counts what a text makes a program do only with options in the making.
    command.env("RUSTC_BOOTSTRAP", "1").args(["fuzz", "build", "--sanitizer", "none", "--fuzz-dir", FOLDER]);
    command.args(["--target", host.trim(), "--target-dir"]).arg(&folder);
    process::run(&mut command)?;
    Ok(folder.join(host.trim()).join("release"))
}

/// Runs a target from what is in the repository. A text that it finds is kept there, too, and is tried first the next time.
fn fuzz(job: Job<'_>, programs: &Path, target: &Target) -> Result<Run> {
    let name = target.name;
    let grown = job.paths.at("target/fuzz/grown").join(name);
    let finds = job.paths.at(FOLDER).join("finds").join(name);
    if grown.exists() {
        fs::remove_dir_all(&grown)?;
    }
    fs::create_dir_all(&grown)?;
    fs::create_dir_all(&finds)?;
    let mut command = program(programs.join(name), job.paths.root());
    command.args(["-verbosity=0", "-print_final_stats=1", "-timeout=10"]);
    command.arg(format!("-max_len={}", target.longest));
    command.arg(format!("-dict={}", job.paths.at(FOLDER).join("words.dict").display()));
    command.arg(format!("-artifact_prefix={}/", finds.display()));
    command.arg(if job.is_full {
        format!("-runs={}", target.full_runs)
    } else {
        format!("-max_total_time={QUICK_SECONDS}")
    });
    command.arg(&grown).arg(job.paths.at(FOLDER).join("corpus").join(name)).arg(&finds);
    let output = command.output().with_context(|| format!("the target {name} cannot be run"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let has_find = !output.status.success() && output.status.code() != Some(STOPPED);
    if has_find {
        said.lines().for_each(say);
    }
    let executions = executions(&said).with_context(|| format!("the target {name} says not how often it was run"))?;
    // Without a find there is no folder for it.
    let _ = fs::remove_dir(&finds);
    Ok(Run { name, executions, has_find })
}

/// How often the fuzzer says that it ran a target.
fn executions(said: &str) -> Option<u64> {
    let line = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))?;
    line.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::files;

    fn run(name: &'static str, executions: u64, has_find: bool) -> Run {
        Run { name, executions, has_find }
    }

    #[test]
    fn every_target_is_run_and_begins_with_something() {
        let paths = Paths::of_this_workspace().unwrap();
        let mut names: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
        names.sort_unstable();
        let files = files(&paths.at(FOLDER).join("fuzz_targets")).unwrap();
        assert!(files.iter().filter_map(|file| file.file_stem()?.to_str()).eq(names.iter().copied()));
        for name in names {
            assert!(fs::read_dir(paths.at(FOLDER).join("corpus").join(name)).unwrap().count() > 0, "{name}");
        }
    }

    #[test]
    fn a_find_and_a_run_that_is_cut_short_fall_short() {
        let wanted = &TARGETS[..2];
        let whole = [run("customer_id", 1_000_000_001, false), run("guid", 1_000_000_000, false)];
        assert_eq!(sum(&whole, wanted), Figure::reached("0 finds in 2,000,000,001 executions of 2 targets".to_owned()));
        let cut = [run("customer_id", 1_000_000_001, false), run("guid", 7, false)];
        let text = "0 finds in 1,000,000,008 executions of 2 targets, 999,999,993 short";
        assert_eq!(sum(&cut, wanted), Figure::short(text.to_owned()));
        assert!(sum(&cut, &[]).is_reached);
        let found = [run("customer_id", 5, true), run("guid", 7, false)];
        assert_eq!(sum(&found, &[]), Figure::short("1 finds (customer_id) in 12 executions of 2 targets".to_owned()));
    }

    #[test]
    fn the_fuzzer_says_how_often_it_ran() {
        assert_eq!(executions("Done\nstat::number_of_executed_units: 42\nstat::peak_rss_mb: 28\n"), Some(42));
        assert_eq!(executions("==1== ERROR"), None);
    }
}
