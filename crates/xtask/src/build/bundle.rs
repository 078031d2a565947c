//! From TypeScript to the files of the package.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, slice};

use anyhow::{Context as _, Result, bail};
use partner_center_rules::RULES_VERSION;
use serde_json::{Map, Value, json};
use xshell::cmd;

use crate::build::module::{ELIGIBILITY, FULL, Variant};
use crate::paths::{Paths, clear};
use crate::shell::run;
use crate::stamp::{files, unless_done};

/// The arguments of esbuild for `import` and for `require`.
const ESM: [&str; 2] = ["--format=esm", "--platform=neutral"];
// Only for the platform `node` does esbuild leave the list of names that lets Node import them one by one.
const COMMON_JS: [&str; 3] = ["--format=cjs", "--platform=node", "--out-extension:.js=.cjs"];

/// The file of a module, for those who serve it themselves.
const MODULE: &str = "rules.wasm";

/// Bundles the facade for `import` and for `require` and writes the declarations of both.
pub(crate) fn build(paths: &Paths) -> Result<()> {
    let dist = paths.dist();
    let own = ["pkg/src", "pkg/generated", "pkg/package-lock.json", "pkg/tsconfig.json", "crates/xtask/src/build"];
    let inputs = own.into_iter().chain(MANIFEST).chain(CORPUS);
    let inputs: Vec<_> = inputs.map(|path| paths.at(path)).collect();
    unless_done(paths, "bundle", &inputs, slice::from_ref(&dist), || {
        eprintln!("bundling the package");
        clear(&dist)?;
        let translations = translations(paths)?;
        let mut entries = vec![String::from("index=src/entrypoints/index.ts")];
        entries.extend(translations.iter().map(|name| format!("messages/{name}=src/messages/{name}.ts")));
        let index: Vec<_> = entries.iter().map(String::as_str).collect();
        let eligibility = ["eligibility/index=src/entrypoints/eligibility.ts"];
        // Where the module comes from: it is inside, the program gives it, or the environment has compiled the file.
        for format in [ESM.as_slice(), &COMMON_JS] {
            bundle(paths, &index, &FULL, "embedded-wasm", format)?;
            bundle(paths, &["slim=src/entrypoints/slim.ts"], &FULL, "external-wasm", format)?;
            bundle(paths, &eligibility, &ELIGIBILITY, "embedded-wasm", format)?;
        }
        for environment in ["workerd", "edge-light"] {
            let module = format!("{environment}-wasm");
            let index = format!("{environment}=src/entrypoints/index.ts");
            let eligibility = format!("eligibility/{environment}=src/entrypoints/eligibility.ts");
            bundle(paths, &[&index], &FULL, &module, &ESM)?;
            bundle(paths, &[&eligibility], &ELIGIBILITY, &module, &ESM)?;
        }
        fs::copy(paths.generated(FULL.name).join(MODULE), dist.join(MODULE))?;
        fs::copy(paths.generated(ELIGIBILITY.name).join(MODULE), dist.join("eligibility").join(MODULE))?;
        declarations(paths, &translations)?;
        conformance(paths)?;
        manifest(paths)
    })
}

/// Returns the names of the translations of the messages.
fn translations(paths: &Paths) -> Result<Vec<String>> {
    let files = paths.shell("pkg/src/messages")?.read_dir(".")?;
    let mut names: Vec<_> = files.iter().filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned())).collect();
    // These make messages of them.
    names.retain(|name| !["decision-messages", "message-catalogue"].contains(&name.as_str()));
    Ok(names)
}

/// Bundles entries with the bindings of a module, which comes from a file of `pkg/src/boundary`.
fn bundle(paths: &Paths, entries: &[&str], variant: &Variant, module: &str, format: &[&str]) -> Result<()> {
    let (sh, esbuild, bindings) = (paths.shell("pkg")?, paths.npm_tool("pkg", "esbuild"), variant.name);
    let modules = ["--external:*.wasm", "--external:*.wasm?module"];
    // The bindings ask for text coders, and not every environment has them.
    let coders = "--inject:src/boundary/text-encoding-polyfill.ts";
    let options = cmd!(sh, "{esbuild} {entries...} {format...} {modules...} {coders} --bundle --outdir=dist");
    let aliases =
        [format!("--alias:wasm-module=./src/boundary/{module}.ts"), format!("--alias:bindings=./generated/{bindings}")];
    run(options.args(aliases).args(["--target=es2022", "--charset=utf8", "--log-level=warning"]))
}

