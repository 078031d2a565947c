//! `cargo xtask api`: the declarations of the package as one file, so that no change to them goes unseen, and what they may not have.

mod declared;

use std::fs;

use anyhow::{Context as _, Result, bail};

use crate::api::declared::{Declarations, faults, forbidden, without_comments};
use crate::paths::Paths;
use crate::process::{is_missing, program, quietly};
use crate::{build, stamp};

/// The report in the repository.
const FILE: &str = "pkg/api.d.ts";

const HEAD: &str =
    "// What the package declares. `cargo xtask api` writes this file; a change to it is a change for users.\n";

/// Writes the report.
///
/// # Errors
/// The package cannot be built, or its declarations have what they may not have.
pub(crate) fn write(paths: &Paths) -> Result<()> {
    let report = report(paths)?;
    fs::write(paths.at(FILE), report).with_context(|| format!("{FILE} cannot be written"))
}

/// Compares the report and changes nothing.
///
/// # Errors
/// As for [`write()`], or the declarations are not those of the report.
pub(crate) fn check(paths: &Paths) -> Result<()> {
    let report = report(paths)?;
    match fs::read_to_string(paths.at(FILE)) {
        Ok(text) if text == report => return Ok(()),
        Ok(_) => {}
        Err(error) if is_missing(&error) => bail!("{FILE} is missing: run `cargo xtask api`"),
        Err(error) => return Err(error).with_context(|| format!("{FILE} cannot be read")),
    }
    let now = paths.scratch().join("api.d.ts");
    fs::write(&now, report)?;
    let difference = quietly(program("diff", paths.root()).arg("--unified").arg(FILE).arg(&now))?;
    bail!(
        "the declarations are not those of {FILE}:\n{}\nif that is meant, run `cargo xtask api`, commit the file and tell of it in CHANGELOG.md",
        difference.err().unwrap_or_default().trim_end()
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
