//! The calls that read the responses of the service.

use partner_center_rules::{
    Fault, Mode, Open, Operation, Qualification, Timestamp, read_qualification, read_qualifications, read_update,
    read_validation_codes, read_validation_status,
};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::output::to_js;
use crate::{http_status, index};

/// A response as JavaScript takes it.
#[derive(Serialize)]
struct Response<T> {
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<Fault>,
}

/// A qualification that may be none that the rules know.
#[derive(Serialize)]
struct OpenQualification {
    recognised: bool,
    qualification: Open<Qualification>,
}

fn response<T: Serialize>(read: Result<T, Fault>, retry_after: &str) -> JsValue {
    to_js(&match read {
        Ok(value) => Response { ok: true, value: Some(value), fault: None },
        Err(fault) => Response { ok: false, value: None, fault: Some(fault.with_retry_after(retry_after)) },
    })
}

/// Returns the response to an operation. A fault has what the header `Retry-After` says.
#[wasm_bindgen]
#[must_use]
pub fn read_response(operation: u32, status: f64, body: &str, retry_after: &str) -> JsValue {
    let status = http_status(status);
    match Operation::ALL.get(index(operation)) {
        Some(Operation::ReadValidationStatus) => response(read_validation_status(status, body), retry_after),
        Some(Operation::ReadQualification) => {
            let read = read_qualification(status, body)
                .map(|qualification| OpenQualification { recognised: qualification.known().is_some(), qualification });
            response(read, retry_after)
        }
        Some(Operation::ReadQualifications) => response(read_qualifications(status, body), retry_after),
        Some(Operation::SetQualification) => response(read_update(Mode::Synchronous, status, body), retry_after),
        Some(Operation::CreateQualification) => response(read_update(Mode::Asynchronous, status, body), retry_after),
        Some(Operation::ReadValidationCodes) => response(read_validation_codes(status, body), retry_after),
        _ => JsValue::NULL,
    }
}

/// Returns a response as a fault, with what its header `Retry-After` says: a text without seconds is none.
#[wasm_bindgen]
#[must_use]
pub fn read_fault(status: f64, body: &str, retry_after: &str) -> JsValue {
    to_js(&Fault::read(http_status(status), body).with_retry_after(retry_after))
}

/// Returns the instant of a time of the service in milliseconds since 1970 in UTC; NaN if the text is none.
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
