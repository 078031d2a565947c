//! Installs the requirements of the tests on a machine that has rustup and Node.js.

use anyhow::Result;
use xshell::cmd;

use crate::build::module::TARGET;
use crate::paths::Paths;
use crate::shell::{npm_install, rustup, succeeds};
use crate::{browser, build, portal, test};

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
pub(crate) const BROWSER: Need = browser::install;

/// The package, as it is now.
pub(crate) const PACKAGE: Need = build::run;

fn oldest_rust(paths: &Paths) -> Result<()> {
    let (sh, version) = (paths.shell("")?, test::oldest_rust(paths)?);
    if succeeds(cmd!(sh, "rustup run {version} rustc --version")) {
        return Ok(());
    }
    rustup(paths, &["toolchain", "install", &version, "--profile", "minimal", "--no-self-update"])
}
