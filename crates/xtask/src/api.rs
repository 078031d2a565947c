//! `cargo xtask api`: the declarations of the package as one file, so that no change to them goes unseen, and what they may not have.
//!
//! tsc begins a statement at the start of a line, and a comment has lines of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::paths::Paths;
use crate::written::write_or_compare;
use crate::{build, stamp};

/// The report in the repository.
const FILE: &str = "pkg/api.d.ts";

const HEAD: &str =
    "// What the package declares. `cargo xtask api` writes this file; a change to it is a change for users.\n";

/// Words for what the facade promises not to hand out: what hides a type, what does not survive JSON, what has to be freed.
const FORBIDDEN: [&str; 7] = ["any", "enum", "bigint", "Map", "Set", "class", "free"];

/// The text of each file of declarations, by its name without the ending.
type Declarations = BTreeMap<String, String>;

/// Writes the report, or errors if the file differs from it.
pub(crate) fn run(paths: &Paths, is_check: bool) -> Result<()> {
    build::run(paths)?;
    let advice = "if that is meant, run `cargo xtask api`, commit the file and tell of it in CHANGELOG.md";
    write_or_compare(paths, FILE, &report(&paths.dist())?, is_check, advice)
}

fn report(dist: &Path) -> Result<String> {
    let mut declarations = Declarations::new();
    for file in stamp::files(dist)? {
        let name = file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
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

/// Returns what the package declares and shows no example of, or does not export.
fn faults(declarations: &Declarations) -> Vec<String> {
    let (mut exported, mut faults, mut hidden) = (BTreeSet::new(), Vec::new(), Vec::new());
    for (file, text) in declarations {
        let is_entry = matches!(file.as_str(), "index" | "slim" | "eligibility") || file.starts_with("messages/");
        let mut before = "";
        for part in text.split("\nexport ") {
            let statement = part.strip_prefix("export ").unwrap_or(part);
            if let Some(list) = statement.trim_start_matches("type ").strip_prefix('{') {
                exported.extend(list.split('}').next().unwrap_or_default().split(',').map(str::trim));
            }
            if let Some(name) = declared_name(statement) {
                let comment = before.trim_end().strip_suffix("*/").and_then(|before| before.rsplit_once("/**"));
                if comment.is_none_or(|(_, comment)| !comment.contains("@example")) {
                    faults.push(format!("{name} of {file}.d.ts has no example"));
                }
                if !is_entry {
                    hidden.push((name, file));
                }
            }
            before = part;
        }
    }
    hidden.retain(|(name, _)| !exported.contains(name));
    faults
        .extend(hidden.iter().map(|(name, file)| format!("{name} of {file}.d.ts is not exported: mark it @internal")));
    faults
}

/// Returns the name that an exporting statement declares.
fn declared_name(statement: &str) -> Option<&str> {
    let kinds = ["declare function ", "declare const ", "interface ", "type "];
    let rest = kinds.iter().find_map(|kind| statement.strip_prefix(kind))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '$').next().filter(|name| !name.is_empty())
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
        assert_eq!(faults(index), ["Outcome of tables.d.ts has no example", "Bare of tables.d.ts has no example"]);
        let error = faults("export declare function own(): void;\nexport type { Bare } from \"./tables.js\";\n");
        assert!(error.contains(&"own of index.d.ts has no example".to_owned()), "{error:?}");
        let hidden =
            ["OUTCOMES", "Outcome"].map(|it| format!("{it} of tables.d.ts is not exported: mark it @internal"));
        assert!(error.ends_with(&hidden), "{error:?}");
    }
}
