//! From TypeScript to the files of the package.

use std::path::Path;
use std::{fs, slice};

use anyhow::{Context as _, Result};
use xshell::cmd;

use crate::build::module::{ELIGIBILITY, FULL, Variant};
use crate::build::{conformance, declarations};
use crate::paths::{Paths, clear};
use crate::shell::run;
use crate::stamp::unless_done;

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
    let inputs = own.into_iter().chain(MANIFEST).chain(conformance::INPUTS);
    let inputs: Vec<_> = inputs.map(|path| paths.at(path)).collect();
    unless_done(paths, "bundle", &inputs, slice::from_ref(&dist), || {
        eprintln!("bundling the package");
        clear(&dist)?;
        let translations = declarations::translations(paths)?;
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
        declarations::build(paths, &translations)?;
        conformance::build(paths)?;
        manifest(paths)
    })
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
