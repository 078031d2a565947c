//! The steps of `cargo xtask test`, in order.

use std::env::current_exe;
use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use xshell::cmd;

use crate::browser::chromium;
use crate::build::module::TARGET;
use crate::paths::Paths;
use crate::test::setup::{
    BROWSER, CONTENDERS, FORM_LIBRARIES, Need, OLDEST_RUST, PACKAGE, PORTAL, PORTAL_LIBRARIES, TEST_TOOLS, TOOLCHAIN,
};
use crate::test::{BARE_METAL, CORE, PUBLISHED, Run, oldest_rust, setup};
use crate::{api, build, portal, shell, size, tables};

/// One step of the test run: the name that chooses it on the command line, what it shows, what has to be installed, and what it does.
pub(crate) type Step = (&'static str, &'static str, &'static [Need], fn(&mut Run<'_>) -> Result<()>);

/// Two run at a time, one from the start of the list and one from its end: those of cargo, which wait for each other, come first.
pub(crate) const STEPS: [Step; 18] = [
    ("format", "Rust is formatted", &[TOOLCHAIN], format),
    ("tables", "TypeScript has the tables of Rust", &[], |run| tables::run(run.paths, true)),
    ("lint", "clippy has no complaint", &[TOOLCHAIN], lint),
    ("rust", "unit, integration and documentation tests", &[], rust),
    (
        "features",
        "each feature alone, without a standard library, and the oldest Rust",
        &[TOOLCHAIN, setup::BARE_METAL, OLDEST_RUST],
        features,
    ),
    ("docs", "the documentation has no broken link", &[], docs),
    ("crates", "the crates as they are published", &[], crates),
    ("wasm", "the wasm crate in Node", &[TOOLCHAIN], wasm),
    ("build", "the package", &[], |run| build::run(run.paths)),
    ("size", "the package is within its budget", &[], |run| size::run_task(run.paths)),
    ("api", "the declarations of the package are those of its report", &[], |run| api::run(run.paths, true)),
    ("types", "TypeScript in the package and in its users", &[PACKAGE, TEST_TOOLS, PORTAL_LIBRARIES], types),
    ("node", "the package in Node", &[PACKAGE, TEST_TOOLS], |run| node_tests(run, "tests/node", &[])),
    ("forms", "the package in the form libraries that people use", &[PACKAGE, FORM_LIBRARIES], forms),
    ("bench", "what the benchmarks compare gives the same answers", &[PACKAGE, CONTENDERS], |run| {
        node_tests(run, "tests/bench", &[])
    }),
    (
        "packaging",
        "the package as it is published, in bundlers, engines and tools",
        &[PACKAGE, TEST_TOOLS, BROWSER],
        packaging,
    ),
    ("sandbox", "the package and the sandbox decide alike", &[PACKAGE, TEST_TOOLS], sandbox),
    ("browser", "the package and the portal in Chromium", &[PACKAGE, TEST_TOOLS, PORTAL, BROWSER], browser),
];

/// The crate that uses the rules in other frameworks and engines.
const CONSUMERS: &str = "tests/consumers/rust/Cargo.toml";

/// Runs cargo with each of these lines of arguments.
fn cargo(run: &Run<'_>, lines: &[String]) -> Result<()> {
    lines.iter().try_for_each(|line| {
        let arguments = line.split(' ');
        shell::run(cmd!(run.sh, "cargo {arguments...}"))
    })
}

fn format(run: &mut Run<'_>) -> Result<()> {
    // Some crates are built with options of their own, or with what only they need, so they are no members of the workspace.
    let apart = ["tests/fuzz/Cargo.toml", "tests/nopanic/Cargo.toml", CONSUMERS];
    let apart = apart.map(|manifest| format!("fmt --check --manifest-path {manifest}"));
    cargo(run, &["fmt --all --check".to_owned()])?;
    cargo(run, &apart)
}

fn lint(run: &mut Run<'_>) -> Result<()> {
    let crates = [
        "--workspace --all-targets --all-features".to_owned(),
        "--package partner-center-rules --no-default-features".to_owned(),
        format!("--package partner-center-rules-wasm --all-targets --target {TARGET}"),
        format!("--package partner-center-rules-wasm --no-default-features --target {TARGET}"),
    ];
    cargo(run, &crates.map(|arguments| format!("clippy --quiet {arguments} -- --deny warnings")))
}

/// Builds the crates as others do. `http` and `rayon` need a standard library.
fn features(run: &mut Run<'_>) -> Result<()> {
    let of_core = |command: &str, features: &str, others: &str| {
        format!("{command} --quiet --package partner-center-rules --no-default-features --features={features}{others}")
    };
    let alone = ["", "serde", "time", "http", "rayon", "serde,time,http,rayon"];
    cargo(run, &alone.map(|features| of_core("clippy", features, " -- --deny warnings")))?;
    let without_std = ["", "serde", "time", "serde,time"];
    cargo(run, &without_std.map(|features| of_core("check", features, &format!(" --target {BARE_METAL}"))))?;
    // Both crates promise the same oldest Rust.
    let (sh, version) = (&run.sh, oldest_rust(run.paths)?);
    for line in
        [of_core("check", "serde,time,http,rayon", ""), "check --quiet --package partner-center-rules-axum".into()]
    {
        let arguments = line.split(' ');
        shell::run(cmd!(sh, "rustup run {version} cargo {arguments...}"))?;
    }
    Ok(())
}

