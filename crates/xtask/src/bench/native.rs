//! The rules themselves, measured by divan, whose tables are read.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};

use crate::bench::measured::Times;
use crate::paths::Paths;
use crate::process::{cargo, output, program, run};

/// How often all of it is measured: what is compared takes turns.
const RUNS: usize = 7;

/// What was found of one benchmark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Finding {
    /// Nanoseconds an item.
    pub(crate) times: Times,
    /// Bytes a second, where it reads a text, at the least time.
    pub(crate) rate: Option<f64>,
    /// How often memory was asked for, for each item.
    pub(crate) allocations: f64,
}

/// What was found, by the path of the benchmark, such as `bulk/array/1000`.
pub(crate) type Findings = BTreeMap<String, Finding>;

/// Builds the benchmarks as what is shipped is built, and runs them.
///
/// # Errors
/// They cannot be built, fail, or print what is not understood.
pub(crate) fn measure(paths: &Paths) -> Result<Findings> {
    run(cargo(paths).args(["build", "--quiet", "--release", "--package", "bench"]))?;
    let mut runs: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
    for _ in 0..RUNS {
        let mut bench = program(paths.at("target/release/bench"), paths.root());
        bench.args(["--bench", "--color", "never"]);
        let findings = read(&output(&mut bench)?);
        ensure!(!findings.is_empty(), "the output of divan is not understood");
        for (name, finding) in findings {
            runs.entry(name).or_default().push(finding);
        }
    }
    Ok(runs.into_iter().filter_map(|(name, runs)| Some((name, together(&runs)?))).collect())
}

fn together(runs: &[Finding]) -> Option<Finding> {
    let times: Vec<_> = runs.iter().map(|finding| finding.times).collect();
    let rate = runs.iter().filter_map(|finding| finding.rate).reduce(f64::max);
    let allocations = runs.iter().map(|finding| finding.allocations).fold(0.0, f64::max);
    Some(Finding { times: Times::of_runs(&times)?, rate, allocations })
}

/// Reads a table of divan: a tree, and for each leaf rows of numbers.
fn read(table: &str) -> Findings {
    let mut findings = Findings::new();
    let mut path: Vec<&str> = Vec::new();
    let mut leaf = Leaf::default();
    for line in table.lines().skip_while(|line| !line.contains("fastest")).skip(1) {
        let (tree, text) = line.split_at(line.find(|c: char| !"│├╰─ ".contains(c)).unwrap_or(line.len()));
        if tree.contains(['├', '╰']) {
            leaf.end(&path, &mut findings);
            // A level is three characters wide.
            path.truncate(tree.chars().count().saturating_sub(1) / 3);
            let (name, numbers) = text.split_once(' ').unwrap_or((text, ""));
            path.push(name);
            leaf.row(numbers);
        } else {
            leaf.row(text);
        }
    }
    leaf.end(&path, &mut findings);
    findings
}

/// What is read of one benchmark.
#[derive(Default)]
struct Leaf {
    /// Nanoseconds an iteration: fastest, slowest, median.
    times: Option<[f64; 3]>,
    /// Items a second, in the same order.
    items: Option<[f64; 3]>,
    bytes: Option<[f64; 3]>,
    allocations: f64,
    /// What the next row counts.
    heading: String,
}

impl Leaf {
    fn row(&mut self, text: &str) {
        let mut cells = text.split('│').map(str::trim);
        let first = cells.next().unwrap_or_default();
        if first.ends_with(':') {
            first.clone_into(&mut self.heading);
        } else if !self.heading.is_empty() {
            // The first row below a heading has counts, the second bytes.
            if ["alloc:", "grow:"].contains(&self.heading.as_str()) {
                self.allocations += first.parse().unwrap_or(0.0);
            }
            self.heading.clear();
        } else if let [Some(fastest), Some(slowest), Some(median)] =
            [Some(first), cells.next(), cells.next()].map(|cell| cell.and_then(number))
        {
            let numbers = Some([fastest.0, slowest.0, median.0]);
            match fastest.1 {
                Unit::Time => self.times = numbers,
                Unit::Items => self.items = numbers,
                Unit::Bytes => self.bytes = numbers,
            }
        }
    }

    fn end(&mut self, path: &[&str], findings: &mut Findings) {
        let Self { times, items, bytes, allocations, .. } = std::mem::take(self);
        if let (Some([time, ..]), Some([fastest, slowest, median])) = (times, items) {
            let times = Times { least: 1e9 / fastest, median: 1e9 / median, most: 1e9 / slowest };
            let allocations = allocations / (time * fastest / 1e9).round();
            findings.insert(path.join("/"), Finding { times, rate: bytes.map(|[fastest, ..]| fastest), allocations });
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Time,
    Items,
    Bytes,
}

/// A number with its unit: nanoseconds, items a second or bytes a second.
fn number(text: &str) -> Option<(f64, Unit)> {
    let (number, unit) = text.split_once(' ')?;
    let (factor, unit) = match unit {
        "ps" => (1e-3, Unit::Time),
        "ns" => (1.0, Unit::Time),
        "µs" => (1e3, Unit::Time),
        "ms" => (1e6, Unit::Time),
        "s" => (1e9, Unit::Time),
        "item/s" => (1.0, Unit::Items),
        "Kitem/s" => (1e3, Unit::Items),
        "Mitem/s" => (1e6, Unit::Items),
        "Gitem/s" => (1e9, Unit::Items),
        "B/s" => (1.0, Unit::Bytes),
        "KB/s" => (1e3, Unit::Bytes),
        "MB/s" => (1e6, Unit::Bytes),
        "GB/s" => (1e9, Unit::Bytes),
        _ => return None,
    };
    Some((number.parse::<f64>().ok()? * factor, unit))
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
        assert_eq!(small.times, Times { least: 40.0, median: 1e3 / 22.0, most: 50.0 });
        assert_eq!((small.rate, small.allocations), (Some(2e9), 0.01));
        assert_eq!(findings["bulk/array/1000000"].rate, Some(9e8));
        let purchase = findings["decisions/purchase"];
        assert_eq!((purchase.times.least, purchase.rate, purchase.allocations), (2.5, None, 0.0));
    }
}
