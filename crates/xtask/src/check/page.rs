//! The page that holds the figures. Nothing stands in it but what was run.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result};

use crate::check::checks::CHECKS;
use crate::check::figure::Figure;
use crate::markdown::{self, cells, table};
use crate::paths::Paths;
use crate::process::is_missing;

const FILE: &str = "tests/PROOF.md";

const INTRODUCTION: &str = "\
# Proof

What is shown beyond the tests, and what the last run of each check found. `cargo xtask check --write` runs the quick checks and
writes their figures here, `cargo xtask check --full --write` all of them with the full counts; `-` was not run. A figure that fell
short says so.

";

const HEADER: [&str; 5] = ["check", "what it shows", "to reach", "quick run", "full run"];

/// What was not run.
const NOTHING: &str = "-";

/// The figures of the last runs, by check: of the quick one and of the full one.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    figures: BTreeMap<String, [String; 2]>,
}

impl Page {
    /// Reads the page; without one there are no figures.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn read(paths: &Paths) -> Result<Self> {
        match fs::read_to_string(paths.at(FILE)) {
            Ok(text) => Ok(Self::of(&text)),
            Err(error) if is_missing(&error) => Ok(Self::default()),
            Err(error) => Err(error).with_context(|| format!("{FILE} cannot be read")),
        }
    }

    fn of(text: &str) -> Self {
        let rows = text.lines().filter_map(|line| {
            let [name, _, _, quick, full] = cells(line)?;
            Some((name.to_owned(), [quick.to_owned(), full.to_owned()]))
        });
        Self { figures: rows.collect() }
    }

    /// Enters what a check found.
    pub(crate) fn enter(&mut self, check: &str, is_full: bool, figure: &Figure, date: &str) {
        let [quick, full] =
            self.figures.entry(check.to_owned()).or_insert_with(|| [NOTHING, NOTHING].map(str::to_owned));
        let cell = if is_full { full } else { quick };
        *cell = markdown::cell(&format!("{figure} ({date})"));
    }

    /// Writes the page.
    ///
    /// # Errors
    /// It cannot be written.
    pub(crate) fn write(&self, paths: &Paths) -> Result<()> {
        fs::write(paths.at(FILE), self.text()).with_context(|| format!("{FILE} cannot be written"))
    }

    fn text(&self) -> String {
        let rows = CHECKS.map(|check| {
            let [quick, full] = match self.figures.get(check.name) {
                Some([quick, full]) => [quick.as_str(), full.as_str()],
                None => [NOTHING, NOTHING],
            };
            [check.name, check.about, check.goal, quick, full].map(str::to_owned)
        });
        INTRODUCTION.to_owned() + &table(HEADER, rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_a_row_for_each_check_and_only_what_was_run() {
        let mut page = Page::default();
        page.enter("supply", false, &Figure::reached("7 | 9\ncrates".to_owned()), "2026-11-20");
        page.enter("supply", true, &Figure::short("8 crates".to_owned()), "2026-11-21");
        let text = page.text();
        assert!(text.contains("| 7 / 9 crates (2026-11-20) | FELL SHORT: 8 crates (2026-11-21) |"), "{text}");
        assert_eq!(text.matches("| - | - |").count(), CHECKS.len() - 1);
    }

    #[test]
    fn what_was_run_before_stays() {
        let mut page = Page::default();
        page.enter("imports", false, &Figure::reached("9".to_owned()), "2026-11-20");
        page.enter("imports", true, &Figure::reached("10".to_owned()), "2026-11-20");
        let mut again = Page::of(&page.text());
        again.enter("imports", false, &Figure::reached("11".to_owned()), "2026-11-22");
        assert_eq!(again.figures["imports"], ["11 (2026-11-22)", "10 (2026-11-20)"]);
    }

    #[test]
    fn the_page_in_the_repository_is_one_that_was_written() {
        let paths = Paths::of_this_workspace().unwrap();
        let text = fs::read_to_string(paths.at(FILE)).unwrap();
        assert_eq!(text, Page::of(&text).text(), "run `cargo xtask check --write`");
    }
}
