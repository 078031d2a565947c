//! Checks whether the tests of the core tell it from the same code with one fault in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use sha2::{Digest as _, Sha256};
use xshell::{Cmd, Shell, cmd};

use crate::check::figure::{Figure, grouped};
use crate::check::{Job, say};
use crate::paths::{Paths, read_if_there};
use crate::shell::{cargo_tool, read};
use crate::stamp::{files, hex};

/// The tests that catch nearly every mutant, and are built soon.
const SHORT_TESTS: [&str; 3] = ["--cargo-arg=--lib", "--cargo-arg=--test=cases", "--cargo-arg=--test=limits"];

/// Exit codes of the program where mutants are missed, or run for ever.
const NOT_ALL_CAUGHT: [i32; 2] = [2, 3];

/// The end of the code in a source file. A test that is added does not make a mutant that was caught one that is missed; after one is taken
/// away, `target/mutants` has to go.
const TESTS: &str = "\n#[cfg(test)]\nmod tests {";

/// Goes on where a run of the same code ended, whatever tests have come since.
pub(crate) fn run(job: Job<'_>) -> Result<Figure> {
    let paths = job.paths;
    let folder = paths.at("target/mutants").join(code(paths)?);
    let (sh, tool) = (paths.shell("")?, cargo_tool(paths, "cargo-mutants", "27.1.0")?);
    fs::create_dir_all(&folder)?;
    let mut found = Found::read(&folder)?;
    // What the short tests do not catch gets all tests, also those in the documentation.
    for tests in [SHORT_TESTS.as_slice(), &[]] {
        // It takes hours, and shows how far it has come.
        let status = Command::from(command(&sh, &tool, &folder).args(tests)).status()?;
        let is_whole = status.success() || status.code().is_some_and(|code| NOT_ALL_CAUGHT.contains(&code));
        ensure!(is_whole, "cargo-mutants did not come to its end ({status})");
        found = Found::read(&folder)?;
        if found.missed.is_empty() && found.endless.is_empty() {
            break;
        }
    }
    // Those that `.cargo/mutants.toml` leaves out, each with its reason.
    let [all, listed] = [["--list", "--no-config"].as_slice(), &["--list"]]
        .map(|list| read(command(&sh, &tool, &folder).args(list)).map(|text| text.lines().count()));
    found.left_out = all?.saturating_sub(listed?);
    found.missed.iter().for_each(|mutant| say(&format!("missed: {mutant}")));
    found.endless.iter().for_each(|mutant| say(&format!("caught by the clock: {mutant}")));
    Ok(found.figure())
}

/// Returns a digest of the code without its tests.
fn code(paths: &Paths) -> Result<String> {
    let mut hash = Sha256::new();
    for file in files(&paths.at("crates/core/src"))? {
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let code = text.split_once(TESTS).map_or(&*text, |(code, _)| code).trim_end();
        hash.update(file.strip_prefix(paths.root())?.as_os_str().as_encoded_bytes());
        hash.update([0]);
        hash.update(Sha256::digest(code));
    }
    Ok(hex(&hash.finalize()))
}

fn command<'a>(sh: &'a Shell, tool: &Path, folder: &Path) -> Cmd<'a> {
    let core = ["--package", "partner-center-rules", "--all-features"];
    let command = cmd!(sh, "{tool} mutants {core...} --no-times --jobs=2 --iterate --output {folder}");
    // It builds in folders of its own, a thousand times: without what is only for debuggers.
    command.env_remove("CARGO_TARGET_DIR").env("CARGO_PROFILE_DEV_DEBUG", "0")
}

/// The outcomes of the mutants.
#[derive(Default)]
struct Found {
    caught: BTreeSet<String>,
    missed: BTreeSet<String>,
    /// Those that ran longer than any test does.
    endless: BTreeSet<String>,
    /// Those that do not compile.
    unviable: BTreeSet<String>,
    /// How many are not tried.
    left_out: usize,
}

impl Found {
    /// Reads what is kept of earlier runs and what the last one found, and keeps what is settled: the program itself knows it no more
    /// after its next run.
    fn read(folder: &Path) -> Result<Self> {
        let list = |name: &str| -> Result<BTreeSet<String>> {
            Ok(read_if_there(&folder.join(name))?.lines().map(str::to_owned).collect())
        };
        let last = |name: &str| list(&format!("mutants.out/{name}"));
        let settled = |name: &str| -> Result<BTreeSet<String>> {
            let all = &list(name)? | &last(name)?;
            fs::write(folder.join(name), all.iter().flat_map(|mutant| [mutant, "\n"]).collect::<String>())?;
            Ok(all)
        };
        let (caught, unviable) = (settled("caught.txt")?, settled("unviable.txt")?);
        Ok(Self { caught, missed: last("missed.txt")?, endless: last("timeout.txt")?, unviable, left_out: 0 })
    }

    fn figure(&self) -> Figure {
        let lists = [&self.caught, &self.missed, &self.endless, &self.unviable].map(BTreeSet::len);
        let [caught, missed, endless, unviable] = lists.map(|count| grouped(u64::try_from(count).unwrap_or(u64::MAX)));
        let text = format!(
            "{missed} missed: {caught} mutants of the core caught by its tests, {endless} by the clock; {unviable} do not \
             compile, {} are left out with a reason",
            self.left_out
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
    fn what_was_caught_stays_caught_and_what_was_missed_is_tried_again() {
        let folder = std::env::temp_dir().join(format!("xtask-mutants-{}", std::process::id()));
        let run = |caught: &str, missed: &str| {
            fs::create_dir_all(folder.join("mutants.out")).unwrap();
            fs::write(folder.join("mutants.out/caught.txt"), caught).unwrap();
            fs::write(folder.join("mutants.out/missed.txt"), missed).unwrap();
            Found::read(&folder).unwrap()
        };
        assert_eq!(run("a\nb\n", "c\nd\n").missed, list(&["c", "d"]));
        let found = run("c\n", "d\n");
        assert_eq!((found.caught, found.missed), (list(&["a", "b", "c"]), list(&["d"])));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_mutant_that_is_missed_falls_short() {
        let found = Found { caught: list(&["a", "b"]), unviable: list(&["c"]), left_out: 3, ..Found::default() };
        let text = "0 missed: 2 mutants of the core caught by its tests, 0 by the clock; 1 do not compile, 3 are left out with \
                    a reason";
        assert_eq!(found.figure(), Figure::reached(text.to_owned()));
        assert!(!Found { missed: list(&["d"]), ..found }.figure().is_reached);
        assert!(!Found::default().figure().is_reached, "nothing was mutated");
    }
}
