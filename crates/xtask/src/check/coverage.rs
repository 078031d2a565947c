//! Measures what the tests of the core run: lines and branches.

use std::fs;

use anyhow::{Context as _, Result};
use xshell::cmd;

use crate::check::figure::{Figure, grouped};
use crate::check::{Job, say};
use crate::shell::{cargo_tool, run as run_command, rustup};

pub(crate) fn run(job: Job<'_>) -> Result<Figure> {
    rustup(job.paths, &["component", "add", "llvm-tools"])?;
    let (sh, llvm_cov) = (job.paths.shell("")?, cargo_tool(job.paths, "cargo-llvm-cov", "0.9.1")?);
    let report = job.paths.at("target/coverage.lcov");
    // Branches are counted only by a compiler that takes options in the making.
    sh.set_var("RUSTC_BOOTSTRAP", "1");
    let tests = ["--package", "partner-center-rules", "--all-features"];
    run_command(cmd!(sh, "{llvm_cov} llvm-cov --quiet --branch {tests...} --lcov --output-path {report}"))?;

    let mut sum = Coverage::default();
    for record in fs::read_to_string(&report)?.split("end_of_record") {
        let Some(file) = record.lines().find_map(|line| line.strip_prefix("SF:")) else { continue };
        let source = fs::read_to_string(file).with_context(|| format!("{file} cannot be read"))?;
        sum.add(file.rsplit('/').next().unwrap_or(file), record, &source);
    }
    sum.missed.iter().for_each(|missed| say(missed));
    let ([run_lines, lines], [taken, branches]) = (sum.lines.map(grouped), sum.branches.map(grouped));
    let text = format!("{run_lines} of {lines} lines and {taken} of {branches} branches of the core");
    Ok(Figure::new(text, !sum.lines.contains(&0) && !sum.branches.contains(&0) && sum.missed.is_empty()))
}

/// The coverage of some code without its tests.
#[derive(Default)]
struct Coverage {
    /// The number that was run, and the number of all.
    lines: [u64; 2],
    branches: [u64; 2],
    /// Lines and branches that were not run.
    missed: Vec<String>,
}

impl Coverage {
    /// Adds the record of a file: `DA:line,count` for each line, `BRDA:line,block,branch,count` for each branch.
    fn add(&mut self, file: &str, record: &str, source: &str) {
        let lines: Vec<_> = source.lines().take_while(|line| *line != "#[cfg(test)]").collect();
        for entry in record.lines() {
            let (counts, what, data) = match entry.split_once(':') {
                Some(("DA", data)) => (&mut self.lines, "not run", data),
                Some(("BRDA", data)) => (&mut self.branches, "one way only", data),
                _ => continue,
            };
            let (Some((line, _)), Some((_, count))) = (data.split_once(','), data.rsplit_once(',')) else { continue };
            let Some(text) = line.parse::<usize>().ok().and_then(|line| lines.get(line.checked_sub(1)?)) else {
                continue;
            };
            // A bar stands for a branch that was not even come to.
            let is_run = !matches!(count, "0" | "-");
            let [run, all] = counts;
            *run = run.saturating_add(u64::from(is_run));
            *all = all.saturating_add(1);
            if !is_run {
                self.missed.push(format!("{file}:{line}: {what}: {}", text.trim()));
            }
        }
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
        let mut coverage = Coverage::default();
        coverage.add("x.rs", record, source);
        assert_eq!((coverage.lines, coverage.branches), ([1, 2], [1, 3]));
        assert_eq!(coverage.missed.len(), 3);
        assert_eq!(coverage.missed[1], "x.rs:2: one way only: if a {");
    }
}
