//! Where things are.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The folders of this workspace.
#[derive(Debug, Clone)]
pub(crate) struct Paths {
    root: PathBuf,
}

impl Paths {
    /// The workspace that this program was built from.
    pub(crate) fn of_this_workspace() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let root = root.canonicalize().with_context(|| format!("the workspace {} is gone", root.display()))?;
        Ok(Self { root })
    }

    /// A path given from the top of the workspace.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn package(&self) -> PathBuf {
        self.at("pkg")
    }

    /// The package as it is published and served.
    pub(crate) fn dist(&self) -> PathBuf {
        self.at("pkg/dist")
    }

    /// The glue and the bytes of a module, for the bundler.
    pub(crate) fn generated(&self, module: &str) -> PathBuf {
        self.at("pkg/generated").join(module)
    }

    /// Intermediate results.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.at("target/xtask")
    }
}
