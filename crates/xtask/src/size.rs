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
    let sh = paths.shell("pkg")?;
    let esbuild = paths.npm_tool("pkg", "esbuild");
    let index = paths.dist().join("index.js");
    let eligibility = paths.dist().join("eligibility/index.js");
    for (name, names, file) in [("whole", "*", &index), ("decide", DECIDE, &index), ("eligibility", "*", &eligibility)]
    {
        let entry = folder.join(format!("{name}.entry.js"));
        fs::write(&entry, format!("export {names} from {};\n", Value::from(file.to_string_lossy())))?;
        let bundle = folder.join(format!("{name}.js"));
        run(cmd!(sh, "{esbuild} {entry} --bundle --minify --format=esm --log-level=warning --outfile={bundle}"))?;
    }
    let sh = paths.shell("")?;
    show(cmd!(sh, "node tests/size/measure.mjs {folder} {index}"))
}
