//! What a package has beside its code: its description, its README, its changes and its licences.

use std::fs;

use anyhow::{Context as _, Result};

use crate::paths::Paths;
use crate::process;

/// The files that this module reads.
pub(crate) const INPUTS: [&str; 6] =
    [MANIFEST, "pkg/README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "Cargo.toml"];

const MANIFEST: &str = "pkg/package.json";

/// Copies the files to `pkg/dist` and gives the package the version of the crates.
///
/// # Errors
/// A file cannot be copied, or npm fails.
pub(crate) fn build(paths: &Paths) -> Result<()> {
    let dist = paths.dist();
    for file in INPUTS.into_iter().filter(|file| *file != "Cargo.toml") {
        let from = paths.at(file);
        let name = from.file_name().with_context(|| format!("{file} has no name"))?;
        fs::copy(&from, dist.join(name)).with_context(|| format!("{file} cannot be copied"))?;
    }
    // npm leaves the order of members as it is, and conditions of `exports` are tried in order.
    let npm = |arguments: &[&str]| {
        process::run(process::program("npm", &dist).args(["--loglevel=error", "pkg"]).args(arguments))
    };
    npm(&["delete", "private", "devDependencies"])?;
    npm(&["set", concat!("version=", env!("CARGO_PKG_VERSION"))])
}
