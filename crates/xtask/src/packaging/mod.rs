//! `cargo xtask packaging`: projects that use the package as its users do, from the tarball that would be published.
//!
//! A project is a folder of `tests/packaging` whose `npm test` succeeds, with a lock file that keeps no addresses:
//! `npm install --package-lock-only --omit-lockfile-registry-resolved`. What all have in common is in `shared`.

mod project;

use std::fs;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};

use crate::build;
use crate::packaging::project::{Project, Verdict};
use crate::paths::Paths;
use crate::test::setup::{Need, chromium};

/// The folders of the projects, in `tests/packaging`.
const FOLDER: &str = "tests/packaging";

/// Installs little and answers within seconds.
const QUICK: [&str; 7] = ["browser", "esbuild", "lint", "node", "rollup", "typescript", "vite"];

/// Packs the package and runs the projects, each in a copy below `target/packaging`. Whoever fails does not stop the others.
///
/// # Errors
/// The package cannot be packed, or there is no such project.
pub(crate) fn run(paths: &Paths, only: Option<&str>, is_quick: bool) -> Result<ExitCode> {
    let names = chosen(names(paths)?, only, is_quick)?;
    for need in [Need::Package, Need::TestTools, Need::Browser] {
        need.meet(paths)?;
    }
    let tarball = build::pack(paths)?;
    let (mut passed, mut failed, mut not_installable) = (0_usize, 0_usize, 0_usize);
    for name in &names {
        let started = Instant::now();
        let verdict = Project::new(paths, name).run(&tarball, &chromium())?;
        let seconds = started.elapsed().as_secs_f64();
        match verdict {
            Verdict::Passed => {
                passed = passed.saturating_add(1);
                say(&format!("{name}: passed ({seconds:.1} s)"));
            }
            Verdict::Failed(output) => {
                failed = failed.saturating_add(1);
                say(&format!("{name}: failed ({seconds:.1} s)\n{}", indented(&output)));
            }
            Verdict::NotInstallable(output) => {
                not_installable = not_installable.saturating_add(1);
                say(&format!("{name}: not installable ({seconds:.1} s)\n{}", indented(&output)));
            }
        }
    }
    say(&format!("packaging: {passed} passed, {failed} failed, {not_installable} not installable"));
    // What is run with every test has to be there.
    let is_fine = failed == 0 && (not_installable == 0 || !is_quick);
    Ok(if is_fine { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Every project, in the order of the alphabet.
fn names(paths: &Paths) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(paths.at(FOLDER)).with_context(|| format!("{FOLDER} cannot be read"))? {
        let entry = entry?;
        if entry.path().join("package.json").exists() {
            names.extend(entry.file_name().into_string());
        }
    }
    names.sort();
    Ok(names)
}

fn chosen(names: Vec<String>, only: Option<&str>, is_quick: bool) -> Result<Vec<String>> {
    if let Some(only) = only {
        ensure!(
            names.iter().any(|name| name == only),
            "there is no project `{only}`; the projects are {}",
            names.join(", ")
        );
    }
    let is_chosen = |name: &str| only.is_none_or(|only| name == only) && (!is_quick || QUICK.contains(&name));
    Ok(names.into_iter().filter(|name| is_chosen(name)).collect())
}

fn indented(text: &str) -> String {
    text.trim_end().lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

#[expect(clippy::print_stdout, reason = "the course of the run is the output")]
fn say(line: &str) {
    println!("{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<String> {
        names(&Paths::of_this_workspace().unwrap()).unwrap()
    }

    #[test]
    fn the_quick_ones_are_there() {
        assert_eq!(chosen(all(), None, true).unwrap(), QUICK);
        assert!(all().len() > QUICK.len());
    }

    #[test]
    fn an_unknown_project_is_refused_with_the_known_ones() {
        let error = chosen(all(), Some("webpakc"), false).unwrap_err().to_string();
        assert!(error.contains("`webpakc`") && error.contains("webpack"), "{error}");
    }
}
