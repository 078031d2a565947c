//! How many tests a runner says that it ran.

use std::fmt;

/// Tests that passed and tests that did not. Tests that were skipped are in neither number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Counts {
    /// Adds what a line of a runner's output says: the result lines of `cargo test` and of wasm-bindgen's runner, the
    /// summary of `node --test` with the reporter `spec`, the last lines of `cargo xtask packaging` and of the runner
    /// in Python, and the summaries of Vitest and Playwright.
    pub(crate) fn read(&mut self, line: &str) {
        let line = line.trim();
        let summaries = ["test result: ", "packaging: ", "conformance: "];
        if let Some(result) = summaries.into_iter().find_map(|start| line.strip_prefix(start)) {
            self.passed = self.passed.saturating_add(number_before(result, " passed"));
            self.failed = self.failed.saturating_add(number_before(result, " failed"));
        } else if let Some(summary) = line.strip_prefix("Tests  ") {
            self.passed = self.passed.saturating_add(number_before(summary, " passed"));
            self.failed = self.failed.saturating_add(number_before(summary, " failed"));
        } else if let Some((number, rest)) = line.split_once(' ').filter(|(number, _)| is_number(number)) {
            let number = number.parse().unwrap_or(0);
            if rest.starts_with("passed (") {
                self.passed = self.passed.saturating_add(number);
            } else if rest == "failed" || rest == "did not run" || rest == "interrupted" {
                self.failed = self.failed.saturating_add(number);
            }
        } else if let Some(summary) = line.strip_prefix("ℹ ") {
            match summary.split_once(' ') {
                Some(("pass", number)) => self.passed = self.passed.saturating_add(number.parse().unwrap_or(0)),
                Some(("fail" | "cancelled", number)) => {
                    self.failed = self.failed.saturating_add(number.parse().unwrap_or(0));
                }
                _ => {}
            }
        }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.passed = self.passed.saturating_add(other.passed);
        self.failed = self.failed.saturating_add(other.failed);
    }

    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number that stands right before a word.
fn number_before(text: &str, word: &str) -> u64 {
    text.split_once(word)
        .and_then(|(before, _)| before.rsplit(' ').next())
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(output: &str) -> Counts {
        let mut counts = Counts::default();
        output.lines().for_each(|line| counts.read(line));
        counts
    }

    #[test]
    fn cargo_test_is_understood() {
        let output = "
running 3 tests
test a ... ok
test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s

test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
";
        assert_eq!(counts(output), Counts { passed: 14, failed: 1 });
    }

    #[test]
    fn vitest_and_playwright_are_understood() {
        let output = "
 Test Files  3 passed (3)
      Tests  1 failed | 12 passed (13)
  2 failed
    shell.spec.mjs:12:1 › every area has an address
  1 did not run
  40 passed (1.2m)
";
        assert_eq!(counts(output), Counts { passed: 52, failed: 4 });
    }

    #[test]
    fn the_runner_of_wasm_bindgen_is_understood() {
        let output = "test result: ok. 2 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.01s";
        assert_eq!(counts(output), Counts { passed: 2, failed: 0 });
    }

    #[test]
    fn node_is_understood() {
        let output = "
▶ settability
  ✔ 2 pass 9 of them (0.1ms)
ℹ tests 8
ℹ suites 1
ℹ pass 3
ℹ fail 1
ℹ cancelled 2
ℹ skipped 1
ℹ todo 1
ℹ duration_ms 50.1
";
        assert_eq!(counts(output), Counts { passed: 3, failed: 3 });
    }

    #[test]
    fn the_projects_are_understood() {
        let output = "vite: passed (4.2 s)\npackaging: 19 passed, 1 failed, 2 not installable";
        assert_eq!(counts(output), Counts { passed: 19, failed: 1 });
        assert_eq!(counts("conformance: 111 passed, 2 failed"), Counts { passed: 111, failed: 2 });
    }

    #[test]
    fn other_lines_count_nothing() {
        assert!(counts("test a ... ok\n12 passed\nwarning: 3 failed\ntest result: odd\nℹ pass many").is_empty());
    }
}
