//! Many customers at once.

pub(crate) mod boundary;
pub(crate) mod error;
pub(crate) mod lists;
#[cfg(feature = "rayon")]
pub(crate) mod parallel;
pub(crate) mod position;
pub(crate) mod reader;
pub(crate) mod record;
pub(crate) mod tally;
pub(crate) mod wrapped_list;
