//! The calls that read what the service answered.

use alloc::string::String;

use partner_center_rules::{
    Fault, Mode, Operation, Timestamp, read_qualification, read_qualifications, read_update, read_validation_codes,
    read_validation_status,
};
use wasm_bindgen::prelude::*;

use crate::call::Call;
use crate::view::{self, answer};
use crate::{index, whole};

/// The answer to an operation, as JSON. A fault has what its header `Retry-After` says.
#[wasm_bindgen]
#[must_use]
pub fn read_answer(operation: u32, http_status: f64, body: &str, retry_after: &str) -> String {
    let _call = Call;
    let Some(&operation) = Operation::ALL.get(index(operation)) else { return String::new() };
    let http_status = whole(http_status);
    match operation {
        Operation::ReadValidationStatus => {
            answer(read_validation_status(http_status, body), retry_after, view::validation_status)
        }
        Operation::ReadQualification => answer(read_qualification(http_status, body), retry_after, view::qualification),
        Operation::ReadQualifications => {
            answer(read_qualifications(http_status, body), retry_after, view::qualifications)
        }
        Operation::SetQualification => {
            answer(read_update(Mode::Synchronous, http_status, body), retry_after, view::held)
        }
        Operation::CreateQualification => {
            answer(read_update(Mode::Asynchronous, http_status, body), retry_after, view::held)
        }
        Operation::ReadValidationCodes => {
            answer(read_validation_codes(http_status, body), retry_after, view::validation_codes)
        }
        _ => String::new(),
    }
}

/// An answer as a fault, as JSON, with what its header `Retry-After` says: a text without seconds is none.
#[wasm_bindgen]
#[must_use]
pub fn read_fault(http_status: f64, body: &str, retry_after: &str) -> String {
    let _call = Call;
    view::fault(&Fault::read(whole(http_status), body).with_retry_after(retry_after))
}

/// The instant of a time of the service in milliseconds since 1970 in UTC; NaN if the text is none.
#[wasm_bindgen]
#[must_use]
#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "no time of the service is beyond what is exact"
)]
pub fn read_timestamp(text: &str) -> f64 {
    let _call = Call;
    Timestamp::from(text).unix_milliseconds().map_or(f64::NAN, |milliseconds| milliseconds as f64)
}
