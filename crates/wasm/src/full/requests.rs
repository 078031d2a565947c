//! The functions that build requests.

use partner_center_rules::{CustomerId, Guid, Issue, Mode, Operation, Request, check_form};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::arguments::{HeldEntry, index, item};
use crate::full::input::{self, FormInput, KnownInput, OwnedContext, OwnedForm, RequestContextInput};
use crate::full::output::to_js;

/// The request for a form.
#[derive(Serialize)]
struct UpdateRequest {
    ok: bool,
    request: Request,
    warnings: Vec<Issue>,
}

/// Returns whether a text is a GUID, but not the nil GUID.
#[wasm_bindgen]
#[must_use]
pub fn is_guid(text: &str) -> bool {
    text.parse::<Guid>().is_ok()
}

/// Returns a request that reads data.
#[wasm_bindgen]
#[must_use]
pub fn read_request(operation: u32, customer_id: &str, context: &RequestContextInput) -> JsValue {
    let Some(context) = input::request_context(context) else { return JsValue::NULL };
    let request = match (Operation::ALL.get(index(operation)), customer_id.parse::<CustomerId>()) {
        (Some(Operation::ReadValidationCodes), _) => Request::read_validation_codes(&context),
        (Some(Operation::ReadValidationStatus), Ok(customer)) => Request::read_validation_status(customer, &context),
        (Some(Operation::ReadQualification), Ok(customer)) => Request::read_qualification(customer, &context),
        (Some(Operation::ReadQualifications), Ok(customer)) => Request::read_qualifications(customer, &context),
        _ => return JsValue::NULL,
    };
    to_js(&request)
}

/// Returns the request for a form, or the issues of the form. Returns `null` if the customer id in the context is not valid.
#[wasm_bindgen]
#[must_use]
#[expect(clippy::too_many_arguments, reason = "the arguments of a form check and of a request")]
pub fn update_request(
    form: &FormInput,
    not_text: u32,
    unknown_fields: Option<Vec<String>>,
    is_checked: bool,
    mode: u32,
    held: Option<Vec<HeldEntry>>,
    known: Option<KnownInput>,
    request_context: &RequestContextInput,
    is_undetermined_too: bool,
) -> JsValue {
    let form = OwnedForm::new(form.fields(), not_text, unknown_fields, is_checked.then(|| item(Mode::ALL, mode)));
    let context = OwnedContext::read(mode, held, known.as_ref());
    let (Some(context), Some(request_context)) = (context, input::request_context(request_context)) else {
        return JsValue::NULL;
    };
    let unknown_fields = form.unknown_fields();
    let request = check_form(&form.as_form(&unknown_fields), &context.as_context()).and_then(|accepted| {
        let request = if is_undetermined_too {
            Request::undetermined_update(&accepted.value, &request_context)
        } else {
            accepted.request(&request_context)?
        };
        Ok(UpdateRequest { ok: true, request, warnings: accepted.warnings })
    });
    request.as_ref().map_or_else(to_js, to_js)
}
