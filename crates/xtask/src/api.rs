//! `cargo xtask api`: the declarations of the package as one file, so that no change to them goes unseen, and what they may not have.
//!
//! tsc begins a statement at the start of a line, and a comment has lines of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context as _, Result, bail, ensure};
use xshell::cmd;

use crate::paths::{Paths, read_if_there};
use crate::shell::{output, printed};
use crate::{build, stamp};

/// The report in the repository.
const FILE: &str = "pkg/api.d.ts";

const HEAD: &str =
    "// What the package declares. `cargo xtask api` writes this file; a change to it is a change for users.\n";

/// Words for what the facade promises not to hand out: what hides a type, what does not survive JSON, what has to be freed.
const FORBIDDEN: [&str; 7] = ["any", "enum", "bigint", "Map", "Set", "class", "free"];

/// The text of each file of declarations, by its name without the ending.
type Declarations = BTreeMap<String, String>;

/// Writes the report.
pub(crate) fn write(paths: &Paths) -> Result<()> {
    fs::write(paths.at(FILE), report(paths)?).with_context(|| format!("{FILE} cannot be written"))
}

/// Compares the report and changes nothing.
pub(crate) fn check(paths: &Paths) -> Result<()> {
    let report = report(paths)?;
    if read_if_there(&paths.at(FILE))? == report {
        return Ok(());
    }
    let (sh, now) = (paths.shell("")?, paths.scratch().join("api.d.ts"));
    fs::write(&now, report)?;
    let difference = printed(&output(cmd!(sh, "diff --unified --new-file {FILE} {now}"))?);
    bail!(
        "the declarations are not those of {FILE}:\n{difference}if that is meant, run `cargo xtask api`, commit the file and tell of \
         it in CHANGELOG.md"
    )
}

fn report(paths: &Paths) -> Result<String> {
    build::run(paths)?;
    let dist = paths.dist();
    let mut declarations = Declarations::new();
    for file in stamp::files(&dist)? {
        let name = file.strip_prefix(&dist)?.to_string_lossy().replace('\\', "/");
        if let Some(name) = name.strip_suffix(".d.ts") {
            declarations.insert(name.to_owned(), fs::read_to_string(&file)?);
        }
    }
    let mut faults = faults(&declarations);
    let mut report = String::from(HEAD);
    for (name, text) in &declarations {
        let text = without_comments(text);
        faults.extend(forbidden(&text).into_iter().map(|word| format!("{name}.d.ts has `{word}`")));
        report.push_str(&format!("\n// {name}\n\n{}\n", text.trim()));
    }
    ensure!(faults.is_empty(), "the declarations are not as they should be:\n{}", faults.join("\n"));
    Ok(report)
}

fn without_comments(text: &str) -> String {
    let is_comment = |line: &str| line == "*" || ["/**", "*/", "* ", "//"].iter().any(|mark| line.starts_with(mark));
    text.split_inclusive('\n').filter(|line| !is_comment(line.trim())).collect()
}

/// Returns the forbidden words of a text without comments. Texts in quotes may say anything.
fn forbidden(text: &str) -> Vec<&'static str> {
    let code = text.split('"').step_by(2).collect::<Vec<_>>().join(" ");
    let words: Vec<_> = code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    FORBIDDEN.into_iter().filter(|word| words.contains(word)).collect()
}

/// Returns what the package exports and shows no example of, and what it declares and does not export.
fn faults(declarations: &Declarations) -> Vec<String> {
    let mut faults = Vec::new();
    let mut exported = BTreeSet::new();
    let is_entry = |name: &str| matches!(name, "index" | "slim" | "eligibility") || name.starts_with("messages/");
    for (entry, text) in declarations.iter().filter(|(name, _)| is_entry(name)) {
        for (export, module) in exports(entry, text) {
            match declarations.get(module).and_then(|text| comment_of(text, export)) {
                None => faults.push(format!("{export} of {module}.d.ts has no comment")),
                Some(comment) if comment.contains("@example") => {}
                Some(_) => faults.push(format!("{export} of {module}.d.ts has no example")),
            }
            exported.insert((module, export));
        }
    }
    for (module, text) in declarations {
        let names = text.lines().filter_map(declared_name);
        let hidden = names.filter(|name| !exported.contains(&(module.as_str(), *name)));
        faults.extend(hidden.map(|name| format!("{name} of {module}.d.ts is not exported: mark it @internal")));
    }
    faults
}

/// Returns the names that an entry exports, each with the file that declares it.
fn exports<'a>(entry: &'a str, text: &'a str) -> Vec<(&'a str, &'a str)> {
    let lists = text.lines().filter_map(|line| {
        let list = line.strip_prefix("export ")?.trim_start_matches("type ").strip_prefix('{')?;
        list.trim_end_matches(".js\";").split_once("} from \"./")
    });
    let listed = lists.flat_map(|(names, module)| names.split(',').map(move |name| (name.trim(), module)));
    let own = text.lines().filter_map(declared_name).map(|name| (name, entry));
    listed.filter(|(name, _)| !name.is_empty()).chain(own).collect()
}

/// Returns the name that a line exports and declares.
fn declared_name(line: &str) -> Option<&str> {
    let kinds = ["declare function ", "declare const ", "interface ", "type "];
    let statement = line.strip_prefix("export ")?;
    let rest = kinds.iter().find_map(|kind| statement.strip_prefix(kind))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '$').next().filter(|name| !name.is_empty())
}

/// Returns the comment right before the declaration of a name.
fn comment_of<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let line = text.lines().find(|line| declared_name(line) == Some(name))?;
    let (before, _) = text.split_once(line)?;
    Some(before.trim_end().strip_suffix("*/")?.rsplit_once("/**")?.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLES: &str = r#"/**
 * The outcomes; nothing of any class.
 *
 * @example
 * OUTCOMES[0]; // "allowed"
 */
export declare const OUTCOMES: readonly ["any", "b"];
/** One line. */
export type Outcome = (typeof OUTCOMES)[number];
export interface Bare {
    /** A member. */
    readonly many: readonly string[];
}
"#;

    #[test]
    fn words_count_only_in_code() {
        let code = without_comments(TABLES);
        assert_eq!(forbidden(&code), [""; 0]);
        assert!(!code.contains("member") && code.contains("    readonly many: readonly string[];\n"));
        assert!(FORBIDDEN.into_iter().all(|word| forbidden(&format!("a: Array<{word}>;")) == [word]));
    }

    #[test]
    fn every_export_needs_an_example_and_nothing_is_declared_for_nobody() {
        let faults = |index: &str| {
            let files = [("index", index), ("tables", TABLES)].map(|(name, text)| (name.to_owned(), text.to_owned()));
            faults(&Declarations::from(files))
        };
        let index = "export { OUTCOMES, } from \"./tables.js\";\nexport type { Bare, Outcome } from \"./tables.js\";\n";
        assert_eq!(faults(index), ["Bare of tables.d.ts has no comment", "Outcome of tables.d.ts has no example"]);
        for (index, fault) in [
            ("export declare function own(): void;\n", "own of index.d.ts has no comment"),
            ("export { gone } from \"./tables.js\";\n", "gone of tables.d.ts has no comment"),
            (
                "export type { Bare } from \"./tables.js\";\n",
                "OUTCOMES of tables.d.ts is not exported: mark it @internal",
            ),
        ] {
            assert!(faults(index).contains(&fault.to_owned()), "{:?}", faults(index));
        }
    }
}
