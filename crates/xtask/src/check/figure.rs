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

/// A text with the thousands of each of its numbers set apart.
pub(crate) fn readable(text: &str) -> String {
    let mut readable = String::new();
    let mut rest = text;
    while let Some((before, from)) = rest.find(|c: char| c.is_ascii_digit()).and_then(|at| rest.split_at_checked(at)) {
        let end = from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len());
        let (digits, after) = from.split_at_checked(end).unwrap_or((from, ""));
        readable.push_str(before);
        readable.push_str(&digits.parse().map_or_else(|_| digits.to_owned(), grouped));
        rest = after;
    }
    readable + rest
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
        for (number, text) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (65_484, "65,484"), (100_000_000, "100,000,000")]
        {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn each_number_of_a_text_is_made_readable() {
        assert_eq!(readable("0 of 1000 in 2500000 ms, 12.5"), "0 of 1,000 in 2,500,000 ms, 12.5");
        assert_eq!(readable("seed 99999999999999999999 é 1234"), "seed 99999999999999999999 é 1,234");
    }

    #[test]
    fn a_figure_that_falls_short_says_so() {
        assert_eq!(Figure::reached("0 of 3".to_owned()).to_string(), "0 of 3");
        assert_eq!(Figure::new("1 of 3".to_owned(), false).to_string(), "FELL SHORT: 1 of 3");
    }
}
