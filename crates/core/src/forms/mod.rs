//! The form that sets a qualification: input, checks, and the plan of its fields.

pub(crate) mod checks;
pub(crate) mod context;
pub(crate) mod field_text;
pub(crate) mod form;
#[cfg(feature = "serde")]
pub(crate) mod form_input;
pub(crate) mod issue;
pub(crate) mod issue_code;
pub(crate) mod live;
pub(crate) mod plan;
pub(crate) mod update;
