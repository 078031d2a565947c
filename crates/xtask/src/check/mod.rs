//! `cargo xtask check`: extended verification. Each check ends in one figure.

pub(crate) mod figure;

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

use anyhow::Result;
use clap::builder::PossibleValuesParser;
use xshell::cmd;

use crate::check::figure::{Figure, today};
use crate::paths::{Paths, chromium};
use crate::report;
use crate::shell::run as run_command;
pub(crate) use crate::shell::say;
use crate::test::setup::{BROWSER, Need, PACKAGE, TEST_TOOLS, TOOLCHAIN};

/// The options of the command line.
#[derive(Debug, Default, PartialEq, Eq, clap::Args)]
pub(crate) struct Request {
    /// The checks to run; without one, those of the quick or the full run.
    #[arg(value_name = "CHECK", value_parser = PossibleValuesParser::new(CHECKS.map(|(name, ..)| name)))]
    pub(crate) names: Vec<String>,
    /// Run every check, with the full counts, which takes hours.
    #[arg(long)]
    pub(crate) full: bool,
    /// Enter the figures in tests/PROOF.md.
    #[arg(long)]
    pub(crate) write: bool,
}

/// The arguments of a check.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Job<'a> {
    pub(crate) paths: &'a Paths,
    pub(crate) is_full: bool,
}

/// A check: the name that chooses it on the command line, what has to be installed, and what it does. `tests/PROOF.md` says what it
/// shows, and the figure to reach.
type Check = (&'static str, &'static [Need], fn(Job<'_>) -> Result<Figure>);

/// The short ones come first. The last is no part of the quick run.
pub(crate) const CHECKS: [Check; 12] = [
    ("supply", &[], supply::run),
    ("imports", &[TOOLCHAIN, PACKAGE], imports::run),
    ("table", &[PACKAGE, TEST_TOOLS], |job| proof_script(job, "table")),
    ("nopanic", &[PACKAGE], nopanic::run),
    ("parsers", &[], parsers),
    ("differential", &[PACKAGE, TEST_TOOLS], |job| proof_script(job, "differential")),
    ("hostile", &[PACKAGE, TEST_TOOLS, BROWSER], |job| script(job, "hostile")),
    ("hot", &[PACKAGE, TEST_TOOLS, BROWSER], |job| script(job, "hot")),
    ("coverage", &[], coverage::run),
    ("miri", &[], miri::run),
    ("fuzz", &[], fuzz::run),
    ("mutants", &[], mutants::run),
];

const OF_THE_FULL_RUN: &str = "mutants";

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
    let (page, mut short) = (paths.at(report::PROOF), Vec::new());
    for check @ (name, ..) in &chosen {
        say(&format!("\n=== {name}: {} ===", report::row(&fs::read_to_string(&page)?, name)?[1]));
        let started = Instant::now();
        let figure = figure(check, job);
        say(&format!("{name}: {figure} ({:.1} s)", started.elapsed().as_secs_f64()));
        if !figure.is_reached {
            short.push(*name);
        }
        // After each check: what took hours is not lost with what comes after it.
        if request.write {
            let figure = format!("{figure} ({})", today(paths)?);
            fs::write(&page, report::proof(&fs::read_to_string(&page)?, name, request.full, &figure)?)?;
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

fn figure((_, needs, run): &Check, job: Job<'_>) -> Figure {
    let needs = needs.iter().try_for_each(|need| need(job.paths));
    needs.and_then(|()| run(job)).unwrap_or_else(|error| {
        let message = format!("{error:#}");
        // What a program printed is no figure.
        let (first, others) = message.split_once('\n').unwrap_or((&message, ""));
        others.lines().for_each(say);
        Figure::short(without_folders(first))
    })
}

/// Returns a message with the names of files alone: where they are differs from machine to machine, and is nothing to write down.
fn without_folders(message: &str) -> String {
    let is_end = |c: char| c.is_whitespace() || "`'\"=,;:()".contains(c);
    let words = message.split_inclusive(is_end);
    let is_path = |word: &str| word.strip_prefix('/').is_some_and(|rest| rest.starts_with(|c| !is_end(c)));
    words.map(|word| word.rsplit('/').next().filter(|_| is_path(word)).unwrap_or(word)).collect()
}

fn chosen(request: &Request) -> Vec<Check> {
    let is_chosen = |(name, ..): &Check| match request.names.as_slice() {
        [] => request.full || *name != OF_THE_FULL_RUN,
        names => names.iter().any(|it| it == name),
    };
    CHECKS.into_iter().filter(is_chosen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_of(names: &[&str], full: bool) -> Vec<&'static str> {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        chosen(&Request { names, full, write: false }).iter().map(|(name, ..)| *name).collect()
    }

    #[test]
    fn checks_are_chosen_by_name_and_the_long_one_by_the_full_run() {
        assert_eq!(names_of(&["hot", "mutants"], false), ["hot", "mutants"]);
        assert_eq!(names_of(&[], true).len(), CHECKS.len());
        assert_eq!(names_of(&[], false), names_of(&[], true)[..CHECKS.len() - 1]);
    }

    #[test]
    fn no_folder_of_a_machine_is_written_down() {
        let message =
            "`/home/a/target/tools/b-1.2/bin/b build --dir tests/fuzz --out=/home/a/target` failed: 1 / 2 in /c/d.rs";
        assert_eq!(without_folders(message), "`b build --dir tests/fuzz --out=target` failed: 1 / 2 in d.rs");
    }

    #[test]
    fn a_check_that_cannot_run_falls_short() {
        let broken: Check = ("broken", &[], |_| anyhow::bail!("no tool\nand why"));
        let paths = Paths::of_this_workspace().unwrap();
        let figure = figure(&broken, Job { paths: &paths, is_full: false });
        assert_eq!(figure, Figure::short("no tool".to_owned()));
    }
}
