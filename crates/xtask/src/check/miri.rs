//! Runs the unit tests of the core in an interpreter that tells undefined behaviour.

use anyhow::Result;
use xshell::cmd;

use crate::check::figure::Figure;
use crate::check::{Job, say};
use crate::shell::{output, printed, rustup, succeeds};

/// The toolchain that has the interpreter.
const TOOLCHAIN: &str = "nightly-2026-05-20";

/// Parts of a report: undefined behaviour, memory that is never given back, what the interpreter cannot run. It may follow the
/// dots of the tests in their line.
const REPORTS: [&str; 3] = ["error: Undefined Behavior", "error: memory leaked", "error: unsupported operation"];

pub(crate) fn run(job: Job<'_>) -> Result<Figure> {
    let sh = job.paths.shell("")?;
    if !succeeds(cmd!(sh, "rustup run {TOOLCHAIN} cargo miri --version")) {
        let components = ["--profile", "minimal", "--component", "miri", "--component", "rust-src"];
        rustup(job.paths, &[&["toolchain", "install", TOOLCHAIN][..], &components].concat())?;
    }
    sh.set_var("CARGO_TARGET_DIR", job.paths.at("target/miri"));
    // Only the unit tests: the others make up texts at random, which an interpreter is too slow for.
    let tests = ["--package", "partner-center-rules", "--all-features", "--lib"];
    let said = printed(&output(cmd!(sh, "rustup run {TOOLCHAIN} cargo miri test --quiet {tests...}"))?);
    let figure = figure(&said);
    if !figure.is_reached {
        said.lines().for_each(say);
    }
    Ok(figure)
}

/// Returns the figure of what the interpreter said.
fn figure(said: &str) -> Figure {
    let reports = said.lines().filter(|line| REPORTS.iter().any(|report| line.contains(report))).count();
    let words: Vec<_> = said.lines().find(|line| line.starts_with("test result: ")).unwrap_or("").split(' ').collect();
    let number = |word| words.windows(2).find(|pair| pair.get(1) == Some(&word))?.first()?.parse::<u64>().ok();
    let (Some(passed), Some(failed), Some(ignored)) = (number("passed;"), number("failed;"), number("ignored;")) else {
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
