//! `cargo xtask check`: what is shown and not only tested. Each check ends in one figure.

pub(crate) mod figure;
mod tools;

mod coverage;
mod fuzz;
mod imports;
mod miri;
mod mutants;
mod nopanic;
mod supply;

use std::fs;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context as _, Result};
use clap::builder::PossibleValuesParser;
use xshell::cmd;

use crate::check::figure::{Figure, today};
use crate::paths::{Paths, chromium, read_if_there};
use crate::report;
use crate::shell::run as run_command;
use crate::test::setup::Need::{self, Browser, Package, TestTools, Toolchain};

/// The options of the command line.
#[derive(Debug, Default, PartialEq, Eq, clap::Args)]
pub(crate) struct Request {
    /// The checks to run; without one, those of the quick or the full run.
    #[arg(value_name = "CHECK", value_parser = PossibleValuesParser::new(CHECKS.map(|check| check.name)))]
    pub(crate) names: Vec<String>,
    /// Run every check, with the full counts, which takes hours.
    #[arg(long)]
    pub(crate) full: bool,
    /// Enter the figures in tests/PROOF.md.
    #[arg(long)]
    pub(crate) write: bool,
}

/// What a check runs with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Job<'a> {
    pub(crate) paths: &'a Paths,
    pub(crate) is_full: bool,
}

/// One thing that is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Check {
    /// Chooses the check on the command line.
    pub(crate) name: &'static str,
    /// What it shows.
    pub(crate) about: &'static str,
    /// The figure to reach.
    pub(crate) goal: &'static str,
    /// Whether it is part of the quick run.
    is_quick: bool,
    /// What has to be installed.
    needs: &'static [Need],
    run: fn(Job<'_>) -> Result<Figure>,
}

