//! Checks the dependencies: licences, sources, bans, duplicates and lock files.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result};
use serde_json::Value;
use xshell::cmd;

use crate::build::module::TARGET;
use crate::check::figure::{Figure, grouped};
use crate::check::{Job, say};
use crate::paths::Paths;
use crate::shell::{cargo_tool, read, run as run_command};

/// The configuration of cargo-deny: licences, bans and sources.
const DENY_RULES: &str = "crates/xtask/src/check/deny.toml";

/// Dependencies of the core that are linked into it. A new one is added here on purpose.
const OF_THE_CORE: &str = "serde serde_core thiserror uuid";

/// Dependencies of the module beside those of the core.
const OF_THE_BINDINGS: &str = "allocator-api2 cfg-if futures-core futures-task futures-util js-sys lock_api \
    partner-center-rules pin-project-lite scopeguard serde-wasm-bindgen slab talc unicode-ident wasm-bindgen wasm-bindgen-shared";

/// The licences of npm packages: free ones. Nothing of these packages is in ours.
const LICENCES: &str = "0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause BlueOak-1.0.0 CC-BY-4.0 CC0-1.0 ISC LGPL-3.0-or-later MIT \
    MIT-0 MPL-2.0";

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|it| it == word)
}

pub(crate) fn run(job: Job<'_>) -> Result<Figure> {
    let paths = job.paths;
    let mut findings = Vec::new();
    let crates = crates(paths)?;
    let copies: Vec<_> = crates.iter().filter(|(_, versions)| versions.len() > 1).collect();
    for (name, versions) in &copies {
        say(&format!("in several versions: {name} {}", versions.join(", ")));
    }
    let of_core = runtime(paths, "partner-center-rules")?;
    let of_wasm = runtime(paths, "partner-center-rules-wasm")?;
    let is_of_core = |name: &String| has(OF_THE_CORE, name);
    let is_of_wasm = |name: &String| is_of_core(name) || has(OF_THE_BINDINGS, name);
    findings.extend(of_core.iter().filter(|name| !is_of_core(name)).map(|name| format!("the core depends on {name}")));
    findings.extend(of_wasm.iter().filter(|name| !is_of_wasm(name)).map(|name| format!("the module has {name} in it")));

    let (sh, mut packages) = (paths.shell("")?, 0_u64);
    for file in read(cmd!(sh, "git ls-files *package-lock.json"))?.lines() {
        let lock: Value = serde_json::from_str(&fs::read_to_string(paths.at(file))?)?;
        let (count, found) = lint(&lock);
        packages = packages.saturating_add(count);
        findings.extend(found.into_iter().map(|found| format!("{file}: {found}")));
    }
    let package: Value = serde_json::from_str(&fs::read_to_string(paths.at("pkg/package.json"))?)?;
    if ["dependencies", "optionalDependencies", "peerDependencies"].iter().any(|kind| package.get(kind).is_some()) {
        findings.push("the package depends on others".to_owned());
    }
    if let Err(error) = deny(paths) {
        findings.push(format!("{error:#}"));
    }
    findings.iter().for_each(|finding| say(finding));
    let text = format!(
        "{} findings in {} crates ({} in several versions) and {} npm packages; core {}, wasm {}, package 0 dependencies",
        findings.len(),
        grouped(u64::try_from(crates.len())?),
        copies.len(),
        grouped(packages),
        of_core.len(),
        of_wasm.len(),
    );
    Ok(Figure::new(text, findings.is_empty()))
}

/// Returns every crate of the lock file that comes from elsewhere, with its versions.
fn crates(paths: &Paths) -> Result<BTreeMap<String, Vec<String>>> {
    let sh = paths.shell("")?;
    let metadata: Value = serde_json::from_str(&read(cmd!(sh, "cargo metadata --format-version 1 --locked"))?)?;
    let packages = metadata.get("packages").and_then(Value::as_array).context("cargo metadata has no packages")?;
    let mut crates: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages.iter().filter(|package| package.get("source").is_some_and(Value::is_string)) {
        let text = |member| package.get(member).and_then(Value::as_str).unwrap_or_default().to_owned();
        crates.entry(text("name")).or_default().push(text("version"));
    }
    Ok(crates)
}

