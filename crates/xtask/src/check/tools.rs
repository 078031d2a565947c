//! The tools that only checks need, in the target folder and in the versions that are written here.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::paths::Paths;
use crate::process;

/// A tool that cargo installs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tool {
    /// Its package, which is also the name of its program.
    pub(crate) name: &'static str,
    pub(crate) version: &'static str,
}

impl Tool {
    /// Its program, installed where it is missing.
    ///
    /// # Errors
    /// It cannot be installed.
    pub(crate) fn program(self, paths: &Paths) -> Result<PathBuf> {
        let folder = paths.at("target/tools").join(format!("{}-{}", self.name, self.version));
        let program = folder.join("bin").join(self.name);
        if program.exists() {
            return Ok(program);
        }
        eprintln!("installing {} {}, which takes a few minutes", self.name, self.version);
        let build = folder.join("build");
        let mut cargo = process::program("cargo", paths.root());
        cargo.args(["install", "--quiet", "--locked", "--version", self.version, "--root"]).arg(&folder);
        cargo.arg("--target-dir").arg(&build).arg(self.name);
        // What runs for minutes needs not be built for ten.
        for (setting, value) in [("LTO", "off"), ("OPT_LEVEL", "0"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0")] {
            cargo.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        process::run(&mut cargo).with_context(|| format!("{} cannot be installed", self.name))?;
        fs::remove_dir_all(build)?;
        Ok(program)
    }
}

/// Adds a component or a target to a toolchain of rustup, where it is missing.
///
/// # Errors
/// rustup cannot add it.
pub(crate) fn rustup(paths: &Paths, arguments: &[&str]) -> Result<()> {
    process::run(process::program("rustup", paths.root()).args(arguments))
        .with_context(|| format!("`rustup {}` is needed", arguments.join(" ")))
}
