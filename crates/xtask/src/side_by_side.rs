//! Runs the steps of a task side by side: most of them keep one processor busy.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::Result;
use xshell::{Cmd, Shell};

use crate::paths::Paths;
use crate::shell::{say, watch};

/// A step that has ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ended<'a> {
    pub(crate) name: &'a str,
    /// The last line that it printed.
    pub(crate) last: String,
    pub(crate) is_success: bool,
}

/// The names of the steps that wait and of those that run, and the steps that have ended.
struct Steps<'a> {
    waiting: VecDeque<&'a str>,
    running: Vec<&'a str>,
    ended: Vec<Ended<'a>>,
    /// No step begins after one that failed.
    stops: bool,
}

impl<'a> Steps<'a> {
    /// Returns the next step, which now runs.
    fn begin(&mut self, take: Take<'a>) -> Option<&'a str> {
        let is_over = self.stops && self.ended.iter().any(|step| !step.is_success);
        let name = if is_over { None } else { take(&mut self.waiting) };
        self.running.extend(name);
        if !self.running.is_empty() {
            say(&format!("running: {}", self.running.join(", ")));
        }
        name
    }

    /// Shows what a step printed.
    fn end(&mut self, name: &'a str, mut lines: Vec<String>, result: Result<()>) {
        let last = lines.pop().unwrap_or_else(|| result.as_ref().map_or_else(ToString::to_string, |()| String::new()));
        lines.iter().for_each(|line| say(line));
        self.running.retain(|step| *step != name);
        self.ended.push(Ended { name, last, is_success: result.is_ok() });
    }
}

/// Takes a name from an end of the list.
type Take<'a> = fn(&mut VecDeque<&'a str>) -> Option<&'a str>;

/// Runs the program of each step; two at a time, one from the start of the list and one from its end. What a step prints, all but its
/// last line, is shown in one piece when it has ended. With `stops`, none begins after one that failed.
pub(crate) fn run<'a>(
    paths: &Paths,
    names: &[&'a str],
    stops: bool,
    program: impl for<'s> Fn(&'s Shell, &str) -> Cmd<'s> + Sync,
) -> Result<Vec<Ended<'a>>> {
    let steps = Mutex::new(Steps { waiting: names.iter().copied().collect(), running: vec![], ended: vec![], stops });
    let lock = || steps.lock().unwrap_or_else(PoisonError::into_inner);
    let work = |take: Take<'a>| -> Result<()> {
        let sh = paths.shell("")?;
        loop {
            let Some(name) = lock().begin(take) else { return Ok(()) };
            let mut lines = Vec::new();
            let result = watch(program(&sh, name), |line| lines.push(line.to_owned()));
            lock().end(name, lines, result);
        }
    };
    thread::scope(|scope| {
        let other = scope.spawn(|| work(VecDeque::pop_back));
        work(VecDeque::pop_front)?;
        other.join().unwrap_or_else(|_| anyhow::bail!("a thread died"))
    })?;
    Ok(steps.into_inner().unwrap_or_else(PoisonError::into_inner).ended)
}

#[cfg(test)]
mod tests {
    use xshell::cmd;

    use super::*;

    #[test]
    fn every_step_runs_once_and_its_last_line_is_kept() {
        let paths = Paths::of_this_workspace().unwrap();
        let names = ["a", "fails", "b", "c"];
        let mut ended = run(&paths, &names, false, |sh, name| {
            let script = "echo first; echo \"last of $0\"; test $0 != fails";
            cmd!(sh, "sh -c {script} {name}")
        })
        .unwrap();
        ended.sort_by_key(|step| step.name);
        let of = |name, is_success| Ended { name, last: format!("last of {name}"), is_success };
        assert_eq!(ended, [of("a", true), of("b", true), of("c", true), of("fails", false)]);
    }

    #[test]
    fn none_begins_after_one_that_failed() {
        let paths = Paths::of_this_workspace().unwrap();
        let ended = run(&paths, &["x"; 50], true, |sh, _| cmd!(sh, "false")).unwrap();
        assert!(ended.len() < 3 && ended.iter().all(|step| !step.is_success && step.last.contains("failed")));
    }
}
