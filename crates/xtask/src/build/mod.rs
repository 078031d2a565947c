//! `cargo xtask build`: from the Rust crate to a package that can be imported.

mod bundle;
mod conformance;
mod declarations;
mod fingerprint;
mod glue;
mod manifest;
pub(crate) mod module;
pub(crate) mod text;
pub(crate) mod verify;

use std::fs::{self, File};
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::paths::Paths;
use crate::{generate, npm, process};

/// Builds the package into `pkg/dist`. Steps whose inputs are unchanged are skipped.
///
/// # Errors
/// A tool is missing or fails, or the module is not fit for the package.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let _guard = alone(paths, "build")?;
    install_target(paths, module::TARGET)?;
    npm::install(paths, "pkg")?;
    generate::write(paths)?;
    for variant in &module::VARIANTS {
        module::build(paths, variant)?;
    }
    bundle::build(paths)
}

/// Packs what would be published and gives the tarball.
///
/// # Errors
/// npm fails.
pub(crate) fn pack(paths: &Paths) -> Result<PathBuf> {
    let folder = paths.at("target/packaging");
    fs::create_dir_all(&folder)?;
    let mut npm = process::program("npm", &paths.dist());
    let name = process::output(npm.args(["pack", "--silent", "--pack-destination"]).arg(&folder))?;
    Ok(folder.join(name.trim()))
}

/// Adds a target to the toolchain where it is missing.
///
/// # Errors
/// The target is missing and rustup cannot add it.
pub(crate) fn install_target(paths: &Paths, target: &str) -> Result<()> {
    let mut rustc = process::program("rustc", paths.root());
    let library = process::output(rustc.args(["--print", "target-libdir", "--target", target]))?;
    if fs::exists(library.trim())? {
        return Ok(());
    }
    let mut rustup = process::program("rustup", paths.root());
    process::run(rustup.args(["target", "add", target]))
        .with_context(|| format!("the Rust toolchain lacks {0}: run `rustup target add {0}`", target))
}

/// Waits until no other build of that name writes the same files.
///
/// # Errors
/// The lock cannot be taken.
pub(crate) fn alone(paths: &Paths, name: &str) -> Result<File> {
    fs::create_dir_all(paths.scratch())?;
    let guard = File::create(paths.scratch().join(format!("{name}.lock")))?;
    guard.lock().context("the lock of the build cannot be taken")?;
    Ok(guard)
}
