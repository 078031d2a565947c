//! `cargo xtask portal`: serves the portal and the package with the sandbox behind them.

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf, absolute};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::paths::Paths;
use crate::process::{cargo, line, program, run as run_command};
use crate::{build, npm};

/// Builds what is missing and becomes the sandbox, which serves until it is interrupted.
///
/// # Errors
/// A build fails, or the sandbox cannot be started.
pub(crate) fn run(paths: &Paths, port: u16, data: Option<&Path>) -> Result<()> {
    build::run(paths)?;
    npm::install(paths, "www")?;
    run_command(&mut build_sandbox(paths))?;
    become_program(&mut serve(paths, port, data)?)
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

fn serve(paths: &Paths, port: u16, data: Option<&Path>) -> Result<Command> {
    let mut command = program(sandbox(paths), paths.root());
    command.arg("--port").arg(port.to_string());
    command.arg("--www").arg(paths.at("www")).arg("--package").arg(paths.dist());
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
