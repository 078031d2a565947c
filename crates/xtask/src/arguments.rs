//! What the command line asks for.

use anyhow::{Result, bail};
use lexopt::prelude::*;

/// One task with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Help(&'static str),
    Build,
    Generate { check: bool },
}

const HELP: &str = "\
usage: cargo xtask <task> [options]

  build      build the npm package into pkg/dist
  generate   write the TypeScript tables from the Rust tables

`cargo xtask <task> --help` says more.
";

const BUILD_HELP: &str = "\
usage: cargo xtask build

Builds the npm package into pkg/dist: index.js, index.cjs and their declarations.
A step whose inputs are unchanged is skipped.
";

const GENERATE_HELP: &str = "\
usage: cargo xtask generate [--check]

Writes pkg/src/tables.ts from the tables of the Rust crate.

  --check    change nothing; fail when the file differs from the tables
";

/// Reads the command line.
///
/// # Errors
/// An unknown task or option, or a value that cannot be read.
pub(crate) fn parse(mut arguments: lexopt::Parser) -> Result<Task> {
    let task = match arguments.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Task::Help(HELP)),
        Some(Value(task)) => task.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match task.as_str() {
        "help" => Ok(Task::Help(HELP)),
        "build" => build(arguments),
        "generate" => generate(arguments),
        other => bail!("unknown task `{other}`: `cargo xtask --help` lists the tasks"),
    }
}

fn build(mut arguments: lexopt::Parser) -> Result<Task> {
    match arguments.next()? {
        None => Ok(Task::Build),
        Some(Short('h') | Long("help")) => Ok(Task::Help(BUILD_HELP)),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn generate(mut arguments: lexopt::Parser) -> Result<Task> {
    let mut check = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("check") => check = true,
            Short('h') | Long("help") => return Ok(Task::Help(GENERATE_HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Generate { check })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(line: &str) -> Result<Task> {
        parse(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn every_task_has_help() {
        for task_name in ["build", "generate"] {
            let Task::Help(text) = task(&format!("{task_name} --help")).unwrap() else {
                panic!("{task_name} has no help");
            };
            assert!(text.starts_with(&format!("usage: cargo xtask {task_name}")));
            assert!(HELP.contains(&format!("\n  {task_name} ")));
        }
    }

    #[test]
    fn unknown_tasks_and_options_are_refused() {
        assert!(task("deploy").unwrap_err().to_string().contains("`deploy`"));
        assert!(task("build --fast").is_err());
        assert!(task("--fast").is_err());
    }

    #[test]
    fn generate_can_check() {
        assert_eq!(task("generate").unwrap(), Task::Generate { check: false });
        assert_eq!(
            task("generate --check").unwrap(),
            Task::Generate { check: true }
        );
    }
}
