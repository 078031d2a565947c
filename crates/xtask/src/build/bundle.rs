//! From TypeScript to the files of the package.

use std::fs;

use anyhow::Result;

use crate::build::declarations;
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
        inputs: ["pkg/src", "pkg/generated", "pkg/package.json", "pkg/package-lock.json", "pkg/tsconfig.json"]
            .into_iter()
            .chain(["crates/xtask/src/build"])
            .map(|path| paths.at(path))
            .collect(),
        outputs: vec![dist.clone()],
    }
    .unless_done(paths, || {
        eprintln!("bundling the package");
        if dist.exists() {
            fs::remove_dir_all(&dist)?;
        }
        bundle(paths, &["--format=esm", "--platform=neutral", "--outfile=dist/index.js"])?;
        // Only for the platform `node` does esbuild leave the list of names that lets Node import them one by one.
        bundle(paths, &["--format=cjs", "--platform=node", "--outfile=dist/index.cjs"])?;
        declarations::build(paths)
    })
}

fn bundle(paths: &Paths, output: &[&str]) -> Result<()> {
    let mut command = npm::tool(paths, "esbuild");
    command.args(["src/index.ts", "--bundle", "--target=es2022", "--charset=utf8", "--log-level=warning"]);
    // The glue makes its text coders while it is loaded, and not every environment has them by then.
    command.arg("--inject:src/lazy-text-coders.ts");
    process::run(command.args(output))
}
