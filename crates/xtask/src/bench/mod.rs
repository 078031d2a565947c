//! `cargo xtask bench`: what a decision costs, beside what would be written in its place.

pub(crate) mod contenders;
pub(crate) mod measured;
pub(crate) mod native;
mod times;

use std::fs;

use anyhow::{Context as _, Result};
use xshell::cmd;

use crate::bench::measured::Measured;
use crate::check::figure::today;
use crate::paths::Paths;
use crate::report;
use crate::shell::{read, say};
use crate::test::setup::{BROWSER, CONTENDERS, PACKAGE, TEST_TOOLS};

/// Measures the rules and the package, and prints the page or writes it. A contender that cannot be run is in it with its error.
pub(crate) fn run(paths: &Paths, is_written: bool) -> Result<()> {
    PACKAGE(paths)?;
    CONTENDERS(paths)?;
    TEST_TOOLS(paths)?;
    BROWSER(paths)?;
    eprintln!("measuring in Rust");
    let native = native::measure(paths)?;
    eprintln!("measuring in Node");
    let contenders = contenders::measure(paths)?;
    let sh = paths.shell("")?;
    let rust = read(cmd!(sh, "rustc --version"))?;
    let rust = rust.split(' ').nth(1).unwrap_or_default();
    let file = paths.at(report::BENCHMARKS);
    let text = report::benchmarks(&fs::read_to_string(&file)?, &Measured { native, contenders }, &today(paths)?, rust)?;
    if is_written {
        return fs::write(file, text).with_context(|| format!("{} cannot be written", report::BENCHMARKS));
    }
    say(text.trim_end());
    Ok(())
}
