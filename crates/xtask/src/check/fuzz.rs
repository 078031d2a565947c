//! What a fuzzer finds: texts for which something does not hold that has to.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use anyhow::{Context as _, Result, ensure};
use xshell::cmd;

use crate::check::figure::{Figure, grouped};
use crate::check::{Job, say};
use crate::paths::{Paths, clear, read_if_there};
use crate::shell;
use crate::stamp::digest;

/// The crate that has the targets, with the texts that they begin with, and those that were found before.
const FOLDER: &str = "tests/fuzz";

/// What is run: where it changes, a full run begins again.
const SOURCES: [&str; 7] = [
    "crates/core/src",
    "crates/wasm/src",
    "crates/proof/src/bin/parsers/predictions.rs",
    "tests/fuzz/src",
    "tests/fuzz/fuzz_targets",
    "tests/fuzz/Cargo.toml",
    "tests/fuzz/Cargo.lock",
];

/// The crates that the fuzzer watches. What they are compared with is not worth the time.
const WATCHED: [&str; 2] = ["partner-center-rules", "partner-center-rules-wasm"];

/// How long each target runs in the quick run, in seconds.
const QUICK_SECONDS: u64 = 20;

/// How long one goes on in the full run before its executions are written down.
const FULL_SECONDS: u64 = 300;

/// How many run side by side.
const AT_ONCE: usize = 2;

/// A target: what it reads, and how often it is run in the full run.
struct Target {
    name: &'static str,
    /// The longest input, in bytes.
    longest: u64,
    full_runs: u64,
}

/// A text that becomes one value of a form or an answer: short, and read in no time.
const fn scalar(name: &'static str, longest: u64) -> Target {
    Target { name, longest, full_runs: 1_000_000_000 }
}

/// Any other text: the id of a request, an answer, or a text of records.
const fn text(name: &'static str, longest: u64) -> Target {
    Target { name, longest, full_runs: 100_000_000 }
}

/// Values that a program hands over: a form. Each is asked much.
const fn values(name: &'static str, longest: u64) -> Target {
    Target { name, longest, full_runs: 10_000_000 }
}

const TARGETS: [Target; 13] = [
    scalar("customer_id", 80),
    scalar("validation_code", 32),
    scalar("timestamp", 48),
    scalar("website", 96),
    text("guid", 48),
    text("validation_status", 400),
    text("qualification", 120),
    text("qualifications", 600),
    text("update", 300),
    text("validation_codes", 600),
    text("fault", 400),
    text("bulk", 400),
    values("form", 300),
];

/// What the fuzzer itself says when it is told to stop.
const STOPPED: i32 = 72;

/// How a target ended.
#[derive(Debug, Clone)]
struct Run {
    name: &'static str,
    executions: u64,
    has_find: bool,
}

pub(crate) fn run(job: Job<'_>) -> Result<Figure> {
    let programs = build(job)?;
    let waiting = Mutex::new(TARGETS.iter());
    let work = || -> Result<Vec<Run>> {
        let mut runs = Vec::new();
        while let Some(target) = waiting.lock().ok().and_then(|mut targets| targets.next()) {
            let run = fuzz(job, &programs, target)?;
            let find = if run.has_find { ", a find" } else { "" };
            say(&format!("{}: {} executions{find}", run.name, grouped(run.executions)));
            runs.push(run);
        }
        Ok(runs)
    };
    let runs: Vec<_> = thread::scope(|scope| {
        let workers = [(); AT_ONCE].map(|()| scope.spawn(work));
        workers.into_iter().filter_map(|worker| worker.join().ok()).collect::<Result<Vec<_>>>()
    })?;
    let runs = runs.concat();
    ensure!(runs.len() == TARGETS.len(), "a target was not run");
    let wanted: &[Target] = if job.is_full { &TARGETS } else { &[] };
    Ok(sum(&runs, wanted))
}

