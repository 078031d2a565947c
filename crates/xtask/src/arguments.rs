//! What the command line asks for.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use lexopt::prelude::*;

use crate::check;
use crate::packaging::Choice;

/// One task with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Help(&'static str),
    Api { check: bool },
    Bench { is_written: bool },
    Build,
    Generate { check: bool },
    Packaging(Choice),
    Portal { port: u16, data: Option<PathBuf> },
    Size,
    Test { only: Option<String> },
    Check(check::Request),
}

const HELP: &str = "\
usage: cargo xtask <task> [options]

  portal     serve the portal and the sandbox on this machine
  test       run every test
  check      show what tests alone cannot, in figures
  bench      measure the rules and the package, against what is written in their place
  build      build the npm package into pkg/dist
  packaging  try the package in the environments of its users
  size       weigh the package against its budget
  api        write down what the package declares
  generate   write the TypeScript tables from the Rust tables

`cargo xtask <task> --help` says more.
";

const BENCH_HELP: &str = "\
usage: cargo xtask bench [--write]

Measures the rules in Rust, and the package in Node against plain JavaScript, schema libraries and rule engines, on the
same cases, and prints the tables. Takes about five minutes; nothing else should run meanwhile.

  --write    leave the tables in tests/BENCHMARKS.md
";

const BUILD_HELP: &str = "\
usage: cargo xtask build

Builds the npm package into pkg/dist: index.js, index.cjs and their declarations.
A step whose inputs are unchanged is skipped.
";

const API_HELP: &str = "\
usage: cargo xtask api [--check]

Writes pkg/api.d.ts, which has everything that the package declares, from the built package. Refuses declarations
without an example, and such as `any`.

  --check    change nothing; show what differs from the file
";

const GENERATE_HELP: &str = "\
usage: cargo xtask generate [--check]

Writes pkg/src/generated/tables.ts from the tables of the Rust crate.

  --check    change nothing; fail when the file differs from the tables
";

const PACKAGING_HELP: &str = "\
usage: cargo xtask packaging [--only PROJECT | --quick]

Packs the npm package and uses it in the projects of tests/packaging: bundlers, frameworks, test runners and
engines. Each is copied to target/packaging and installs its tools there. The last line is the number of projects.

  --only PROJECT   run one project
  --quick          run those that are part of `cargo xtask test`
";

const SIZE_HELP: &str = "\
usage: cargo xtask size

Bundles the package as a page would: the whole of it, and what only decides and checks a form. Prints the bytes of
both and of the module, raw and compressed, and the time from import to the first decision in a fresh Node. Fails
where one is over its budget in tests/size/budget.json.
";

const PORTAL_HELP: &str = "\
usage: cargo xtask portal [--port N] [--data FILE]

Builds what is missing and serves the portal on 127.0.0.1 until Ctrl+C, with the sandbox in place of Partner Center.
Prints its address.

  --port N      the port, 8080 unless given; 0 picks a free one
  --data FILE   the customers and validation codes of the sandbox: see crates/sandbox/README.md
";

const TEST_HELP: &str = "\
usage: cargo xtask test [--only STEP]

Installs what the tests need and runs every step up to the first that fails. The last line is the number of tests.

  --only STEP   run one step: format, tables, lint, features, docs, examples, crates, rust, wasm, build,
                size, api, types, node, sandbox, forms, bench, packaging or browser

The tests need rustup, Node.js 20 or later with npm, Python 3, and Chromium: Debian's, or the one that CHROMIUM names.
";

const CHECK_HELP: &str = "\
usage: cargo xtask check [CHECK...] [--full] [--write]

Runs the quick checks, or those that are named. Each ends in one figure and fails when the figure is short.
The tools that they need are installed into target/tools.

  CHECK      supply, imports, table, nopanic, parsers, differential, hostile, hot,
             coverage, miri, fuzz or mutants
  --full     every check, with the full counts, which takes hours
  --write    enter the figures in tests/PROOF.md
";

const DEFAULT_PORT: u16 = 8080;

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
        "bench" => bench(arguments),
        "build" => plain(arguments, Task::Build, BUILD_HELP),
        "size" => plain(arguments, Task::Size, SIZE_HELP),
        "api" => Ok(match check_option(arguments)? {
            Some(check) => Task::Api { check },
            None => Task::Help(API_HELP),
        }),
        "generate" => Ok(match check_option(arguments)? {
            Some(check) => Task::Generate { check },
            None => Task::Help(GENERATE_HELP),
        }),
        "packaging" => packaging(arguments),
        "portal" => portal(arguments),
        "test" => test(arguments),
        "check" => check(arguments),
        other => bail!("unknown task `{other}`: `cargo xtask --help` lists the tasks"),
    }
}

/// A task without options of its own.
fn plain(mut arguments: lexopt::Parser, task: Task, help: &'static str) -> Result<Task> {
    match arguments.next()? {
        None => Ok(task),
        Some(Short('h') | Long("help")) => Ok(Task::Help(help)),
        Some(other) => Err(other.unexpected().into()),
    }
}

