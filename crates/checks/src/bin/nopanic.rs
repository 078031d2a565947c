//! Counts the places in the core, and in the module of the package, where a panic can begin.
//!
//! `nopanic PROBE MODULE`: the module of `tests/nopanic`, and that of the package with its names. The last line is the figure.
//!
//! They are looked at after link-time optimisation: a panic that is still there can happen as far as the compiler knows. Running out
//! of memory is set apart, since no input asks for so much.

#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a program whose output is a figure")]

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::process::ExitCode;

use anyhow::{Context as _, Result, ensure};
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module, passes};

/// The number of places in the module of the package, which has the standard library and serde in it. It only falls: where there
/// are fewer it is lowered.
const CEILING: u64 = 6;

/// The public surface of the core.
const LIBRARY: &str = include_str!("../../../core/src/lib.rs");

/// The import that every panic of the probe leaves by.
const WAY_OUT: &str = "panicked";

/// Functions that end the program when memory runs out, by a part of their names.
const OUT_OF_MEMORY: [&str; 3] = ["capacity_overflow", "handle_error", "handle_alloc_error"];

/// The functions that panics begin with, by a part of their names.
const PANICS: [&str; 7] = [
    "panicking",
    "panic_already",
    "unwrap_failed",
    "expect_failed",
    "slice_index_fail",
    "slice_error_fail",
    "rust_begin_unwind",
];

/// The one call of the probe that does panic: without it nothing would tell whether panics are seen at all.
const CONTROL: &str = "control";

fn main() -> Result<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    let mut module = || Module::from_file(arguments.next().context("usage: nopanic PROBE MODULE")?);
    let (mut core, mut package) = (module()?, module()?);
    let calls = core.exports.iter().filter(|export| export.name.starts_with("call_")).count();
    let missing = missing(LIBRARY, &core);
    ensure!(has_way_out(&core), "not even the control of the probe panics");
    core.exports.remove(CONTROL)?;
    let (of_core, of_package) = (panics(&mut core), panics(&mut package));
    let is_shut = !has_way_out(&core);

    for (whose, places) in [("core", &of_core), ("module", &of_package)] {
        places.iter().for_each(|(name, count)| println!("{whose}: {count} in {name}"));
    }
    missing.iter().for_each(|name| println!("the probe does not call {name}"));
    let [in_core, in_package] = [&of_core, &of_package].map(|places| places.values().sum::<u64>());
    println!(
        "{in_core} places in the core ({calls} calls) where a panic is left, its import is {}; {in_package} in the module of the \
         package, {}",
        if is_shut { "gone" } else { "there" },
        beside_ceiling(in_package),
    );
    let is_reached = is_shut && in_core == 0 && missing.is_empty() && in_package == CEILING;
    Ok(if is_reached { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Compares the number of places in the module of the package with the ceiling.
fn beside_ceiling(places: u64) -> String {
    match places.cmp(&CEILING) {
        Ordering::Less => format!("below the ceiling of {CEILING}: lower it"),
        Ordering::Equal => "which is the ceiling".to_owned(),
        Ordering::Greater => format!("above the ceiling of {CEILING}"),
    }
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
        // As the compiler writes the name, and as wasm-bindgen does.
        for name in ["_RNvNtCs_4core9panicking9panic_fmt", "core[c5]::panicking::panic_fmt"] {
            let found = panics(&mut calling(name));
            assert_eq!(found.into_iter().collect::<Vec<_>>(), [("caller".to_owned(), 2)]);
        }
        assert!(panics(&mut calling("harmless")).is_empty());
    }

    #[test]
    fn the_ceiling_only_falls() {
        assert_eq!(beside_ceiling(CEILING), "which is the ceiling");
        assert!(beside_ceiling(CEILING - 1).ends_with("lower it"));
        assert!(beside_ceiling(CEILING + 1).starts_with("above"));
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
