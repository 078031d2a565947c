//! From TypeScript to the files of the package.

use std::fs;

use anyhow::Result;

use crate::build::{declarations, manifest};
use crate::paths::Paths;
use crate::stamp::Work;
use crate::{npm, process};

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
        let mut entries = vec![String::from("src/index.ts")];
        entries.extend(translations.iter().map(|name| format!("src/messages/{name}.ts")));
        bundle(paths, &entries, &["--format=esm", "--platform=neutral"])?;
        // Only for the platform `node` does esbuild leave the list of names that lets Node import them one by one.
        bundle(paths, &entries, &["--format=cjs", "--platform=node", "--out-extension:.js=.cjs"])?;
        declarations::build(paths, &translations)?;
        manifest::build(paths)
    })
}

fn bundle(paths: &Paths, entries: &[String], format: &[&str]) -> Result<()> {
    let mut command = npm::tool(paths, "esbuild");
    command.args(entries).args(["--bundle", "--outbase=src", "--outdir=dist"]);
    command.args(["--target=es2022", "--charset=utf8", "--log-level=warning"]);
    // The glue makes its text coders while it is loaded, and not every environment has them by then.
    command.arg("--inject:src/lazy-text-coders.ts");
    process::run(command.args(format))
}
