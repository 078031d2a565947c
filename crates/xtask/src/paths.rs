//! The folders of this workspace.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use xshell::Shell;

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

/// Makes a folder that has nothing in it.
pub(crate) fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}
