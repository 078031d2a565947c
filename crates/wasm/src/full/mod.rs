//! The functions for forms, requests, responses and bulk checks.

mod bulk;
mod forms;
mod input;
mod output;
mod requests;
mod responses;

pub use self::bulk::push_bulk;
pub use self::forms::{check_field, check_form, field_plan, is_customer_id, is_nil_guid};
pub use self::input::{CodeEntry, FormInput, KnownInput, RequestContextInput};
pub use self::requests::{is_guid, read_request, update_request};
pub use self::responses::{read_fault, read_response, read_timestamp};
