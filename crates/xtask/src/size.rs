//! `cargo xtask size`: what the package weighs for those who load it, against its budget.

use std::fs;

use anyhow::Result;

use crate::paths::Paths;
use crate::process::program;
use crate::{build, npm, process};

/// What a page imports that only decides and checks a form.
const DECIDE: &str = "accountEligibility, checkForm, eligibilityFromResponse, settability";

/// Bundles the package as a page would, weighs it, and times the first decision.
///
/// # Errors
/// The build fails, or a bundle is over its budget in `tests/size/budget.json`.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    build::run(paths)?;
    let folder = paths.scratch().join("size");
    fs::create_dir_all(&folder)?;
    let index = paths.dist().join("index.js");
    let from = serde_json::Value::from(index.to_string_lossy());
    let eligibility = serde_json::Value::from(paths.dist().join("eligibility/index.js").to_string_lossy());
    let entries = [
        ("whole", format!("export * from {from};\n")),
        ("decide", format!("export {{ {DECIDE} }} from {from};\n")),
        ("eligibility", format!("export * from {eligibility};\n")),
    ];
    for (name, text) in entries {
        let entry = folder.join(format!("{name}.entry.js"));
        fs::write(&entry, text)?;
        let mut esbuild = npm::tool(paths, "esbuild");
        esbuild.arg(&entry).args(["--bundle", "--minify", "--format=esm", "--log-level=warning"]);
        process::run(esbuild.arg(format!("--outfile={}", folder.join(format!("{name}.js")).display())))?;
    }
    process::run(program("node", paths.root()).arg("tests/size/measure.mjs").arg(&folder).arg(&index))
}
