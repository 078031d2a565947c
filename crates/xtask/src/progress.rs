//! Tells a person at a terminal what a long task is doing.

use std::io::{IsTerminal as _, stderr};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;

/// Does a step and says so on standard error; at a terminal, with the seconds that it takes.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    if !stderr().is_terminal() {
        eprintln!("{name} ...");
        return work();
    }
    let started = Instant::now();
    let (done, wait) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            eprint!("\r{name} ...");
            while wait.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
                eprint!("\r{name} ... {} s", started.elapsed().as_secs());
            }
            eprintln!();
        });
        let result = work();
        drop(done);
        result
    })
}
