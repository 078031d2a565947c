//! From TypeScript to the files of the package.

use std::fs;

use anyhow::Result;

use crate::build::{conformance, declarations, manifest};
use crate::paths::Paths;
use crate::stamp::Work;
use crate::{npm, process};

/// The arguments of esbuild for `import` and for `require`.
const ESM: [&str; 2] = ["--format=esm", "--platform=neutral"];
// Only for the platform `node` does esbuild leave the list of names that lets Node import them one by one.
const COMMON_JS: [&str; 3] = ["--format=cjs", "--platform=node", "--out-extension:.js=.cjs"];

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
        let entries: Vec<_> = entries.iter().map(String::as_str).collect();
        // Where the module comes from: it is inside, the program gives it, or the environment has compiled the file.
        for format in [ESM.as_slice(), &COMMON_JS] {
            bundle(paths, &entries, "embedded-wasm", format)?;
            bundle(paths, &["slim=src/entrypoints/slim.ts"], "external-wasm", format)?;
        }
        bundle(paths, &["workerd=src/entrypoints/index.ts"], "workerd-wasm", &ESM)?;
        bundle(paths, &["edge-light=src/entrypoints/index.ts"], "edge-light-wasm", &ESM)?;
        fs::copy(paths.generated().join("rules.wasm"), dist.join("rules.wasm"))?;
        declarations::build(paths, &translations)?;
        conformance::build(paths)?;
        manifest::build(paths)
    })
}

fn bundle(paths: &Paths, entries: &[&str], module: &str, format: &[&str]) -> Result<()> {
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
        .arg("--external:*.wasm")
        .arg("--external:*.wasm?module");
    // The glue asks for text coders, and not every environment has them.
    command.arg("--inject:src/boundary/text-encoding-polyfill.ts");
    process::run(command.args(format))
}