/// The figure of some runs, and whether each target has run as often as is wanted.
fn sum(runs: &[Run], wanted: &[Target]) -> Figure {
    let finds: Vec<_> = runs.iter().filter(|run| run.has_find).map(|run| run.name).collect();
    let run_of = |target: &Target| runs.iter().find(|run| run.name == target.name).map_or(0, |run| run.executions);
    let missing: u64 = wanted.iter().map(|target| target.full_runs.saturating_sub(run_of(target))).sum();
    let mut text = format!("{} finds", finds.len());
    if !finds.is_empty() {
        text = format!("{text} ({})", finds.join(", "));
    }
    let executions = grouped(runs.iter().map(|run| run.executions).sum());
    text = format!("{text} in {executions} executions of {} targets", runs.len());
    if missing > 0 {
        text = format!("{text}, {} short", grouped(missing));
    }
    Figure::new(text, finds.is_empty() && missing == 0)
}

/// Builds the targets, and gives the folder that they are in.
fn build(job: Job<'_>) -> Result<PathBuf> {
    let paths = job.paths;
    let folder = paths.at("target/fuzz");
    let sh = paths.shell("")?;
    // The compiler counts what a text makes a crate do only with options in the making.
    sh.set_var("RUSTC_BOOTSTRAP", "1");
    let manifest = format!("{FOLDER}/Cargo.toml");
    let options =
        WATCHED.map(|name| format!("--config=profile.release.package.{name}.rustflags=[{}]", watching(job.is_full)));
    shell::run(cmd!(
        sh,
        "cargo build --release --manifest-path {manifest} --target-dir {folder} -Z profile-rustflags {options...}"
    ))?;
    Ok(folder.join("release"))
}

/// The compiler's options for a crate that is watched, as a list of TOML. What numbers are compared with helps to find texts soon,
/// but takes twice the time for each.
fn watching(is_full: bool) -> String {
    let options =
        ["level=4", "inline-8bit-counters", "pc-table"].into_iter().chain((!is_full).then_some("trace-compares"));
    let options = options.map(|option| format!("'-Cllvm-args=-sanitizer-coverage-{option}'"));
    options.chain(["'-Cpasses=sancov-module'".to_owned()]).collect::<Vec<_>>().join(",")
}

/// Runs a target from what is in the repository: in the quick run for some time, in the full run until it has run as often as it
/// should, counting what other full runs did, before or beside it.
fn fuzz(job: Job<'_>, programs: &Path, target: &Target) -> Result<Run> {
    let name = target.name;
    let grown = job.paths.at("target/fuzz/grown").join(name);
    if !job.is_full {
        clear(&grown)?;
        let limit = format!("-max_total_time={QUICK_SECONDS}");
        return run_for(job.paths, programs, target, &grown, &[limit]);
    }
    let count = Count::of(job.paths, name)?;
    if count.read()? == 0 {
        clear(&grown)?;
    }
    loop {
        let before = count.read()?;
        let rest = target.full_runs.saturating_sub(before);
        if rest == 0 {
            return Ok(Run { name, executions: before, has_find: false });
        }
        let mut limits = vec![format!("-runs={rest}"), format!("-max_total_time={FULL_SECONDS}")];
        // To shorten what was kept, and to weigh it by how rare it is, helps in short runs. In long ones it only takes time.
        limits.extend(["-reduce_inputs=0", "-entropic=0"].map(str::to_owned));
        let run = run_for(job.paths, programs, target, &grown, &limits)?;
        if run.has_find {
            return Ok(Run { executions: before.saturating_add(run.executions), ..run });
        }
        count.add(run.executions)?;
    }
}

/// How often a target has been run in full runs.
struct Count(PathBuf);

impl Count {
    fn of(paths: &Paths, name: &str) -> Result<Self> {
        let sources = digest(&SOURCES.map(|source| paths.at(source)))?;
        let folder = paths.at("target/fuzz/executions").join(sources);
        fs::create_dir_all(&folder)?;
        Ok(Self(folder.join(name)))
    }

    fn read(&self) -> Result<u64> {
        match read_if_there(&self.0)?.trim() {
            "" => Ok(0),
            text => text.parse().with_context(|| format!("{} has no number", self.0.display())),
        }
    }

