//! Functions that end the program. A panic of the module traps, and nobody can read what it would have said: nothing has to
//! write it.

use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module};

/// Functions that end the program when memory runs out, by a part of their names.
pub(crate) const OUT_OF_MEMORY: [&str; 3] = ["17capacity_overflow", "7raw_vec12handle_error", "18handle_alloc_error"];

/// The functions that panics begin with, by a part of their names.
pub(crate) const PANICS: [&str; 6] = [
    "9panicking",
    "13unwrap_failed",
    "13expect_failed",
    "16slice_index_fail",
    "16slice_error_fail",
    "rust_begin_unwind",
];

/// Puts a trap in place of every panic of a module.
pub(crate) fn silence(module: &mut Module) {
    for id in named(module, &[&OUT_OF_MEMORY[..], &PANICS[..]].concat()) {
        end(module, id);
    }
}

/// The functions whose names have one of these parts.
pub(crate) fn named(module: &Module, parts: &[&str]) -> Vec<FunctionId> {
    let has_part = |name: &String| parts.iter().any(|part| name.contains(part));
    module
        .funcs
        .iter()
        .filter(|function| function.name.as_ref().is_some_and(has_part))
        .map(|function| function.id())
        .collect()
}

/// Puts a trap in place of a function.
pub(crate) fn end(module: &mut Module, id: FunctionId) {
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
    use walrus::passes;

    use super::*;

    #[test]
    fn what_only_a_panic_calls_is_gone() {
        let mut module = Module::default();
        let signature = module.types.add(&[], &[]);
        let (writer, _) = module.add_import_func("world", "write", signature);
        let mut panic = FunctionBuilder::new(&mut module.types, &[], &[]);
        panic.name("_RNvNtCs_4core9panicking9panic_fmt".to_owned()).func_body().call(writer);
        let panic = panic.finish(vec![], &mut module.funcs);
        module.exports.add("call", panic);
        silence(&mut module);
        passes::gc::run(&mut module);
        assert_eq!((module.imports.iter().count(), module.funcs.iter().count()), (0, 1));
    }
}
