// Made by `cargo xtask generate` from the tables of the Rust crate.

export {};
