//! The figure that a check ends in.

use std::fmt;

use anyhow::Result;
use xshell::{Cmd, cmd};

use crate::check::say;
use crate::paths::Paths;
use crate::shell::{read, watch};

/// The result of a check in one line, and whether it reaches the goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) text: String,
    pub(crate) is_reached: bool,
}

impl Figure {
    pub(crate) const fn reached(text: String) -> Self {
        Self::new(text, true)
    }

    pub(crate) const fn short(text: String) -> Self {
        Self::new(text, false)
    }

    pub(crate) const fn new(text: String, is_reached: bool) -> Self {
        Self { text, is_reached }
    }

    /// Runs a program whose last line is the figure, and whose exit code says whether it is reached. Its other lines are shown.
    pub(crate) fn of(program: Cmd<'_>) -> Result<Self> {
        let mut last = String::new();
        let result = watch(program, |line| {
            if !last.is_empty() {
                say(&last);
            }
            line.clone_into(&mut last);
        });
        match result {
            Ok(()) if last.is_empty() => Ok(Self::short("there is no figure".to_owned())),
            Ok(()) => Ok(Self::reached(readable(&last))),
            Err(error) if last.is_empty() => Err(error),
            // A program that was killed has printed something else last.
            Err(error) => {
                say(&format!("{error:#}"));
                Ok(Self::short(readable(&last)))
            }
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.is_reached { "" } else { "FELL SHORT: " }, self.text)
    }
}

/// Returns a number with its thousands set apart.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}

/// Returns a text with the thousands of each of its numbers set apart.
fn readable(text: &str) -> String {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let pieces = text.as_bytes().chunk_by(|left, right| is_digit(left) == is_digit(right));
    let pieces = pieces.map(String::from_utf8_lossy);
    pieces.map(|piece| piece.parse().map_or_else(|_| piece.into_owned(), grouped)).collect()
}

/// Returns the date of today, in UTC.
pub(crate) fn today(paths: &Paths) -> Result<String> {
    let sh = paths.shell("")?;
    Ok(read(cmd!(sh, "date -u +%Y-%m-%d"))?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use xshell::Shell;

    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (65_484, "65,484"), (100_000_000, "100,000,000")]
        {
            assert_eq!(grouped(number), text);
        }
        assert_eq!(readable("0 of 1000 in 2500000 ms, 12.5"), "0 of 1,000 in 2,500,000 ms, 12.5");
        assert_eq!(readable("seed 99999999999999999999 é 1234"), "seed 99999999999999999999 é 1,234");
    }

    #[test]
    fn a_figure_that_falls_short_says_so() {
        assert_eq!(Figure::reached("0 of 3".to_owned()).to_string(), "0 of 3");
        assert_eq!(Figure::short("1 of 3".to_owned()).to_string(), "FELL SHORT: 1 of 3");
    }

    #[test]
    fn the_last_line_is_the_figure_and_the_exit_code_says_whether_it_is_reached() {
        let sh = Shell::new().unwrap();
        let of = |script: &str| Figure::of(cmd!(sh, "sh -c {script}"));
        assert_eq!(of("echo a; echo 3 of 3").unwrap(), Figure::reached("3 of 3".to_owned()));
        assert_eq!(of("echo a; echo 2 of 3; exit 1").unwrap(), Figure::short("2 of 3".to_owned()));
        assert!(!of("true").unwrap().is_reached);
        assert!(of("exit 1").is_err());
    }
}
