//! The figure that a check ends in.

use std::fmt;

use anyhow::Result;

use crate::paths::Paths;
use crate::process;

/// What a check found, in one line, and whether that is what has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) text: String,
    pub(crate) is_reached: bool,
}

impl Figure {
    pub(crate) const fn reached(text: String) -> Self {
        Self { text, is_reached: true }
    }

    pub(crate) const fn short(text: String) -> Self {
        Self { text, is_reached: false }
    }

    pub(crate) const fn new(text: String, is_reached: bool) -> Self {
        Self { text, is_reached }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.is_reached { "" } else { "FELL SHORT: " }, self.text)
    }
}

/// A number with its thousands set apart.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        let after = digits.len().saturating_sub(at);
        if at > 0 && after.is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The date of today, in UTC.
///
/// # Errors
/// There is no program that tells it.
pub(crate) fn today(paths: &Paths) -> Result<String> {
    let date = process::output(process::program("date", paths.root()).args(["-u", "+%Y-%m-%d"]))?;
    Ok(date.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (65_484, "65,484"), (100_000_000, "100,000,000")]
        {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn a_figure_that_falls_short_says_so() {
        assert_eq!(Figure::reached("0 of 3".to_owned()).to_string(), "0 of 3");
        assert_eq!(Figure::new("1 of 3".to_owned(), false).to_string(), "FELL SHORT: 1 of 3");
    }
}
