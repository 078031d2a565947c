//! The folders of this workspace.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use xshell::{Shell, cmd};

use crate::shell::{output, printed, read};

/// The top of this workspace, and what is below it.
#[derive(Debug, Clone)]
pub(crate) struct Paths {
    root: PathBuf,
}

impl Paths {
    /// Returns the workspace that this program was built from.
    pub(crate) fn of_this_workspace() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let root = root.canonicalize().with_context(|| format!("the workspace {} is gone", root.display()))?;
        Ok(Self { root })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Returns a path given from the top of the workspace.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// Returns the package as it is published and served.
    pub(crate) fn dist(&self) -> PathBuf {
        self.at("pkg/dist")
    }

    /// Returns the folder of the bindings and the bytes of a module, for the bundler.
    pub(crate) fn generated(&self, module: &str) -> PathBuf {
        self.at("pkg/generated").join(module)
    }

    /// Returns the folder of intermediate results.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.at("target/xtask")
    }

    /// Returns a program that npm installed for a folder.
    pub(crate) fn npm_tool(&self, folder: &str, name: &str) -> PathBuf {
        self.at(folder).join("node_modules/.bin").join(name)
    }

    /// Returns a shell in a folder. Cargo builds into the target folder of the workspace, where the steps find each other's results.
    pub(crate) fn shell(&self, folder: impl AsRef<Path>) -> Result<Shell> {
        let shell = Shell::new()?;
        shell.change_dir(self.root.join(folder));
        shell.set_var("CARGO_TARGET_DIR", self.at("target"));
        Ok(shell)
    }
}

/// Paths of Chromium, Chrome and Edge on Linux, macOS and Windows.
const BROWSERS: [&str; 9] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/microsoft-edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// The folder into which Playwright downloads a browser.
pub(crate) const DOWNLOADS: &str = "target/browsers";

/// Returns the browser of the tests: the environment's `CHROMIUM`, the first that is installed, or the one that Playwright downloads.
pub(crate) fn chromium() -> PathBuf {
    let installed = || BROWSERS.map(PathBuf::from).into_iter().find(|file| file.exists());
    env::var_os("CHROMIUM").map(PathBuf::from).or_else(installed).or_else(|| downloaded().ok()).unwrap_or_default()
}

/// Returns where Playwright has, or would have, its Chromium.
fn downloaded() -> Result<PathBuf> {
    let paths = Paths::of_this_workspace()?;
    let (sh, script) = (paths.shell("tests")?, "require('playwright-core').chromium.executablePath()");
    let path = read(cmd!(sh, "node --print {script}").env("PLAYWRIGHT_BROWSERS_PATH", paths.at(DOWNLOADS)))?;
    Ok(path.trim().into())
}

/// Returns the text of a file, or an empty one if there is no such file.
pub(crate) fn read_if_there(file: &Path) -> Result<String> {
    match fs::read_to_string(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        result => result.with_context(|| format!("{} cannot be read", file.display())),
    }
}

/// Writes a file of the repository, unless it has that text. A check writes nothing; it errors with the difference and the advice.
pub(crate) fn write_or_compare(paths: &Paths, file: &str, text: &str, is_check: bool, advice: &str) -> Result<()> {
    if read_if_there(&paths.at(file))? == text {
        return Ok(());
    }
    if is_check {
        let sh = paths.shell("")?;
        let difference = printed(&output(cmd!(sh, "diff --unified --new-file {file} -").stdin(text))?);
        bail!("{file} is not what it should be:\n{difference}{advice}");
    }
    fs::write(paths.at(file), text).with_context(|| format!("{file} cannot be written"))?;
    eprintln!("wrote {file}");
    Ok(())
}

/// Makes a folder that has nothing in it.
pub(crate) fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}
