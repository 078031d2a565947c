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
use crate::service::answer::Answer;
use crate::service::headers::RequestId;

/// `POST /v1/customers/{id}/qualifications`: a form in JSON, for the customer of the path.
pub(crate) async fn create(
    State(sandbox): State<Sandbox>,
    ServiceCustomer(id): ServiceCustomer,
    Extension(request_id): Extension<RequestId>,
    uri: Uri,
    body: Result<JsonText, Problem>,
) -> Result<Answer, Answer> {
    let JsonText(json) = body?;
    let form: FormInput = data::read(&json).map_err(|error| malformed("an object", &error))?;
    // The path says which customer it is. In the body that is a member like any other that the service does not know.
    let form = Form { customer_id: FieldText::Absent, ..form.as_form() };
    let fingerprint = Fingerprint::of(&[Method::POST.as_str(), &uri.to_string(), &json]);
    Ok(answer(&sandbox, request_id, fingerprint, id, Mode::Asynchronous, &form, |entry| {
        Answer::json(StatusCode::CREATED, entry)
    }))
}

/// `PUT /v1/customers/{id}/qualification?code=...`: the integer of a qualification.
pub(crate) async fn set(
    State(sandbox): State<Sandbox>,
    ServiceCustomer(id): ServiceCustomer,
    Extension(request_id): Extension<RequestId>,
    uri: Uri,
    body: Result<JsonText, Problem>,
) -> Result<Answer, Answer> {
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
    Ok(answer(&sandbox, request_id, fingerprint, id, Mode::Synchronous, &form, |entry| {
        Answer::json(StatusCode::OK, &entry.qualification.to_ascii_lowercase())
    }))
}

/// Decides, carries out and remembers, all under one lock.
fn answer(
    sandbox: &Sandbox,
    RequestId(request_id): RequestId,
    fingerprint: Fingerprint,
    id: CustomerId,
    mode: Mode,
    form: &Form<'_>,
    accepted: impl FnOnce(&Entry) -> Answer,
) -> Answer {
    let mut state = sandbox.state();
    let SandboxState { data, answered, .. } = &mut *state;
    answered.once(request_id, fingerprint, || match data.update(id, mode, form) {
        Ok(entry) => accepted(&entry),
        Err(denial) => denial.answer(id),
    })
}

fn malformed(expected: &str, error: &impl std::fmt::Display) -> Answer {
    bad_request(format!("The body has to be {expected} in JSON: {error}.")).into()
}