/// Returns whether there is the option `--check`; nothing if help is asked for.
fn check_option(mut arguments: lexopt::Parser) -> Result<Option<bool>> {
    let mut check = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("check") => check = true,
            Short('h') | Long("help") => return Ok(None),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(check))
}

fn bench(mut arguments: lexopt::Parser) -> Result<Task> {
    let mut is_written = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("write") => is_written = true,
            Short('h') | Long("help") => return Ok(Task::Help(BENCH_HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Bench { is_written })
}

fn packaging(mut arguments: lexopt::Parser) -> Result<Task> {
    let mut choice = Choice::All;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("only") => choice = Choice::One(arguments.value()?.string()?),
            Long("quick") => choice = Choice::Quick,
            Short('h') | Long("help") => return Ok(Task::Help(PACKAGING_HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Packaging(choice))
}

fn portal(mut arguments: lexopt::Parser) -> Result<Task> {
    let (mut port, mut data) = (DEFAULT_PORT, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("port") => {
                let text = arguments.value()?.string()?;
                port = text.parse().with_context(|| format!("the port `{text}` is not a number from 0 to 65535"))?;
            }
            Long("data") => data = Some(arguments.value()?.into()),
            Short('h') | Long("help") => return Ok(Task::Help(PORTAL_HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Portal { port, data })
}

fn test(mut arguments: lexopt::Parser) -> Result<Task> {
    let mut only = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("only") => only = Some(arguments.value()?.string()?),
            Short('h') | Long("help") => return Ok(Task::Help(TEST_HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Test { only })
}

fn check(mut arguments: lexopt::Parser) -> Result<Task> {
    let mut request = check::Request::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("full") => request.is_full = true,
            Long("write") => request.is_written = true,
            Value(name) => request.names.push(name.string()?),
            Short('h') | Long("help") => return Ok(Task::Help(CHECK_HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Check(request))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(line: &str) -> Result<Task> {
        parse(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn every_task_has_help() {
        for task_name in ["portal", "test", "check", "bench", "build", "size", "packaging", "api", "generate"] {
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
        assert_eq!(task("generate --check").unwrap(), Task::Generate { check: true });
        assert_eq!(task("api").unwrap(), Task::Api { check: false });
        assert_eq!(task("api --check").unwrap(), Task::Api { check: true });
    }

    #[test]
    fn the_figures_can_be_written() {
        assert_eq!(task("bench").unwrap(), Task::Bench { is_written: false });
        assert_eq!(task("bench --write").unwrap(), Task::Bench { is_written: true });
        assert!(task("bench zod").is_err());
    }

    #[test]
    fn the_projects_can_be_chosen() {
        assert_eq!(task("packaging").unwrap(), Task::Packaging(Choice::All));
        assert_eq!(task("packaging --quick").unwrap(), Task::Packaging(Choice::Quick));
        assert_eq!(task("packaging --only vite").unwrap(), Task::Packaging(Choice::One("vite".to_owned())));
        assert!(task("packaging vite").is_err());
    }

    #[test]
    fn the_portal_has_a_port() {
        assert_eq!(task("portal").unwrap(), Task::Portal { port: 8080, data: None });
        assert_eq!(task("portal --port 0").unwrap(), Task::Portal { port: 0, data: None });
        assert_eq!(task("portal --port=9000").unwrap(), Task::Portal { port: 9000, data: None });
        for wrong in ["portal --port 65536", "portal --port -1", "portal --port x"] {
            let error = format!("{:#}", task(wrong).unwrap_err());
            assert!(error.contains("is not a number from 0 to 65535"), "{error}");
        }
        let data = Some("customers.json".into());
        assert_eq!(task("portal --data customers.json").unwrap(), Task::Portal { port: 8080, data });
        assert!(task("portal --port").is_err());
        assert!(task("portal --data").is_err());
        assert!(task("portal 9000").is_err());
    }

    #[test]
    fn one_step_of_the_tests_can_be_chosen() {
        assert_eq!(task("test").unwrap(), Task::Test { only: None });
        assert_eq!(task("test --only node").unwrap(), Task::Test { only: Some("node".to_owned()) });
        let names = crate::test::names();
        for name in names.split(", ") {
            assert!(TEST_HELP.contains(name), "{name}");
        }
    }

    #[test]
    fn checks_are_chosen_by_name() {
        assert_eq!(task("check").unwrap(), Task::Check(check::Request::default()));
        let request =
            check::Request { names: vec!["hot".to_owned(), "fuzz".to_owned()], is_full: true, is_written: true };
        assert_eq!(task("check hot --full fuzz --write").unwrap(), Task::Check(request));
        assert!(task("check --fast").is_err());
        for name in check::names().split(", ") {
            assert!(CHECK_HELP.contains(name), "{name}");
        }
    }
}
