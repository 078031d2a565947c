//! The browser of the tests.

use std::env;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use xshell::cmd;

use crate::paths::Paths;
use crate::shell::{npm_install, read, show, succeeds};
use crate::stamp::alone;

/// Paths of Chromium, Chrome and Edge on Linux, macOS and Windows.
const BROWSERS: [&str; 9] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/microsoft-edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// The folder into which Playwright downloads a browser.
const DOWNLOADS: &str = "target/browsers";

/// Returns the browser of the tests: the environment's `CHROMIUM`, the first that is installed, or the one that Playwright downloads.
pub(crate) fn chromium() -> PathBuf {
    let installed = || BROWSERS.map(PathBuf::from).into_iter().find(|file| file.exists());
    env::var_os("CHROMIUM").map(PathBuf::from).or_else(installed).or_else(|| downloaded().ok()).unwrap_or_default()
}

/// Returns where Playwright has, or would have, its Chromium.
fn downloaded() -> Result<PathBuf> {
    let paths = Paths::of_this_workspace()?;
    let (sh, script) = (paths.shell("tests")?, "require('playwright-core').chromium.executablePath()");
    let path = read(cmd!(sh, "node --print {script}").env("PLAYWRIGHT_BROWSERS_PATH", paths.at(DOWNLOADS)))?;
    Ok(path.trim().into())
}

/// Installs Chromium where there is no browser: Debian's package where it may be installed, or else Playwright's download.
pub(crate) fn install(paths: &Paths) -> Result<()> {
    const ADVICE: &str = "run `sudo apt-get install chromium`, or set CHROMIUM to the path of Chromium, Chrome or Edge";
    let _guard = alone(paths, "browser")?;
    let browser = chromium();
    if browser.exists() {
        return Ok(());
    }
    ensure!(env::var_os("CHROMIUM").is_none(), "there is no browser at {}: {ADVICE}", browser.display());
    let sh = paths.shell("")?;
    sh.set_var("DEBIAN_FRONTEND", "noninteractive");
    sh.set_var("PLAYWRIGHT_BROWSERS_PATH", paths.at(DOWNLOADS));
    if read(cmd!(sh, "id -u")).is_ok_and(|id| id.trim() == "0") && succeeds(cmd!(sh, "apt-get --version")) {
        let update = show(cmd!(sh, "apt-get update --quiet"));
        let install = || show(cmd!(sh, "apt-get install --yes --no-install-recommends chromium"));
        if update.is_ok() && install().is_ok() {
            return Ok(());
        }
    }
    npm_install(paths, "tests")?;
    eprintln!("downloading Chromium into {DOWNLOADS}");
    show(cmd!(sh, "node tests/node_modules/playwright-core/cli.js install --no-shell chromium"))
        .with_context(|| format!("the browser tests need Chromium: {ADVICE}"))
}
