//! `cargo xtask portal`: builds the portal and serves it with the sandbox behind it.

use std::env::current_exe;
use std::io::{IsTerminal as _, stderr};
use std::path::{Path, PathBuf, absolute};
use std::process::Command;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use xshell::cmd;

use crate::paths::Paths;
use crate::shell::{npm_install, run, workspace_program};
use crate::stamp::{alone, unless_done};

/// Builds what is missing and becomes the sandbox, which serves until it is interrupted.
pub(crate) fn run_task(paths: &Paths, port: u16, data: Option<&Path>) -> Result<()> {
    let (sh, this) = (paths.shell("")?, current_exe()?);
    step("1/4 Building the package", || run(cmd!(sh, "{this} build")))?;
    step("2/4 Installing the libraries of the portal", || npm_install(paths, "www"))?;
    step("3/4 Building the portal", || build(paths))?;
    let sandbox = step("4/4 Building the sandbox", || sandbox(paths))?;
    let (www, port) = (paths.at("www/dist"), port.to_string());
    // The sandbox runs at the top of the workspace, wherever this task was started.
    let data = data.map(absolute).transpose()?;
    let data: Vec<_> = data.iter().flat_map(|file| [Path::new("--data"), file]).collect();
    become_program(cmd!(sh, "{sandbox} --port {port} --www {www} {data...}").into())
}

/// Builds `www/dist`, unless it is there. Its libraries have to be installed.
pub(crate) fn build(paths: &Paths) -> Result<()> {
    let _guard = alone(paths, "portal")?;
    let inputs =
        ["src", "public", "index.html", "vite.config.ts", "package-lock.json"].map(|name| format!("www/{name}"));
    let mut inputs: Vec<_> = inputs.iter().map(|path| paths.at(path)).collect();
    inputs.extend(["index.js", "messages"].map(|name| paths.dist().join(name)));
    unless_done(paths, "portal", &inputs, &[paths.at("www/dist")], || {
        let (sh, vite) = (paths.shell("www")?, paths.npm_tool("www", "vite"));
        run(cmd!(sh, "{vite} build --logLevel warn"))
    })
}

/// Builds the sandbox and returns its program.
pub(crate) fn sandbox(paths: &Paths) -> Result<PathBuf> {
    workspace_program(paths, "partner-center-sandbox")
}

/// Does a step and says so on standard error; at a terminal, with the seconds that it takes.
fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    if !stderr().is_terminal() {
        eprintln!("{name} ...");
        return work();
    }
    let started = Instant::now();
    let (done, wait) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            eprint!("\r{name} ...");
            while wait.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
                eprint!("\r{name} ... {} s", started.elapsed().as_secs());
            }
            eprintln!();
        });
        let result = work();
        drop(done);
        result
    })
}

/// Runs a program in place of this one, so that what stops this one stops that.
#[cfg(unix)]
fn become_program(mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt as _;

    Err(command.exec()).context("the sandbox could not be started")
}

/// Runs a program to its end. Ctrl-C reaches both.
#[cfg(not(unix))]
fn become_program(mut command: Command) -> Result<()> {
    let status = command.status().context("the sandbox could not be started")?;
    anyhow::ensure!(status.success(), "the sandbox failed ({status})");
    Ok(())
}
