//! Runs the tests of a WebAssembly crate in Node, with the version of wasm-bindgen that the lock file names.
//!
//! `cargo test` calls it with the path of a test module and the options of the test run.

#![allow(clippy::disallowed_methods, reason = "a runner reads its arguments")]

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use walrus::Module;
use wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args;

fn main() -> ExitCode {
    match run(std::env::args_os().collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Vec<OsString>) -> Result<()> {
    if let Some(file) = arguments.get_mut(1) {
        *file = prepared(Path::new(file))?;
    }
    run_cli_with_args(arguments)
}

/// Makes a copy of the module, beside it, without the list of its features.
fn prepared(file: &Path) -> Result<OsString> {
    let mut module = Module::from_file(file).with_context(|| format!("{} is not a module", file.display()))?;
    // As in the module of the package, JavaScript values are no references.
    module.customs.remove_raw("target_features");
    let copy = file.with_extension("prepared.wasm");
    module.emit_wasm_file(&copy)?;
    Ok(copy.into_os_string())
}
