//! The figure that a check ends in.

use std::fmt;

use anyhow::Result;
use xshell::Cmd;

use crate::shell::{say, watch};

/// The result of a check in one line, and whether it reaches the goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) text: String,
    pub(crate) is_reached: bool,
}

impl Figure {
    pub(crate) const fn short(text: String) -> Self {
        Self { text, is_reached: false }
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
            Ok(()) => Ok(Self { text: readable(&last), is_reached: true }),
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

/// Returns a text with the thousands of each of its numbers set apart.
fn readable(text: &str) -> String {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let pieces = text.as_bytes().chunk_by(|left, right| is_digit(left) == is_digit(right));
    let grouped = |number: u64| {
        let digits = number.to_string();
        digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect::<Vec<_>>().join(",")
    };
    let pieces = pieces.map(String::from_utf8_lossy);
    pieces.map(|piece| piece.parse().map_or_else(|_| piece.into_owned(), grouped)).collect()
}

#[cfg(test)]
mod tests {
    use xshell::{Shell, cmd};

    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(readable("0 of 999, 1000 in 2500000 ms, 12.5"), "0 of 999, 1,000 in 2,500,000 ms, 12.5");
        assert_eq!(readable("seed 99999999999999999999 é 1234"), "seed 99999999999999999999 é 1,234");
    }

    #[test]
    fn the_last_line_is_the_figure_and_the_exit_code_says_whether_it_is_reached() {
        let sh = Shell::new().unwrap();
        let of = |script: &str| Figure::of(cmd!(sh, "sh -c {script}")).map(|figure| figure.to_string());
        assert_eq!(of("echo a; echo 3 of 3").unwrap(), "3 of 3");
        assert_eq!(of("echo a; echo 2 of 3; exit 1").unwrap(), "FELL SHORT: 2 of 3");
        assert_eq!(of("true").unwrap(), "FELL SHORT: there is no figure");
        assert!(of("exit 1").is_err());
    }
}
