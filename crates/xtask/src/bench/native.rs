//! The rules themselves, measured by divan, whose tables are read.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use xshell::cmd;

use crate::bench::times::{Times, times};
use crate::paths::Paths;
use crate::shell::{read as output, run};

/// The number of runs of everything: what is compared takes turns.
const RUNS: usize = 7;

/// The figures of one benchmark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Finding {
    /// Nanoseconds an item.
    pub(crate) times: Times,
    /// Bytes a second, where it reads a text, at the least time.
    pub(crate) rate: Option<f64>,
    /// Allocations for each item.
    pub(crate) allocations: f64,
}

/// Figures by the path of the benchmark, such as `bulk/array/1000`.
pub(crate) type Findings = BTreeMap<String, Finding>;

/// Builds the benchmarks as what is shipped is built, and runs them.
pub(crate) fn measure(paths: &Paths) -> Result<Findings> {
    let (sh, bench) = (paths.shell("")?, paths.at("target/release/bench"));
    run(cmd!(sh, "cargo build --quiet --release --package bench"))?;
    let mut runs: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
    for _ in 0..RUNS {
        let findings = read(&output(cmd!(sh, "{bench} --bench --color never"))?);
        ensure!(!findings.is_empty(), "the output of divan is not understood");
        for (name, finding) in findings {
            runs.entry(name).or_default().push(finding);
        }
    }
    Ok(runs.into_iter().filter_map(|(name, runs)| Some((name, together(&runs)?))).collect())
}

/// Returns the least of the least times, the median of the medians and the most of the most.
fn together(runs: &[Finding]) -> Option<Finding> {
    let all = |part: fn(Times) -> f64| times(runs.iter().map(|finding| part(finding.times)).collect());
    let [[least, ..], [_, median, _], [.., most]] = [all(|[it, ..]| it)?, all(|[_, it, _]| it)?, all(|[.., it]| it)?];
    let rate = runs.iter().filter_map(|finding| finding.rate).reduce(f64::max);
    let allocations = runs.iter().map(|finding| finding.allocations).fold(0.0, f64::max);
    Some(Finding { times: [least, median, most], rate, allocations })
}

/// Reads a table of divan: a tree, and for each leaf rows of cells.
fn read(table: &str) -> Findings {
    let mut path: Vec<&str> = Vec::new();
    let mut leaves: Vec<(String, Vec<Vec<&str>>)> = Vec::new();
    for line in table.lines().skip_while(|line| !line.contains("fastest")).skip(1) {
        let (tree, mut text) = line.split_at(line.find(|c: char| !"│├╰─ ".contains(c)).unwrap_or(line.len()));
        if tree.contains(['├', '╰']) {
            // A level is three characters wide.
            path.truncate(tree.chars().count().saturating_sub(1) / 3);
            let (name, numbers) = text.split_once(' ').unwrap_or((text, ""));
            path.push(name);
            leaves.push((path.join("/"), Vec::new()));
            text = numbers;
        }
        if let Some((_, rows)) = leaves.last_mut() {
            rows.push(text.split('│').map(str::trim).collect());
        }
    }
    leaves.into_iter().filter_map(|(name, rows)| Some((name, finding(&rows)?))).collect()
}

fn finding(rows: &[Vec<&str>]) -> Option<Finding> {
    let numbers = |unit: &str| {
        rows.iter().find_map(|row| match row.as_slice() {
            [fastest, slowest, median, ..] => {
                Some([number(fastest, unit)?, number(slowest, unit)?, number(median, unit)?])
            }
            _ => None,
        })
    };
    // The first row below a heading has counts, the second bytes.
    let count = |heading: &str| {
        let below = rows.iter().skip_while(|row| row.first() != Some(&heading)).nth(1);
        below.and_then(|row| row.first()?.parse::<f64>().ok()).unwrap_or(0.0)
    };
    let ([time, ..], [fastest, slowest, median]) = (numbers("s")?, numbers("item/s")?);
    let allocations = (count("alloc:") + count("grow:")) / (time * fastest).round();
    let rate = numbers("B/s").map(|[fastest, ..]| fastest);
    Some(Finding { times: [1e9 / fastest, 1e9 / median, 1e9 / slowest], rate, allocations })
}

/// Reads a number of this unit: seconds, items a second or bytes a second.
fn number(text: &str, unit: &str) -> Option<f64> {
    let (number, of) = text.split_once(' ')?;
    let prefix = of.strip_suffix(unit)?;
    let prefixes = [("p", 1e-12), ("n", 1e-9), ("µ", 1e-6), ("m", 1e-3), ("", 1.0), ("K", 1e3), ("M", 1e6), ("G", 1e9)];
    let (_, factor) = prefixes.into_iter().find(|(name, _)| *name == prefix)?;
    Some(number.parse::<f64>().ok()? * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\
Timer precision: 20 ns
bench                         fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ bulk                                     │               │               │               │         │
│  ╰─ array                                 │               │               │               │         │
│     ├─ 1000                 40 µs         │ 50 µs         │ 45 µs         │ 47 µs         │ 5       │ 5
│     │                       2 GB/s        │ 1.6 GB/s      │ 1.8 GB/s      │ 1.7 GB/s      │         │
│     │                       25 Mitem/s    │ 20 Mitem/s    │ 22 Mitem/s    │ 21 Mitem/s    │         │
│     │                       max alloc:    │               │               │               │         │
│     │                         2           │ 2             │ 2             │ 2             │         │
│     │                         1.032 KB    │ 1.032 KB      │ 1.032 KB      │ 1.032 KB      │         │
│     │                       alloc:        │               │               │               │         │
│     │                         2           │ 2             │ 2             │ 2             │         │
│     │                         16 B        │ 16 B          │ 16 B          │ 16 B          │         │
│     │                       grow:         │               │               │               │         │
│     │                         8           │ 8             │ 8             │ 8             │         │
│     │                         16 B        │ 16 B          │ 16 B          │ 16 B          │         │
│     ╰─ 1000000              80 ms         │ 90 ms         │ 85 ms         │ 86 ms         │ 5       │ 5
│                             900 MB/s      │ 800 MB/s      │ 850 MB/s      │ 840 MB/s      │         │
│                             12.5 Mitem/s  │ 11 Mitem/s    │ 11.5 Mitem/s  │ 11.6 Mitem/s  │         │
╰─ decisions                                │               │               │               │         │
   ╰─ purchase                2.5 µs        │ 50 µs         │ 3.125 µs      │ 3.7 µs        │ 100     │ 100
                              400 Mitem/s   │ 20 Mitem/s    │ 320 Mitem/s   │ 268 Mitem/s   │         │
";

    #[test]
    fn the_table_of_divan_is_understood() {
        let findings = read(TABLE);
        let names: Vec<_> = findings.keys().map(String::as_str).collect();
        assert_eq!(names, ["bulk/array/1000", "bulk/array/1000000", "decisions/purchase"]);
        let small = findings["bulk/array/1000"];
        assert_eq!(small.times, [40.0, 1e3 / 22.0, 50.0]);
        assert_eq!((small.rate, small.allocations), (Some(2e9), 0.01));
        assert_eq!(findings["bulk/array/1000000"].rate, Some(9e8));
        let purchase = findings["decisions/purchase"];
        assert_eq!((purchase.times[0], purchase.rate, purchase.allocations), (2.5, None, 0.0));
    }
}
