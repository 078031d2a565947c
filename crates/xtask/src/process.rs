//! Running other programs.

use std::ffi::OsStr;
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context as _, Result, bail};

use crate::paths::Paths;

/// Cargo; rustup makes it the one of the toolchain that runs this task.
pub(crate) fn cargo(paths: &Paths) -> Command {
    let mut command = program("cargo", paths.root());
    // The steps find each other's results there.
    command.env("CARGO_TARGET_DIR", paths.at("target"));
    command
}

/// A program by name or path. It cannot ask anything.
pub(crate) fn program(name: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(name);
    command.current_dir(folder).stdin(Stdio::null());
    command
}

/// Runs a command to its end; what it prints is shown on standard error, since the output of a task is its own.
///
/// # Errors
/// The command cannot be started, or does not succeed.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    watch(command, |line| eprintln!("{line}"))
}

/// Runs a command to its end; each line of its standard output is passed on.
///
/// The command gets pipes of its own: Node makes those it inherits non-blocking, for this program too.
///
/// # Errors
/// The command cannot be started, or does not succeed.
pub(crate) fn watch(command: &mut Command, mut line: impl FnMut(&str)) -> Result<()> {
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().with_context(|| not_started(command))?;
    let (output, errors) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        let errors = scope.spawn(|| each_line(errors, |text| eprintln!("{text}")));
        each_line(output, &mut line)?;
        errors.join().unwrap_or(Ok(()))
    })
    .with_context(|| format!("the output of `{}` cannot be read", self::line(command)))?;
    let status = child.wait()?;
    if !status.success() {
        bail!("`{}` failed ({status})", self::line(command));
    }
    Ok(())
}

fn each_line(source: Option<impl Read>, mut line: impl FnMut(&str)) -> io::Result<()> {
    let Some(source) = source else { return Ok(()) };
    for text in BufReader::new(source).split(b'\n') {
        line(&String::from_utf8_lossy(&text?));
    }
    Ok(())
}

/// Runs a command to its end and gives what it wrote to standard output.
///
/// # Errors
/// The command cannot be started, or does not succeed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| not_started(command))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed ({}): {}", line(command), output.status, complaint.trim());
    }
    String::from_utf8(output.stdout).context("the output is not UTF-8")
}

/// Runs a command to its end and shows nothing; where it fails, gives all that it wrote.
///
/// # Errors
/// The command cannot be started.
pub(crate) fn quietly(command: &mut Command) -> Result<std::result::Result<(), String>> {
    let output = command.output().with_context(|| not_started(command))?;
    let said = || [output.stdout.as_slice(), &output.stderr].map(String::from_utf8_lossy).concat();
    Ok(if output.status.success() { Ok(()) } else { Err(said()) })
}

/// Returns whether a command can be run and succeeds; nothing is shown.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    matches!(command.output(), Ok(output) if output.status.success())
}

/// The command as it would be typed.
pub(crate) fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| quoted(&word.to_string_lossy()))
        .collect::<Vec<_>>()
        .join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,@+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

fn not_started(command: &Command) -> String {
    format!("`{}` could not be started", line(command))
}

/// Returns whether the error says that there is no such file.
pub(crate) fn is_missing(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        let mut command = program("node", Path::new("."));
        command.args(["--test", "a file.mjs", "it's", ""]);
        assert_eq!(line(&command), r"node --test 'a file.mjs' 'it'\''s' ''");
    }

    #[test]
    fn a_failure_names_the_command() {
        let error = run(program("false", Path::new(".")).arg("now")).unwrap_err();
        assert!(error.to_string().starts_with("`false now` failed"), "{error}");
        let error = run(&mut program("no-such-program-here", Path::new("."))).unwrap_err();
        assert_eq!(error.to_string(), "`no-such-program-here` could not be started");
    }

    #[test]
    fn every_line_is_passed_on_and_a_failure_too() {
        let mut lines = Vec::new();
        let result = watch(program("sh", Path::new(".")).args(["-c", "echo a; echo b; printf c; exit 3"]), |line| {
            lines.push(line.to_owned());
        });
        assert_eq!(lines, ["a", "b", "c"]);
        assert!(result.unwrap_err().to_string().contains("(exit status: 3)"));
    }
}
