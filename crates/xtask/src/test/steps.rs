//! What `cargo xtask test` does, in order.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::build::module::TARGET;
use crate::paths::Paths;
use crate::process::{cargo, program};
use crate::test::setup::{Need, chromium};
use crate::test::{PUBLISHED, examples, features};
use crate::{api, build, generate, npm, portal};

/// One step of the test run.
pub(crate) struct Step {
    /// Chooses the step on the command line.
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    /// What has to be installed.
    pub(crate) needs: &'static [Need],
    pub(crate) action: Action,
}

/// What a step does.
pub(crate) enum Action {
    /// Something this program does itself.
    Own(fn(&Paths) -> Result<()>),
    /// Commands that succeed or fail.
    Check(fn(&Paths) -> Result<Vec<Command>>),
    /// Commands whose tests are counted.
    Tests(fn(&Paths) -> Result<Vec<Command>>),
}

/// The quick steps come first: the run stops at the first that fails.
pub(crate) const STEPS: [Step; 19] = [
    Step { name: "format", about: "Rust is formatted", needs: &[Need::Components], action: Action::Check(format) },
    Step {
        name: "tables",
        about: "TypeScript has the tables of Rust",
        needs: &[],
        action: Action::Own(generate::check),
    },
    Step {
        name: "lint",
        about: "clippy has no complaint",
        needs: &[Need::Components, Need::Target],
        action: Action::Check(lint),
    },
    Step {
        name: "features",
        about: "each feature alone, without a standard library, and the oldest Rust",
        needs: &[Need::Components, Need::BareMetal, Need::OldestRust],
        action: Action::Check(features::commands),
    },
    Step { name: "docs", about: "the documentation has no broken link", needs: &[], action: Action::Check(docs) },
    Step {
        name: "examples",
        about: "every public item of the crates has an example",
        needs: &[],
        action: Action::Own(examples::check),
    },
    Step { name: "crates", about: "the crates as they are published", needs: &[], action: Action::Check(crates) },
    Step { name: "rust", about: "unit, integration and documentation tests", needs: &[], action: Action::Tests(rust) },
    Step { name: "wasm", about: "the wasm crate in Node", needs: &[Need::Target], action: Action::Tests(wasm) },
    Step { name: "build", about: "the package", needs: &[Need::Target], action: Action::Own(build::run) },
    Step {
        name: "size",
        about: "the package is within its budget",
        needs: &[Need::Target],
        action: Action::Own(crate::size::run),
    },
    Step {
        name: "api",
        about: "the declarations of the package are those of its report",
        needs: &[],
        action: Action::Own(api::check),
    },
    Step {
        name: "types",
        about: "TypeScript in the package and in its users",
        needs: &[Need::Package, Need::TestTools, Need::PortalLibraries],
        action: Action::Check(types),
    },
    Step {
        name: "node",
        about: "the package in Node",
        needs: &[Need::Package, Need::TestTools],
        action: Action::Tests(node),
    },
    Step {
        name: "sandbox",
        about: "the package and the sandbox decide alike",
        needs: &[Need::Package, Need::TestTools],
        action: Action::Tests(sandbox),
    },
    Step {
        name: "forms",
        about: "the package in the form libraries that people use",
        needs: &[Need::Package, Need::FormLibraries],
        action: Action::Tests(forms),
    },
    Step {
        name: "bench",
        about: "what the benchmarks compare gives the same answers",
        needs: &[Need::Package, Need::Contenders],
        action: Action::Tests(bench),
    },
    Step {
        name: "packaging",
        about: "the package as it is published, in bundlers, engines and tools",
        needs: &[Need::Package, Need::TestTools, Need::Browser],
        action: Action::Tests(packaging),
    },
    Step {
        name: "browser",
        about: "the package and the portal in Chromium",
        needs: &[Need::Package, Need::TestTools, Need::Portal, Need::Browser],
        action: Action::Tests(browser),
    },
];

/// The crate that uses the rules in other frameworks and engines.
const CONSUMERS: &str = "tests/consumers/rust";

fn format(paths: &Paths) -> Result<Vec<Command>> {
    // Some crates are built with options of their own, or with what only they need, so they are no members of the workspace.
    let apart = ["tests/fuzz", "tests/nopanic", CONSUMERS].map(|folder| {
        let mut command = with(cargo(paths), &["fmt", "--check", "--manifest-path"]);
        command.arg(paths.at(folder).join("Cargo.toml"));
        command
    });
    let mut commands = vec![with(cargo(paths), &["fmt", "--all", "--check"])];
    commands.extend(apart);
    Ok(commands)
}

fn lint(paths: &Paths) -> Result<Vec<Command>> {
    let clippy = |arguments: &[&str]| {
        let mut command = with(cargo(paths), &["clippy", "--quiet"]);
        command.args(arguments).args(["--", "--deny", "warnings"]);
        command
    };
    Ok(vec![
        clippy(&["--workspace", "--all-targets", "--all-features"]),
        clippy(&["--package", "partner-center-rules", "--no-default-features"]),
        clippy(&["--package", "partner-center-rules-wasm", "--all-targets", "--target", TARGET]),
        clippy(&["--package", "partner-center-rules-wasm", "--no-default-features", "--target", TARGET]),
    ])
}

