//! Writes the figures into the two pages that hold them. What else stands in the pages is written by hand.

use anyhow::{Context as _, Result};

use crate::bench::contenders::{JSON_PARSE, Outcome, PACKAGE, PLAIN, RULE_ENGINES, ZOD};
use crate::bench::measured::{Measured, SIZES};
use crate::check::figure::{Figure, grouped};

/// The page of the checks: a row for each, with what it shows, the figure to reach and those of the last quick and full run.
pub(crate) const PROOF: &str = "tests/PROOF.md";

/// The page of the benchmarks: tables below headings.
pub(crate) const BENCHMARKS: &str = "tests/BENCHMARKS.md";

/// Returns the cells of the row of a check: its name, what it shows, the figure to reach and those of the last runs.
pub(crate) fn row<'a>(page: &'a str, check: &str) -> Result<[&'a str; 5]> {
    let mut rows = page.lines().filter_map(cells::<5>);
    rows.find(|[name, ..]| *name == check).with_context(|| format!("{PROOF} has no row for the check {check}"))
}

/// Returns the page of the checks with the figure of one of them in place of that of its last quick or full run.
pub(crate) fn proof(page: &str, check: &str, is_full: bool, figure: &str) -> Result<String> {
    let before = row(page, check)?.map(str::to_owned);
    let mut after = before.clone();
    let [.., quick, full] = &mut after;
    *(if is_full { full } else { quick }) = cell(figure);
    Ok(page.replace(&line(&before), &line(&after)))
}

/// Returns the page of the benchmarks with other figures.
pub(crate) fn benchmarks(page: &str, measured: &Measured, date: &str, rust: &str) -> Result<String> {
    let setup = format!("Measured on {date} with Rust {rust} and {}.", measured.contenders.setup);
    let (before, from) =
        page.split_once("\nMeasured on ").with_context(|| format!("{BENCHMARKS} does not say where"))?;
    let (_, after) = from.split_once('\n').unwrap_or((from, ""));
    let goals = GOALS.map(|(work, reach, found)| {
        let found = found(measured).map_or_else(|| "-".to_owned(), |figure| figure.to_string());
        [work.to_owned(), reach.to_owned(), found]
    });
    let tables = [
        ("# Benchmarks", table(["work", "to reach", "found"], goals)),
        ("## Answer text to decision", contenders(measured, "answer")),
        ("## Valid form to typed value", contenders(measured, "form")),
        ("## Form with three errors to issue objects", contenders(measured, "wrongForm")),
        ("## Many records, bytes to outcomes", many(measured)),
        ("## Import to first decision", starts(measured)),
        ("## Rust", native(measured)),
        ("## What the contenders lack", lacks(measured)),
    ];
    tables.iter().try_fold(format!("{before}\n{setup}\n{after}"), |page, (heading, table)| below(&page, heading, table))
}

/// Returns a page with another table below a heading.
fn below(page: &str, heading: &str, table: &str) -> Result<String> {
    let lacks = || format!("{BENCHMARKS} has no table below `{heading}`");
    let (before, from) = page.split_once(&format!("{heading}\n")).with_context(lacks)?;
    let (text, rows) = from.split_once("\n|").with_context(lacks)?;
    let after = rows.split_once("\n\n").map(|(_, after)| format!("\n{after}")).unwrap_or_default();
    Ok(format!("{before}{heading}\n{text}\n{table}{after}"))
}

/// Returns a table in Markdown.
fn table<const N: usize>(header: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let head = [header.map(str::to_owned), ["---"; N].map(str::to_owned)];
    head.into_iter().chain(rows).map(|cells| line(&cells)).collect()
}

