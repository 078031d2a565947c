//! Installs tools that come from npm, as their lock files say.

use anyhow::{Context as _, Result};
use xshell::cmd;

use crate::paths::Paths;
use crate::shell::run;
use crate::stamp::unless_done;

/// Installs what the lock file of a folder names, unless it is there.
pub(crate) fn install(paths: &Paths, folder: &str) -> Result<()> {
    let inputs = ["package.json", "package-lock.json"].map(|file| paths.at(folder).join(file));
    let outputs = [paths.at(folder).join("node_modules/.package-lock.json")];
    unless_done(paths, &format!("npm-{}", folder.replace('/', "-")), &inputs, &outputs, || {
        let sh = paths.shell(folder)?;
        // No tool used here needs its install script.
        run(cmd!(sh, "npm ci --ignore-scripts --no-audit --no-fund --loglevel=error")).with_context(|| {
            format!("the npm tools of {folder} could not be installed; Node.js 20 or later with npm is needed")
        })
    })
}
