//! The calls that read what the service answered.

use partner_center_rules::{
    Fault, Mode, Operation, Timestamp, read_qualification, read_qualifications, read_update, read_validation_codes,
    read_validation_status,
};
use wasm_bindgen::prelude::*;

use crate::view::{self, answer, plain};
use crate::{index, whole};

/// The answer to an operation, as a plain object.
#[wasm_bindgen]
#[must_use]
pub fn read_answer(operation: u32, http_status: f64, body: &str) -> JsValue {
    let Some(&operation) = Operation::ALL.get(index(operation)) else { return JsValue::UNDEFINED };
    let http_status = whole(http_status);
    match operation {
        Operation::ReadValidationStatus => answer(read_validation_status(http_status, body)),
        Operation::ReadQualification => answer(read_qualification(http_status, body).map(view::ReadQualification::new)),
        Operation::ReadQualifications => answer(read_qualifications(http_status, body)),
        Operation::SetQualification => answer(read_update(Mode::Synchronous, http_status, body)),
        Operation::CreateQualification => answer(read_update(Mode::Asynchronous, http_status, body)),
        Operation::ReadValidationCodes => answer(read_validation_codes(http_status, body)),
        _ => JsValue::UNDEFINED,
    }
}

/// An answer as a fault, as a plain object.
#[wasm_bindgen]
#[must_use]
pub fn read_fault(http_status: f64, body: &str) -> JsValue {
    plain(&view::ReadFault::new(&Fault::read(whole(http_status), body)))
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
    Timestamp::from(text).unix_milliseconds().map_or(f64::NAN, |milliseconds| milliseconds as f64)
}
