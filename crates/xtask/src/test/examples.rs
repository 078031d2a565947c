//! Checks that every public item of the published crates has an example.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use xshell::cmd;

use crate::paths::Paths;
use crate::shell::run;
use crate::test::PUBLISHED;

/// Errors with the names of the items that have no example.
pub(crate) fn check(paths: &Paths) -> Result<()> {
    PUBLISHED.iter().try_for_each(|name| check_crate(paths, name))
}

fn check_crate(paths: &Paths, name: &str) -> Result<()> {
    let (sh, options) = (paths.shell("")?, ["-Zunstable-options", "--output-format=json"]);
    // The toolchain is pinned, and with it the form of the JSON.
    sh.set_var("RUSTC_BOOTSTRAP", "1");
    sh.set_var("CARGO_TARGET_DIR", "target/rustdoc-json");
    run(cmd!(sh, "cargo rustdoc --quiet --package {name} --lib --all-features -- {options...}"))?;
    let file = paths.at(&format!("target/rustdoc-json/doc/{}.json", name.replace('-', "_")));
    let json: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let items = json.get("index").and_then(Value::as_object).context("rustdoc has a new form of JSON")?;
    let (count, mut missing) = without_example(items.values());
    ensure!(count > 0, "rustdoc has a new form of JSON");
    missing.sort();
    missing.dedup();
    ensure!(missing.is_empty(), "these items of {name} have no example:\n{}", missing.join("\n"));
    Ok(())
}

/// The number of items that need an example, and those that have none. The fields and variants of a type are shown by its own.
fn without_example<'a>(items: impl Iterator<Item = &'a Value>) -> (usize, Vec<String>) {
    const KINDS: [&str; 7] = ["function", "struct", "enum", "trait", "constant", "assoc_const", "type_alias"];
    let mut count: usize = 0;
    let mut missing = Vec::new();
    for item in items {
        let kind = item.get("inner").and_then(Value::as_object).and_then(|inner| inner.keys().next());
        let is_of_kind = kind.is_some_and(|kind| KINDS.contains(&kind.as_str()));
        let is_own = item.get("crate_id").and_then(Value::as_u64) == Some(0);
        if !is_of_kind || !is_own || item.get("visibility").and_then(Value::as_str) != Some("public") {
            continue;
        }
        count = count.saturating_add(1);
        if !item.get("docs").and_then(Value::as_str).is_some_and(|docs| docs.contains("```")) {
            let text = |pointer: &str| item.pointer(pointer).and_then(Value::as_str).unwrap_or("?");
            let line = item.pointer("/span/begin/0").and_then(Value::as_u64).unwrap_or_default();
            missing.push(format!("  {}:{line}: {}", text("/span/filename"), text("/name")));
        }
    }
    (count, missing)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn public_items_without_an_example_are_named() {
        let item = |name: &str, docs: &str, visibility: &str, kind: &str| {
            let mut inner = serde_json::Map::new();
            inner.insert(kind.to_owned(), json!({}));
            let span = json!({ "filename": "a.rs", "begin": [7, 1] });
            json!({ "name": name, "docs": docs, "visibility": visibility, "crate_id": 0, "inner": inner, "span": span })
        };
        let items = [
            item("shown", "Words.\n\n```\nshown();\n```", "public", "function"),
            item("told", "Words.", "public", "struct"),
            item("Hidden", "", "default", "struct"),
            item("Variant", "", "public", "variant"),
        ];
        assert_eq!(without_example(items.iter()), (2, vec!["  a.rs:7: told".to_owned()]));
    }
}