/// Builds the documentation: that of the core as a user of its default features sees it, and all with every feature.
fn docs(run: &mut Run<'_>) -> Result<()> {
    run.sh.set_var("RUSTDOCFLAGS", "--deny warnings");
    cargo(
        run,
        &["--package partner-center-rules", "--workspace --all-features"]
            .map(|which| format!("doc --quiet --no-deps {which}")),
    )
}

/// Packages the crates that are published, and builds each from what is in its package.
fn crates(run: &mut Run<'_>) -> Result<()> {
    // Cargo itself would build one package against the other as it was the first time: it unpacks a version only once.
    let names = PUBLISHED.map(|name| format!(" --package {name}")).concat();
    cargo(run, &[format!("package --quiet --offline --allow-dirty --no-verify{names}")])?;
    let folder = run.paths.at("target/package");
    let unpacked = |name: &str| folder.join(format!("{name}-{}", env!("CARGO_PKG_VERSION")));
    for name in PUBLISHED {
        let package = unpacked(name);
        if package.exists() {
            fs::remove_dir_all(&package)?;
        }
        // Not with the times of the archive, which are always the same: cargo would not see that a file has changed.
        shell::run(cmd!(run.sh, "tar -x -z -m -C {folder} -f {package}.crate"))?;
    }
    let patch = format!("patch.crates-io.{0}.path={1:?}", CORE, unpacked(CORE));
    for name in PUBLISHED {
        let manifest = unpacked(name).join("Cargo.toml");
        let options = if name == CORE { &[][..] } else { &["--config", &patch] };
        shell::run(cmd!(
            run.sh,
            "cargo check --quiet --offline --all-features --manifest-path {manifest} {options...}"
        ))?;
    }
    Ok(())
}

fn rust(run: &mut Run<'_>) -> Result<()> {
    let sh = run.paths.shell("")?;
    run.tests(cmd!(sh, "cargo test --workspace --all-features"))?;
    run.tests(cmd!(sh, "cargo test --locked --manifest-path {CONSUMERS}"))
}

fn wasm(run: &mut Run<'_>) -> Result<()> {
    let (sh, runner) = (run.paths.shell("")?, shell::workspace_program(run.paths, "wasm-test-runner")?);
    sh.set_var("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    run.tests(cmd!(sh, "cargo test --package partner-center-rules-wasm --target {TARGET}"))
}

fn types(run: &mut Run<'_>) -> Result<()> {
    tsc(run.paths, "pkg")?;
    let (www, of_www) = (run.paths.shell("www")?, run.paths.npm_tool("www", "tsc"));
    shell::run(cmd!(www, "{of_www} --noEmit"))?;
    tsc(run.paths, "tests/consumers")?;
    for name in ["answers", "examples"] {
        shell::run(cmd!(run.sh, "node tests/consumers/write-{name}.mjs target/consumers/{name}.mts"))?;
        tsc(run.paths, &format!("tests/consumers/{name}.json"))?;
    }
    Ok(())
}

/// Checks the types of a project with the compiler of the package.
fn tsc(paths: &Paths, project: &str) -> Result<()> {
    let (sh, tsc, project) = (paths.shell("pkg")?, paths.npm_tool("pkg", "tsc"), paths.at(project));
    shell::run(cmd!(sh, "{tsc} --noEmit --project {project}"))
}

fn sandbox(run: &mut Run<'_>) -> Result<()> {
    let sandbox = portal::sandbox(run.paths)?;
    node_tests(run, "tests/sandbox", &[("SANDBOX", sandbox)])
}

fn forms(run: &mut Run<'_>) -> Result<()> {
    tsc(run.paths, "tests/forms")?;
    node_tests(run, "tests/forms", &[])
}

fn packaging(run: &mut Run<'_>) -> Result<()> {
    let (sh, this) = (run.paths.shell("")?, current_exe()?);
    run.tests(cmd!(sh, "python3 tests/conformance/runner.py"))?;
    run.tests(cmd!(sh, "{this} packaging --quick"))
}

fn browser(run: &mut Run<'_>) -> Result<()> {
    let (www, vitest) = (run.paths.shell("www")?, run.paths.npm_tool("www", "vitest"));
    run.tests(cmd!(www, "{vitest} run"))?;
    let (sh, sandbox) = (run.paths.shell("")?, portal::sandbox(run.paths)?);
    node_tests(run, "tests/browser", &[("CHROMIUM", chromium()), ("XTASK", current_exe()?)])?;
    let tests = cmd!(sh, "node tests/node_modules/@playwright/test/cli.js test --config tests/portal");
    run.tests(tests.env("CHROMIUM", chromium()).env("SANDBOX", sandbox))
}

/// Runs every `*.test.mjs` that is right in a folder.
fn node_tests(run: &mut Run<'_>, folder: &str, variables: &[(&str, PathBuf)]) -> Result<()> {
    let sh = run.paths.shell("")?;
    let mut files = sh.read_dir(folder)?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    run.tests(cmd!(sh, "node --test --test-reporter=spec {files...}").envs(variables.iter().cloned()))
}
