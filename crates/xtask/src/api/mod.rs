//! `cargo xtask api`: the declarations of the package as one file, so that no change to them goes unseen, and what they may not have.

mod declared;

use std::fs;

use anyhow::{Context as _, Result, bail};
use xshell::cmd;

use crate::api::declared::{Declarations, faults, forbidden, without_comments};
use crate::paths::{Paths, read_if_there};
use crate::shell::{output, printed};
use crate::{build, stamp};

/// The report in the repository.
const FILE: &str = "pkg/api.d.ts";

const HEAD: &str =
    "// What the package declares. `cargo xtask api` writes this file; a change to it is a change for users.\n";

/// Writes the report.
pub(crate) fn write(paths: &Paths) -> Result<()> {
    let report = report(paths)?;
    fs::write(paths.at(FILE), report).with_context(|| format!("{FILE} cannot be written"))
}

/// Compares the report and changes nothing.
pub(crate) fn check(paths: &Paths) -> Result<()> {
    let report = report(paths)?;
    if read_if_there(&paths.at(FILE))? == report {
        return Ok(());
    }
    let (sh, now) = (paths.shell("")?, paths.scratch().join("api.d.ts"));
    fs::write(&now, report)?;
    let difference = output(cmd!(sh, "diff --unified --new-file {FILE} {now}"))?;
    bail!(
        "the declarations are not those of {FILE}:\n{}\nif that is meant, run `cargo xtask api`, commit the file and tell of it in CHANGELOG.md",
        printed(&difference).trim_end()
    )
}

fn report(paths: &Paths) -> Result<String> {
    build::run(paths)?;
    let declarations = read(paths)?;
    let mut faults = faults(&declarations);
    let mut report = String::from(HEAD);
    for (name, text) in &declarations {
        let text = without_comments(text);
        faults.extend(forbidden(&text).into_iter().map(|word| format!("{name}.d.ts has `{word}`")));
        report.push_str(&format!("\n// {name}\n\n{}\n", text.trim()));
    }
    if faults.is_empty() {
        return Ok(report);
    }
    bail!("the declarations are not as they should be:\n{}", faults.join("\n"))
}

/// The text of each file of declarations, by its name without the ending.
fn read(paths: &Paths) -> Result<Declarations> {
    let dist = paths.dist();
    let mut declarations = Declarations::new();
    for file in stamp::files(&dist)? {
        let name = file.strip_prefix(&dist)?.to_string_lossy().replace('\\', "/");
        if let Some(name) = name.strip_suffix(".d.ts") {
            declarations.insert(name.to_owned(), fs::read_to_string(&file)?);
        }
    }
    Ok(declarations)
}