/// Returns a row of a table.
fn line(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// Returns the cells of a row; nothing if the line is none, or has another number of cells.
fn cells<const N: usize>(line: &str) -> Option<[&str; N]> {
    line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect::<Vec<_>>().try_into().ok()
}

/// Returns what can stand in a cell: a bar ends it, and a line feed its row.
fn cell(text: &str) -> String {
    text.replace('|', "/").replace('\n', " ")
}

/// A figure to reach: the work, the figure, and what was found, or nothing if it was not measured.
type Goal = (&'static str, &'static str, fn(&Measured) -> Option<Figure>);

const GOALS: [Goal; 10] = [
    ("answer text to decision, package", "1.4 x JSON.parse alone, 10 x ahead of every rule engine", |it| {
        beside(it, "answer", JSON_PARSE, 1.4)
    }),
    ("valid form to typed value, package", "5 x zod, which checks less, 10 x ahead of every rule engine", |it| {
        beside(it, "form", ZOD, 5.0)
    }),
    ("form with three errors to issue objects, package", "1.3 x zod, 10 x ahead of every rule engine", |it| {
        beside(it, "wrongForm", ZOD, 1.3)
    }),
    ("a million records, bytes to outcomes, package", "0.25 x JSON.parse alone on the same text", |it| {
        let found = it.contenders.ratio("many 1000000", PACKAGE, JSON_PARSE)?;
        Some(Figure::new(format!("{} x", digits(found)), found <= 0.25))
    }),
    ("the same, Rust, one core", "2 GB/s, and 1.8 x serde_json into a typed Vec", |it| {
        let array = it.native.get("bulk/array/1000000")?;
        let [least, ..] = it.native.get("bulk/array_with_serde_json/1000000")?.times;
        let (rate, ahead) = (array.rate? / 1e9, least / array.times[0]);
        let text = format!("{} GB/s, {} x serde_json", digits(rate), digits(ahead));
        Some(Figure::new(text, rate >= 2.0 && ahead >= 1.8))
    }),
    ("typed status and holdings to purchase decision, Rust", "3 ns, no allocation", |it| {
        let found = it.native.get("decisions/purchase")?;
        let text = format!("{}, {} allocations", time(found.times[0]), found.allocations);
        Some(Figure::new(text, found.times[0] <= 3.0 && found.allocations == 0.0))
    }),
    ("import to first decision, fresh Node", "15 ms", |it| within(it, "start node", 15e6)),
    ("the same in Chromium, on a processor slowed down 4 times", "60 ms", |it| within(it, "start chromium", 60e6)),
    ("cost a record, 1,000 to 1,000,000, package", "flat within 20 %", |it| {
        flat(|size| Some(it.contenders.least(&format!("many {size}"), PACKAGE)? / f64::from(size)))
    }),
    ("the same, Rust, one core", "flat within 20 %", |it| {
        flat(|size| Some(it.native.get(&format!("bulk/array/{size}"))?.times[0]))
    }),
];

/// Compares the package with something that every contender needs or that does less, and with the rule engines.
fn beside(measured: &Measured, work: &str, other: &str, most: f64) -> Option<Figure> {
    let found = measured.contenders.ratio(work, PACKAGE, other)?;
    let engines = RULE_ENGINES.iter().filter_map(|engine| measured.contenders.ratio(work, engine, PACKAGE));
    let ahead = engines.fold(f64::INFINITY, f64::min);
    let text = format!("{} x, {} x ahead of every rule engine", digits(found), digits(ahead));
    Some(Figure::new(text, found <= most && ahead >= 10.0))
}

/// Returns the least time of a work of the package, which has to be within some nanoseconds.
fn within(measured: &Measured, work: &str, most: f64) -> Option<Figure> {
    let found = measured.contenders.least(work, PACKAGE)?;
    Some(Figure::new(time(found), found <= most))
}

/// Says how far apart the costs of a record are.
fn flat(cost: impl Fn(u32) -> Option<f64>) -> Option<Figure> {
    let costs = SIZES.map(cost).into_iter().collect::<Option<Vec<_>>>()?;
    let (least, most) = (costs.iter().copied().reduce(f64::min)?, costs.iter().copied().reduce(f64::max)?);
    let apart = (most / least - 1.0) * 100.0;
    Some(Figure::new(format!("{apart:.0} %: {} to {}", time(least), time(most)), apart <= 20.0))
}

/// Benchmarks in Rust: the path, and what an item is.
const NATIVE: [(&str, &str); 5] = [
    ("decisions/purchase", "typed status and holdings to purchase decision"),
    ("decisions/purchase_with_messages", "the same, with the message of each reason"),
    ("decisions/answer", "answer text to decision"),
    ("forms/valid", "valid form to typed value"),
    ("forms/with_three_errors", "form with three errors to issues"),
];

/// Benchmarks in Rust for each size.
const NATIVE_BATCHES: [(&str, &str); 6] = [
    ("array", "JSON array"),
    ("array_with_serde_json", "JSON array, by serde_json into a typed Vec"),
    ("lines", "JSON lines"),
    ("lines_on_all_cores", "JSON lines, on all cores"),
    ("slice", "typed slice"),
    ("slice_on_all_cores", "typed slice, on all cores"),
];

fn contenders(measured: &Measured, work: &str) -> String {
    let findings = &measured.contenders;
    let rows = findings.contenders.iter().filter_map(|contender| {
        let [least, median, most] = times(findings.outcome(work, &contender.name)?);
        let ratio = findings.ratio(work, &contender.name, PLAIN).map(digits).unwrap_or_default();
        Some([contender.name.clone(), least, median, most, ratio])
    });
    table(["contender", "minimum", "median", "maximum", "x plain JavaScript"], rows)
}

/// Returns the cells of three times, or of what went wrong.
fn times(outcome: &Outcome) -> [String; 3] {
    match outcome {
        Ok(times) => times.map(time),
        Err(error) => [cell(error), String::new(), String::new()],
    }
}

fn many(measured: &Measured) -> String {
    let findings = &measured.contenders;
    let rows = SIZES.into_iter().flat_map(|size| {
        let work = format!("many {size}");
        findings.contenders.iter().filter_map(move |contender| {
            let name = &contender.name;
            let [least, median, most] = times(findings.outcome(&work, name)?);
            let each = findings.least(&work, name).map(|least| time(least / f64::from(size))).unwrap_or_default();
            let [of_plain, of_parse] =
                [PLAIN, JSON_PARSE].map(|other| findings.ratio(&work, name, other).map(digits).unwrap_or_default());
            Some([grouped(u64::from(size)), name.clone(), least, median, most, each, of_plain, of_parse])
        })
    });
    let header =
        ["records", "contender", "minimum", "median", "maximum", "a record", "x plain JavaScript", "x JSON.parse"];
    table(header, rows)
}

/// Where the package is started: the work, and what is imported where.
const STARTS: [(&str, &str); 4] = [
    ("start node", "everything, fresh Node"),
    ("start chromium", "everything, Chromium, slowed down 4 times"),
    ("start eligibility node", "`eligibility` alone, fresh Node"),
    ("start eligibility chromium", "`eligibility` alone, Chromium, slowed down 4 times"),
];

fn starts(measured: &Measured) -> String {
    let rows = STARTS.into_iter().filter_map(|(work, about)| {
        let [least, median, most] = times(measured.contenders.outcome(work, PACKAGE)?);
        Some([about.to_owned(), least, median, most])
    });
    table(["import", "minimum", "median", "maximum"], rows)
}

fn native(measured: &Measured) -> String {
    let single = NATIVE.map(|(path, about)| (path.to_owned(), about.to_owned()));
    let batches = NATIVE_BATCHES.into_iter().flat_map(|(name, about)| {
        SIZES.map(|size| (format!("bulk/{name}/{size}"), format!("{about}, {} records", grouped(u64::from(size)))))
    });
    let rows = single.into_iter().chain(batches).filter_map(|(path, about)| {
        let found = measured.native.get(&path)?;
        let [least, median, most] = found.times.map(time);
        let rate = found.rate.map(|rate| format!("{} GB/s", digits(rate / 1e9))).unwrap_or_default();
        let allocations = match found.allocations {
            0.0 => "0".to_owned(),
            few if few < 0.01 => "< 0.01".to_owned(),
            some => digits(some),
        };
        Some([about, least, median, most, rate, allocations])
    });
    table(["work", "minimum", "median", "maximum", "bytes read", "allocations"], rows)
}

fn lacks(measured: &Measured) -> String {
    let contenders = measured.contenders.contenders.iter().filter(|contender| contender.name != JSON_PARSE);
    let rows = contenders.map(|contender| {
        let right = match (contender.right, contender.cases) {
            (Some(right), Some(cases)) => format!("{right} of {cases}"),
            _ => contender.error.as_deref().map(cell).unwrap_or_default(),
        };
        let lacks = |work: &str| contender.lacks.get(work).cloned().unwrap_or_default();
        [contender.name.clone(), contender.version.clone().unwrap_or_default(), right, lacks("answer"), lacks("form")]
    });
    table(["contender", "version", "answers as the rules say", "lacks for an answer", "lacks for a form"], rows)
}

/// Returns a time in nanoseconds for people, with three digits that count.
fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        small if small < 999.5 => format!("{} ns", digits(small)),
        small if small < 999.5e3 => format!("{} µs", digits(small / 1e3)),
        small if small < 999.5e6 => format!("{} ms", digits(small / 1e6)),
        large => format!("{} s", digits(large / 1e9)),
    }
}

