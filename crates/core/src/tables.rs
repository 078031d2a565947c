//! The complete decision tables, as they are tested: every answer that these rules give.
//!
//! They are part of this crate as files, in the folder `tables`, and the cases that go with them in the folder `cases`, so that a port to
//! another language can prove itself: see [`conformance`].

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
