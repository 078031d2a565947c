//! What has to hold for every text that comes from elsewhere. Each target of the fuzzer calls one of these functions, which
//! panic where something does not hold.

mod json;
#[path = "../../../crates/proof/src/bin/parsers/predictions.rs"]
mod predictions;

pub mod answers;
pub mod bulk;
pub mod fields;
pub mod forms;
