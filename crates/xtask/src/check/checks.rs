//! What `cargo xtask check` does, in order.

use anyhow::Result;

use crate::check::figure::Figure;
use crate::check::{Job, coverage, fuzz, imports, miri, mutants, nopanic, programs, supply};
use crate::test::setup::Need;

/// One thing that is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Check {
    /// Chooses the check on the command line.
    pub(crate) name: &'static str,
    /// What it shows.
    pub(crate) about: &'static str,
    /// The figure to reach.
    pub(crate) goal: &'static str,
    /// Whether it is part of the quick run.
    pub(crate) is_quick: bool,
    /// What has to be installed.
    pub(crate) needs: &'static [Need],
    pub(crate) run: fn(Job<'_>) -> Result<Figure>,
}

/// The short ones come first.
pub(crate) const CHECKS: [Check; 12] = [
    Check {
        name: "supply",
        about: "what is depended on: licences, sources, bans, duplicates, lock files",
        goal: "no finding",
        is_quick: true,
        needs: &[],
        run: supply::run,
    },
    Check {
        name: "imports",
        about: "the module imports only its glue; the core has no `unsafe` and reaches no clock, randomness or environment",
        goal: "no finding",
        is_quick: true,
        needs: &[Need::Components, Need::Package],
        run: imports::run,
    },
    Check {
        name: "table",
        about: "every row of the decision tables is the same in Rust, in the built package and in the model",
        goal: "0 differences",
        is_quick: true,
        needs: &[Need::Package, Need::TestTools],
        run: programs::table,
    },
    Check {
        name: "nopanic",
        about: "nothing in the core is left that could panic, except for want of memory",
        goal: "0 places, the import gone",
        is_quick: true,
        needs: &[Need::Package],
        run: nopanic::run,
    },
    Check {
        name: "parsers",
        about: "what the readers accept near every valid text, and as what, is what a second reading of the rules predicts",
        goal: "0 differences",
        is_quick: true,
        needs: &[],
        run: programs::parsers,
    },
    Check {
        name: "differential",
        about: "forms, answers, times, requests and held sets of chance are judged the same by Rust, the package and the model",
        goal: "0 differences; full run: 10,000,000 questions",
        is_quick: true,
        needs: &[Need::Package, Need::TestTools],
        run: programs::differential,
    },
    Check {
        name: "hostile",
        about: "hostile input, once and many times in a row, is judged as it should be, in Node and in Chromium",
        goal: "0 failures; full run: 300,000 in a row",
        is_quick: true,
        needs: &[Need::Package, Need::TestTools, Need::Browser],
        run: programs::hostile,
    },
    Check {
        name: "hot",
        about: "every function of the package, called very often, stays right and within its memory, in Node and in Chromium",
        goal: "0 problems, below 2,048 KiB, in bulk 8,192 KiB, 0 pages more; full run: 5,000,000 calls each",
        is_quick: true,
        needs: &[Need::Package, Need::TestTools, Need::Browser],
        run: programs::hot,
    },
    Check {
        name: "coverage",
        about: "the tests of the core run every line of it, and take every branch both ways",
        goal: "all lines, all branches",
        is_quick: true,
        needs: &[],
        run: coverage::run,
    },
    Check {
        name: "miri",
        about: "an interpreter that tells undefined behaviour finds none in the unit tests of the core",
        goal: "0 reports",
        is_quick: true,
        needs: &[],
        run: miri::run,
    },
    Check {
        name: "fuzz",
        about: "what has to hold for every text holds for those that a fuzzer comes up with, for each reader of foreign text",
        goal: "0 finds; full run: 1,000,000,000 executions each for customer IDs, codes, websites and times, 100,000,000 for every other text, 10,000,000 for what a program hands over",
        is_quick: true,
        needs: &[],
        run: fuzz::run,
    },
    Check {
        name: "mutants",
        about: "the tests of the core tell it from the same code with one fault in it, for every fault that is put in",
        goal: "0 missed",
        is_quick: false,
        needs: &[],
        run: mutants::run,
    },
];
