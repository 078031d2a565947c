//! `cargo xtask generate`: the TypeScript tables, and whether they drifted from the Rust tables.

use std::fs;

use anyhow::{Context as _, Result, bail};

use crate::paths::Paths;
use crate::process::is_missing;
use crate::tables;

const FILE: &str = "pkg/src/generated/tables.ts";

/// Writes the tables, unless they are what they should be.
///
/// # Errors
/// The file cannot be read or written.
pub(crate) fn write(paths: &Paths) -> Result<()> {
    let tables = tables::typescript();
    if current(paths)? != tables {
        fs::write(paths.at(FILE), tables).with_context(|| format!("{FILE} cannot be written"))?;
        eprintln!("wrote {FILE}");
    }
    Ok(())
}

/// Compares the tables and changes nothing.
///
/// # Errors
/// The file differs, is missing or cannot be read.
pub(crate) fn check(paths: &Paths) -> Result<()> {
    let tables = tables::typescript();
    let current = current(paths)?;
    if current == tables {
        return Ok(());
    }
    let line = first_difference(&current, &tables);
    bail!("{FILE} differs from the Rust tables from line {line} on: run `cargo xtask generate` and commit the file")
}

fn current(paths: &Paths) -> Result<String> {
    match fs::read_to_string(paths.at(FILE)) {
        Ok(text) => Ok(text),
        Err(error) if is_missing(&error) => Ok(String::new()),
        Err(error) => Err(error).with_context(|| format!("{FILE} cannot be read")),
    }
}

/// The number of the first line that differs, counted from 1.
fn first_difference(left: &str, right: &str) -> usize {
    let same = left.lines().zip(right.lines()).take_while(|(left, right)| left == right).count();
    same.saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_differs_is_named() {
        assert_eq!(first_difference("a\nb\nc\n", "a\nx\nc\n"), 2);
        assert_eq!(first_difference("a\n", "a\nb\n"), 2);
        assert_eq!(first_difference("", "a\n"), 1);
    }
}
