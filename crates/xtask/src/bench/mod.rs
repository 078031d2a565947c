//! `cargo xtask bench`: what a decision costs, beside what would be written in its place.

mod contenders;
mod goals;
mod measured;
mod native;
mod page;

use anyhow::Result;

use crate::bench::goals::Measured;
use crate::check::figure::today;
use crate::paths::Paths;
use crate::process::{output, program};
use crate::test::setup::Need;

/// Measures the rules and the package, and prints the page or writes it.
///
/// # Errors
/// Something cannot be built, installed or run. A contender that cannot is in the page with its error.
pub(crate) fn run(paths: &Paths, is_written: bool) -> Result<()> {
    for need in [Need::Package, Need::Contenders] {
        need.meet(paths)?;
    }
    eprintln!("measuring in Rust");
    let native = native::measure(paths)?;
    eprintln!("measuring in Node");
    let contenders = contenders::measure(paths)?;
    let rust = output(program("rustc", paths.root()).arg("--version"))?;
    let rust = rust.split(' ').nth(1).unwrap_or_default();
    let text = page::text(&Measured { native, contenders }, &today(paths)?, rust);
    if is_written {
        return page::write(paths, &text);
    }
    show(&text);
    Ok(())
}

#[expect(clippy::print_stdout, reason = "what was measured is the output")]
fn show(text: &str) {
    print!("{text}");
}
