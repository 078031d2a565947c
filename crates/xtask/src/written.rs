//! Files of the repository that a task writes.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use xshell::cmd;

use crate::paths::Paths;
use crate::shell::{output, printed};

/// Returns the text of a file, or an empty one if there is no such file.
fn read_if_there(file: &Path) -> Result<String> {
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
