//! Checks that the rules can reach nothing but their arguments.

use std::fs;

use anyhow::{Context as _, Result};
use walrus::Module;
use xshell::cmd;

use crate::build::module::{GLUE, TARGET, VARIANTS, Variant};
use crate::build::{text, verify};
use crate::check::figure::Figure;
use crate::check::{Job, say};
use crate::paths::Paths;
use crate::shell::{run as run_command, rustup};

const CORE: &str = "partner-center-rules";
const BINDINGS: &str = "partner-center-rules-wasm";

/// A target without an operating system: whatever needs one does not build.
const BARE: &str = "thumbv6m-none-eabi";

/// Words that the bindings must not have: clocks, randomness, network, surroundings.
const FORBIDDEN: &str = "Date Intl Math. XMLHttpRequest crypto document fetch import( localStorage navigator performance process \
    require( setTimeout";

pub(crate) fn run(job: Job<'_>) -> Result<Figure> {
    let paths = job.paths;
    let mut findings = Vec::new();
    let mut imports = 0_usize;
    for variant in &VARIANTS {
        let module = shipped(paths, variant)?;
        let names: Vec<_> = module.imports.iter().map(|import| import.name.as_str()).collect();
        say(&format!("the module `{}` imports {}", variant.name, names.join(", ")));
        imports = imports.saturating_add(names.len());
        findings.extend(verify::check(&module, GLUE).err().map(|error| format!("{error:#}")));
        findings.extend(spoken_of(&fs::read_to_string(paths.generated(variant.name).join("glue.js"))?));
    }

    let looks = [
        ("the core has no `unsafe`", safe(paths)),
        ("nothing looks around", still(paths)),
        ("the core needs no system", bare(paths)),
    ];
    for (what, result) in looks {
        match result {
            Ok(()) => say(&format!("{what}: yes")),
            Err(error) => findings.push(format!("{what}: no, {error:#}")),
        }
    }
    let sh = paths.shell("")?;
    let isolated = Figure::of(cmd!(sh, "node tests/checks/isolated.mjs"))?;
    if !isolated.is_reached {
        findings.push(isolated.text.clone());
    }
    findings.iter().for_each(|finding| say(finding));
    let text = format!("{} findings; {imports} imports, all of the glue; {}", findings.len(), isolated.text);
    Ok(Figure::new(text, findings.is_empty()))
}

/// Returns a module as it is in the package.
fn shipped(paths: &Paths, variant: &Variant) -> Result<Module> {
    let file = paths.generated(variant.name).join("bytes.js");
    let text = fs::read_to_string(&file)?;
    let bytes = text.split('"').nth(1).with_context(|| format!("{} has no text", file.display()))?;
    Module::from_buffer(&text::decode(bytes)?)
}

fn spoken_of(glue: &str) -> Vec<String> {
    let is_comment = |line: &&str| ["//", "/*", "*"].iter().any(|start| line.trim_start().starts_with(start));
    let lines = glue.lines().filter(|line| !is_comment(line));
    let found = lines.flat_map(|line| FORBIDDEN.split_whitespace().filter(move |word| line.contains(word)));
    found.map(|word| format!("the glue speaks of `{word}`")).collect()
}

/// Builds the core where no lint level of its own can let `unsafe` in.
fn safe(paths: &Paths) -> Result<()> {
    let sh = paths.shell("")?;
    run_command(cmd!(sh, "cargo rustc --quiet --package {CORE} --lib --all-features -- --forbid unsafe_code"))
}

/// Checks that neither the core nor its bindings call what `clippy.toml` disallows.
fn still(paths: &Paths) -> Result<()> {
    // What wasm-bindgen generates allows every lint for itself, which cannot be forbidden.
    for (package, level) in [(CORE, "--forbid"), (BINDINGS, "--deny")] {
        let (sh, lints) = (paths.shell("")?, [level, "clippy::disallowed_methods", level, "clippy::disallowed_types"]);
        run_command(cmd!(sh, "cargo clippy --quiet --package {package} --lib --target {TARGET} -- {lints...}"))?;
    }
    Ok(())
}

/// Builds the core for a machine that has no clock, no randomness and no environment to reach.
fn bare(paths: &Paths) -> Result<()> {
    rustup(paths, &["target", "add", BARE])?;
    let sh = paths.shell("")?;
    run_command(cmd!(sh, "cargo build --quiet --package {CORE} --target {BARE}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_glue_must_not_speak_of_is_found() {
        assert_eq!(
            spoken_of(
                "// Date\n/**\n * None of the documented ones.\n */\nexport function f() { return new Object(); }"
            ),
            Vec::<String>::new()
        );
        assert_eq!(spoken_of("const now = () => Date.now();"), ["the glue speaks of `Date`"]);
        assert_eq!(spoken_of("return Math.random() + performance.now();").len(), 2);
    }
}
