//! Parses the command line.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use lexopt::prelude::*;
use partner_center_sandbox::Portal;

/// The task that the command line selects.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Help,
    Serve(Options),
}

/// Options of the server.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) address: IpAddr,
    pub(crate) port: u16,
    pub(crate) data: Option<PathBuf>,
    pub(crate) portal: Option<Portal>,
}

pub(crate) const HELP: &str = "\
usage: partner-center-sandbox [options]

A local stand-in for the endpoints of Partner Center about qualifications and account validation.
Prints its address and serves until Ctrl-C. All it holds is in memory.

  --port N           the port, 8080 unless given; 0 picks a free one
  --address IP       the address, 127.0.0.1 unless given; /v1 and /sandbox answer only this machine, whatever it is
  --data FILE        the customers and validation codes to start with, instead of the built-in ones
  --www FOLDER       serve a built portal, which has an index.html

Endpoints and the data file: crates/sandbox/README.md
";

const DEFAULT_PORT: u16 = 8080;

/// Reads the command line.
///
/// # Errors
/// An unknown option, or a value that cannot be read.
pub(crate) fn parse(mut arguments: lexopt::Parser) -> Result<Task, lexopt::Error> {
    let mut options = Options { address: Ipv4Addr::LOCALHOST.into(), port: DEFAULT_PORT, data: None, portal: None };
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Task::Help),
            Long("port") => options.port = arguments.value()?.parse()?,
            Long("address") => options.address = arguments.value()?.parse()?,
            Long("data") => options.data = Some(arguments.value()?.into()),
            Long("www") => options.portal = Some(Portal { www: arguments.value()?.into() }),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Task::Serve(options))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(line: &str) -> Result<Task, lexopt::Error> {
        parse(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn defaults_apply_without_options() {
        let options = Options { address: [127, 0, 0, 1].into(), port: 8080, data: None, portal: None };
        assert_eq!(task("").unwrap(), Task::Serve(options));
    }

    #[test]
    fn every_option_is_parsed() {
        let line = "--port 0 --address ::1 --data d.json --www=w";
        let portal = Some(Portal { www: "w".into() });
        let address = "::1".parse().unwrap();
        assert_eq!(task(line).unwrap(), Task::Serve(Options { address, port: 0, data: Some("d.json".into()), portal }));
    }

    #[test]
    fn help_lists_every_option() {
        assert_eq!(task("--port 1 --help").unwrap(), Task::Help);
        for option in ["--port", "--address", "--data", "--www"] {
            assert!(HELP.contains(&format!("\n  {option} ")), "{option}");
        }
    }

    #[test]
    fn invalid_options_are_errors() {
        for line in ["--port 65536", "--port", "--address localhost", "--www", "--fast", "8080"] {
            assert!(task(line).is_err(), "{line}");
        }
    }
}
