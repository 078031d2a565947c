//! Programs that check by themselves: their last line is the figure, and their exit code says whether it is reached.

use std::process::Command;

use anyhow::Result;

use crate::check::figure::{Figure, readable};
use crate::check::say;
use crate::process;

/// Runs a program; what it prints before its last line is shown.
///
/// # Errors
/// It fails and leaves no figure.
pub(crate) fn figure(command: &mut Command) -> Result<Figure> {
    let mut last = String::new();
    let result = process::watch(command, |line| {
        if !last.is_empty() {
            say(&last);
        }
        line.clone_into(&mut last);
    });
    match result {
        Ok(()) if last.is_empty() => Ok(Figure::short("there is no figure".to_owned())),
        Ok(()) => Ok(Figure::reached(readable(&last))),
        Err(error) if last.is_empty() => Err(error),
        // A program that was killed has printed something else last.
        Err(error) => {
            say(&format!("{error:#}"));
            Ok(Figure::short(readable(&last)))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn of(script: &str) -> Result<Figure> {
        figure(process::program("sh", Path::new(".")).args(["-c", script]))
    }

    #[test]
    fn the_last_line_is_the_figure_and_the_exit_code_says_whether_it_is_reached() {
        assert_eq!(of("echo a; echo 3 of 3").unwrap(), Figure::reached("3 of 3".to_owned()));
        assert_eq!(of("echo a; echo 2 of 3; exit 1").unwrap(), Figure::short("2 of 3".to_owned()));
        assert!(!of("true").unwrap().is_reached);
        assert!(of("exit 1").is_err());
    }
}
