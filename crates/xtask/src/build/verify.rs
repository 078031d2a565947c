//! Whether a finished module may go into the package.

use anyhow::{Result, bail, ensure};
use walrus::{Module, RefType, ValType};

/// Checks that a module asks for nothing but its glue and lets no reference to a JavaScript value out.
///
/// Node 20 aborts the process when a hot call that returns an `externref` is deoptimised.
pub(crate) fn check(module: &Module, glue: &str) -> Result<()> {
    for import in module.imports.iter() {
        ensure!(
            import.module == glue,
            "the module imports `{}` from `{}`, not from its glue",
            import.name,
            import.module
        );
    }
    for table in module.tables.iter() {
        ensure!(table.element_ty == RefType::FUNCREF, "the module has a table of {}", table.element_ty);
    }
    for signature in module.types.iter() {
        plain(signature.params(), "a parameter")?;
        plain(signature.results(), "a result")?;
        ensure!(signature.results().len() <= 1, "the module has a function with several results");
    }
    for global in module.globals.iter() {
        plain(&[global.ty], "a global")?;
    }
    for local in module.locals.iter() {
        plain(&[local.ty()], "a local variable")?;
    }
    // `pkg/src/boundary/instance.ts` would have to call it.
    ensure!(module.exports.iter().all(|export| export.name != "__wbindgen_start"), "the module has a start function");
    Ok(())
}

fn plain(types: &[ValType], place: &str) -> Result<()> {
    for value in types {
        if let ValType::Ref(_) = value {
            bail!("the module has {place} of type {value}");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "./glue.js";

    fn problem<T>(change: impl FnOnce(&mut Module) -> T) -> String {
        let mut module = Module::default();
        change(&mut module);
        check(&module, GLUE).unwrap_err().to_string()
    }

    #[test]
    fn numbers_and_the_glue_pass() {
        let mut module = Module::default();
        let signature = module.types.add(&[ValType::I32, ValType::F64], &[ValType::I32]);
        module.add_import_func(GLUE, "throw", signature);
        module.tables.add_local(false, 1, None, RefType::FUNCREF);
        check(&module, GLUE).unwrap();
    }

    #[test]
    fn references_are_found_wherever_they_are() {
        let externref = ValType::Ref(RefType::EXTERNREF);
        assert!(problem(|module| module.types.add(&[externref], &[])).contains("a parameter of type externref"));
        assert!(problem(|module| module.types.add(&[], &[externref])).contains("a result of type externref"));
        assert!(problem(|module| module.locals.add(externref)).contains("a local variable of type externref"));
        assert!(
            problem(|module| module.tables.add_local(false, 1, None, RefType::EXTERNREF))
                .contains("a table of externref")
        );
    }

    #[test]
    fn several_results_other_imports_and_a_start_function_are_found() {
        assert!(problem(|module| module.types.add(&[], &[ValType::I32; 2])).contains("several results"));
        assert!(
            problem(|module| {
                let signature = module.types.add(&[], &[]);
                module.add_import_func("env", "abort", signature);
            })
            .contains("imports `abort` from `env`")
        );
        assert!(
            problem(|module| {
                let memory = module.memories.add_local(false, false, 1, None, None);
                module.exports.add("__wbindgen_start", memory);
            })
            .contains("start function")
        );
    }
}
