//! Checks whether anything in the core can panic.
//!
//! It is looked at after link-time optimisation: a panic that is still there can happen as far as the compiler knows. Running out of
//! memory is set apart, since no input asks for so much.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result, ensure};
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module, passes};
use xshell::cmd;

use crate::build::module::TARGET;
use crate::check::figure::Figure;
use crate::check::{Job, say};
use crate::paths::Paths;
use crate::shell::run as run_command;

/// The crate that has every call of the core in one module, whose panics leave by an import.
const PROBE: &str = "tests/nopanic";

/// The import that every panic of the probe leaves by.
const WAY_OUT: &str = "panicked";

/// Functions that end the program when memory runs out, by a part of their names.
const OUT_OF_MEMORY: [&str; 3] = ["17capacity_overflow", "7raw_vec12handle_error", "18handle_alloc_error"];

/// The functions that panics begin with, by a part of their names.
const PANICS: [&str; 6] = [
    "9panicking",
    "13unwrap_failed",
    "13expect_failed",
    "16slice_index_fail",
    "16slice_error_fail",
    "rust_begin_unwind",
];

/// The one call of the probe that does panic: without it nothing would tell whether panics are seen at all.
const CONTROL: &str = "control";

pub(crate) fn run(job: Job<'_>) -> Result<Figure> {
    let paths = job.paths;
    let mut core = probe(paths)?;
    let calls = core.exports.iter().filter(|export| export.name.starts_with("call_")).count();
    let missing = missing(&fs::read_to_string(paths.at("crates/core/src/lib.rs"))?, &core);
    ensure!(has_way_out(&core), "not even the control of the probe panics");
    core.exports.remove(CONTROL)?;
    let of_core = panics(&mut core);
    let is_shut = !has_way_out(&core);

    of_core.iter().for_each(|(name, count)| say(&format!("{count} in {name}")));
    missing.iter().for_each(|name| say(&format!("{PROBE} does not call {name}")));
    let text = format!(
        "{} places in the core ({calls} calls) where a panic is left; its import is {}",
        of_core.values().sum::<u64>(),
        if is_shut { "gone" } else { "there" },
    );
    Ok(Figure::new(text, is_shut && of_core.is_empty() && missing.is_empty()))
}

fn probe(paths: &Paths) -> Result<Module> {
    let (sh, folder) = (paths.shell("")?, paths.at("target/nopanic"));
    sh.set_var("CARGO_TARGET_DIR", &folder);
    let manifest = format!("{PROBE}/Cargo.toml");
    run_command(cmd!(sh, "cargo build --quiet --locked --release --target {TARGET} --manifest-path {manifest}"))?;
    Module::from_file(folder.join(TARGET).join("release/nopanic.wasm")).context("the probe is no module")
}

fn has_way_out(module: &Module) -> bool {
    module.imports.iter().any(|import| import.name == WAY_OUT)
}

/// Returns the functions of the core's public surface that the probe has no call for. What a feature adds needs `std`.
fn missing(library: &str, probe: &Module) -> Vec<String> {
    let statements =
        library.split(";\n").map(str::trim_start).filter_map(|statement| statement.strip_prefix("pub use "));
    // After the modules there is a list in braces, or one name.
    let lists = statements.filter_map(|statement| statement.split_once('{').or_else(|| statement.rsplit_once("::")));
    lists
        .flat_map(|(_, list)| list.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter(|name| probe.exports.iter().all(|export| export.name != format!("call_{name}")))
        .map(str::to_owned)
        .collect()
}

/// Counts the calls that begin a panic, by the function that they are in.
fn panics(module: &mut Module) -> BTreeMap<String, u64> {
    named(module, &OUT_OF_MEMORY).into_iter().for_each(|id| end(module, id));
    passes::gc::run(module);
    let beginnings = named(module, &PANICS);
    let callers = module.funcs.iter_local().filter(|(id, _)| !beginnings.contains(id)).map(|(id, function)| {
        let mut calls = Calls { of: &beginnings, count: 0 };
        dfs_in_order(&mut calls, function, function.entry_block());
        (module.funcs.get(id).name.clone().unwrap_or_default(), calls.count)
    });
    callers.filter(|(_, count)| *count > 0).collect()
}

/// Counts the calls of some functions.
struct Calls<'a> {
    of: &'a [FunctionId],
    count: u64,
}

impl<'instr> Visitor<'instr> for Calls<'_> {
    fn visit_function_id(&mut self, function: &FunctionId) {
        if self.of.contains(function) {
            self.count = self.count.saturating_add(1);
        }
    }
}

/// Returns the functions whose names have one of these parts.
fn named(module: &Module, parts: &[&str]) -> Vec<FunctionId> {
    let has_part = |name: &String| parts.iter().any(|part| name.contains(part));
    let functions = module.funcs.iter().filter(|function| function.name.as_ref().is_some_and(has_part));
    functions.map(|function| function.id()).collect()
}

/// Puts a trap in place of a function.
fn end(module: &mut Module, id: FunctionId) {
    let FunctionKind::Local(function) = &module.funcs.get(id).kind else { return };
    let signature = module.types.get(function.ty());
    let (params, results) = (signature.params().to_vec(), signature.results().to_vec());
    let arguments = function.args.clone();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    builder.func_body().unreachable();
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with an export `call_a` that calls a function of this name.
    fn calling(name: &str) -> Module {
        let mut module = Module::default();
        let mut called = FunctionBuilder::new(&mut module.types, &[], &[]);
        called.name(name.to_owned()).func_body().unreachable();
        let called = called.finish(vec![], &mut module.funcs);
        let mut caller = FunctionBuilder::new(&mut module.types, &[], &[]);
        caller.name("caller".to_owned()).func_body().call(called).call(called);
        let caller = caller.finish(vec![], &mut module.funcs);
        module.exports.add("call_a_b", caller);
        module
    }

    #[test]
    fn places_are_counted_where_panics_begin() {
        let found = panics(&mut calling("_RNvNtCs_4core9panicking9panic_fmt"));
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [("caller".to_owned(), 2)]);
        assert!(panics(&mut calling("harmless")).is_empty());
    }

    #[test]
    fn what_only_runs_out_of_memory_is_no_panic() {
        let mut module = calling("_RNvNtCs_5alloc7raw_vec17capacity_overflow");
        let panic = module.types.add(&[], &[]);
        let (way_out, _) = module.add_import_func("world", WAY_OUT, panic);
        let id = named(&module, &OUT_OF_MEMORY)[0];
        let mut body = FunctionBuilder::new(&mut module.types, &[], &[]);
        body.func_body().call(way_out);
        module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(vec![]));
        assert!(has_way_out(&module));
        assert!(panics(&mut module).is_empty());
        assert!(!has_way_out(&module));
    }

    #[test]
    fn what_the_probe_does_not_call_is_named() {
        let library = "mod a_b;\npub use a::b::{Type, a_b, c};\npub use d::e::{\n    e_f,\n};\npub use g::h;\n#[cfg(feature = \"i\")]\npub use i::j;\n";
        assert_eq!(missing(library, &calling("x")), ["c", "e_f", "h"]);
    }
}
