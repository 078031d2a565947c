//! The generated glue, as a function that makes a new one: an instance that failed is replaced together with its glue, whose
//! views of memory and tables of values belong to that instance.

use anyhow::{Result, ensure};

const EXPORT: &str = "export function ";

/// The facade hands on so many arguments.
const MOST_ARGUMENTS: usize = 11;

/// Returns the glue as the body of a function that returns its exports.
pub(crate) fn factory(glue: &str) -> Result<String> {
    let mut body = String::new();
    let mut names = Vec::new();
    for line in glue.lines() {
        let plain = line.strip_prefix(EXPORT).map(|rest| format!("function {rest}"));
        if let Some((name, after)) = line.strip_prefix(EXPORT).and_then(|rest| rest.split_once('(')) {
            ensure!(after.split(',').count() <= MOST_ARGUMENTS, "`{name}` has too many arguments for the facade");
            names.push(name);
        }
        let line = plain.as_deref().unwrap_or(line);
        ensure!(!line.starts_with("export ") && !line.starts_with("import "), "the glue has the line `{line}`");
        body.push_str(line);
        body.push('\n');
    }
    ensure!(!names.is_empty(), "the glue exports nothing");
    Ok(format!("export function createGlue() {{\n{body}return {{ {} }};\n}}\n", names.join(", ")))
}

/// Returns the declarations of the calls as those of the members of a glue.
pub(crate) fn declaration(declarations: &str) -> String {
    let members = declarations.replace("\nexport function ", "\n");
    format!(
        "/** The calls of the module. */\nexport interface Calls {{\n{members}}}\n\n/** Makes a glue, which awaits the exports of an instance. */\nexport function createGlue(): Calls & {{ __wbg_set_wasm(exports: WebAssembly.Exports): void }};\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_export_becomes_a_member() {
        let glue = "/** a */\nexport function a(b) {\n    return b;\n}\nlet wasm;\nexport function set(val) {\n}\n";
        let factory = factory(glue).unwrap();
        assert!(factory.contains("\n/** a */\nfunction a(b) {\n"), "{factory}");
        assert!(factory.ends_with("return { a, set };\n}\n"), "{factory}");
        let declaration = declaration("\n/** a */\nexport function a(b: any): number;\n");
        assert!(declaration.contains("Calls {\n\n/** a */\na(b: any): number;\n}\n"), "{declaration}");
    }

    #[test]
    fn other_imports_and_exports_are_refused() {
        for line in ["import { a } from './snippet.js';", "export class A {", "export const b = 1;"] {
            let error = factory(&format!("export function c() {{}}\n{line}\n")).unwrap_err();
            assert!(error.to_string().contains(line));
        }
        assert!(factory("let wasm;").is_err());
        let error = factory("export function a(b, c, d, e, f, g, h, i, j, k, l, m) {}\n").unwrap_err();
        assert!(error.to_string().contains("`a` has too many"), "{error}");
    }
}
