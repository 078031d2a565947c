//! What the tests of the core run: lines and branches.

use std::fs;

use anyhow::{Context as _, Result};

use crate::check::figure::{Figure, grouped};
use crate::check::tools::{self, Tool};
use crate::check::{Job, say};
use crate::process::{program, run as run_command};

const LLVM_COV: Tool = Tool { name: "cargo-llvm-cov", version: "0.9.1" };

pub(crate) fn run(job: Job<'_>) -> Result<Figure> {
    let paths = job.paths;
    tools::rustup(paths, &["component", "add", "llvm-tools"])?;
    let report = paths.at("target/coverage.lcov");
    let mut command = program(LLVM_COV.program(paths)?, paths.root());
    command.args(["llvm-cov", "--quiet", "--branch", "--package", "partner-center-rules", "--all-features"]);
    // Branches are counted only by a compiler that takes options in the making.
    command.arg("--lcov").arg("--output-path").arg(&report).env("RUSTC_BOOTSTRAP", "1");
    run_command(&mut command)?;

    let mut sum = Coverage::default();
    for record in fs::read_to_string(&report)?.split("end_of_record") {
        let Some(file) = record.lines().find_map(|line| line.strip_prefix("SF:")) else { continue };
        let source = fs::read_to_string(file).with_context(|| format!("{file} cannot be read"))?;
        let coverage = Coverage::of(record, &source);
        let name = file.rsplit('/').next().unwrap_or(file);
        coverage.missed.iter().for_each(|missed| say(&format!("{name}:{missed}")));
        sum.add(&coverage);
    }
    let [lines, run_lines, branches, taken] = [sum.lines, sum.run_lines, sum.branches, sum.taken].map(grouped);
    let text = format!("{run_lines} of {lines} lines and {taken} of {branches} branches of the core");
    Ok(Figure::new(text, sum.lines > 0 && sum.branches > 0 && sum.missed.is_empty()))
}

/// What was run of some code, without its tests.
#[derive(Default)]
struct Coverage {
    lines: u64,
    run_lines: u64,
    branches: u64,
    taken: u64,
    /// What was not run, by the line.
    missed: Vec<String>,
}

impl Coverage {
    /// Reads the record of a file: `DA:line,count` for each line, `BRDA:line,block,branch,count` for each branch.
    fn of(record: &str, source: &str) -> Self {
        let mut coverage = Self::default();
        let tests = source.lines().position(|line| line == "#[cfg(test)]").unwrap_or(usize::MAX);
        for entry in record.lines() {
            let Some((kind, data)) = entry.split_once(':') else { continue };
            // A bar stands for a branch that was not even come to.
            let mut numbers = data.split(',').map(|number| if number == "-" { Ok(0) } else { number.parse::<u64>() });
            let (Some(Ok(line)), Some(Ok(count))) = (numbers.next(), numbers.next_back()) else { continue };
            if usize::try_from(line).is_ok_and(|line| line > tests) {
                continue;
            }
            let text =
                || source.lines().nth(usize::try_from(line).unwrap_or(0).saturating_sub(1)).unwrap_or_default().trim();
            match kind {
                "DA" => {
                    coverage.lines = coverage.lines.saturating_add(1);
                    coverage.run_lines = coverage.run_lines.saturating_add(count.min(1));
                }
                "BRDA" => {
                    coverage.branches = coverage.branches.saturating_add(1);
                    coverage.taken = coverage.taken.saturating_add(count.min(1));
                }
                _ => continue,
            }
            if count == 0 {
                let what = if kind == "DA" { "not run" } else { "one way only" };
                coverage.missed.push(format!("{line}: {what}: {}", text()));
            }
        }
        coverage
    }

    fn add(&mut self, other: &Self) {
        self.lines = self.lines.saturating_add(other.lines);
        self.run_lines = self.run_lines.saturating_add(other.run_lines);
        self.branches = self.branches.saturating_add(other.branches);
        self.taken = self.taken.saturating_add(other.taken);
        self.missed.extend(other.missed.iter().cloned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_branches_are_counted_but_not_those_of_the_tests() {
        let source = "fn f() {\n    if a {\n    }\n}\n\n#[cfg(test)]\nmod tests {\n}\n";
        let record =
            "\nSF:/x.rs\nDA:1,7\nDA:2,0\nBRDA:2,0,0,3\nBRDA:2,0,1,0\nBRDA:2,0,1,-\nDA:7,0\nBRDA:7,0,0,0\nLF:9\n";
        let coverage = Coverage::of(record, source);
        assert_eq!((coverage.lines, coverage.run_lines, coverage.branches, coverage.taken), (2, 1, 3, 1));
        assert_eq!(coverage.missed.len(), 3);
        assert_eq!(coverage.missed[1], "2: one way only: if a {");
    }
}
