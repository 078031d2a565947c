//! Installs the requirements of the tests on a machine that has rustup and Node.js.

use std::env;

use anyhow::{Context as _, Result, ensure};
use xshell::cmd;

use crate::build::module::TARGET;
use crate::paths::{DOWNLOADS, Paths, chromium};
use crate::shell::{npm_install, read, rustup, show, succeeds};
use crate::{build, portal, test};

/// Installs something that is missing. Errors if that fails; the message says what to run.
pub(crate) type Need = fn(&Paths) -> Result<()>;

/// rustfmt, clippy and the target of the wasm crate.
pub(crate) const TOOLCHAIN: Need = |paths| {
    rustup(paths, &["component", "add", "rustfmt", "clippy"])?;
    rustup(paths, &["target", "add", TARGET])
};

/// A target without a standard library.
pub(crate) const BARE_METAL: Need = |paths| rustup(paths, &["target", "add", test::BARE_METAL]);

/// The oldest Rust that the crates promise.
pub(crate) const OLDEST_RUST: Need = oldest_rust;

/// npm packages of the tests, the portal, the form libraries and the benchmarks.
pub(crate) const TEST_TOOLS: Need = |paths| npm_install(paths, "tests");
pub(crate) const PORTAL_LIBRARIES: Need = |paths| npm_install(paths, "www");
pub(crate) const FORM_LIBRARIES: Need = |paths| npm_install(paths, "tests/forms");
pub(crate) const CONTENDERS: Need = |paths| npm_install(paths, "tests/bench");

/// The built portal.
pub(crate) const PORTAL: Need = |paths| PORTAL_LIBRARIES(paths).and_then(|()| portal::build(paths));

/// Chromium, or a browser made of it.
pub(crate) const BROWSER: Need = browser;

/// The package, as it is now.
pub(crate) const PACKAGE: Need = build::run;

fn oldest_rust(paths: &Paths) -> Result<()> {
    let (sh, version) = (paths.shell("")?, test::oldest_rust(paths)?);
    if succeeds(cmd!(sh, "rustup run {version} rustc --version")) {
        return Ok(());
    }
    rustup(paths, &["toolchain", "install", &version, "--profile", "minimal", "--no-self-update"])
}

fn browser(paths: &Paths) -> Result<()> {
    const ADVICE: &str = "run `sudo apt-get install chromium`, or set CHROMIUM to the path of Chromium, Chrome or Edge";
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
    TEST_TOOLS(paths)?;
    eprintln!("downloading Chromium into {DOWNLOADS}");
    show(cmd!(sh, "node tests/node_modules/playwright-core/cli.js install --no-shell chromium"))
        .with_context(|| format!("the browser tests need Chromium: {ADVICE}"))
}
