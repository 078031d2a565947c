//! The crates as others build them: with each feature alone, without a standard library, and with the oldest Rust that they promise.

use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::paths::Paths;
use crate::process::{cargo, output, program, run, succeeds};

const CRATE: &str = "partner-center-rules";
const GUARD: &str = "partner-center-rules-axum";

/// A target that has no standard library.
pub(crate) const BARE_METAL: &str = "thumbv7em-none-eabi";

/// What is built on this machine. `http` and `rayon` need a standard library.
const ALONE: [&str; 6] = ["", "serde", "time", "http", "rayon", "serde,time,http,rayon"];

const WITHOUT_STD: [&str; 4] = ["", "serde", "time", "serde,time"];

pub(crate) fn commands(paths: &Paths) -> Result<Vec<Command>> {
    let with = |mut command: Command, subcommand: &str, features: &str| {
        command.args([subcommand, "--quiet", "--package", CRATE, "--no-default-features", "--features", features]);
        command
    };
    let mut commands = Vec::new();
    for features in ALONE {
        let mut clippy = with(cargo(paths), "clippy", features);
        clippy.args(["--", "--deny", "warnings"]);
        commands.push(clippy);
    }
    for features in WITHOUT_STD {
        let mut check = with(cargo(paths), "check", features);
        check.args(["--target", BARE_METAL]);
        commands.push(check);
    }
    let version = oldest_rust(paths)?;
    let oldest = || {
        let mut cargo = program("rustup", paths.root());
        cargo.args(["run", &version, "cargo"]).env("CARGO_TARGET_DIR", paths.at("target"));
        cargo
    };
    commands.push(with(oldest(), "check", "serde,time,http,rayon"));
    // The guard for axum promises the same one.
    let mut guard = oldest();
    guard.args(["check", "--quiet", "--package", GUARD]);
    commands.push(guard);
    Ok(commands)
}

/// Installs the oldest Rust, where it is missing.
///
/// # Errors
/// rustup cannot install it; the message says what to run.
pub(crate) fn install_oldest_rust(paths: &Paths) -> Result<()> {
    let version = oldest_rust(paths)?;
    if succeeds(program("rustup", paths.root()).args(["run", &version, "rustc", "--version"])) {
        return Ok(());
    }
    let install = ["toolchain", "install", &version, "--profile", "minimal", "--no-self-update"];
    run(program("rustup", paths.root()).args(install)).with_context(|| format!("run `rustup {}`", install.join(" ")))
}

/// The version that the manifest of the crate promises.
fn oldest_rust(paths: &Paths) -> Result<String> {
    let metadata = output(cargo(paths).args(["metadata", "--no-deps", "--format-version=1"]))?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo describes the workspace in a new way")?;
    let packages = metadata.get("packages").and_then(Value::as_array);
    let package = packages.into_iter().flatten().find(|package| package.get("name").is_some_and(|name| name == CRATE));
    let version = package.and_then(|package| package.get("rust_version")?.as_str());
    Ok(version.context("the crate names no oldest Rust")?.to_owned())
}
