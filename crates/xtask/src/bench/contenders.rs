//! The package and what is written in its place, measured in Node.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use xshell::cmd;

use crate::bench::times::{Times, times};
use crate::paths::Paths;
use crate::shell::watch;

pub(crate) const PACKAGE: &str = "partner-center-rules";
pub(crate) const PLAIN: &str = "plain JavaScript";
pub(crate) const JSON_PARSE: &str = "JSON.parse alone";
pub(crate) const ZOD: &str = "zod";
/// Decide by rules; the libraries for schemas describe shapes.
pub(crate) const RULE_ENGINES: [&str; 3] = ["json-rules-engine", "zen-engine-wasm", "cedar-wasm"];

/// A line of the script.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Line {
    Setup { node: String, v8: String, processor: String, cores: u32 },
    Measured { work: String, contender: String, times: Vec<f64>, error: Option<String> },
    Contender(Contender),
}

/// The package or an alternative.
#[derive(Debug, Deserialize)]
pub(crate) struct Contender {
    #[serde(rename = "contender")]
    pub(crate) name: String,
    pub(crate) version: Option<String>,
    /// Gaps by work.
    #[serde(default)]
    pub(crate) lacks: BTreeMap<String, String>,
    /// The number of cases that it decides as the rules do, of so many.
    pub(crate) right: Option<u32>,
    pub(crate) cases: Option<u32>,
    /// The reason why it cannot be loaded.
    pub(crate) error: Option<String>,
}

/// The times of a contender for a work, or why it was not measured.
pub(crate) type Outcome = Result<Times, String>;

/// The figures of all contenders.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// The machine.
    pub(crate) setup: String,
    pub(crate) contenders: Vec<Contender>,
    outcomes: BTreeMap<(String, String), Outcome>,
}

impl Findings {
    /// Returns the times of a contender for a work; nothing if it did not take part.
    pub(crate) fn outcome(&self, work: &str, contender: &str) -> Option<&Outcome> {
        self.outcomes.get(&(work.to_owned(), contender.to_owned()))
    }

    /// Returns the least time of a contender for a work.
    pub(crate) fn least(&self, work: &str, contender: &str) -> Option<f64> {
        self.outcome(work, contender)?.as_ref().ok().map(|[least, ..]| *least)
    }

    /// Divides the least time of one by that of another.
    pub(crate) fn ratio(&self, work: &str, contender: &str, other: &str) -> Option<f64> {
        Some(self.least(work, contender)? / self.least(work, other)?)
    }

    fn read(&mut self, line: &str) -> Result<()> {
        match serde_json::from_str(line).with_context(|| format!("`{line}` is not understood"))? {
            Line::Setup { node, v8, processor, cores } => {
                self.setup = format!("Node {node} (V8 {v8}), {cores} cores of {processor}");
            }
            Line::Measured { work, contender, times: numbers, error: None } => {
                let outcome = times(numbers).ok_or_else(|| "was not measured".to_owned());
                self.outcomes.insert((work, contender), outcome);
            }
            Line::Measured { work, contender, error: Some(error), .. } => {
                self.outcomes.insert((work, contender), Err(error));
            }
            Line::Contender(contender) => self.contenders.push(contender),
        }
        Ok(())
    }
}

/// Measures all contenders at all works. One that fails is a finding.
pub(crate) fn measure(paths: &Paths) -> Result<Findings> {
    let (sh, mut findings, mut result) = (paths.shell("")?, Findings::default(), Ok(()));
    watch(cmd!(sh, "node tests/bench/run.mjs"), |line| {
        if result.is_ok() {
            result = findings.read(line);
        }
    })?;
    result.map(|()| findings)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Findings of which the page can be made.
    pub(crate) fn findings() -> Findings {
        let mut findings = Findings::default();
        for line in [
            r#"{"node":"20.1.0","v8":"11.3","processor":"a processor","cores":2}"#,
            r#"{"contender":"partner-center-rules","version":"0.1.0","lacks":{},"right":10,"cases":10}"#,
            r#"{"contender":"plain JavaScript","lacks":{"answer":"a rule"},"right":8,"cases":10}"#,
            r#"{"contender":"JSON.parse alone","lacks":{}}"#,
            r#"{"contender":"zod","version":"4.6.7","lacks":{},"right":9,"cases":10}"#,
            r#"{"contender":"gone","error":"Error: not found"}"#,
            r#"{"work":"answer","contender":"partner-center-rules","times":[210,200,240]}"#,
            r#"{"work":"answer","contender":"plain JavaScript","times":[400]}"#,
            r#"{"work":"answer","contender":"zod","times":[],"error":"ended with SIGTRAP"}"#,
            r#"{"work":"answer","contender":"JSON.parse alone","times":[160]}"#,
            r#"{"work":"answer","contender":"zen-engine-wasm","times":[4000]}"#,
            r#"{"work":"form","contender":"json-rules-engine","times":[2700]}"#,
            r#"{"work":"start node","contender":"partner-center-rules","times":[13e6,12e6,14e6]}"#,
            r#"{"work":"form","contender":"partner-center-rules","times":[300]}"#,
            r#"{"work":"form","contender":"plain JavaScript","times":[100]}"#,
            r#"{"work":"form","contender":"zod","times":[250]}"#,
            r#"{"work":"many 1000000","contender":"partner-center-rules","times":[100e6]}"#,
            r#"{"work":"many 1000000","contender":"JSON.parse alone","times":[200e6]}"#,
        ] {
            findings.read(line).unwrap();
        }
        findings
    }

    #[test]
    fn a_line_that_is_not_understood_is_refused() {
        assert_eq!(findings().ratio("answer", PACKAGE, PLAIN), Some(0.5));
        assert!(Findings::default().read("{}").is_err());
    }
}
