//! Rules, each with its sources, and the decisions that they make.

pub(crate) mod decision;
pub(crate) mod eligibility;
pub(crate) mod reason;
pub(crate) mod rule;
pub(crate) mod settability;
pub(crate) mod source;
