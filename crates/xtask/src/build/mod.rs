//! `cargo xtask build`: from the Rust crate to a package that can be imported.

mod bundle;
mod glue;
pub(crate) mod module;
pub(crate) mod text;
pub(crate) mod verify;

use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use xshell::cmd;

use crate::paths::Paths;
use crate::shell::{npm_install, read, rustup};
use crate::stamp::alone;
use crate::tables;

/// Builds the package into `pkg/dist`. Steps whose inputs are unchanged are skipped.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let _guard = alone(paths, "build")?;
    rustup(paths, &["target", "add", module::TARGET])?;
    npm_install(paths, "pkg")?;
    tables::run(paths, false)?;
    module::VARIANTS.iter().try_for_each(|variant| module::build(paths, variant))?;
    bundle::build(paths)
}

/// Packs what would be published and returns the tarball.
pub(crate) fn pack(paths: &Paths) -> Result<PathBuf> {
    let folder = paths.at("target/packaging");
    fs::create_dir_all(&folder)?;
    let sh = paths.shell("pkg/dist")?;
    let name = read(cmd!(sh, "npm pack --silent --pack-destination {folder}"))?;
    Ok(folder.join(name.trim()))
}
