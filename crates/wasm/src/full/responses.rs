//! The functions that read responses of the service.

use partner_center_rules::{
    Fault, Mode, Open, Operation, Qualification, Timestamp, read_qualification, read_qualifications, read_update,
    read_validation_codes, read_validation_status,
};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::arguments::{http_status, index};
use crate::full::output::{self, to_js};

/// The value of a response.
#[derive(Serialize)]
struct Read {
    ok: bool,
    #[serde(with = "output::js_value")]
    value: JsValue,
}

/// The fault of a response.
#[derive(Serialize)]
struct Failed {
    ok: bool,
    fault: Fault,
}

/// A qualification, which may be unknown to the rules.
#[derive(Serialize)]
struct OpenQualification {
    qualification: Open<Qualification>,
    recognised: bool,
}

impl From<Open<Qualification>> for OpenQualification {
    fn from(qualification: Open<Qualification>) -> Self {
        Self { recognised: qualification.known().is_some(), qualification }
    }
}

fn read(operation: Operation, status: u16, body: &str) -> Option<Result<JsValue, Fault>> {
    Some(match operation {
        Operation::ReadValidationStatus => read_validation_status(status, body).map(|value| to_js(&value)),
        Operation::ReadQualification => {
            read_qualification(status, body).map(|value| to_js(&OpenQualification::from(value)))
        }
        Operation::ReadQualifications => read_qualifications(status, body).map(|value| to_js(&value)),
        Operation::SetQualification => read_update(Mode::Synchronous, status, body).map(|value| to_js(&value)),
        Operation::CreateQualification => read_update(Mode::Asynchronous, status, body).map(|value| to_js(&value)),
        Operation::ReadValidationCodes => read_validation_codes(status, body).map(|value| to_js(&value)),
        _ => return None,
    })
}

/// Reads the response to an operation. A fault includes the seconds of the header `Retry-After`.
#[wasm_bindgen]
#[must_use]
pub fn read_response(operation: u32, status: f64, body: &str, retry_after: &str) -> JsValue {
    let operation = Operation::ALL.get(index(operation)).copied();
    match operation.and_then(|operation| read(operation, http_status(status), body)) {
        Some(Ok(value)) => to_js(&Read { ok: true, value }),
        Some(Err(fault)) => to_js(&Failed { ok: false, fault: fault.with_retry_after(retry_after) }),
        None => JsValue::NULL,
    }
}

/// Reads a response as a fault, with the seconds of its header `Retry-After`. A header without seconds is ignored.
#[wasm_bindgen]
#[must_use]
pub fn read_fault(status: f64, body: &str, retry_after: &str) -> JsValue {
    to_js(&Fault::read(http_status(status), body).with_retry_after(retry_after))
}

/// Converts a time of the service to milliseconds since 1970 in UTC. Returns NaN if the text is not a valid time.
#[wasm_bindgen]
#[must_use]
#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "every time of the service can be represented exactly"
)]
pub fn read_timestamp(text: &str) -> f64 {
    Timestamp::from(text).unix_milliseconds().map_or(f64::NAN, |milliseconds| milliseconds as f64)
}
