//! What the tests need on a machine that has rustup and Node.js.

use std::env;

use anyhow::{Context as _, Result, ensure};
use xshell::cmd;

use crate::build::module::TARGET;
use crate::paths::{Paths, chromium};
use crate::shell::{npm_install, read, rustup, show, succeeds};
use crate::{build, portal, test};

/// Something that can be installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// rustfmt, clippy and the target of the wasm crate.
    Toolchain,
    /// A target without a standard library.
    BareMetal,
    /// The oldest Rust that the crate promises.
    OldestRust,
    /// The npm tools of the tests.
    TestTools,
    /// What the portal has from npm.
    PortalLibraries,
    /// The built portal.
    Portal,
    /// The form libraries that the package is tried with.
    FormLibraries,
    /// What the package is measured against.
    Contenders,
    /// Chromium, or a browser made of it.
    Browser,
    /// The package, as it is now.
    Package,
}

impl Need {
    /// Installs what is missing. Errors if that fails; the message says what to run.
    pub(crate) fn meet(self, paths: &Paths) -> Result<()> {
        match self {
            Self::Toolchain => rustup(paths, &["component", "add", "rustfmt", "clippy"])
                .and_then(|()| rustup(paths, &["target", "add", TARGET])),
            Self::BareMetal => rustup(paths, &["target", "add", test::BARE_METAL]),
            Self::OldestRust => oldest_rust(paths),
            Self::TestTools => npm_install(paths, "tests"),
            Self::PortalLibraries => npm_install(paths, "www"),
            Self::Portal => npm_install(paths, "www").and_then(|()| portal::build(paths)),
            Self::FormLibraries => npm_install(paths, "tests/forms"),
            Self::Contenders => npm_install(paths, "tests/bench"),
            Self::Browser => browser(paths),
            Self::Package => build::run(paths),
        }
    }
}

fn oldest_rust(paths: &Paths) -> Result<()> {
    let (sh, version) = (paths.shell("")?, test::oldest_rust(paths)?);
    if succeeds(cmd!(sh, "rustup run {version} rustc --version")) {
        return Ok(());
    }
    rustup(paths, &["toolchain", "install", &version, "--profile", "minimal", "--no-self-update"])
}

fn browser(paths: &Paths) -> Result<()> {
    let browser = chromium();
    if browser.exists() {
        return Ok(());
    }
    let install = ["install", "--yes", "--no-install-recommends", "chromium"];
    let advice =
        format!("run `sudo apt-get {}`, or set CHROMIUM to the path of Chromium, Chrome or Edge", install.join(" "));
    ensure!(env::var_os("CHROMIUM").is_none(), "there is no browser at {}: {advice}", browser.display());
    let sh = paths.shell("")?;
    sh.set_var("DEBIAN_FRONTEND", "noninteractive");
    let is_root = read(cmd!(sh, "id -u")).is_ok_and(|id| id.trim() == "0");
    ensure!(is_root && succeeds(cmd!(sh, "apt-get --version")), "the browser tests need Chromium: {advice}");
    show(cmd!(sh, "apt-get update --quiet")).context(advice.clone())?;
    show(cmd!(sh, "apt-get {install...}")).context(advice)
}
