//! Typed values: text is parsed into one of these once, where it enters.

pub(crate) mod account_status;
pub(crate) mod address;
pub(crate) mod customer_id;
pub(crate) mod enumeration;
pub(crate) mod excerpt;
pub(crate) mod field;
pub(crate) mod guid;
pub(crate) mod holdings;
pub(crate) mod offer;
pub(crate) mod open;
pub(crate) mod other_member;
pub(crate) mod partner_validation_code;
pub(crate) mod pasted;
pub(crate) mod qualification;
pub(crate) mod template;
pub(crate) mod text;
pub(crate) mod timestamp;
pub(crate) mod unknown_value;
pub(crate) mod validation_code;
pub(crate) mod vetting;
pub(crate) mod website;
