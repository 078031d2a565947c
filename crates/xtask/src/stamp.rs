//! Skips work whose inputs and outputs are what they were, and waits for work that is being done.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use crate::paths::Paths;

/// Turns some files into others, unless the last success had these inputs and left these outputs. Folders stand for every file in them.
pub(crate) fn unless_done(
    paths: &Paths,
    name: &str,
    inputs: &[PathBuf],
    outputs: &[PathBuf],
    work: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let stamp = paths.scratch().join(format!("{name}.stamp"));
    let before = fs::read_to_string(&stamp).unwrap_or_default();
    let inputs = digest(inputs).with_context(|| format!("reading what {name} needs"))?;
    if digest(outputs).is_ok_and(|outputs| before == format!("{inputs} {outputs}")) {
        return Ok(());
    }
    work()?;
    let outputs = digest(outputs).with_context(|| format!("reading what {name} left"))?;
    fs::create_dir_all(paths.scratch())?;
    Ok(fs::write(&stamp, format!("{inputs} {outputs}"))?)
}

/// Waits until no other task does the work of that name, which writes the same files.
pub(crate) fn alone(paths: &Paths, name: &str) -> Result<File> {
    fs::create_dir_all(paths.scratch())?;
    let guard = File::create(paths.scratch().join(format!("{name}.lock")))?;
    guard.lock().with_context(|| format!("the lock of {name} cannot be taken"))?;
    Ok(guard)
}

/// Returns a digest of the names and contents of files.
pub(crate) fn digest(files_and_folders: &[PathBuf]) -> Result<String> {
    let mut hash = Sha256::new();
    for path in files_and_folders {
        for file in files(path)? {
            let content = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            hash.update(file.as_os_str().as_encoded_bytes());
            hash.update([0]);
            hash.update(Sha256::digest(&content));
        }
    }
    Ok(hex(&hash.finalize()))
}

/// Returns a digest in hexadecimal digits.
pub(crate) fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns every file at or below a path, in a fixed order.
pub(crate) fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path)?.map(|entry| files(&entry?.path()));
    let mut found = entries.collect::<Result<Vec<_>>>()?.concat();
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_changes_with_name_and_content() {
        let folder = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        fs::create_dir_all(folder.join("sub")).unwrap();
        fs::write(folder.join("sub/a"), "1").unwrap();
        let inputs = [folder.clone()];
        let first = digest(&inputs).unwrap();
        assert_eq!(digest(&inputs).unwrap(), first);
        fs::write(folder.join("sub/a"), "2").unwrap();
        let second = digest(&inputs).unwrap();
        assert_ne!(second, first);
        fs::rename(folder.join("sub/a"), folder.join("sub/b")).unwrap();
        assert_ne!(digest(&inputs).unwrap(), second);
        fs::remove_dir_all(&folder).unwrap();
        assert!(digest(&inputs).is_err());
    }
}
