//! The tables of the Rust crate as TypeScript.

/// The content of `pkg/src/tables.ts`.
pub(crate) fn typescript() -> String {
    String::from("// Made by `cargo xtask generate` from the tables of the Rust crate.\n\nexport {};\n")
}
