//! `cargo xtask packaging`: projects that use the package as its users do, from the tarball that would be published.
//!
//! A project is a folder of `tests/packaging` whose `npm test` succeeds, with a lock file that keeps no addresses:
//! `npm install --package-lock-only --omit-lockfile-registry-resolved`. What all have in common is in `shared`.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context as _, Result};
use xshell::cmd;

use crate::browser::chromium;
use crate::build;
use crate::paths::Paths;
use crate::shell::{run, say};
use crate::stamp::{files, unless_done};
use crate::test::setup::{BROWSER, PACKAGE, TEST_TOOLS};

/// The folders of the projects, in `tests/packaging`.
const FOLDER: &str = "tests/packaging";

/// Installs little and answers within seconds.
const QUICK: [&str; 7] = ["browser", "esbuild", "lint", "node", "rollup", "typescript", "vite"];

/// Packs the package and runs the projects, each in a copy below `target/packaging`. One that fails does not stop the others.
pub(crate) fn run_task(paths: &Paths, only: Option<&str>, is_quick: bool) -> Result<ExitCode> {
    [PACKAGE, TEST_TOOLS, BROWSER].iter().try_for_each(|need| need(paths))?;
    let tarball = build::pack(paths)?;
    let is_chosen = |name: &str| only.is_none_or(|only| name == only) && (!is_quick || QUICK.contains(&name));
    let (mut passed, mut failed, mut not_installable) = (0_u64, 0_u64, 0_u64);
    for name in names().into_iter().filter(|name| is_chosen(name)) {
        let started = Instant::now();
        let copy = paths.at("target/packaging").join(&name);
        copy_project(paths, &name, &copy)?;
        // Not everything can be installed everywhere.
        let (count, verdict) = match install_tools(paths, &name, &copy).map(|()| test(paths, &copy, &tarball)) {
            Ok(Ok(())) => (&mut passed, "passed".to_owned()),
            Ok(Err(error)) => (&mut failed, format!("failed: {error:#}")),
            Err(error) => (&mut not_installable, format!("not installable: {error:#}")),
        };
        *count = count.saturating_add(1);
        say(&format!("{name} ({:.1} s): {}", started.elapsed().as_secs_f64(), verdict.replace('\n', "\n    ")));
    }
    say(&format!("packaging: {passed} passed, {failed} failed, {not_installable} not installable"));
    // What is run with every test has to be there.
    let is_fine = failed == 0 && (not_installable == 0 || !is_quick);
    Ok(if is_fine { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Returns every project, in alphabetical order.
pub(crate) fn names() -> Vec<String> {
    let folders = Paths::of_this_workspace().and_then(|paths| Ok(paths.shell(FOLDER)?.read_dir(".")?));
    let projects = folders.unwrap_or_default().into_iter().filter(|folder| folder.join("package.json").exists());
    projects.filter_map(|project| project.file_name()?.to_str().map(str::to_owned)).collect()
}

/// Copies the files that all projects share, and over them those of one. What was installed stays.
fn copy_project(paths: &Paths, name: &str, copy: &Path) -> Result<()> {
    fs::create_dir_all(copy)?;
    for entry in fs::read_dir(copy)? {
        let path = entry?.path();
        match path.file_name() {
            Some(name) if name == "node_modules" => {}
            _ if path.is_dir() => fs::remove_dir_all(&path)?,
            _ => fs::remove_file(&path)?,
        }
    }
    for source in ["shared", name].map(|folder| paths.at(FOLDER).join(folder)) {
        for file in files(&source)? {
            let target = copy.join(file.strip_prefix(&source)?);
            fs::create_dir_all(target.parent().unwrap_or(copy))?;
            fs::copy(&file, target).with_context(|| format!("{} cannot be copied", file.display()))?;
        }
    }
    Ok(())
}

/// Installs what the lock file names. Not with `ci`, which refuses a lock file without the binaries of every other platform.
fn install_tools(paths: &Paths, name: &str, copy: &Path) -> Result<()> {
    let inputs = ["package.json", "package-lock.json"].map(|file| copy.join(file));
    if inputs.iter().any(|file| !file.exists()) {
        return Ok(());
    }
    let outputs = [copy.join("node_modules/.package-lock.json")];
    unless_done(paths, &format!("packaging-{name}"), &inputs, &outputs, || {
        let sh = paths.shell(copy)?;
        run(cmd!(sh, "npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error"))
    })
}

/// Unpacks the tarball, which is all that npm does for a package without dependencies and scripts, and runs the tests.
fn test(paths: &Paths, copy: &Path, tarball: &Path) -> Result<()> {
    let place = copy.join("node_modules/partner-center-rules");
    // A project may have put a link there, to what is gone by now.
    if fs::symlink_metadata(&place).is_ok() {
        fs::remove_dir_all(&place)?;
    }
    fs::create_dir_all(&place)?;
    let sh = paths.shell(copy)?;
    run(cmd!(sh, "tar --extract --gzip --strip-components=1 --file {tarball} --directory {place}"))?;
    let test = cmd!(sh, "npm test --silent").env("CHROMIUM", chromium()).env("PACKAGE", tarball);
    // Nothing of this is for the makers of the tools.
    run(test.env("DO_NOT_TRACK", "1").env("NEXT_TELEMETRY_DISABLED", "1").env("NG_CLI_ANALYTICS", "false"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_projects_are_there() {
        let names = names();
        assert!(QUICK.iter().all(|quick| names.iter().any(|name| name == quick)), "{names:?}");
    }
}