const fn check(
    name: &'static str,
    about: &'static str,
    goal: &'static str,
    needs: &'static [Need],
    run: fn(Job<'_>) -> Result<Figure>,
) -> Check {
    Check { name, about, goal, is_quick: true, needs, run }
}

/// The short ones come first.
pub(crate) const CHECKS: [Check; 12] = [
    check(
        "supply",
        "what is depended on: licences, sources, bans, duplicates, lock files",
        "no finding",
        &[],
        supply::run,
    ),
    check(
        "imports",
        "the module imports only its glue; the core has no `unsafe` and reaches no clock, randomness or environment",
        "no finding",
        &[Toolchain, Package],
        imports::run,
    ),
    check(
        "table",
        "every row of the decision tables is the same in Rust, in the built package and in the model",
        "0 differences",
        &[Package, TestTools],
        |job| proof_script(job, "table"),
    ),
    check(
        "nopanic",
        "nothing in the core is left that could panic, except for want of memory",
        "0 places, the import gone",
        &[Package],
        nopanic::run,
    ),
    check(
        "parsers",
        "what the readers accept near every valid text, and as what, is what a second reading of the rules predicts",
        "0 differences",
        &[],
        parsers,
    ),
    check(
        "differential",
        "forms, answers, times, requests and held sets of chance are judged the same by Rust, the package and the model",
        "0 differences; full run: 10,000,000 questions",
        &[Package, TestTools],
        |job| proof_script(job, "differential"),
    ),
    check(
        "hostile",
        "hostile input, once and many times in a row, is judged as it should be, in Node and in Chromium",
        "0 failures; full run: 300,000 in a row",
        &[Package, TestTools, Browser],
        |job| script(job, "hostile"),
    ),
    check(
        "hot",
        "every function of the package, called very often, stays right and within its memory, in Node and in Chromium",
        "0 problems, below 2,048 KiB, in bulk 8,192 KiB, 0 pages more; full run: 5,000,000 calls each",
        &[Package, TestTools, Browser],
        |job| script(job, "hot"),
    ),
    check(
        "coverage",
        "the tests of the core run every line of it, and take every branch both ways",
        "all lines, all branches",
        &[],
        coverage::run,
    ),
    check(
        "miri",
        "an interpreter that tells undefined behaviour finds none in the unit tests of the core",
        "0 reports",
        &[],
        miri::run,
    ),
    check(
        "fuzz",
        "what has to hold for every text holds for those that a fuzzer comes up with, for each reader of foreign text",
        "0 finds; full run: 1,000,000,000 executions each for customer IDs, codes, websites and times, 100,000,000 for every other text, 10,000,000 for what a program hands over",
        &[],
        fuzz::run,
    ),
    Check {
        is_quick: false,
        ..check(
            "mutants",
            "the tests of the core tell it from the same code with one fault in it, for every fault that is put in",
            "0 missed",
            &[],
            mutants::run,
        )
    },
];

/// Runs a program of the crate `proof`, which is as fast as what is shipped but stops at an overflow.
fn parsers(job: Job<'_>) -> Result<Figure> {
    build_proof(job.paths)?;
    let (sh, parsers) = (job.paths.shell("")?, job.paths.at("target/proof/parsers"));
    Figure::of(cmd!(sh, "{parsers}").args(full(job)))
}

/// Runs a script that asks a program of the crate `proof`.
fn proof_script(job: Job<'_>, name: &str) -> Result<Figure> {
    build_proof(job.paths)?;
    script(job, name)
}

fn build_proof(paths: &Paths) -> Result<()> {
    let sh = paths.shell("")?;
    run_command(cmd!(sh, "cargo build --quiet --package proof --profile proof"))
}

/// Runs a script of `tests/checks`.
fn script(job: Job<'_>, name: &str) -> Result<Figure> {
    let sh = job.paths.shell("")?;
    Figure::of(cmd!(sh, "node --expose-gc tests/checks/{name}.mjs").args(full(job)).env("CHROMIUM", chromium()))
}

fn full(job: Job<'_>) -> Option<&'static str> {
    job.is_full.then_some("--full")
}

/// Runs the checks, all of them even if one falls short. The last line says how many did.
pub(crate) fn run(paths: &Paths, request: &Request) -> Result<ExitCode> {
    let chosen = chosen(request);
    let job = Job { paths, is_full: request.full };
    let mut short = Vec::new();
    for check in &chosen {
        say(&format!("\n=== {}: {} ===", check.name, check.about));
        let started = Instant::now();
        let figure = figure(check, job);
        say(&format!("{}: {figure} ({:.1} s)", check.name, started.elapsed().as_secs_f64()));
        if !figure.is_reached {
            short.push(check.name);
        }
        // After each check: what took hours is not lost with what comes after it.
        if request.write {
            let (page, cell) = (paths.at(report::PROOF), format!("{figure} ({})", today(paths)?));
            let text = report::proof(&read_if_there(&page)?, check.name, request.full, &cell);
            fs::write(page, text).with_context(|| format!("{} cannot be written", report::PROOF))?;
        }
    }
    let count = chosen.len().saturating_sub(short.len());
    say(&format!("\nchecks: {count} reached their figure, {} fell short", short.len()));
    if short.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    say(&format!("alone: cargo xtask check {}{}", short.join(" "), if request.full { " --full" } else { "" }));
    Ok(ExitCode::FAILURE)
}

fn figure(check: &Check, job: Job<'_>) -> Figure {
    let needs = check.needs.iter().try_for_each(|need| need.meet(job.paths));
    needs.and_then(|()| (check.run)(job)).unwrap_or_else(|error| {
        let message = format!("{error:#}");
        // What a program printed is no figure.
        let (first, others) = message.split_once('\n').unwrap_or((&message, ""));
        others.lines().for_each(say);
        Figure::short(without_folders(first))
    })
}

/// A message with the names of files alone: where they are differs from machine to machine, and is nothing to write down.
fn without_folders(message: &str) -> String {
    let is_end = |c: char| c.is_whitespace() || "`'\"=,;:()".contains(c);
    let words = message.split_inclusive(is_end);
    let is_path = |word: &str| word.strip_prefix('/').is_some_and(|rest| rest.starts_with(|c| !is_end(c)));
    words.map(|word| word.rsplit('/').next().filter(|_| is_path(word)).unwrap_or(word)).collect()
}

fn chosen(request: &Request) -> Vec<Check> {
    let is_chosen = |check: &Check| match request.names.as_slice() {
        [] => request.full || check.is_quick,
        names => names.iter().any(|name| name == check.name),
    };
    CHECKS.into_iter().filter(is_chosen).collect()
}

#[expect(clippy::print_stdout, reason = "the figures are the output")]
fn say(line: &str) {
    println!("{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_of(names: &[&str], is_full: bool) -> Vec<&'static str> {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        let chosen = chosen(&Request { names, full: is_full, write: false });
        chosen.iter().map(|check| check.name).collect()
    }

    #[test]
    fn every_check_has_a_name_of_its_own() {
        for check in CHECKS {
            assert_eq!(names_of(&[check.name], false), [check.name]);
        }
    }

    #[test]
    fn the_full_run_has_every_check_and_the_quick_run_the_quick_ones() {
        assert_eq!(names_of(&[], true).len(), CHECKS.len());
        let quick = names_of(&[], false);
        assert_eq!(quick.len(), CHECKS.iter().filter(|check| check.is_quick).count());
    }

    #[test]
    fn no_folder_of_a_machine_is_written_down() {
        let message =
            "`/home/a/target/tools/b-1.2/bin/b build --dir tests/fuzz --out=/home/a/target` failed: 1 / 2 in /c/d.rs";
        assert_eq!(without_folders(message), "`b build --dir tests/fuzz --out=target` failed: 1 / 2 in d.rs");
    }

    #[test]
    fn a_check_that_cannot_run_falls_short() {
        let broken = Check { run: |_| anyhow::bail!("no tool"), needs: &[], ..CHECKS[0] };
        let paths = Paths::of_this_workspace().unwrap();
        let figure = figure(&broken, Job { paths: &paths, is_full: false });
        assert_eq!(figure, Figure::short("no tool".to_owned()));
    }
}