    /// Reads anew: another run may have added its own meanwhile.
    fn add(&self, executions: u64) -> Result<()> {
        let sum = self.read()?.saturating_add(executions);
        Ok(fs::write(&self.0, sum.to_string())?)
    }
}

/// Runs a target once. A text that it finds is kept in the repository, and is tried first the next time.
fn run_for(paths: &Paths, programs: &Path, target: &Target, grown: &Path, limits: &[String]) -> Result<Run> {
    let name = target.name;
    let finds = paths.at(FOLDER).join("finds").join(name);
    fs::create_dir_all(&finds)?;
    let (sh, program, longest) = (paths.shell("")?, programs.join(name), target.longest.to_string());
    let command = cmd!(sh, "{program} -verbosity=0 -print_final_stats=1 -timeout=10 -max_len={longest} {limits...}");
    let command =
        command.arg(format!("-dict={FOLDER}/words.dict")).arg(format!("-artifact_prefix={}/", finds.display()));
    let output = shell::output(command.arg(grown).arg(paths.at(FOLDER).join("corpus").join(name)).arg(&finds))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let has_find = !output.status.success() && output.status.code() != Some(STOPPED);
    if has_find {
        said.lines().for_each(say);
    }
    let executions = executions(&said).with_context(|| format!("the target {name} says not how often it was run"))?;
    // Without a find there is no folder for it.
    let _ = fs::remove_dir(&finds);
    Ok(Run { name, executions, has_find })
}

/// How often the fuzzer says that it ran a target.
fn executions(said: &str) -> Option<u64> {
    let line = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))?;
    line.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::files;

    fn run(name: &'static str, executions: u64, has_find: bool) -> Run {
        Run { name, executions, has_find }
    }

    #[test]
    fn every_target_is_run_and_begins_with_something() {
        let paths = Paths::of_this_workspace().unwrap();
        let mut names: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
        names.sort_unstable();
        let files = files(&paths.at(FOLDER).join("fuzz_targets")).unwrap();
        assert!(files.iter().filter_map(|file| file.file_stem()?.to_str()).eq(names.iter().copied()));
        for name in names {
            assert!(fs::read_dir(paths.at(FOLDER).join("corpus").join(name)).unwrap().count() > 0, "{name}");
        }
    }

    #[test]
    fn a_find_and_a_run_that_is_cut_short_fall_short() {
        let wanted = &TARGETS[..2];
        let whole = [run("customer_id", 1_000_000_001, false), run("validation_code", 1_000_000_000, false)];
        assert_eq!(sum(&whole, wanted), Figure::reached("0 finds in 2,000,000,001 executions of 2 targets".to_owned()));
        let cut = [run("customer_id", 1_000_000_001, false), run("validation_code", 7, false)];
        let text = "0 finds in 1,000,000,008 executions of 2 targets, 999,999,993 short";
        assert_eq!(sum(&cut, wanted), Figure::short(text.to_owned()));
        assert!(sum(&cut, &[]).is_reached);
        let found = [run("customer_id", 5, true), run("validation_code", 7, false)];
        assert_eq!(sum(&found, &[]), Figure::short("1 finds (customer_id) in 12 executions of 2 targets".to_owned()));
    }

    #[test]
    fn executions_are_counted_over_full_runs() {
        let folder = std::env::temp_dir().join(format!("xtask-fuzz-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let count = Count(folder.join("guid"));
        assert_eq!(count.read().unwrap(), 0);
        count.add(300_000_000).unwrap();
        count.add(1).unwrap();
        assert_eq!(count.read().unwrap(), 300_000_001);
        fs::write(&count.0, "many").unwrap();
        assert!(count.read().is_err(), "what cannot be read is not 0");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_fuzzer_says_how_often_it_ran() {
        assert_eq!(executions("Done\nstat::number_of_executed_units: 42\nstat::peak_rss_mb: 28\n"), Some(42));
        assert_eq!(executions("==1== ERROR"), None);
    }
}
