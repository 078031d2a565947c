//! The bindings between the rules and JavaScript.
//!
//! The facade of the npm package validates its arguments and passes plain objects, so that nothing can throw through WebAssembly frames.
//! Enumerated arguments are indexes into their tables. A decision is returned as one number, which the facade decodes with tables that are
//! generated from those of the rules. Other results are returned as plain objects. This crate contains no rules.
//!
//! Without the feature `full` there are only the decisions, for the entry point `partner-center-rules/eligibility` of the package.

pub mod boundary;
pub mod failure;

mod arguments;
mod code;
mod decisions;
#[cfg(feature = "full")]
mod full;

pub use crate::arguments::HeldEntry;
pub use crate::decisions::{
    account_eligibility, eligibility_from_response, explain_purchase_refusal, offer_eligibility, purchase_eligibility,
    settability,
};
#[cfg(feature = "full")]
pub use crate::full::{
    CodeEntry, FormInput, KnownInput, RequestContextInput, check_field, check_form, field_plan, is_customer_id,
    is_guid, is_nil_guid, push_bulk, read_fault, read_request, read_response, read_timestamp, update_request,
};

// Takes a quarter of the size of the allocator in the standard library.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
