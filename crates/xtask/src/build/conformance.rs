//! The cases and the decision tables as one file, for ports of the rules to other languages.

use std::fs;

use anyhow::{Context as _, Result, bail};
use partner_center_rules::RULES_VERSION;
use serde_json::{Map, Value, json};

use crate::paths::Paths;
use crate::stamp;

/// The folders that this module reads.
pub(crate) const INPUTS: [&str; 2] = ["tests/cases", "tests/tables"];

/// Writes `pkg/dist/conformance.json`.
pub(crate) fn build(paths: &Paths) -> Result<()> {
    let [mut cases, mut tables] = [Map::new(), Map::new()];
    for file in INPUTS.into_iter().map(|folder| stamp::files(&paths.at(folder))).collect::<Result<Vec<_>>>()?.concat() {
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match file.extension().and_then(|ending| ending.to_str()) {
            Some("json") => cases.insert(name, serde_json::from_str(&text)?),
            Some("md") => tables.insert(name, tables_of(&text)),
            _ => bail!("{} is no case file and no table", file.display()),
        };
    }
    let corpus = json!({ "rulesVersion": RULES_VERSION, "tables": tables, "cases": cases });
    fs::write(paths.dist().join("conformance.json"), format!("{corpus}\n"))?;
    Ok(())
}

/// Returns every table of a page: the heading above it, its header and its rows.
fn tables_of(page: &str) -> Value {
    let mut tables: Vec<Value> = Vec::new();
    let mut title = "";
    let mut is_inside = false;
    for line in page.lines() {
        let Some(row) = line.strip_prefix('|') else {
            title = line.strip_prefix('#').map_or(title, |heading| heading.trim_start_matches('#').trim());
            is_inside = false;
            continue;
        };
        let cells: Vec<_> = row.trim_end_matches('|').split('|').map(str::trim).collect();
        if !is_inside {
            tables.push(json!({ "title": title, "header": cells, "rows": [] }));
        } else if let (false, Some(rows)) =
            (row.starts_with('-'), tables.last_mut().and_then(|table| table.get_mut("rows")?.as_array_mut()))
        {
            rows.push(json!(cells));
        }
        is_inside = true;
    }
    Value::Array(tables)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_of_a_page_is_read() {
        let page = "# Page\n\nWords.\n\n| a | b   |\n|---|-----|\n| 1 | no 2 |\n| - | x + y |\n\n## Other\n\n| c |\n|---|\n| 3 |\n";
        assert_eq!(
            tables_of(page),
            json!([
                { "title": "Page", "header": ["a", "b"], "rows": [["1", "no 2"], ["-", "x + y"]] },
                { "title": "Other", "header": ["c"], "rows": [["3"]] },
            ])
        );
    }
}
