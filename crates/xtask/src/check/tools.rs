//! The tools that only checks need, in the target folder and in the versions that are written here.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use xshell::cmd;

use crate::paths::Paths;
use crate::shell::run;

/// Returns the program of a cargo package, installed where it is missing.
pub(crate) fn tool(paths: &Paths, name: &str, version: &str) -> Result<PathBuf> {
    let folder = paths.at("target/tools").join(format!("{name}-{version}"));
    let program = folder.join("bin").join(name);
    if program.exists() {
        return Ok(program);
    }
    eprintln!("installing {name} {version}, which takes a few minutes");
    let (sh, build) = (paths.shell("")?, folder.join("build"));
    // What runs for minutes needs not be built for ten.
    for (setting, value) in [("LTO", "off"), ("OPT_LEVEL", "0"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0")] {
        sh.set_var(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    run(cmd!(sh, "cargo install --quiet --locked --version {version} --root {folder} --target-dir {build} {name}"))
        .with_context(|| format!("{name} cannot be installed"))?;
    fs::remove_dir_all(build)?;
    Ok(program)
}
