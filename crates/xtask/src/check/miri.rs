//! Whether an interpreter that tells undefined behaviour finds any while it runs the unit tests of the core.

use anyhow::{Context as _, Result};

use crate::check::figure::Figure;
use crate::check::{Job, say, tools};
use crate::process::{program, succeeds};

/// The toolchain that has the interpreter.
const TOOLCHAIN: &str = "nightly-2026-05-20";

/// What a report has in it: undefined behaviour, memory that is never given back, what the interpreter cannot run. It may follow the
/// dots of the tests in their line.
const REPORTS: [&str; 3] = ["error: Undefined Behavior", "error: memory leaked", "error: unsupported operation"];

pub(crate) fn run(job: Job<'_>) -> Result<Figure> {
    let paths = job.paths;
    if !succeeds(program("rustup", paths.root()).args(["run", TOOLCHAIN, "cargo", "miri", "--version"])) {
        let components = ["--component", "miri", "--component", "rust-src"];
        tools::rustup(
            paths,
            &[&["toolchain", "install", TOOLCHAIN, "--profile", "minimal"][..], &components].concat(),
        )?;
    }
    // Only the unit tests: the others make up texts at random, which an interpreter is too slow for.
    let mut command = program("rustup", paths.root());
    command.args(["run", TOOLCHAIN, "cargo", "miri", "test", "--quiet", "--package", "partner-center-rules"]);
    command.args(["--all-features", "--lib"]).env("CARGO_TARGET_DIR", paths.at("target/miri"));
    let output = command.output().context("the interpreter cannot be run")?;
    let said = [output.stdout.as_slice(), &output.stderr].map(String::from_utf8_lossy).concat();
    let figure = figure(&said);
    if !figure.is_reached {
        said.lines().for_each(say);
    }
    Ok(figure)
}

/// The figure of what the interpreter said.
fn figure(said: &str) -> Figure {
    let reports = said.lines().filter(|line| REPORTS.iter().any(|report| line.contains(report))).count();
    let result = said.lines().find_map(|line| line.strip_prefix("test result: "));
    let number = |word: &str| {
        let before = result.and_then(|result| result.split_once(word)).map(|(before, _)| before);
        before.and_then(|before| before.rsplit(' ').next()).and_then(|number| number.parse::<u64>().ok())
    };
    let (Some(passed), Some(failed), Some(ignored)) = (number(" passed"), number(" failed"), number(" ignored")) else {
        return Figure::short(format!("{reports} reports; the tests did not come to their end"));
    };
    let text = format!("{reports} reports in {passed} unit tests of the core, {ignored} long ones left out");
    Figure::new(text, reports == 0 && failed == 0 && passed > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_and_a_run_without_an_end_fall_short() {
        let result = "test result: ok. 30 passed; 0 failed; 3 ignored; 0 measured; 0 filtered out; finished in 9.00s";
        let text = "0 reports in 30 unit tests of the core, 3 long ones left out";
        assert_eq!(figure(&format!("running 33 tests\n{result}\n")), Figure::reached(text.to_owned()));
        assert!(!figure(&format!("{result}\nerror: memory leaked: alloc1")).is_reached);
        assert!(!figure(&result.replace("0 failed", "1 failed")).is_reached);
        assert!(!figure(&result.replace("30 passed", "0 passed")).is_reached);
        let report = "..i..error: Undefined Behavior: constructing invalid value\n";
        assert_eq!(figure(report), Figure::short("1 reports; the tests did not come to their end".to_owned()));
    }
}
