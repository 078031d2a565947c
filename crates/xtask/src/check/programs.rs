//! The checks that are programs: of the crate `proof`, and scripts that ask it.

use std::process::Command;

use anyhow::Result;

use crate::check::figure::Figure;
use crate::check::{Job, scripts};
use crate::paths::Paths;
use crate::process::{cargo, program, run};
use crate::test::setup::chromium;

pub(crate) fn parsers(job: Job<'_>) -> Result<Figure> {
    build(job.paths)?;
    let mut command = program(job.paths.at("target/proof/parsers"), job.paths.root());
    if job.is_full {
        command.arg("--full");
    }
    scripts::figure(&mut command)
}

pub(crate) fn table(job: Job<'_>) -> Result<Figure> {
    build(job.paths)?;
    scripts::figure(&mut node(job, "tests/checks/table.mjs"))
}

pub(crate) fn differential(job: Job<'_>) -> Result<Figure> {
    build(job.paths)?;
    scripts::figure(&mut node(job, "tests/checks/differential.mjs"))
}

pub(crate) fn hostile(job: Job<'_>) -> Result<Figure> {
    scripts::figure(&mut node(job, "tests/checks/hostile.mjs"))
}

pub(crate) fn hot(job: Job<'_>) -> Result<Figure> {
    scripts::figure(&mut node(job, "tests/checks/hot.mjs"))
}

/// A script that takes `--full`.
fn node(job: Job<'_>, script: &str) -> Command {
    let mut command = program("node", job.paths.root());
    command.arg("--expose-gc").arg(script).env("CHROMIUM", chromium());
    if job.is_full {
        command.arg("--full");
    }
    command
}

/// Builds the programs: as fast as what is shipped, but stopping at an overflow.
pub(crate) fn build(paths: &Paths) -> Result<()> {
    run(cargo(paths).args(["build", "--quiet", "--package", "proof", "--profile", "proof"]))
}
