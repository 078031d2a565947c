//! Fuzzing: searches for inputs for which a property does not hold.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use anyhow::{Context as _, Result, ensure};
use xshell::cmd;

use crate::check::figure::{Figure, grouped};
use crate::check::{Job, say};
use crate::paths::{Paths, clear};
use crate::shell::{self, printed};

/// The crate with the fuzz targets.
const FOLDER: &str = "tests/fuzz";

/// The crate whose coverage guides the fuzzer. Instrumenting what it is compared with is not worth the time.
const WATCHED: &str = "partner-center-rules";

/// The duration of each target in the quick run, in seconds.
const QUICK_SECONDS: u64 = 20;

/// The number of targets that run in parallel.
const AT_ONCE: usize = 2;

/// A fuzz target.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Target {
    name: String,
    /// The longest input, in bytes.
    longest: String,
    /// The number of executions of a full run.
    wanted: u64,
}

/// The result of a target.
#[derive(Debug, Clone)]
struct Run {
    target: Target,
    executions: u64,
    has_find: bool,
}

pub(crate) fn run(job: Job<'_>) -> Result<Figure> {
    let fuzzer = build(job)?;
    let sh = job.paths.shell("")?;
    let targets = targets(&shell::read(cmd!(sh, "{fuzzer}"))?)?;
    let waiting = Mutex::new(targets.iter());
    let work = || -> Result<Vec<Run>> {
        let next = || waiting.lock().ok().and_then(|mut targets| targets.next());
        std::iter::from_fn(next).map(|target| fuzz(job, &fuzzer, target)).collect()
    };
    let runs = thread::scope(|scope| {
        let workers = [(); AT_ONCE].map(|()| scope.spawn(work));
        workers.into_iter().filter_map(|worker| worker.join().ok()).collect::<Result<Vec<_>>>()
    })?;
    let runs = runs.concat();
    ensure!(runs.len() == targets.len(), "a target was not run");
    Ok(sum(&runs, job.is_full))
}

/// Returns the figure of some runs. A full run needs the wanted number of executions.
fn sum(runs: &[Run], is_full: bool) -> Figure {
    let finds: Vec<_> = runs.iter().filter(|run| run.has_find).map(|run| run.target.name.as_str()).collect();
    let missing: u64 = runs.iter().map(|run| run.target.wanted.saturating_sub(run.executions)).sum();
    let mut text = format!("{} finds", finds.len());
    if !finds.is_empty() {
        text = format!("{text} ({})", finds.join(", "));
    }
    let executions = grouped(runs.iter().map(|run| run.executions).sum());
    text = format!("{text} in {executions} executions of {} targets", runs.len());
    let is_short = is_full && missing > 0;
    if is_short {
        text = format!("{text}, {} short", grouped(missing));
    }
    Figure::new(text, finds.is_empty() && !is_short)
}

/// Builds the fuzzer and returns its path.
fn build(job: Job<'_>) -> Result<PathBuf> {
    let folder = job.paths.at("target/fuzz");
    let sh = job.paths.shell("")?;
    // Options for a single crate are unstable in Cargo.
    sh.set_var("RUSTC_BOOTSTRAP", "1");
    let manifest = format!("{FOLDER}/Cargo.toml");
    let options = format!("profile.release.package.{WATCHED}.rustflags=[{}]", watching(job.is_full));
    shell::run(cmd!(
        sh,
        "cargo build --release --manifest-path {manifest} --target-dir {folder} -Z profile-rustflags --config {options}"
    ))?;
    Ok(folder.join("release/fuzz"))
}

/// Returns the compiler options that count coverage, as a TOML list. Tracing comparisons finds inputs sooner, but doubles the time
/// of each execution.
fn watching(is_full: bool) -> String {
    let options =
        ["level=4", "inline-8bit-counters", "pc-table"].into_iter().chain((!is_full).then_some("trace-compares"));
    let options = options.map(|option| format!("'-Cllvm-args=-sanitizer-coverage-{option}'"));
    options.chain(["'-Cpasses=sancov-module'".to_owned()]).collect::<Vec<_>>().join(",")
}

