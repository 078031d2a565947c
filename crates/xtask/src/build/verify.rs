//! Checks whether a finished module may go into the package.

use anyhow::{Result, bail, ensure};
use walrus::{Module, RefType, ValType};

/// Checks that a module asks for nothing but its bindings and lets no reference to a JavaScript value out.
///
/// Node 20 aborts the process when a hot call that returns an `externref` is deoptimised.
pub(crate) fn check(module: &Module, glue: &str) -> Result<()> {
    if let Some(import) = module.imports.iter().find(|import| import.module != glue) {
        bail!("the module imports `{}` from `{}`, not from its bindings", import.name, import.module);
    }
    let is_plain = |types: &[ValType]| types.iter().all(|value| !matches!(value, ValType::Ref(_)));
    for signature in module.types.iter() {
        ensure!(is_plain(signature.params()), "the module has a reference as a parameter");
        ensure!(is_plain(signature.results()), "the module has a reference as a result");
        ensure!(signature.results().len() <= 1, "the module has a function with several results");
    }
    ensure!(
        module.tables.iter().all(|table| table.element_ty == RefType::FUNCREF),
        "the module has a table of references"
    );
    ensure!(module.globals.iter().all(|global| is_plain(&[global.ty])), "the module has a reference as a global");
    ensure!(
        module.locals.iter().all(|local| is_plain(&[local.ty()])),
        "the module has a reference as a local variable"
    );
    // `pkg/src/boundary/instance.ts` would have to call it.
    ensure!(module.exports.iter().all(|export| export.name != "__wbindgen_start"), "the module has a start function");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "./glue.js";
    const EXTERNREF: ValType = ValType::Ref(RefType::EXTERNREF);

    #[test]
    fn numbers_and_the_bindings_pass() {
        let mut module = Module::default();
        let signature = module.types.add(&[ValType::I32, ValType::F64], &[ValType::I32]);
        module.add_import_func(GLUE, "throw", signature);
        module.tables.add_local(false, 1, None, RefType::FUNCREF);
        check(&module, GLUE).unwrap();
    }

    #[test]
    fn what_must_not_be_there_is_found() {
        type Change = fn(&mut Module);
        let faults: [(&str, Change); 7] = [
            ("reference as a parameter", |module| _ = module.types.add(&[EXTERNREF], &[])),
            ("reference as a result", |module| _ = module.types.add(&[], &[EXTERNREF])),
            ("reference as a local variable", |module| _ = module.locals.add(EXTERNREF)),
            ("table of references", |module| _ = module.tables.add_local(false, 1, None, RefType::EXTERNREF)),
            ("several results", |module| _ = module.types.add(&[], &[ValType::I32; 2])),
            ("imports `abort` from `env`", |module| {
                let signature = module.types.add(&[], &[]);
                module.add_import_func("env", "abort", signature);
            }),
            ("start function", |module| {
                let memory = module.memories.add_local(false, false, 1, None, None);
                module.exports.add("__wbindgen_start", memory);
            }),
        ];
        for (words, change) in faults {
            let mut module = Module::default();
            change(&mut module);
            let error = check(&module, GLUE).unwrap_err().to_string();
            assert!(error.contains(words), "{error}");
        }
    }
}
