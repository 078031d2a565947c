//! From TypeScript to the files of the package.

use std::fs;

use anyhow::Result;

use crate::build::module::{ELIGIBILITY, FULL, Variant};
use crate::build::{conformance, declarations, manifest};
use crate::paths::Paths;
use crate::stamp::Work;
use crate::{npm, process};

/// The arguments of esbuild for `import` and for `require`.
const ESM: [&str; 2] = ["--format=esm", "--platform=neutral"];
// Only for the platform `node` does esbuild leave the list of names that lets Node import them one by one.
const COMMON_JS: [&str; 3] = ["--format=cjs", "--platform=node", "--out-extension:.js=.cjs"];

/// The file of a module, for those who serve it themselves.
const MODULE: &str = "rules.wasm";

/// Bundles the facade for `import` and for `require` and writes the declarations of both.
///
/// # Errors
/// esbuild or tsc fails.
pub(crate) fn build(paths: &Paths) -> Result<()> {
    let dist = paths.dist();
    Work {
        name: "bundle",
        inputs: ["pkg/src", "pkg/generated", "pkg/package-lock.json", "pkg/tsconfig.json", "crates/xtask/src/build"]
            .into_iter()
            .chain(manifest::INPUTS)
            .chain(conformance::INPUTS)
            .map(|path| paths.at(path))
            .collect(),
        outputs: vec![dist.clone()],
    }
    .unless_done(paths, || {
        eprintln!("bundling the package");
        if dist.exists() {
            fs::remove_dir_all(&dist)?;
        }
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
        manifest::build(paths)
    })
}

/// Bundles entries with the bindings of a module, which comes from a file of `pkg/src/boundary`.
fn bundle(paths: &Paths, entries: &[&str], variant: &Variant, module: &str, format: &[&str]) -> Result<()> {
    let mut command = npm::tool(paths, "esbuild");
    command.args(entries).args([
        "--bundle",
        "--outdir=dist",
        "--target=es2022",
        "--charset=utf8",
        "--log-level=warning",
    ]);
    command
        .arg(format!("--alias:wasm-module=./src/boundary/{module}.ts"))
        .arg(format!("--alias:bindings=./generated/{}", variant.name))
        .arg("--external:*.wasm")
        .arg("--external:*.wasm?module");
    // The glue asks for text coders, and not every environment has them.
    command.arg("--inject:src/boundary/text-encoding-polyfill.ts");
    process::run(command.args(format))
}
