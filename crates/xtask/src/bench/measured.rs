//! All that was measured, as the page shows it.

use crate::bench::{contenders, native};

/// The sizes of texts of records.
pub(crate) const SIZES: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// The findings in Rust and in Node.
#[derive(Debug, Default)]
pub(crate) struct Measured {
    pub(crate) native: native::Findings,
    pub(crate) contenders: contenders::Findings,
}
