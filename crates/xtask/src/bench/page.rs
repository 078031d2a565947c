//! The page that holds what was measured. Nothing stands in it but what was run.

use anyhow::{Context as _, Result};

use crate::bench::contenders::{JSON_PARSE, Outcome, PLAIN};
use crate::bench::goals::{GOALS, Measured, SIZES};
use crate::bench::measured::{ratio, time};
use crate::check::figure::grouped;
use crate::markdown::{cell, table};
use crate::paths::Paths;

pub(crate) const FILE: &str = "tests/BENCHMARKS.md";

const INTRODUCTION: &str = "\
# Benchmarks

What a decision costs, beside what would be written in its place. `cargo xtask bench --write` measures and writes this page, on a
machine that does nothing else. Times differ from machine to machine and from run to run; what counts is the ratio of two in one run.
Ratios and figures found are those of the least times, which noise disturbs least.

In Node each contender has a process of its own for each work, so that what one leaves behind in the compiler or the heap does not
slow another. Each is run until it is warm and its answers have been compared with those that are expected; then they take turns in
60 rounds of at least 5 ms, or at large texts in 15. In Rust [divan](https://docs.rs/divan) measures, in seven runs of everything,
and counts allocations.

";

/// A table for one work in Node.
const WORKS: [(&str, &str, &str); 3] = [
    ("answer", "Answer text to decision", "Six answers of about 80 bytes in turn, each with another status."),
    ("form", "Valid form to typed value", "Three forms in turn, one for each qualification that can be set."),
    (
        "wrongForm",
        "Form with three errors to issue objects",
        "Three forms in turn. An issue has a field and a text for people.",
    ),
];

/// What is measured in Rust: the path of the benchmark, and what an item is.
const NATIVE: [(&str, &str); 5] = [
    ("decisions/purchase", "typed status and holdings to purchase decision"),
    ("decisions/purchase_with_messages", "the same, with the message of each reason"),
    ("decisions/answer", "answer text to decision"),
    ("forms/valid", "valid form to typed value"),
    ("forms/with_three_errors", "form with three errors to issues"),
];

/// What is measured in Rust for each size.
const NATIVE_BATCHES: [(&str, &str); 6] = [
    ("array", "JSON array"),
    ("array_with_serde_json", "JSON array, by serde_json into a typed Vec"),
    ("lines", "JSON lines"),
    ("lines_on_all_cores", "JSON lines, on all cores"),
    ("slice", "typed slice"),
    ("slice_on_all_cores", "typed slice, on all cores"),
];

/// The page.
pub(crate) fn text(measured: &Measured, date: &str, rust: &str) -> String {
    let mut text = INTRODUCTION.to_owned();
    text += &format!("Measured on {date} with Rust {rust} and {}.\n\n", measured.contenders.setup);
    text += &goals(measured);
    for (work, title, about) in WORKS {
        text += &format!("\n## {title}\n\n{about}\n\n{}", contenders(measured, work));
    }
    text += &format!("\n## Many records, bytes to outcomes\n\n{RECORDS}\n\n{}", many(measured));
    text += &format!("\n## Rust\n\nTimes and allocations are for one item.\n\n{}", native(measured));
    text += &format!("\n## What the contenders lack\n\n{LACKS}\n\n{}", lacks(measured));
    text
}

const RECORDS: &str = "\
A JSON array of records of about 74 bytes, `{ \"customerId\", \"status\" }`. For `JSON.parse` alone the bytes are a text already.";

const LACKS: &str = "\
Answers are those of [the cases](cases/eligibility-from-response.json) for a new purchase. The schema libraries read the shape of an
answer, the engines apply the rules; what is missing around them is plain JavaScript. No contender but the package looks at what the
customer holds and at the codes of the partner, undoes what pasting does to an ID, or has warnings.";

/// Writes the page.
///
/// # Errors
/// It cannot be written.
pub(crate) fn write(paths: &Paths, text: &str) -> Result<()> {
    std::fs::write(paths.at(FILE), text).with_context(|| format!("{FILE} cannot be written"))
}

fn goals(measured: &Measured) -> String {
    table(
        ["work", "to reach", "found"],
        GOALS.map(|goal| {
            let found = (goal.found)(measured).map_or_else(|| "-".to_owned(), |figure| figure.to_string());
            [goal.work.to_owned(), goal.reach.to_owned(), found]
        }),
    )
}

const HEADER: [&str; 5] = ["contender", "minimum", "median", "maximum", "x plain JavaScript"];

fn contenders(measured: &Measured, work: &str) -> String {
    let findings = &measured.contenders;
    let rows = findings.contenders.iter().filter_map(|contender| {
        let outcome = findings.outcome(work, &contender.name)?;
        let ratio = findings.ratio(work, &contender.name, PLAIN);
        Some(times(&contender.name, outcome, ratio))
    });
    table(HEADER, rows)
}

fn times(name: &str, outcome: &Outcome, of_plain: Option<f64>) -> [String; 5] {
    match outcome {
        Ok(times) => {
            let [least, median, most] = [times.least, times.median, times.most].map(time);
            [name.to_owned(), least, median, most, of_plain.map(ratio).unwrap_or_default()]
        }
        Err(error) => [name.to_owned(), cell(error), String::new(), String::new(), String::new()],
    }
}

fn many(measured: &Measured) -> String {
    let findings = &measured.contenders;
    let rows = SIZES.into_iter().flat_map(|size| {
        let work = format!("many {size}");
        findings.contenders.iter().filter_map(move |contender| {
            let outcome = findings.outcome(&work, &contender.name)?;
            let [name, least, median, most, of_plain] =
                times(&contender.name, outcome, findings.ratio(&work, &contender.name, PLAIN));
            let of_parse = findings.ratio(&work, &contender.name, JSON_PARSE).map(ratio).unwrap_or_default();
            let each = findings.least(&work, &contender.name).map(|least| time(least / f64::from(size)));
            let size = grouped(u64::from(size));
            Some([size, name, least, median, most, each.unwrap_or_default(), of_plain, of_parse])
        })
    });
    table(
        ["records", "contender", "minimum", "median", "maximum", "a record", "x plain JavaScript", "x JSON.parse"],
        rows,
    )
}

fn native(measured: &Measured) -> String {
    let single = NATIVE.map(|(path, about)| (path.to_owned(), about.to_owned()));
    let batches = NATIVE_BATCHES.into_iter().flat_map(|(name, about)| {
        SIZES.map(|size| (format!("bulk/{name}/{size}"), format!("{about}, {} records", grouped(u64::from(size)))))
    });
    let rows = single.into_iter().chain(batches).filter_map(|(path, about)| {
        let found = measured.native.get(&path)?;
        let [least, median, most] = [found.times.least, found.times.median, found.times.most].map(time);
        let rate = found.rate.map(|rate| format!("{} GB/s", ratio(rate / 1e9))).unwrap_or_default();
        let allocations = match found.allocations {
            0.0 => "0".to_owned(),
            few if few < 0.01 => "< 0.01".to_owned(),
            some => ratio(some),
        };
        Some([about, least, median, most, rate, allocations])
    });
    table(["work", "minimum", "median", "maximum", "bytes read", "allocations"], rows)
}

fn lacks(measured: &Measured) -> String {
    let rows =
        measured.contenders.contenders.iter().filter(|contender| contender.name != JSON_PARSE).map(|contender| {
            let version = contender.version.clone().unwrap_or_default();
            let right = match (contender.right, contender.cases) {
                (Some(right), Some(cases)) => format!("{right} of {cases}"),
                _ => contender.error.as_deref().map(cell).unwrap_or_default(),
            };
            let lacks = |work: &str| contender.lacks.get(work).cloned().unwrap_or_default();
            [contender.name.clone(), version, right, lacks("answer"), lacks("form")]
        });
    table(["contender", "version", "answers as the rules say", "lacks for an answer", "lacks for a form"], rows)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::bench::contenders;
    use crate::markdown::cells;

    #[test]
    fn the_page_has_what_was_measured_and_what_could_not_be() {
        let measured = Measured { contenders: contenders::tests::findings(), ..Measured::default() };
        let text = text(&measured, "2026-11-21", "1.95.0");
        for line in [
            "Measured on 2026-11-21 with Rust 1.95.0 and Node 20.1.0 (V8 11.3), 2 cores of a processor.",
            "| answer text to decision, package | 0.7 x plain JavaScript | 0.50 x |",
            "| partner-center-rules | 200 ns | 210 ns | 240 ns | 0.50 |",
            "| zod | ended with SIGTRAP |  |  |  |",
            "| 1,000,000 | partner-center-rules | 100 ms | 100 ms | 100 ms | 100 ns |  | 0.50 |",
            "| plain JavaScript |  | 8 of 10 | a rule |  |",
            "| gone |  | Error: not found |  |  |",
        ] {
            assert!(text.lines().any(|it| it == line), "{line}\n{text}");
        }
    }

    #[test]
    fn the_page_in_the_repository_has_the_goals() {
        let paths = Paths::of_this_workspace().unwrap();
        let text = fs::read_to_string(paths.at(FILE)).unwrap();
        assert!(text.starts_with(INTRODUCTION), "run `cargo xtask bench --write`");
        let goals: Vec<_> = text.lines().filter_map(cells::<3>).skip(2).map(|[work, reach, _]| [work, reach]).collect();
        assert_eq!(goals, GOALS.map(|goal| [goal.work, goal.reach]), "run `cargo xtask bench --write`");
    }
}
