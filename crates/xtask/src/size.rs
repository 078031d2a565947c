//! `cargo xtask size`: what the package weighs for those who load it, against its budget.

use std::fs;

use anyhow::Result;
use serde_json::Value;
use xshell::cmd;

use crate::build;
use crate::paths::Paths;
use crate::shell::{run, show};

/// Imports of a page that only decides and checks a form.
const DECIDE: &str = "{ accountEligibility, checkForm, eligibilityFromResponse, settability }";

/// Bundles the package as a page would, weighs it against `tests/size/budget.json`, and times the first decision.
pub(crate) fn run_task(paths: &Paths) -> Result<()> {
    build::run(paths)?;
    let folder = paths.scratch().join("size");
    fs::create_dir_all(&folder)?;
    let (sh, esbuild) = (paths.shell("pkg")?, paths.npm_tool("pkg", "esbuild"));
    let bundles =
        [("whole", "*", "index.js"), ("decide", DECIDE, "index.js"), ("eligibility", "*", "eligibility/index.js")];
    for (name, names, file) in bundles {
        let entry = format!("export {names} from {};", Value::from(paths.dist().join(file).to_string_lossy()));
        let bundle = folder.join(format!("{name}.js"));
        let options = ["--bundle", "--minify", "--format=esm", "--log-level=warning"];
        run(cmd!(sh, "{esbuild} {options...} --outfile={bundle}").stdin(entry))?;
    }
    let (sh, index) = (paths.shell("")?, paths.dist().join("index.js"));
    show(cmd!(sh, "node tests/size/measure.mjs {folder} {index}"))
}
