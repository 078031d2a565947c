//! One project that uses the package.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::packaging::FOLDER;
use crate::paths::Paths;
use crate::process;
use crate::stamp::Work;

/// What the lock file names. Not `ci`, which refuses a lock file without the binaries of every other platform.
const INSTALL: [&str; 6] = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/// What became of a project.
pub(crate) enum Verdict {
    Passed,
    /// With what it printed.
    Failed(String),
    /// With the error of npm.
    NotInstallable(String),
}

/// A folder of `tests/packaging` and its copy, in which it is run.
pub(crate) struct Project<'a> {
    paths: &'a Paths,
    name: &'a str,
    source: PathBuf,
    copy: PathBuf,
}

impl<'a> Project<'a> {
    pub(crate) fn new(paths: &'a Paths, name: &'a str) -> Self {
        let source = paths.at(FOLDER).join(name);
        Self { paths, name, source, copy: paths.at("target/packaging").join(name) }
    }

    /// Copies the project, installs its tools and the package, and runs its tests.
    ///
    /// # Errors
    /// Files cannot be copied, or a program that is always needed is missing.
    pub(crate) fn run(&self, tarball: &Path, browser: &OsStr) -> Result<Verdict> {
        self.copy_afresh().with_context(|| format!("{} cannot be copied", self.source.display()))?;
        if let Err(output) = self.install_tools()? {
            return Ok(Verdict::NotInstallable(output));
        }
        self.install_package(tarball)?;
        let mut test = self.npm(&["test", "--silent"]);
        test.env("CHROMIUM", browser).env("PACKAGE", tarball);
        // Nothing of this is for the makers of the tools.
        test.env("DO_NOT_TRACK", "1").env("NEXT_TELEMETRY_DISABLED", "1").env("NG_CLI_ANALYTICS", "false");
        Ok(match process::quietly(&mut test)? {
            Ok(()) => Verdict::Passed,
            Err(output) => Verdict::Failed(output),
        })
    }

    /// The files that all projects share, and over them those of this one. What was installed stays.
    fn copy_afresh(&self) -> Result<()> {
        fs::create_dir_all(&self.copy)?;
        for entry in fs::read_dir(&self.copy)? {
            let path = entry?.path();
            match path.file_name() {
                Some(name) if name == "node_modules" => {}
                _ if path.is_dir() => fs::remove_dir_all(&path)?,
                _ => fs::remove_file(&path)?,
            }
        }
        copy_folder(&self.paths.at(FOLDER).join("shared"), &self.copy)?;
        copy_folder(&self.source, &self.copy)
    }

    /// The outer error is one of this program; the inner one is what npm said.
    fn install_tools(&self) -> Result<Result<(), String>> {
        let lock = self.copy.join("package-lock.json");
        if !lock.exists() {
            return Ok(Ok(()));
        }
        let mut refusal = None;
        let done = Work {
            name: &format!("packaging-{}", self.name),
            inputs: vec![self.copy.join("package.json"), lock],
            outputs: vec![self.copy.join("node_modules/.package-lock.json")],
        }
        .unless_done(self.paths, || {
            let installed = process::quietly(&mut self.npm(&INSTALL))?;
            installed.map_err(|output| {
                refusal = Some(output);
                anyhow::anyhow!("npm refuses")
            })
        });
        match refusal {
            Some(output) => Ok(Err(output)),
            None => done.map(Ok),
        }
    }

    /// Unpacks the tarball, which is all that npm does for a package without dependencies and scripts.
    fn install_package(&self, tarball: &Path) -> Result<()> {
        let place = self.copy.join("node_modules/partner-center-rules");
        // A project may have put a link there, to what is gone by now.
        if fs::symlink_metadata(&place).is_ok() {
            fs::remove_dir_all(&place)?;
        }
        fs::create_dir_all(&place)?;
        let mut tar = process::program("tar", &place);
        process::run(tar.args(["--extract", "--gzip", "--strip-components=1", "--file"]).arg(tarball))
    }

    fn npm(&self, arguments: &[&str]) -> Command {
        let mut command = process::program("npm", &self.copy);
        command.args(arguments);
        command
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
