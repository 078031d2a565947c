//! Reads declarations as tsc writes them: a statement begins at the start of a line, and a comment has lines of its own.

use std::collections::{BTreeMap, BTreeSet};

/// The text of each file of declarations, by its name without the ending.
pub(crate) type Declarations = BTreeMap<String, String>;

/// Words for what the facade promises not to hand out: what hides a type, what does not survive JSON, what has to be freed.
const FORBIDDEN: [&str; 7] = ["any", "enum", "bigint", "Map", "Set", "class", "free"];

/// The text without comments.
pub(crate) fn without_comments(text: &str) -> String {
    let is_comment = |line: &&str| ["/**", "*/", "* ", "//"].iter().any(|mark| line.trim_start().starts_with(mark));
    let is_comment = |line: &&str| is_comment(line) || line.trim() == "*";
    text.lines().filter(|line| !is_comment(line)).map(|line| format!("{line}\n")).collect()
}

/// The forbidden words of a text without comments. Texts in quotes may say anything.
pub(crate) fn forbidden(text: &str) -> Vec<&'static str> {
    let code = text.split('"').step_by(2).collect::<Vec<_>>().join(" ");
    let words: Vec<_> = code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    FORBIDDEN.into_iter().filter(|word| words.contains(word)).collect()
}

/// What the package exports and shows no example of, and what it declares and does not export.
pub(crate) fn faults(declarations: &Declarations) -> Vec<String> {
    let mut faults = Vec::new();
    let mut exported = BTreeSet::new();
    let is_entry = |name: &str| matches!(name, "index" | "slim" | "eligibility") || name.starts_with("messages/");
    for (entry, text) in declarations.iter().filter(|(name, _)| is_entry(name)) {
        for (export, module) in exports(entry, text) {
            exported.insert((module.clone(), export.clone()));
            let Some(comment) = declarations.get(&module).and_then(|text| comment_of(text, &export)) else {
                faults.push(format!("{export} of {module}.d.ts has no comment"));
                continue;
            };
            if !comment.contains("@example") {
                faults.push(format!("{export} of {module}.d.ts has no example"));
            }
        }
    }
    for (module, text) in declarations {
        let names = text.lines().filter_map(|line| line.strip_prefix("export ").and_then(declared_name));
        let hidden = names.filter(|name| !exported.contains(&(module.clone(), (*name).to_owned())));
        faults.extend(hidden.map(|name| format!("{name} of {module}.d.ts is not exported: mark it @internal")));
    }
    faults
}

/// The names that an entry exports, each with the file that declares it.
fn exports(entry: &str, text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for statement in text.lines().filter_map(|line| line.strip_prefix("export ")) {
        let list = statement.strip_prefix("type ").unwrap_or(statement);
        if let Some((names, module)) = list.strip_prefix('{').and_then(|list| list.split_once("} from \"./")) {
            let module = module.trim_end_matches(".js\";");
            let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
            found.extend(names.map(|name| (name.to_owned(), module.to_owned())));
        } else if let Some(name) = declared_name(statement) {
            found.push((name.to_owned(), entry.to_owned()));
        }
    }
    found
}

/// The name that a statement declares.
fn declared_name(statement: &str) -> Option<&str> {
    let kinds = ["declare function ", "declare const ", "interface ", "type "];
    let rest = kinds.iter().find_map(|kind| statement.strip_prefix(kind))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '$').next().filter(|name| !name.is_empty())
}

/// The comment right before the declaration of a name.
fn comment_of(text: &str, name: &str) -> Option<String> {
    let mut comment = String::new();
    let mut is_open = false;
    for line in text.lines() {
        if line.starts_with("/**") {
            comment.clear();
            is_open = true;
        }
        if is_open {
            comment.push_str(line);
            is_open = !line.ends_with("*/");
            continue;
        }
        if line.strip_prefix("export ").and_then(declared_name) == Some(name) {
            return (!comment.is_empty()).then_some(comment);
        }
        comment.clear();
    }
    None
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

    fn declarations(index: &str) -> Declarations {
        BTreeMap::from([("index".to_owned(), index.to_owned()), ("tables".to_owned(), TABLES.to_owned())])
    }

    #[test]
    fn words_count_only_in_code() {
        assert_eq!(forbidden(&without_comments(TABLES)), [""; 0]);
        for word in FORBIDDEN {
            assert_eq!(forbidden(&format!("a: Array<{word}>;")), [word]);
        }
        assert!(!without_comments(TABLES).contains("member"));
        assert!(without_comments(TABLES).contains("    readonly many: readonly string[];\n"));
    }

    #[test]
    fn every_export_needs_an_example() {
        let index = "export { OUTCOMES, } from \"./tables.js\";\nexport type { Bare, Outcome } from \"./tables.js\";\n";
        assert_eq!(
            faults(&declarations(index)),
            ["Bare of tables.d.ts has no comment", "Outcome of tables.d.ts has no example"]
        );
        assert_eq!(
            faults(&declarations("export declare function own(): void;\n")).first().map(String::as_str),
            Some("own of index.d.ts has no comment")
        );
    }

    #[test]
    fn nothing_is_declared_for_nobody() {
        let found = faults(&declarations("export type { Bare, Outcome } from \"./tables.js\";\n"));
        assert!(found.contains(&"OUTCOMES of tables.d.ts is not exported: mark it @internal".to_owned()), "{found:?}");
        assert!(
            faults(&declarations("export { gone } from \"./tables.js\";\n")).iter().any(|fault| fault.contains("gone"))
        );
    }
}
