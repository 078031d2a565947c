//! The command line.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};

use crate::{check, packaging, test};

/// Developer commands of partner-center-rules.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) task: Option<Task>,
}

/// One task with its options. The text of `--help` is made of these comments.
#[derive(Debug, Subcommand, PartialEq, Eq)]
pub(crate) enum Task {
    /// Serve the portal and the sandbox on this machine.
    ///
    /// Builds what is missing and serves the portal on 127.0.0.1 until Ctrl+C, with the sandbox in place of Partner Center.
    /// Prints its address.
    Portal {
        /// The port; 0 picks a free one.
        #[arg(long, value_name = "N", default_value_t = 8080)]
        port: u16,
        /// The customers and validation codes of the sandbox: see crates/sandbox/README.md.
        #[arg(long, value_name = "FILE")]
        data: Option<PathBuf>,
    },
    /// Run every test.
    ///
    /// Installs what the tests need and runs the steps, two at a time, until one fails. What a step prints is shown when it has
    /// ended. The last line is the number of tests.
    /// The tests need rustup, Node.js 20 or later with npm, Python 3, and a browser: the one that CHROMIUM names, or an installed
    /// Chromium, Chrome or Edge. Where there is none, Chromium is installed: by apt-get for root, else by Playwright into
    /// target/browsers.
    Test {
        /// Run one step; can be given several times.
        #[arg(long, value_name = "STEP", value_parser = PossibleValuesParser::new(test::names()))]
        only: Vec<String>,
    },
    /// Run extended verification.
    ///
    /// Runs the quick checks, or those that are named, two at a time. Each ends in one figure and fails when the figure is short.
    /// The tools that they need are installed into target/tools.
    Check(check::Request),
    /// Measure the rules and the package against alternatives.
    ///
    /// Measures the rules in Rust, and the package in Node against plain JavaScript, schema libraries and rule engines, on the
    /// same cases, and prints the tables. Takes about five minutes; nothing else should run meanwhile.
    Bench {
        /// Leave the tables in tests/BENCHMARKS.md.
        #[arg(long)]
        write: bool,
    },
    /// Build the npm package into pkg/dist.
    ///
    /// A step whose inputs are unchanged is skipped.
    Build,
    /// Try the package in the environments of its users.
    ///
    /// Packs the npm package and uses it in the projects of tests/packaging: bundlers, frameworks, test runners and engines.
    /// Each is copied to target/packaging and installs its tools there. The last line is the number of projects.
    Packaging {
        /// Run one project.
        #[arg(long, value_name = "PROJECT", conflicts_with = "quick", value_parser = PossibleValuesParser::new(packaging::names()))]
        only: Option<String>,
        /// Run those that are part of `cargo xtask test`.
        #[arg(long)]
        quick: bool,
    },
    /// Check bundle size.
    ///
    /// Bundles the package as a page would: the whole of it, and what only decides and checks a form. Prints the bytes of both
    /// and of the module, raw and compressed, and the time from import to the first decision in a fresh Node. Fails where one
    /// is over its budget in tests/size/budget.json.
    Size,
    /// Update the API report.
    ///
    /// Writes pkg/api.d.ts, which has everything that the package declares, from the built package. Refuses declarations
    /// without an example, and such as `any`.
    Api {
        /// Change nothing; show what differs from the file.
        #[arg(long)]
        check: bool,
    },
    /// Write the TypeScript tables from the Rust tables.
    ///
    /// The file is pkg/src/generated/tables.ts.
    Generate {
        /// Change nothing; fail when the file differs from the tables.
        #[arg(long)]
        check: bool,
    },
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    fn task(line: &str) -> Result<Option<Task>, String> {
        let words = ["cargo xtask"].into_iter().chain(line.split_whitespace());
        Arguments::try_parse_from(words).map(|arguments| arguments.task).map_err(|error| error.to_string())
    }

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
        assert_eq!(task("").unwrap(), None);
        assert_eq!(task("portal").unwrap(), Some(Task::Portal { port: 8080, data: None }));
        assert_eq!(task("test --only node").unwrap(), Some(Task::Test { only: vec!["node".to_owned()] }));
        let names = vec!["hot".to_owned(), "fuzz".to_owned()];
        assert_eq!(
            task("check hot --full fuzz --write").unwrap(),
            Some(Task::Check(check::Request { names, full: true, write: true }))
        );
    }

    #[test]
    fn a_slip_is_refused_with_what_was_meant() {
        for (line, meant) in [
            ("tset", "'test'"),
            ("bench --wirte", "'--write'"),
            ("test --only brwoser", "'browser'"),
            ("check fuzzy", "'fuzz'"),
            ("check x", "supply, imports"),
            ("portal --port 65536", "0..=65535"),
            ("packaging --only webpakc", "'webpack'"),
            ("packaging --quick --only vite", "cannot be used with"),
        ] {
            let error = task(line).unwrap_err();
            assert!(error.contains(meant), "{error}");
        }
    }
}
