//! Bulk checks: decisions for many customers in one text.

pub(crate) mod boundary;
pub(crate) mod decide;
pub(crate) mod error;
pub(crate) mod lists;
pub(crate) mod options;
#[cfg(feature = "rayon")]
pub(crate) mod parallel;
pub(crate) mod position;
pub(crate) mod reader;
pub(crate) mod record;
pub(crate) mod state;
pub(crate) mod tally;
pub(crate) mod wrapped_list;