/// Returns a number with three digits that count.
fn digits(number: f64) -> String {
    match number {
        small if small < 9.995 => format!("{small:.2}"),
        small if small < 99.95 => format!("{small:.1}"),
        large => format!("{large:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::bench::contenders::tests::findings;
    use crate::bench::native::Finding;
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
    fn the_page_has_what_was_measured_and_what_could_not_be() {
        let finding =
            |least: f64, rate: f64, allocations: f64| Finding { times: [least; 3], rate: Some(rate), allocations };
        let mut measured = Measured { contenders: findings(), ..Measured::default() };
        measured.native.insert("bulk/array_with_serde_json/1000000".to_owned(), finding(125.0, 0.6e9, 0.0));
        measured.native.insert("decisions/purchase".to_owned(), finding(3.0, 0.0, 0.5));
        for (size, cost) in SIZES.into_iter().zip([40.0, 40.0, 44.0, 50.0]) {
            measured.native.insert(format!("bulk/array/{size}"), finding(cost, 1.5e9, 0.0));
        }
        let before = page(BENCHMARKS);
        let text = benchmarks(&before, &measured, "2026-11-21", "1.95.0").unwrap();
        let prose = |page: &str| -> Vec<String> {
            page.lines().filter(|line| !line.starts_with(['|', 'M'])).map(str::to_owned).collect()
        };
        assert_eq!(prose(&text), prose(&before));
        for line in [
            "Measured on 2026-11-21 with Rust 1.95.0 and Node 20.1.0 (V8 11.3), 2 cores of a processor.",
            "| answer text to decision, package | 1.4 x JSON.parse alone, 10 x ahead of every rule engine | 1.25 x, 20.0 x ahead of every rule engine |",
            "| valid form to typed value, package | 5 x zod, which checks less, 10 x ahead of every rule engine | FELL SHORT: 1.20 x, 9.00 x ahead of every rule engine |",
            "| form with three errors to issue objects, package | 1.3 x zod, 10 x ahead of every rule engine | - |",
            "| the same, Rust, one core | 2 GB/s, and 1.8 x serde_json into a typed Vec | FELL SHORT: 1.50 GB/s, 2.50 x serde_json |",
            "| typed status and holdings to purchase decision, Rust | 3 ns, no allocation | FELL SHORT: 3.00 ns, 0.5 allocations |",
            "| the same, Rust, one core | flat within 20 % | FELL SHORT: 25 %: 40.0 ns to 50.0 ns |",
            "| import to first decision, fresh Node | 15 ms | 12.0 ms |",
            "| everything, fresh Node | 12.0 ms | 13.0 ms | 14.0 ms |",
            "| partner-center-rules | 200 ns | 210 ns | 240 ns | 0.50 |",
            "| zod | ended with SIGTRAP |  |  |  |",
            "| 1,000,000 | partner-center-rules | 100 ms | 100 ms | 100 ms | 100 ns |  | 0.50 |",
            "| JSON array, 1,000,000 records | 50.0 ns | 50.0 ns | 50.0 ns | 1.50 GB/s | 0 |",
            "| plain JavaScript |  | 8 of 10 | a rule |  |",
            "| gone |  | Error: not found |  |  |",
        ] {
            assert!(text.lines().any(|it| it == line), "{line}\n{text}");
        }
        assert!(GOALS.iter().all(|(_, _, found)| found(&Measured::default()).is_none()));
        assert_eq!([2.946, 282.4, 999.7, 433e6].map(time), ["2.95 ns", "282 ns", "1.00 µs", "433 ms"]);
    }
}
