//! The developer commands of the repository: `cargo xtask --help` lists them.

#![allow(clippy::disallowed_methods, reason = "what runs programs starts them, and takes their time")]

mod api;
mod arguments;
mod bench;
mod browser;
mod build;
mod check;
mod packaging;
mod paths;
mod portal;
mod report;
mod shell;
mod side_by_side;
mod size;
mod stamp;
mod tables;
mod test;
mod written;

use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory as _, Parser as _};

use crate::arguments::{Arguments, Task};
use crate::paths::Paths;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let Some(task) = Arguments::parse().task else {
        Arguments::command().print_help()?;
        return Ok(ExitCode::SUCCESS);
    };
    let paths = Paths::of_this_workspace()?;
    match task {
        Task::Api { check } => api::run(&paths, check)?,
        Task::Bench { write } => bench::run(&paths, write)?,
        Task::Build => build::run(&paths)?,
        Task::Generate { check } => tables::run(&paths, check)?,
        Task::Packaging { only, quick } => return packaging::run_task(&paths, only.as_deref(), quick),
        Task::Portal { port, data } => portal::run_task(&paths, port, data.as_deref())?,
        Task::Size => size::run_task(&paths)?,
        Task::Test { only } => return test::run(&paths, &only),
        Task::Check(request) => return check::run(&paths, &request),
    }
    Ok(ExitCode::SUCCESS)
}
