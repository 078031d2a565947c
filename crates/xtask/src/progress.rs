//! Tells a person at a terminal what a long task is doing.

use std::io::{IsTerminal as _, Write as _, stderr};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;

/// How often the seconds are written again.
const TICK: Duration = Duration::from_secs(1);

/// Does a step and says so on standard error: what it is before it begins, and how long it has taken while it runs and when it is done.
///
/// # Errors
/// Those of the step.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let started = Instant::now();
    let is_terminal = stderr().is_terminal();
    if is_terminal {
        write(&format!("\r{}", line(name, started)));
    } else {
        write(&format!("{name} ...\n"));
    }
    let (done, wait) = mpsc::channel::<()>();
    thread::scope(|scope| {
        if is_terminal {
            scope.spawn(move || {
                while wait.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                    write(&format!("\r{}", line(name, started)));
                }
                write(&format!("\r{}\n", line(name, started)));
            });
        }
        let result = work();
        drop(done);
        result
    })
}

fn line(name: &str, started: Instant) -> String {
    match started.elapsed().as_secs() {
        0 => format!("{name} ..."),
        seconds => format!("{name} ... {seconds} s"),
    }
}

fn write(text: &str) {
    // If nobody reads, nobody misses it.
    let _ = stderr().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_of_a_step_is_passed_on() {
        assert_eq!(step("One", || Ok(1)).unwrap(), 1);
        assert_eq!(step::<()>("Two", || anyhow::bail!("no")).unwrap_err().to_string(), "no");
    }

    #[test]
    fn seconds_are_told_from_the_first_on() {
        assert_eq!(line("One", Instant::now()), "One ...");
        assert_eq!(line("One", Instant::now() - Duration::from_secs(61)), "One ... 61 s");
    }
}
