//! `cargo xtask generate`: the TypeScript tables, and whether they drifted from the Rust tables.

use std::fs;

use anyhow::{Context as _, Result, ensure};

use crate::paths::{Paths, read_if_there};
use crate::tables;

const FILE: &str = "pkg/src/generated/tables.ts";

/// Writes the tables, unless they are what they should be.
pub(crate) fn write(paths: &Paths) -> Result<()> {
    let tables = tables::typescript();
    if read_if_there(&paths.at(FILE))? != tables {
        fs::write(paths.at(FILE), tables).with_context(|| format!("{FILE} cannot be written"))?;
        eprintln!("wrote {FILE}");
    }
    Ok(())
}

/// Compares the tables and changes nothing. Errors if the file differs or is missing.
pub(crate) fn check(paths: &Paths) -> Result<()> {
    let (tables, current) = (tables::typescript(), read_if_there(&paths.at(FILE))?);
    let same = current.lines().zip(tables.lines()).take_while(|(left, right)| left == right).count();
    let line = same.saturating_add(1);
    ensure!(
        current == tables,
        "{FILE} differs from the Rust tables from line {line} on: run `cargo xtask generate` and commit the file"
    );
    Ok(())
}
