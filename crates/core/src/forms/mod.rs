//! The form with which a qualification is set: its fields, its check, and what it has to show.

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
