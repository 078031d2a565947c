//! The tools that come from npm, installed as their lock files say.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, anyhow};

use crate::paths::Paths;
use crate::process;
use crate::stamp::Work;

/// Installs what the lock file of a folder names, unless it is there. What npm prints is shown only if it fails.
///
/// # Errors
/// npm is missing or fails.
pub(crate) fn install(paths: &Paths, folder: &str) -> Result<()> {
    let place = paths.at(folder);
    Work {
        name: &format!("npm-{}", folder.replace('/', "-")),
        inputs: vec![place.join("package.json"), place.join("package-lock.json")],
        outputs: vec![place.join("node_modules/.package-lock.json")],
    }
    .unless_done(paths, || {
        // No tool used here needs its install script.
        let mut command = process::program("npm", &place);
        command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        let done = process::quietly(&mut command).context("Node.js 20 or later with npm is needed")?;
        done.map_err(|output| anyhow!("the npm tools of {folder} could not be installed:\n{}", output.trim_end()))
    })
}

/// A program of `pkg/node_modules`, run in `pkg`.
pub(crate) fn tool(paths: &Paths, name: &str) -> Command {
    let program: PathBuf = paths.package().join("node_modules/.bin").join(name);
    process::program(program, &paths.package())
}
