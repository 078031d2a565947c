//! Writes the figures into the two pages that hold them. What else stands in the pages is written by hand.

use anyhow::{Context as _, Result};

/// The page of the checks: a row for each, with what it shows, the figure to reach and those of the last quick and full run.
pub(crate) const PROOF: &str = "tests/PROOF.md";

/// The page of the benchmarks: tables below headings.
pub(crate) const BENCHMARKS: &str = "tests/BENCHMARKS.md";

/// The line of the benchmarks that says where they were measured begins so.
const MEASURED: &str = "Measured on ";

/// Returns the cells of the row of a check: its name, what it shows, the figure to reach and those of the last runs.
pub(crate) fn row<'a>(page: &'a str, check: &str) -> Result<[&'a str; 5]> {
    let cells =
        |line: &'a str| line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect::<Vec<_>>().try_into().ok();
    let mut rows = page.lines().filter_map(cells);
    rows.find(|[name, ..]: &[&str; 5]| *name == check)
        .with_context(|| format!("{PROOF} has no row for the check {check}"))
}

/// Returns the page of the checks with the figure of one of them in place of that of its last quick or full run.
pub(crate) fn proof(page: &str, check: &str, is_full: bool, figure: &str) -> Result<String> {
    let before = row(page, check)?;
    // A bar ends a cell, and a line feed its row.
    let figure = figure.replace('|', "/").replace('\n', " ");
    let mut after = before;
    let [.., quick, full] = &mut after;
    *(if is_full { full } else { quick }) = &figure;
    Ok(page.replace(&before.join(" | "), &after.join(" | ")))
}

/// Returns the page of the benchmarks with other figures: the line that says where they were measured, and headings, each with the
/// table below it.
pub(crate) fn benchmarks(page: &str, printed: &str) -> Result<String> {
    let setup =
        |page| str::lines(page).find(|line| line.starts_with(MEASURED)).context("it is not said where was measured");
    let mut after = page.replace(setup(page)?, setup(printed)?);
    let blocks = printed.split("\n#").skip(1).map(|block| block.split_once('\n').unwrap_or((block, "")));
    for (heading, table) in blocks {
        after = below(&after, &format!("#{heading}"), table.trim_end())?;
    }
    Ok(after)
}

/// Returns a page with another table below a heading.
fn below(page: &str, heading: &str, table: &str) -> Result<String> {
    let lacks = || format!("{BENCHMARKS} has no table below `{heading}`");
    let (before, from) = page.split_once(&format!("{heading}\n")).with_context(lacks)?;
    let (text, rows) = from.split_once("\n|").with_context(lacks)?;
    let after = rows.split_once("\n\n").map(|(_, after)| format!("\n{after}")).unwrap_or_default();
    Ok(format!("{before}{heading}\n{text}\n{table}\n{after}"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::check::CHECKS;
    use crate::paths::Paths;

    fn page(file: &str) -> String {
        fs::read_to_string(Paths::of_this_workspace().unwrap().at(file)).unwrap()
    }

    #[test]
    fn a_figure_takes_its_own_cell_and_no_other() {
        let before = page(PROOF);
        let after = proof(&before, "supply", true, "7 | 9\ncrates").unwrap();
        let [supply, was] = [&after, &before].map(|page| row(page, "supply").unwrap());
        assert_eq!(supply[4], "7 / 9 crates");
        assert_eq!(after.replace(supply[4], was[4]), before);
        assert_ne!(proof(&before, "supply", false, "8").unwrap(), after);
        assert!(CHECKS.iter().all(|(name, ..)| row(&before, name).is_ok()));
    }

    #[test]
    fn a_table_takes_the_place_of_that_below_its_heading() {
        let before = page(BENCHMARKS);
        let printed = "Measured on a day.\n# Benchmarks\n| a |\n| - |\n## Rust\n| b |\n| - |\n| 1 |\n";
        let after = benchmarks(&before, printed).unwrap();
        assert!(
            after.contains("\n| a |\n| - |\n\n## Answer") && after.contains("\n| b |\n| - |\n| 1 |\n\n## What"),
            "{after}"
        );
        let prose = |page: &str| {
            page.lines().filter(|line| !line.starts_with(['|', 'M'])).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(prose(&after), prose(&before));
        assert_eq!(benchmarks(&after, printed).unwrap(), after);
        assert!(benchmarks(&before, "Measured on a day.\n## No such table\n| a |\n").is_err());
        assert!(benchmarks(&before, "# Benchmarks\n| a |\n").is_err());
    }
}