/// Writes the declarations of the entries and of what they refer to, once for `import` and once for `require`.
///
/// The compiler writes one for each source file. The folders of the sources are of no interest to those who read them.
fn declarations(paths: &Paths, translations: &[String]) -> Result<()> {
    let folder = paths.scratch().join("declarations");
    clear(&folder)?;
    let (sh, tsc) = (paths.shell("pkg")?, paths.npm_tool("pkg", "tsc"));
    run(cmd!(sh, "{tsc} --project tsconfig.json --emitDeclarationOnly --outDir {folder}"))?;

    let sources = files(&folder)?;
    let mut waiting = [["index", "slim", "eligibility"].map(str::to_owned).as_slice(), translations].concat();
    let mut written = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        if !written.insert(name.clone()) {
            continue;
        }
        let source = sources.iter().find(|file| file.ends_with(format!("{name}.d.ts")));
        let text =
            fs::read_to_string(source.with_context(|| format!("`{name}` is declared by no file of the package"))?)?;
        let (folder, up) = if translations.contains(&name) { ("messages/", "../") } else { ("", "./") };
        for (kind, ending) in [("d.ts", ".js"), ("d.cts", ".cjs")] {
            fs::write(paths.dist().join(format!("{folder}{name}.{kind}")), flat(&text, up, ending))?;
        }
        waiting.extend(text.split('"').filter_map(referenced).map(str::to_owned));
    }
    Ok(())
}

/// Returns the name of the file that a text in quotes refers to.
fn referenced(text: &str) -> Option<&str> {
    Some(text.strip_prefix('.')?.strip_suffix(".js")?.rsplit_once('/')?.1)
}

/// Returns a declaration that refers to files of one folder.
fn flat(declaration: &str, folder: &str, ending: &str) -> String {
    let parts = declaration.split('"');
    let parts = parts.map(|part| referenced(part).map_or(part.to_owned(), |name| format!("{folder}{name}{ending}")));
    parts.collect::<Vec<_>>().join("\"")
}

/// The cases and the decision tables.
const CORPUS: [&str; 2] = ["tests/cases", "tests/tables"];

/// Writes them as one file, for ports of the rules to other languages.
fn conformance(paths: &Paths) -> Result<()> {
    let [mut cases, mut tables] = [Map::new(), Map::new()];
    for file in CORPUS.into_iter().map(|folder| files(&paths.at(folder))).collect::<Result<Vec<_>>>()?.concat() {
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match file.extension().and_then(|ending| ending.to_str()) {
            Some("json") => cases.insert(name, serde_json::from_str(&text)?),
            Some("md") => tables.insert(name, tables_of(&text)),
            _ => bail!("{} is no case file and no table", file.display()),
        };
    }
    let corpus = json!({ "rulesVersion": RULES_VERSION, "tables": tables, "cases": cases });
    Ok(fs::write(paths.dist().join("conformance.json"), format!("{corpus}\n"))?)
}

/// Returns every table of a page: the heading above it, its header and its rows.
fn tables_of(page: &str) -> Value {
    let mut tables = Vec::new();
    let (mut title, mut table) = ("", Vec::<Vec<_>>::new());
    for line in page.lines().chain([""]) {
        if let Some(row) = line.strip_prefix('|') {
            table.push(row.trim_end_matches('|').split('|').map(str::trim).collect());
            continue;
        }
        if let [header, _, rows @ ..] = table.as_slice() {
            tables.push(json!({ "title": title, "header": header, "rows": rows }));
        }
        table.clear();
        title = line.strip_prefix('#').map_or(title, |heading| heading.trim_start_matches('#').trim());
    }
    Value::Array(tables)
}

/// The files that a package has beside its code, and that with its version.
const MANIFEST: [&str; 6] =
    ["pkg/package.json", "pkg/README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "Cargo.toml"];

/// Copies the files to `pkg/dist` and gives the package the version of the crates.
fn manifest(paths: &Paths) -> Result<()> {
    for file in MANIFEST.into_iter().filter(|file| *file != "Cargo.toml") {
        let name = Path::new(file).file_name().unwrap_or_default();
        fs::copy(paths.at(file), paths.dist().join(name)).with_context(|| format!("{file} cannot be copied"))?;
    }
    let sh = paths.shell("pkg/dist")?;
    let version = concat!("version=", env!("CARGO_PKG_VERSION"));
    // npm leaves the order of members as it is, and conditions of `exports` are tried in order.
    run(cmd!(sh, "npm --loglevel=error pkg delete private devDependencies"))?;
    run(cmd!(sh, "npm --loglevel=error pkg set {version}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_is_named_is_in_the_folder() {
        let declaration = "export * from \"../generated/tables.js\"; // \"./a\"\n\
            export declare const first: import(\"./types.js\").Decision | \".js\" | \"node:fs\";\n";
        let moved = "export * from \"../tables.cjs\"; // \"./a\"\n\
            export declare const first: import(\"../types.cjs\").Decision | \".js\" | \"node:fs\";\n";
        assert_eq!(flat(declaration, "../", ".cjs"), moved);
    }
}
