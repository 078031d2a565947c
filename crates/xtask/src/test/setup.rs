//! What the tests need on a machine that has rustup and Node.js.

use std::ffi::OsString;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::paths::Paths;
use crate::process::{cargo, output, program, run, succeeds};
use crate::test::features;
use crate::{build, npm, portal};

/// Something that can be installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// rustfmt and clippy.
    Components,
    /// The target of the wasm crate.
    Target,
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
    /// Chromium.
    Browser,
    /// The package, as it is now.
    Package,
}

impl Need {
    /// Installs what is missing.
    ///
    /// # Errors
    /// It cannot be installed; the message says what to run.
    pub(crate) fn meet(self, paths: &Paths) -> Result<()> {
        match self {
            Self::Components => components(paths),
            Self::Target => build::install_target(paths, build::module::TARGET),
            Self::BareMetal => build::install_target(paths, features::BARE_METAL),
            Self::OldestRust => features::install_oldest_rust(paths),
            Self::TestTools => npm::install(paths, "tests"),
            Self::PortalLibraries => npm::install(paths, "www"),
            Self::Portal => npm::install(paths, "www").and_then(|()| portal::build(paths)),
            Self::FormLibraries => npm::install(paths, "tests/forms"),
            Self::Contenders => npm::install(paths, "tests/bench"),
            Self::Browser => browser(paths),
            Self::Package => build::run(paths),
        }
    }
}

/// The browser of the tests: the environment's `CHROMIUM`, or Debian's.
pub(crate) fn chromium() -> OsString {
    std::env::var_os("CHROMIUM").unwrap_or_else(|| "/usr/bin/chromium".into())
}

fn components(paths: &Paths) -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if !succeeds(cargo(paths).args([subcommand, "--version"])) {
            run(program("rustup", paths.root()).args(["component", "add", component]))
                .with_context(|| format!("run `rustup component add {component}`"))?;
        }
    }
    Ok(())
}

const INSTALL: [&str; 4] = ["install", "--yes", "--no-install-recommends", "chromium"];

fn browser(paths: &Paths) -> Result<()> {
    let browser = chromium();
    if Path::new(&browser).exists() {
        return Ok(());
    }
    let advice = format!("run `sudo apt-get {}`, or set CHROMIUM to the path of a Chromium", INSTALL.join(" "));
    if std::env::var_os("CHROMIUM").is_some() {
        bail!("there is no browser at {}: {advice}", browser.display());
    }
    let is_root = output(program("id", paths.root()).arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root || !succeeds(program("apt-get", paths.root()).arg("--version")) {
        bail!("the browser tests need Chromium: {advice}");
    }
    let apt = || {
        let mut command = program("apt-get", paths.root());
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(apt().args(["update", "--quiet"])).context(advice.clone())?;
    run(apt().args(INSTALL)).context(advice)
}
