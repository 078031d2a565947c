//! Whether the tests of the core tell it from the same code with one fault in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::check::figure::{Figure, grouped};
use crate::check::tools::Tool;
use crate::check::{Job, say};
use crate::paths::Paths;
use crate::process::program;

const CARGO_MUTANTS: Tool = Tool { name: "cargo-mutants", version: "27.1.0" };

/// The tests that catch nearly every mutant, and are built soon.
const SHORT_TESTS: [&str; 3] = ["--cargo-arg=--lib", "--cargo-arg=--test=cases", "--cargo-arg=--test=limits"];

/// What the program ends with where mutants are missed, or run for ever.
const NOT_ALL_CAUGHT: [i32; 2] = [2, 3];

pub(crate) fn run(job: Job<'_>) -> Result<Figure> {
    let paths = job.paths;
    let folder = paths.at("target/mutants");
    let tool = CARGO_MUTANTS.program(paths)?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    mutate(command(paths, &tool, &folder).args(SHORT_TESTS))?;
    let mut found = Found::read(&folder)?;
    // What these do not catch gets all tests, also those in the documentation.
    if !found.missed.is_empty() || !found.endless.is_empty() {
        mutate(command(paths, &tool, &folder).arg("--iterate"))?;
        let rest = Found::read(&folder)?;
        found = Found { caught: found.caught.union(&rest.caught).cloned().collect(), unviable: found.unviable, ..rest };
    }
    found.missed.iter().for_each(|mutant| say(&format!("missed: {mutant}")));
    found.endless.iter().for_each(|mutant| say(&format!("caught by the clock: {mutant}")));
    Ok(found.figure())
}

fn command(paths: &Paths, tool: &Path, folder: &Path) -> Command {
    let mut command = program(tool, paths.root());
    command.args(["mutants", "--package", "partner-center-rules", "--all-features", "--no-times", "--jobs=2"]);
    // It builds in folders of its own, a thousand times: without what is only for debuggers.
    command.arg("--output").arg(folder).env_remove("CARGO_TARGET_DIR");
    command.env("CARGO_PROFILE_DEV_DEBUG", "0");
    command
}

fn mutate(command: &mut Command) -> Result<()> {
    let status = command.status().context("cargo-mutants cannot be run")?;
    let is_whole = status.success() || status.code().is_some_and(|code| NOT_ALL_CAUGHT.contains(&code));
    ensure!(is_whole, "cargo-mutants did not come to its end ({status})");
    Ok(())
}

/// What became of the mutants.
#[derive(Default)]
struct Found {
    caught: BTreeSet<String>,
    missed: BTreeSet<String>,
    /// Those that ran longer than any test does.
    endless: BTreeSet<String>,
    /// Those that do not compile.
    unviable: BTreeSet<String>,
}

impl Found {
    fn read(folder: &Path) -> Result<Self> {
        let list = |name: &str| -> Result<BTreeSet<String>> {
            let file: PathBuf = folder.join("mutants.out").join(name);
            let text = fs::read_to_string(&file).with_context(|| format!("there is no {name}"))?;
            Ok(text.lines().map(str::to_owned).collect())
        };
        Ok(Self {
            caught: list("caught.txt")?,
            missed: list("missed.txt")?,
            endless: list("timeout.txt")?,
            unviable: list("unviable.txt")?,
        })
    }

    fn figure(&self) -> Figure {
        let [caught, missed, endless, unviable] = [&self.caught, &self.missed, &self.endless, &self.unviable]
            .map(|list| grouped(u64::try_from(list.len()).unwrap_or(u64::MAX)));
        let text = format!(
            "{missed} missed: {caught} mutants of the core caught by its tests, {endless} by the clock; {unviable} do not compile"
        );
        Figure::new(text, self.missed.is_empty() && !self.caught.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(mutants: &[&str]) -> BTreeSet<String> {
        mutants.iter().map(|mutant| (*mutant).to_owned()).collect()
    }

    #[test]
    fn a_mutant_that_is_missed_falls_short() {
        let found = Found { caught: list(&["a", "b"]), unviable: list(&["c"]), ..Found::default() };
        let text = "0 missed: 2 mutants of the core caught by its tests, 0 by the clock; 1 do not compile";
        assert_eq!(found.figure(), Figure::reached(text.to_owned()));
        assert!(!Found { missed: list(&["d"]), ..found }.figure().is_reached);
        assert!(!Found::default().figure().is_reached, "nothing was mutated");
    }
}
