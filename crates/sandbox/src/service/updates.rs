//! The two updates: PUT takes effect at once, POST begins a review.

use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode, Uri};
use partner_center_rules::{CustomerId, FieldText, Form, FormInput, Mode, Qualification};
use partner_center_rules_axum::{JsonText, Problem};

use crate::data::{self, Entry, WholeNumber};
use crate::problems::bad_request;
use crate::query::parameter;
use crate::replay::Fingerprint;
use crate::sandbox::{Sandbox, State as SandboxState};
use crate::service::ServiceCustomer;
use crate::service::headers::RequestId;
use crate::service::response::ServiceResponse;

/// `POST /v1/customers/{id}/qualifications`: a form in JSON, for the customer of the path.
pub(crate) async fn create(
    State(sandbox): State<Sandbox>,
    ServiceCustomer(id): ServiceCustomer,
    Extension(request_id): Extension<RequestId>,
    uri: Uri,
    body: Result<JsonText, Problem>,
) -> Result<ServiceResponse, ServiceResponse> {
    let JsonText(json) = body?;
    let form: FormInput = data::read(&json).map_err(|error| malformed("an object", &error))?;
    // The path states the customer. In the body, `customerId` is an unknown member, which is ignored.
    let form = Form { customer_id: FieldText::Absent, ..form.as_form() };
    let fingerprint = Fingerprint::of(&[Method::POST.as_str(), &uri.to_string(), &json]);
    Ok(update(&sandbox, request_id, fingerprint, id, Mode::Asynchronous, &form, |entry| {
        ServiceResponse::json(StatusCode::CREATED, entry)
    }))
}

/// `PUT /v1/customers/{id}/qualification?code=...`: a qualification as an integer.
pub(crate) async fn set(
    State(sandbox): State<Sandbox>,
    ServiceCustomer(id): ServiceCustomer,
    Extension(request_id): Extension<RequestId>,
    uri: Uri,
    body: Result<JsonText, Problem>,
) -> Result<ServiceResponse, ServiceResponse> {
    let JsonText(json) = body?;
    let code = parameter(&uri, "code")?;
    let WholeNumber(integer) =
        data::read(&json).map_err(|error| malformed("the integer of a qualification", &error))?;
    let known = u8::try_from(integer).ok().and_then(Qualification::from_integer);
    let qualification = known.map_or_else(|| integer.to_string(), |known| known.to_string());
    let form = Form {
        qualification: qualification.as_str().into(),
        validation_code: code.as_deref().into(),
        ..Form::default()
    };
    let fingerprint = Fingerprint::of(&[Method::PUT.as_str(), &uri.to_string(), &json]);
    Ok(update(&sandbox, request_id, fingerprint, id, Mode::Synchronous, &form, |entry| {
        ServiceResponse::json(StatusCode::OK, &entry.qualification.to_ascii_lowercase())
    }))
}

/// Decides on an update, carries it out and remembers its response, under one lock.
fn update(
    sandbox: &Sandbox,
    RequestId(request_id): RequestId,
    fingerprint: Fingerprint,
    id: CustomerId,
    mode: Mode,
    form: &Form<'_>,
    accepted: impl FnOnce(&Entry) -> ServiceResponse,
) -> ServiceResponse {
    let mut state = sandbox.state();
    let SandboxState { data, remembered, .. } = &mut *state;
    remembered.once(request_id, fingerprint, || match data.update(id, mode, form) {
        Ok(entry) => accepted(&entry),
        Err(denial) => denial.response(id),
    })
}

fn malformed(expected: &str, error: &impl std::fmt::Display) -> ServiceResponse {
    bad_request(format!("The body has to be {expected} in JSON: {error}.")).into()
}