fn docs(paths: &Paths) -> Result<Vec<Command>> {
    let doc = |features: &[&str]| {
        let mut command = with(cargo(paths), &["doc", "--quiet", "--no-deps", "--workspace"]);
        command.args(features).env("RUSTDOCFLAGS", "--deny warnings");
        command
    };
    // The first is what `cargo doc --open` makes on a fresh clone.
    Ok(vec![doc(&[]), doc(&["--all-features"])])
}

/// Packages the crates that are published, and builds each from its package.
fn crates(paths: &Paths) -> Result<Vec<Command>> {
    // What they depend on was downloaded by the steps before. Changes that are not committed are packaged, too.
    let mut package = with(cargo(paths), &["package", "--quiet", "--offline", "--allow-dirty"]);
    package.args(PUBLISHED.iter().flat_map(|name| ["--package", name]));
    Ok(vec![package])
}

fn rust(paths: &Paths) -> Result<Vec<Command>> {
    let mut consumers = with(cargo(paths), &["test", "--locked", "--manifest-path"]);
    consumers.arg(paths.at(CONSUMERS).join("Cargo.toml"));
    Ok(vec![with(cargo(paths), &["test", "--workspace", "--all-features"]), consumers])
}

fn wasm(paths: &Paths) -> Result<Vec<Command>> {
    let runner = with(cargo(paths), &["build", "--quiet", "--package", "wasm-test-runner"]);
    let mut tests = with(cargo(paths), &["test", "--package", "partner-center-rules-wasm", "--target", TARGET]);
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", paths.at("target/debug/wasm-test-runner"));
    Ok(vec![runner, tests])
}

fn types(paths: &Paths) -> Result<Vec<Command>> {
    let write = |name: &str| {
        let mut command = program("node", paths.root());
        command.arg(format!("tests/consumers/write-{name}.mjs")).arg(format!("target/consumers/{name}.mts"));
        command
    };
    let tsc = |project: &str| {
        let project = paths.at(project);
        with(npm::tool(paths, "tsc"), &["--noEmit", "--project", &project.to_string_lossy()])
    };
    Ok(vec![
        tsc("pkg"),
        with(portal::tool(paths, "tsc"), &["--noEmit"]),
        tsc("tests/consumers"),
        write("answers"),
        tsc("tests/consumers/answers.json"),
        write("examples"),
        tsc("tests/consumers/examples.json"),
    ])
}

fn node(paths: &Paths) -> Result<Vec<Command>> {
    Ok(vec![node_tests(paths, &paths.at("tests/node"))?])
}

fn sandbox(paths: &Paths) -> Result<Vec<Command>> {
    let mut tests = node_tests(paths, &paths.at("tests/sandbox"))?;
    tests.env("SANDBOX", portal::sandbox(paths));
    Ok(vec![portal::build_sandbox(paths), tests])
}

fn forms(paths: &Paths) -> Result<Vec<Command>> {
    let project = paths.at("tests/forms");
    let types = with(npm::tool(paths, "tsc"), &["--noEmit", "--project", &project.to_string_lossy()]);
    Ok(vec![types, node_tests(paths, &project)?])
}

fn bench(paths: &Paths) -> Result<Vec<Command>> {
    Ok(vec![node_tests(paths, &paths.at("tests/bench"))?])
}

fn packaging(paths: &Paths) -> Result<Vec<Command>> {
    Ok(vec![
        with(program("python3", paths.root()), &["tests/conformance/runner.py"]),
        with(program(std::env::current_exe()?, paths.root()), &["packaging", "--quick"]),
    ])
}

fn browser(paths: &Paths) -> Result<Vec<Command>> {
    let mut package = node_tests(paths, &paths.at("tests/browser"))?;
    package.env("CHROMIUM", chromium()).env("XTASK", std::env::current_exe()?);
    let units = with(portal::tool(paths, "vitest"), &["run"]);
    let portal = program("node", paths.root());
    let mut portal = with(portal, &["tests/node_modules/@playwright/test/cli.js", "test", "--config", "tests/portal"]);
    portal.env("CHROMIUM", chromium()).env("SANDBOX", portal::sandbox(paths));
    Ok(vec![units, portal::build_sandbox(paths), package, portal])
}

/// Runs every `*.test.mjs` that is right in a folder.
fn node_tests(paths: &Paths, folder: &Path) -> Result<Command> {
    let mut command = with(program("node", paths.root()), &["--test", "--test-reporter=spec"]);
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    files.sort();
    for file in files {
        if file.to_string_lossy().ends_with(".test.mjs") {
            command.arg(file.strip_prefix(paths.root())?);
        }
    }
    Ok(command)
}

fn with(mut command: Command, arguments: &[&str]) -> Command {
    command.args(arguments);
    command
}
