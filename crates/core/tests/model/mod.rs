//! A second implementation of the readers, which shares nothing with the first, and the properties of every text. The property
//! tests of this folder, the fuzz targets and `cargo xtask check parsers` use it. A property panics if it does not hold.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a panic is a failed test, and each user needs a part"
)]

pub(crate) mod bulk;
pub(crate) mod forms;
mod json;
pub(crate) mod responses;
pub(crate) mod texts;
pub(crate) mod values;

use partner_center_rules::{Holdings, Qualification};

/// Returns the holdings whose active and pending qualifications have their bits set, in the order of the table without `None`.
pub(crate) fn holdings(active: u8, pending: u8) -> Holdings {
    let mut holdings = Holdings::default();
    let others = Qualification::ALL.iter().filter(|qualification| **qualification != Qualification::None);
    for (index, qualification) in others.enumerate() {
        for (set, status) in [(active, "Approved"), (pending, "InReview")] {
            if set >> index & 1 == 1 {
                holdings.add(qualification.as_str(), Some(status));
            }
        }
    }
    holdings
}
