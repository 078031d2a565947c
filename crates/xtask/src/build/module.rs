//! From the wasm crate to modules, each with its glue and the text that holds its bytes.

use std::path::{Path, PathBuf};
use std::{fs, slice};

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};
use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;
use wasm_encoder::{CustomSection, Section as _};
use xshell::cmd;

use crate::build::{glue, text, verify};
use crate::paths::{Paths, clear};
use crate::shell::run;
use crate::stamp::{hex, unless_done};

/// The compilation target of the module.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

const ARTIFACT: &str = "target/wasm32-unknown-unknown/release/partner_center_rules_wasm.wasm";

/// A module of the package.
pub(crate) struct Variant {
    /// Its folder in `pkg/generated`.
    pub(crate) name: &'static str,
    /// The arguments of cargo that choose the features of the crate.
    features: &'static [&'static str],
}

/// The module with everything.
pub(crate) const FULL: Variant = Variant { name: "full", features: &[] };

/// The module with the decisions alone.
pub(crate) const ELIGIBILITY: Variant = Variant { name: "eligibility", features: &["--no-default-features"] };

/// Every module of the package.
pub(crate) const VARIANTS: [Variant; 2] = [FULL, ELIGIBILITY];

/// Reads the text of the module.
const READER: &str = "pkg/src/boundary/module-reader.wat";

/// The name of the glue, without its ending; the module imports its functions from `./rules_bg.js`.
const STEM: &str = "rules";
pub(crate) const GLUE: &str = "./rules_bg.js";

const OPTIMISATION: &str = "-O3 --converge --one-caller-inline-max-function-size=0 --strip-debug --strip-producers \
    --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext";

/// Compiles the crate and leaves a module, its glue and its bytes as text in its folder of `pkg/generated`.
pub(crate) fn build(paths: &Paths, variant: &Variant) -> Result<()> {
    let compiled = compile(paths, variant)?;
    let inputs = ["crates/xtask/src/build", "Cargo.lock", "pkg/package-lock.json", READER].map(|path| paths.at(path));
    let inputs = [&inputs, slice::from_ref(&compiled)].concat();
    unless_done(paths, &format!("module-{}", variant.name), &inputs, &[paths.generated(variant.name)], || {
        eprintln!("making the module `{}`", variant.name);
        let folder = paths.scratch().join("bindgen").join(variant.name);
        bind(&compiled, &folder)?;
        let module = binaryen(paths, "wasm-opt", OPTIMISATION, &folder.join("rules_bg.wasm"))?;
        let reader = binaryen(paths, "wasm-as", "", &paths.at(READER))?;
        publish(module, &reader, &folder, &paths.generated(variant.name))
    })
}

/// Compiles the crate and returns a copy of what cargo leaves, which is overwritten by the next variant.
fn compile(paths: &Paths, variant: &Variant) -> Result<PathBuf> {
    let (sh, features) = (paths.shell("")?, variant.features);
    // On top of the flags of `.cargo/config.toml`.
    let flags = format!("target.{TARGET}.rustflags={}", remapped(&sources(paths)?));
    run(cmd!(
        sh,
        "cargo build --quiet --release --package partner-center-rules-wasm --target {TARGET} {features...} --config {flags}"
    ))?;
    let copy = paths.scratch().join(format!("{}.wasm", variant.name));
    fs::copy(paths.at(ARTIFACT), &copy).with_context(|| format!("{ARTIFACT} cannot be copied"))?;
    Ok(copy)
}

/// Returns the folders whose paths would otherwise be in the module, in the places of its panics.
fn sources(paths: &Paths) -> Result<Vec<PathBuf>> {
    let home = std::env::home_dir().context("there is no home folder")?;
    let registries = std::env::var_os("CARGO_HOME").map_or(home.join(".cargo"), PathBuf::from).join("registry/src");
    let registries = fs::read_dir(registries).into_iter().flatten().map(|registry| Ok(registry?.path()));
    std::iter::once(Ok(paths.root().to_owned())).chain(registries).collect()
}

