//! `cargo xtask check`: what is shown and not only tested. Each check ends in one figure.

mod checks;
pub(crate) mod figure;
mod page;
mod scripts;
mod tools;

mod coverage;
mod fuzz;
mod imports;
mod miri;
mod mutants;
mod nopanic;
mod programs;
mod supply;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::builder::PossibleValuesParser;

use crate::check::checks::{CHECKS, Check};
use crate::check::figure::Figure;
use crate::check::page::Page;
use crate::paths::Paths;

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

/// Runs the checks, all of them even if one falls short. The last line says how many did.
///
/// # Errors
/// The page cannot be read or written.
pub(crate) fn run(paths: &Paths, request: &Request) -> Result<ExitCode> {
    let chosen = chosen(request);
    let job = Job { paths, is_full: request.full };
    let mut short = Vec::new();
    let mut page = Page::read(paths)?;
    for check in &chosen {
        say(&format!("\n=== {}: {} ===", check.name, check.about));
        let started = Instant::now();
        let figure = figure(check, job);
        say(&format!("{}: {figure} ({:.1} s)", check.name, started.elapsed().as_secs_f64()));
        if !figure.is_reached {
            short.push(check.name);
        }
        page.enter(check.name, request.full, &figure, &figure::today(paths)?);
        // After each check: what took hours is not lost with what comes after it.
        if request.write {
            page.write(paths)?;
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
    let figure = needs.and_then(|()| (check.run)(job));
    figure.unwrap_or_else(|error| Figure::short(without_folders(&format!("{error:#}"))))
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
