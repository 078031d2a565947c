//! Decision tables: the outcome for every combination of values. The tests check them against the rules.
//!
//! The crate has them as files in the folder `tables`, and the test cases in the folder `cases`, so that a port to another language can be
//! tested against both: see [`conformance`].

#[doc = include_str!("../tables/rules.md")]
pub mod rules {}

#[doc = include_str!("../tables/settability.md")]
pub mod settability {}

#[doc = include_str!("../tables/holdings.md")]
pub mod holdings {}

#[doc = include_str!("../tables/account.md")]
pub mod account {}

#[doc = include_str!("../tables/offers.md")]
pub mod offers {}

#[doc = include_str!("../CONFORMANCE.md")]
pub mod conformance {}
