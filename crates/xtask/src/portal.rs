//! `cargo xtask portal`: builds the portal and serves it with the sandbox behind it.

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf, absolute};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::paths::Paths;
use crate::process::{cargo, line, program, quietly};
use crate::progress::step;
use crate::stamp::Work;
use crate::{build, npm};

/// Builds what is missing and becomes the sandbox, which serves until it is interrupted. What the tools print is shown only if they fail.
///
/// # Errors
/// A build fails, or the sandbox cannot be started.
pub(crate) fn run(paths: &Paths, port: u16, data: Option<&Path>) -> Result<()> {
    step("1/4 Building the package", || hidden(program(std::env::current_exe()?, paths.root()).arg("build")))?;
    step("2/4 Installing the libraries of the portal", || npm::install(paths, "www"))?;
    step("3/4 Building the portal", || build(paths))?;
    step("4/4 Building the sandbox", || hidden(&mut build_sandbox(paths)))?;
    become_program(&mut serve(paths, port, data)?)
}

/// Builds `www/dist`, unless it is there. Its libraries have to be installed.
///
/// # Errors
/// Vite fails.
pub(crate) fn build(paths: &Paths) -> Result<()> {
    let _guard = build::alone(paths, "portal")?;
    let sources = ["src", "public", "index.html", "vite.config.ts", "package-lock.json"];
    let mut inputs: Vec<_> = sources.iter().map(|name| paths.at("www").join(name)).collect();
    inputs.extend([paths.dist().join("index.js"), paths.dist().join("messages")]);
    Work { name: "portal", inputs, outputs: vec![dist(paths)] }
        .unless_done(paths, || hidden(tool(paths, "vite").args(["build", "--logLevel", "warn"])))
}

/// A program of `www/node_modules`, run in `www`.
pub(crate) fn tool(paths: &Paths, name: &str) -> Command {
    let www = paths.at("www");
    program(www.join("node_modules/.bin").join(name), &www)
}

/// Builds the sandbox.
pub(crate) fn build_sandbox(paths: &Paths) -> Command {
    let mut command = cargo(paths);
    command.args(["build", "--package", "partner-center-sandbox"]);
    command
}

/// The sandbox when it is built.
pub(crate) fn sandbox(paths: &Paths) -> PathBuf {
    paths.at(&format!("target/debug/partner-center-sandbox{EXE_SUFFIX}"))
}

/// The portal when it is built.
pub(crate) fn dist(paths: &Paths) -> PathBuf {
    paths.at("www/dist")
}

/// Runs a command and shows what it printed only if it fails.
fn hidden(command: &mut Command) -> Result<()> {
    match quietly(command)? {
        Ok(()) => Ok(()),
        Err(output) => bail!("`{}` failed:\n{}", line(command), output.trim_end()),
    }
}

fn serve(paths: &Paths, port: u16, data: Option<&Path>) -> Result<Command> {
    let mut command = program(sandbox(paths), paths.root());
    command.arg("--port").arg(port.to_string()).arg("--www").arg(dist(paths));
    if let Some(data) = data {
        // The sandbox runs at the top of the workspace, wherever this task was started.
        command.arg("--data").arg(absolute(data)?);
    }
    Ok(command)
}

/// Runs a program in place of this one, so that what stops this one stops that.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt as _;

    Err(command.exec()).with_context(|| format!("`{}` could not be started", line(command)))
}

/// Runs a program to its end. Ctrl-C reaches both.
#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("`{}` could not be started", line(command)))?;
    anyhow::ensure!(status.success(), "`{}` failed ({status})", line(command));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sandbox_gets_what_the_task_was_given() {
        let paths = Paths::of_this_workspace().unwrap();
        let typed = line(&serve(&paths, 0, Some(Path::new("/tmp/customers.json"))).unwrap());
        assert!(typed.contains(" --port 0 "), "{typed}");
        assert!(typed.ends_with(" --data /tmp/customers.json"), "{typed}");
        assert!(!line(&serve(&paths, 8080, None).unwrap()).contains("--data"));
    }
}