/// Returns the crates that are linked into a crate, itself left out.
fn runtime(paths: &Paths, name: &str) -> Result<Vec<String>> {
    let (sh, kinds) = (paths.shell("")?, ["--edges", "normal,no-proc-macro", "--target", TARGET]);
    let form = ["--prefix", "none", "--no-dedupe", "--format", "{p}"];
    let tree = read(cmd!(sh, "cargo tree --locked --package {name} {kinds...} {form...}"))?;
    let mut names: Vec<_> = tree.lines().skip(1).filter_map(|line| line.split(' ').next()).map(str::to_owned).collect();
    names.sort();
    names.dedup();
    Ok(names)
}

fn deny(paths: &Paths) -> Result<()> {
    let (sh, deny) = (paths.shell("")?, cargo_tool(paths, "cargo-deny", "0.20.2")?);
    let kinds = ["licenses", "bans", "sources"];
    run_command(cmd!(sh, "{deny} --locked --workspace --config {DENY_RULES} check --hide-inclusion-graph {kinds...}"))
}

/// Counts the packages of an npm lock file that come from elsewhere, and finds faults in it.
fn lint(lock: &Value) -> (u64, Vec<String>) {
    let mut findings = Vec::new();
    if lock.get("lockfileVersion").and_then(Value::as_u64) != Some(3) {
        findings.push("the version of the lock file is not 3".to_owned());
    }
    let packages = lock.get("packages").and_then(Value::as_object);
    if packages.is_none() {
        findings.push("there are no packages".to_owned());
    }
    let mut count: u64 = 0;
    for (name, package) in packages.into_iter().flatten() {
        let text = |member| package.get(member).and_then(Value::as_str);
        let is_link = package.get("link").is_some_and(|link| *link == Value::Bool(true));
        if !name.starts_with("node_modules/") || is_link {
            continue;
        }
        count = count.saturating_add(1);
        if !text("integrity").is_some_and(|integrity| integrity.starts_with("sha512-")) {
            findings.push(format!("{name} has no digest"));
        }
        if let Some(address) = text("resolved") {
            findings.push(format!("{name} names where it is downloaded from: {address}"));
        }
        let licence = text("license").unwrap_or("none");
        let is_known = |part: &str| has(LICENCES, part.trim_matches(['(', ')']));
        if !licence.split(" AND ").flat_map(|part| part.split(" OR ")).all(is_known) {
            findings.push(format!("{name} has the licence {licence}"));
        }
    }
    (count, findings)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_lock_file_has_digests_licences_and_no_addresses() {
        let good = json!({ "integrity": "sha512-x", "license": "(MIT OR Apache-2.0) AND ISC" });
        let lock = |package: Value| json!({ "lockfileVersion": 3, "packages": { "": {}, "node_modules/a": package } });
        assert_eq!(lint(&lock(good.clone())), (1, vec![]));
        for (member, value) in [
            ("integrity", json!("sha1-x")),
            ("integrity", Value::Null),
            ("resolved", json!("https://elsewhere.example/a.tgz")),
            ("license", json!("AGPL-3.0")),
            ("license", json!("(MIT AND SSPL-1.0)")),
            ("license", Value::Null),
        ] {
            let mut package = good.clone();
            package[member] = value;
            let (count, findings) = lint(&lock(package));
            assert_eq!((count, findings.len()), (1, 1), "{findings:?}");
        }
        // Links to this repository come from nowhere else.
        let link = json!({ "resolved": "../pkg", "link": true });
        let lock = json!({ "lockfileVersion": 3, "packages": { "../pkg": {}, "node_modules/p": link } });
        assert_eq!(lint(&lock), (0, vec![]));
        assert_eq!(lint(&json!({ "lockfileVersion": 1 })).1.len(), 2);
    }
}