/// Parses the list of targets that the fuzzer prints.
fn targets(printed: &str) -> Result<Vec<Target>> {
    let target = |line: &str| {
        let mut words = line.split(' ').map(str::to_owned);
        let (name, longest) = words.next().zip(words.next())?;
        Some(Target { name, longest, wanted: words.next()?.parse().ok()? })
    };
    printed.lines().map(|line| target(line).with_context(|| format!("`{line}` is not a fuzz target"))).collect()
}

/// Runs a target, starting from the seeds: in the quick run for some seconds, in the full run for the wanted executions. A find is
/// kept, and tried again in the next run.
fn fuzz(job: Job<'_>, fuzzer: &Path, target: &Target) -> Result<Run> {
    let name = &target.name;
    let (seeds, finds) = (folder(job.paths, "seeds", name), folder(job.paths, "finds", name));
    // Each run starts from the same inputs.
    clear(&seeds)?;
    fs::create_dir_all(&finds)?;
    let sh = job.paths.shell("")?;
    sh.set_var("FUZZ_TARGET", name);
    sh.set_var("FUZZ_SEEDS", &seeds);
    let longest = &target.longest;
    let limits = if job.is_full {
        // Shortening inputs and weighing them by rarity helps short runs, but only slows long ones down.
        vec!["-reduce_inputs=0".to_owned(), "-entropic=0".to_owned(), format!("-runs={}", target.wanted)]
    } else {
        vec![format!("-max_total_time={QUICK_SECONDS}")]
    };
    let output = shell::output(cmd!(
        sh,
        "{fuzzer} -verbosity=0 -print_final_stats=1 -timeout=10 -max_len={longest} -dict={FOLDER}/words.dict -artifact_prefix={finds}/ {limits...} {seeds} {finds}"
    ))?;
    let printed = printed(&output);
    let has_find = !output.status.success();
    if has_find {
        printed.lines().for_each(say);
    }
    let executions =
        executions(&printed).with_context(|| format!("the target {name} printed no number of executions"))?;
    say(&format!("{name}: {} executions{}", grouped(executions), if has_find { ", a find" } else { "" }));
    Ok(Run { target: target.clone(), executions, has_find })
}

fn folder(paths: &Paths, kind: &str, name: &str) -> PathBuf {
    paths.at("target/fuzz").join(kind).join(name)
}

/// Returns the number of executions that the fuzzer printed.
fn executions(printed: &str) -> Option<u64> {
    let line = printed.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))?;
    line.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(name: &str, executions: u64, has_find: bool) -> Run {
        let target = Target { name: name.to_owned(), longest: "96".to_owned(), wanted: 1_000 };
        Run { target, executions, has_find }
    }

    #[test]
    fn a_find_and_a_run_that_is_cut_short_fall_short() {
        let whole = [run("guid", 1_001, false), run("form", 1_000, false)];
        assert_eq!(sum(&whole, true), Figure::reached("0 finds in 2,001 executions of 2 targets".to_owned()));
        let cut = [run("guid", 1_001, false), run("form", 7, false)];
        assert_eq!(sum(&cut, true), Figure::short("0 finds in 1,008 executions of 2 targets, 993 short".to_owned()));
        assert!(sum(&cut, false).is_reached);
        let found = [run("guid", 5, true), run("form", 7, false)];
        assert_eq!(sum(&found, false), Figure::short("1 finds (guid) in 12 executions of 2 targets".to_owned()));
    }

    #[test]
    fn targets_and_executions_are_read_from_what_the_fuzzer_prints() {
        let [guid, form] = &targets("guid 96 100000000\nform 300 7\n").unwrap()[..] else { panic!("two targets") };
        assert_eq!((&*guid.name, &*guid.longest, guid.wanted), ("guid", "96", 100_000_000));
        assert_eq!(form.wanted, 7);
        assert!(targets("guid 96").is_err());
        assert_eq!(executions("Done\nstat::number_of_executed_units: 42\nstat::peak_rss_mb: 28\n"), Some(42));
        assert_eq!(executions("==1== ERROR"), None);
    }
}
