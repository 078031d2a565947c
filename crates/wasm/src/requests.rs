//! The calls that make requests. Their texts come in one copy: the ids of the request and of what it belongs to first.

use alloc::string::String;

use partner_center_rules::{Cloud, Guid, Operation, Request, RequestContext};
use wasm_bindgen::prelude::*;

use crate::call::Call;
use crate::forms::{FormTexts, read_customer_id};
use crate::texts::Texts;
use crate::view;
use crate::{index, item};

/// Returns whether a text is a GUID that names something.
#[wasm_bindgen]
#[must_use]
pub fn is_guid(text: &str) -> bool {
    let _call = Call;
    text.parse::<Guid>().is_ok()
}

/// A request that only reads, as JSON. Besides: the customer id.
#[wasm_bindgen]
#[must_use]
pub fn read_request(operation: u32, cloud: u32, text: &str) -> String {
    let _call = Call;
    let mut texts = Texts::new(text);
    let Some(request_context) = read_caller(cloud, &mut texts) else { return String::new() };
    let request = match (Operation::ALL.get(index(operation)), read_customer_id(&mut texts)) {
        (Some(Operation::ReadValidationCodes), _) => Request::read_validation_codes(&request_context),
        (Some(Operation::ReadValidationStatus), Some(customer)) => {
            Request::read_validation_status(customer, &request_context)
        }
        (Some(Operation::ReadQualification), Some(customer)) => Request::read_qualification(customer, &request_context),
        (Some(Operation::ReadQualifications), Some(customer)) => {
            Request::read_qualifications(customer, &request_context)
        }
        _ => return String::new(),
    };
    view::request(&request)
}

/// The request of a form, or what stands in its way, as JSON. Besides: the texts of a form check.
#[wasm_bindgen]
#[must_use]
pub fn update_request(
    is_undetermined_too: bool,
    cloud: u32,
    text: &str,
    mode: u32,
    holdings: u32,
    unknown: u32,
    are_codes_known: bool,
) -> String {
    let _call = Call;
    let mut texts = Texts::new(text);
    let Some(request_context) = read_caller(cloud, &mut texts) else { return String::new() };
    let form = FormTexts::read(&mut texts, unknown, are_codes_known);
    let request = form.check(mode, holdings).and_then(|accepted| {
        let request = if is_undetermined_too {
            Request::undetermined_update(&accepted.value, &request_context)
        } else {
            accepted.request(&request_context)?
        };
        Ok((request, accepted.warnings))
    });
    match request {
        Ok((request, warnings)) => view::requested(&request, &warnings),
        Err(rejected) => view::rejected(&rejected),
    }
}

fn read_caller(cloud: u32, texts: &mut Texts<'_>) -> Option<RequestContext> {
    let mut id = || texts.next()?.as_str().and_then(|text| text.parse().ok());
    Some(RequestContext { cloud: item(Cloud::ALL, cloud), request_id: id()?, correlation_id: id()? })
}
