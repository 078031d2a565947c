//! `cargo xtask bench`: what a decision costs, beside what would be written in its place.

use std::fs;

use anyhow::Result;
use xshell::cmd;

use crate::paths::Paths;
use crate::report;
use crate::shell::{run as run_command, say, watch};
use crate::test::setup::{BROWSER, CONTENDERS, PACKAGE, TEST_TOOLS};

/// Measures the rules and the package, and prints the page or writes it. A contender that cannot be run is in it with its error.
pub(crate) fn run(paths: &Paths, is_written: bool) -> Result<()> {
    [PACKAGE, CONTENDERS, TEST_TOOLS, BROWSER].iter().try_for_each(|need| need(paths))?;
    let (sh, program) = (paths.shell("")?, paths.at("target/release/bench"));
    run_command(cmd!(sh, "cargo build --quiet --release --package checks --bin bench --features bench"))?;
    let mut printed = String::new();
    watch(cmd!(sh, "node tests/bench/report.mjs {program}"), |line| printed.extend([line, "\n"]))?;
    let file = paths.at(report::BENCHMARKS);
    let text = report::benchmarks(&fs::read_to_string(&file)?, &printed)?;
    if is_written {
        return Ok(fs::write(file, text)?);
    }
    say(text.trim_end());
    Ok(())
}