/// Returns the flags that take folders out of the module, so that it is the same wherever it is built, as a list in TOML.
fn remapped(folders: &[PathBuf]) -> String {
    let flags = folders.iter().map(|folder| format!("--remap-path-prefix={}=.", folder.display()));
    serde_json::Value::from_iter(flags).to_string()
}

fn bind(artifact: &Path, folder: &Path) -> Result<()> {
    let mut module = Module::from_file(artifact)?;
    // With this list, which the precompiled standard library has filled, wasm-bindgen makes references of JavaScript values.
    module.customs.remove_raw("target_features");
    clear(folder)?;
    Bindgen::new()
        .bundler(true)?
        .typescript(true)
        .input_module(STEM, module)
        .generate(folder)
        .context("wasm-bindgen failed")
}

/// Makes a module of a file with a tool of Binaryen.
fn binaryen(paths: &Paths, tool: &str, options: &str, input: &Path) -> Result<Vec<u8>> {
    let (sh, program, options) = (paths.shell("pkg")?, paths.npm_tool("pkg", tool), options.split_whitespace());
    let output = paths.scratch().join(tool).with_extension("wasm");
    run(cmd!(sh, "{program} {options...} {input} --output {output}"))?;
    Ok(fs::read(output)?)
}

fn publish(mut module: Vec<u8>, reader: &[u8], folder: &Path, generated: &Path) -> Result<()> {
    verify::check(&Module::from_buffer(&module)?, GLUE)?;
    let fingerprint = mark(&mut module);
    let (bytes, integrity) = (text::encode(&module)?, integrity(&module));
    let files = [
        ("glue.js", glue::factory(&fs::read_to_string(folder.join("rules_bg.js"))?)?),
        ("glue.d.ts", glue::declaration(&fs::read_to_string(folder.join("rules.d.ts"))?)),
        ("bytes.js", format!("export const BYTES = \"{bytes}\";\nexport const READER = {reader:?};\n")),
        ("bytes.d.ts", BYTES.to_owned()),
        (
            "fingerprint.js",
            format!("export const FINGERPRINT = \"{fingerprint}\";\nexport const INTEGRITY = \"{integrity}\";\n"),
        ),
        ("fingerprint.d.ts", FINGERPRINT.to_owned()),
    ];
    fs::create_dir_all(generated)?;
    files.iter().try_for_each(|(name, text)| fs::write(generated.join(name), text))?;
    Ok(fs::write(generated.join("rules.wasm"), module)?)
}

/// Adds a section with a fingerprint, by which the package knows its own module wherever that was served from, and returns that.
fn mark(module: &mut Vec<u8>) -> String {
    // Enough to tell two builds apart.
    let fingerprint = hex(Sha256::digest(&module).get(..8).unwrap_or_default());
    // `pkg/src/api/init.ts` asks for a section of this name.
    CustomSection { name: "fingerprint".into(), data: fingerprint.as_bytes().into() }.append_to(module);
    fingerprint
}

/// Returns the Subresource Integrity string of a file, as `fetch` takes it.
fn integrity(file: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(file)))
}

const BYTES: &str = "\
/** The module as text. */
export const BYTES: string;

/** The bytes of `module-reader.wat`, which reads it. */
export const READER: readonly number[];
";

const FINGERPRINT: &str = "\
/** What the module says of itself in a section of its own. */
export const FINGERPRINT: string;

/** The Subresource Integrity string of `rules.wasm`. */
export const INTEGRITY: string;
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_taken_out() {
        let folders = ["/a/b", "/c d"].map(PathBuf::from);
        assert_eq!(remapped(&folders), r#"["--remap-path-prefix=/a/b=.","--remap-path-prefix=/c d=."]"#);
    }
    #[test]
    fn an_integrity_string_is_that_of_the_specification() {
        // https://www.w3.org/TR/SRI/#the-integrity-attribute
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn a_marked_module_says_what_it_is() {
        let mut module = Module::default().emit_wasm();
        let fingerprint = mark(&mut module);
        let mut marked = Module::from_buffer(&module).unwrap();
        assert_eq!(marked.customs.remove_raw("fingerprint").unwrap().data, fingerprint.as_bytes());
        assert_eq!(fingerprint.len(), 16);
    }
}
