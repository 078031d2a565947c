//! What a package has beside its code: its description, its README, its changes and its licences.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use xshell::cmd;

use crate::paths::Paths;
use crate::shell::run;

/// The files that this module reads.
pub(crate) const INPUTS: [&str; 6] =
    ["pkg/package.json", "pkg/README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "Cargo.toml"];

/// Copies the files to `pkg/dist` and gives the package the version of the crates.
pub(crate) fn build(paths: &Paths) -> Result<()> {
    for file in INPUTS.into_iter().filter(|file| *file != "Cargo.toml") {
        let name = Path::new(file).file_name().unwrap_or_default();
        fs::copy(paths.at(file), paths.dist().join(name)).with_context(|| format!("{file} cannot be copied"))?;
    }
    let sh = paths.shell("pkg/dist")?;
    let version = concat!("version=", env!("CARGO_PKG_VERSION"));
    // npm leaves the order of members as it is, and conditions of `exports` are tried in order.
    run(cmd!(sh, "npm --loglevel=error pkg delete private devDependencies"))?;
    run(cmd!(sh, "npm --loglevel=error pkg set {version}"))
}
