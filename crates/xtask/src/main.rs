//! The one door of the repository: `cargo xtask bench`, `build`, `api`, `generate`, `packaging`, `portal`, `size`, `test` and `check`.

#![allow(clippy::disallowed_methods, reason = "what runs programs starts them, and takes their time")]

mod api;
mod arguments;
mod bench;
mod build;
mod check;
mod generate;
mod markdown;
mod npm;
mod packaging;
mod paths;
mod portal;
mod process;
mod progress;
mod size;
mod stamp;
mod tables;
mod test;

use std::process::ExitCode;

use anyhow::Result;

use crate::arguments::Task;
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
    let task = arguments::parse(lexopt::Parser::from_env())?;
    let paths = Paths::of_this_workspace()?;
    match task {
        Task::Help(text) => show(text),
        Task::Api { check: false } => api::write(&paths)?,
        Task::Api { check: true } => api::check(&paths)?,
        Task::Bench { is_written } => bench::run(&paths, is_written)?,
        Task::Build => build::run(&paths)?,
        Task::Generate { check: false } => generate::write(&paths)?,
        Task::Generate { check: true } => generate::check(&paths)?,
        Task::Packaging(choice) => return packaging::run(&paths, &choice),
        Task::Portal { port, data } => portal::run(&paths, port, data.as_deref())?,
        Task::Size => size::run(&paths)?,
        Task::Test { only } => return test::run(&paths, only.as_deref()),
        Task::Check(request) => return check::run(&paths, &request),
    }
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::print_stdout, reason = "help that was asked for is the output")]
fn show(text: &str) {
    print!("{text}");
}
