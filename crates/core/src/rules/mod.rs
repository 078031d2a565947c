//! The rules, each with its source, and the decisions made by them.

pub(crate) mod decision;
pub(crate) mod eligibility;
pub(crate) mod reason;
pub(crate) mod rule;
pub(crate) mod settability;
pub(crate) mod source;
