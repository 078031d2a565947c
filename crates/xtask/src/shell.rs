//! Runs other programs. They are silent and cannot ask anything; what they print is shown if they fail.

use std::env::consts::EXE_EXTENSION;
use std::fs;
use std::io::{BufRead as _, BufReader, Read};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;

use anyhow::{Context as _, Result, ensure};
use xshell::{Cmd, cmd};

use crate::paths::Paths;
use crate::stamp::{alone, unless_done};

/// Runs a program to its end; what it prints is in the error if it fails.
pub(crate) fn run(command: Cmd<'_>) -> Result<()> {
    read(command).map(drop)
}

/// Runs a program to its end and returns its standard output.
pub(crate) fn read(command: Cmd<'_>) -> Result<String> {
    let line = command.to_string();
    let output = output(command)?;
    ensure!(output.status.success(), "`{line}` failed ({}):\n{}", output.status, printed(&output).trim_end());
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program to its end and returns what it printed and how it ended. Errors if it cannot be started.
pub(crate) fn output(command: Cmd<'_>) -> Result<Output> {
    let command = command.ignore_status();
    command.output().with_context(|| format!("`{command}` could not be started"))
}

/// Prints a line of the output of a task.
#[expect(clippy::print_stdout, reason = "the output of a task is for people")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

/// Returns all that a program printed.
pub(crate) fn printed(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes)).concat()
}

/// Returns whether a program can be started and succeeds.
pub(crate) fn succeeds(command: Cmd<'_>) -> bool {
    output(command).is_ok_and(|output| output.status.success())
}

/// Runs a program to its end and passes on each line of its standard output; those of its standard error are shown.
///
/// The program gets pipes of its own: Node makes those it inherits non-blocking, for this program too. It prints no colours, which
/// some programs do into a pipe as well where the environment says `CI` or `FORCE_COLOR`: what reads the lines would not know them.
pub(crate) fn watch(command: Cmd<'_>, line: impl FnMut(&str)) -> Result<()> {
    let name = command.to_string();
    let mut command = Command::from(command);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.env("NO_COLOR", "1").env_remove("FORCE_COLOR").env_remove("CLICOLOR_FORCE");
    let mut child = command.spawn().with_context(|| format!("`{name}` could not be started"))?;
    let (output, errors) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        scope.spawn(|| each_line(errors, |text| eprintln!("{text}")));
        each_line(output, line);
    });
    let status = child.wait()?;
    ensure!(status.success(), "`{name}` failed ({status})");
    Ok(())
}

/// Runs a program to its end and shows what it prints.
pub(crate) fn show(command: Cmd<'_>) -> Result<()> {
    watch(command, |line| eprintln!("{line}"))
}

fn each_line(source: Option<impl Read>, mut line: impl FnMut(&str)) {
    let lines = source.into_iter().flat_map(|source| BufReader::new(source).split(b'\n'));
    lines.map_while(Result::ok).for_each(|text| line(&String::from_utf8_lossy(&text)));
}

/// Runs rustup, which adds what is missing to a toolchain.
pub(crate) fn rustup(paths: &Paths, arguments: &[&str]) -> Result<()> {
    let (sh, _guard) = (paths.shell("")?, alone(paths, "rustup")?);
    run(cmd!(sh, "rustup {arguments...}")).with_context(|| format!("run `rustup {}`", arguments.join(" ")))
}

/// Builds a program of the workspace and returns its path.
///
/// Asks for all of the workspace, and for a test: so each dependency has the features that `cargo test` gives it and is not compiled
/// once more for the program.
pub(crate) fn workspace_program(paths: &Paths, name: &str) -> Result<PathBuf> {
    let sh = paths.shell("")?;
    run(cmd!(sh, "cargo build --quiet --workspace --all-features --bin {name} --test program"))?;
    Ok(paths.at("target/debug").join(name).with_extension(EXE_EXTENSION))
}

/// Installs what the npm lock file of a folder names, unless it is there.
pub(crate) fn npm_install(paths: &Paths, folder: &str) -> Result<()> {
    let inputs = ["package.json", "package-lock.json"].map(|file| paths.at(folder).join(file));
    let outputs = [paths.at(folder).join("node_modules/.package-lock.json")];
    let name = format!("npm-{}", folder.replace('/', "-"));
    let _guard = alone(paths, &name)?;
    unless_done(paths, &name, &inputs, &outputs, || {
        let sh = paths.shell(folder)?;
        // No tool used here needs its install script.
        run(cmd!(sh, "npm ci --ignore-scripts --no-audit --no-fund --loglevel=error")).with_context(|| {
            format!("the npm tools of {folder} could not be installed; Node.js 20 or later with npm is needed")
        })
    })
}

/// Returns the program of a cargo package of this version, installed into the target folder where it is missing.
pub(crate) fn cargo_tool(paths: &Paths, name: &str, version: &str) -> Result<PathBuf> {
    let folder = paths.at("target/tools").join(format!("{name}-{version}"));
    let program = folder.join("bin").join(name);
    if program.exists() {
        return Ok(program);
    }
    eprintln!("installing {name} {version}, which takes a few minutes");
    let (sh, build) = (paths.shell("")?, folder.join("build"));
    // What runs for minutes needs not be built for ten.
    for (setting, value) in [("LTO", "off"), ("OPT_LEVEL", "0"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0")] {
        sh.set_var(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    run(cmd!(sh, "cargo install --quiet --locked --version {version} --root {folder} --target-dir {build} {name}"))
        .with_context(|| format!("{name} cannot be installed"))?;
    fs::remove_dir_all(build)?;
    Ok(program)
}

#[cfg(test)]
mod tests {
    use xshell::Shell;

    use super::*;

    #[test]
    fn a_failure_names_the_command_and_shows_what_it_printed() {
        let sh = Shell::new().unwrap();
        let error = run(cmd!(sh, "sh -c 'echo why; exit 3'")).unwrap_err().to_string();
        assert!(error.starts_with("`sh -c \"echo why; exit 3\"` failed (exit status: 3):\nwhy"), "{error}");
        let error = run(cmd!(sh, "no-such-program-here")).unwrap_err();
        assert_eq!(error.to_string(), "`no-such-program-here` could not be started");
    }

    #[test]
    fn no_colours_are_asked_of_a_program() {
        let sh = Shell::new().unwrap();
        let mut seen = String::new();
        let command = cmd!(sh, "sh -c 'echo $NO_COLOR:$FORCE_COLOR:$CLICOLOR_FORCE'");
        watch(command.env("FORCE_COLOR", "1").env("CLICOLOR_FORCE", "1"), |line| line.clone_into(&mut seen)).unwrap();
        assert_eq!(seen, "1::");
    }

    #[test]
    fn every_line_is_passed_on_and_a_failure_too() {
        let sh = Shell::new().unwrap();
        let mut lines = Vec::new();
        let result = watch(cmd!(sh, "sh -c 'echo a; echo b; printf c; exit 3'"), |line| lines.push(line.to_owned()));
        assert_eq!(lines, ["a", "b", "c"]);
        assert!(result.unwrap_err().to_string().contains("(exit status: 3)"));
    }
}
