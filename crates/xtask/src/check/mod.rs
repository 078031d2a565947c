//! `cargo xtask check`: extended verification. Each check ends in one figure.

mod figure;

use std::env::current_exe;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::builder::PossibleValuesParser;
use xshell::cmd;

use crate::browser::chromium;
use crate::build::module::TARGET;
use crate::check::figure::Figure;
use crate::paths::Paths;
use crate::report;
use crate::shell::{cargo_tool, read, run as run_command, rustup, say, workspace_program};
use crate::side_by_side;
use crate::stamp::alone;
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

/// A check: the name that chooses it on the command line, what has to be installed or built, and the program whose last line is the
/// figure. `tests/PROOF.md` says what it shows, and the figure to reach. A word such as `name@version` is the path of a program that
/// cargo installs.
type Check = (&'static str, &'static [Need], &'static str);

/// Two run at a time, one from the start of the list and one from its end: the long ones come first and last, and the last is no part of
/// the quick run.
pub(crate) const CHECKS: [Check; 12] = [
    ("supply", &[], "node tests/checks/supply.mjs cargo-deny@0.20.2"),
    ("imports", &[TOOLCHAIN, BARE_METAL, PACKAGE], "node tests/checks/imports.mjs"),
    ("table", &[PACKAGE, TEST_TOOLS, PROGRAMS], "node tests/checks/table.mjs"),
    (
        "nopanic",
        &[PACKAGE, PROBE],
        "target/debug/nopanic target/nopanic/wasm32-unknown-unknown/release/nopanic.wasm target/xtask/bindgen/full/rules_bg.wasm",
    ),
    ("parsers", &[PROGRAMS], "target/proof/parsers"),
    ("differential", &[PACKAGE, TEST_TOOLS, PROGRAMS], "node tests/checks/differential.mjs"),
    ("hostile", &[PACKAGE, TEST_TOOLS, BROWSER], "node --expose-gc tests/checks/hostile.mjs"),
    ("hot", &[PACKAGE, TEST_TOOLS, BROWSER], "node --expose-gc tests/checks/hot.mjs"),
    ("coverage", &[LLVM_TOOLS], "node tests/checks/coverage.mjs cargo-llvm-cov@0.9.1"),
    ("miri", &[], "node tests/checks/miri.mjs"),
    ("fuzz", &[], "node tests/checks/fuzz.mjs"),
    ("mutants", &[], "node tests/checks/mutants.mjs cargo-mutants@27.1.0"),
];

const OF_THE_FULL_RUN: &str = "mutants";

/// A target without an operating system: whatever needs one does not build.
const BARE_METAL: Need = |paths| rustup(paths, &["target", "add", "thumbv6m-none-eabi"]);

/// The part of LLVM that adds up what was run.
const LLVM_TOOLS: Need = |paths| rustup(paths, &["component", "add", "llvm-tools"]);

/// The programs that ask the rules millions of questions: as fast as what is shipped, but they stop at an overflow.
const PROGRAMS: Need = |paths| {
    let sh = paths.shell("")?;
    run_command(cmd!(sh, "cargo build --quiet --package checks --profile proof"))
};

/// The probe, and what counts its panics. The module of the package has its names until wasm-opt takes them.
const PROBE: Need = |paths| {
    let sh = paths.shell("")?;
    workspace_program(paths, "nopanic")?;
    let probe = ["--manifest-path", "tests/nopanic/Cargo.toml", "--target", TARGET, "--target-dir", "target/nopanic"];
    run_command(cmd!(sh, "cargo build --quiet --locked --release {probe...}"))
};

/// Runs the checks, all of them even if one falls short. The last line says how many did.
pub(crate) fn run(paths: &Paths, request: &Request) -> Result<ExitCode> {
    let chosen = chosen(request);
    let full = request.full.then_some("--full");
    let short = if let [check] = chosen.as_slice() {
        Vec::from_iter((!one(paths, check, request)?).then_some(check.0))
    } else {
        let (this, write) = (current_exe()?, request.write.then_some("--write"));
        let names: Vec<_> = chosen.iter().map(|(name, ..)| *name).collect();
        let ended =
            side_by_side::run(paths, &names, false, |sh, name| cmd!(sh, "{this} check {name} {full...} {write...}"))?;
        ended.iter().filter(|check| !check.is_success).map(|check| check.name).collect()
    };
    let count = chosen.len().saturating_sub(short.len());
    if !short.is_empty() {
        say(&format!("alone: cargo xtask check {}{}", short.join(" "), if request.full { " --full" } else { "" }));
    }
    say(&format!("checks: {count} reached their figure, {} fell short", short.len()));
    Ok(if short.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs a check and returns whether it reached its figure.
fn one(paths: &Paths, check: &Check, request: &Request) -> Result<bool> {
    let (page, name) = (paths.at(report::PROOF), check.0);
    say(&format!("\n=== {name}: {} ===", report::row(&fs::read_to_string(&page)?, name)?[1]));
    let started = Instant::now();
    let figure = figure(paths, check, request.full);
    say(&format!("{name}: {figure} ({:.1} s)\n", started.elapsed().as_secs_f64()));
    // After each check: what took hours is not lost with what comes after it.
    if request.write {
        let (sh, _guard) = (paths.shell("")?, alone(paths, "proof")?);
        let text = format!("{figure} ({})", read(cmd!(sh, "date -u +%Y-%m-%d"))?.trim());
        fs::write(&page, report::proof(&fs::read_to_string(&page)?, name, request.full, &text)?)?;
    }
    Ok(figure.is_reached)
}

fn figure(paths: &Paths, (_, needs, program): &Check, is_full: bool) -> Figure {
    let needs = needs.iter().try_for_each(|need| need(paths));
    needs.and_then(|()| of(paths, program, is_full)).unwrap_or_else(|error| {
        let message = format!("{error:#}");
        // What a program printed is no figure.
        let (first, others) = message.split_once('\n').unwrap_or((&message, ""));
        others.lines().for_each(say);
        Figure::short(without_folders(first))
    })
}

fn of(paths: &Paths, program: &str, is_full: bool) -> Result<Figure> {
    let word = |word: &str| match word.split_once('@') {
        Some((name, version)) => cargo_tool(paths, name, version),
        None if word.starts_with("target/") => Ok(paths.at(word)),
        None => Ok(PathBuf::from(word)),
    };
    let mut words = program.split(' ').map(word);
    let (sh, program) = (paths.shell("")?, words.next().transpose()?.unwrap_or_default());
    let (words, full) = (words.collect::<Result<Vec<_>>>()?, is_full.then_some("--full"));
    Figure::of(cmd!(sh, "{program} {words...} {full...}").env("CHROMIUM", chromium()))
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
        let broken: Check = ("broken", &[|_| anyhow::bail!("no tool\nand why")], "true");
        let paths = Paths::of_this_workspace().unwrap();
        assert_eq!(figure(&paths, &broken, false), Figure::short("no tool".to_owned()));
    }
}
