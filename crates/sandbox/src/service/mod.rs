//! `/v1`: the six endpoints of the service, with the bodies and spellings of its documentation.

pub(crate) mod headers;
pub(crate) mod response;
mod updates;

use axum::Router;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use partner_center_rules::{CustomerId, Qualification, VettingStatus};
use partner_center_rules_axum::PathCustomer;
use serde::Serialize;

use crate::data::{Account, Customer, Entry};
use crate::local;
use crate::problems::{bad_request, method_not_allowed, not_found};
use crate::query::parameter;
use crate::sandbox::Sandbox;
use crate::service::response::ServiceResponse;

/// Builds the router of `/v1`.
pub(crate) fn router(sandbox: &Sandbox) -> Router {
    Router::new()
        .route("/customers/all/validations", get(validation_codes))
        .route("/customers/{customer_id}/validationStatus", get(validation_status))
        .route("/customers/{customer_id}/qualification", get(qualification).merge(put(updates::set)))
        .route("/customers/{customer_id}/qualifications", get(qualifications).merge(post(updates::create)))
        .fallback(async || ServiceResponse::from(not_found()))
        .method_not_allowed_fallback(async || ServiceResponse::from(method_not_allowed()))
        .with_state(sandbox.clone())
        .layer(middleware::from_fn_with_state(sandbox.clone(), headers::throttle))
        .layer(middleware::from_fn(headers::echo_ids))
        .layer(middleware::from_fn(headers::hide_status))
        .layer(middleware::from_fn(only_local))
}

/// The customer of the path. An error becomes a fault of the service.
struct ServiceCustomer(CustomerId);

impl<S: Send + Sync> FromRequestParts<S> for ServiceCustomer {
    type Rejection = ServiceResponse;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ServiceResponse> {
        let PathCustomer(id) = PathCustomer::from_request_parts(parts, state).await?;
        Ok(Self(id))
    }
}

async fn only_local(request: Request, next: Next) -> Response {
    match local::check(&request) {
        Ok(()) => next.run(request).await,
        Err(problem) => ServiceResponse::from(problem).into_response(),
    }
}

async fn validation_codes(State(sandbox): State<Sandbox>) -> ServiceResponse {
    match &sandbox.state().data.validation_codes {
        Some(codes) => ServiceResponse::json(StatusCode::OK, codes),
        None => ServiceResponse::service_unavailable(),
    }
}

async fn validation_status(
    State(sandbox): State<Sandbox>,
    ServiceCustomer(id): ServiceCustomer,
    uri: Uri,
) -> Result<ServiceResponse, ServiceResponse> {
    let kind = parameter(&uri, "type")?;
    if !kind.is_some_and(|kind| kind.eq_ignore_ascii_case("account")) {
        return Err(bad_request("The query has to say `type=account`.").into());
    }
    customer(&sandbox, id, account)
}

/// Builds the response about the account of a customer.
fn account(customer: &Customer) -> ServiceResponse {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Body<'a> {
        r#type: &'static str,
        status: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        last_update_date_time: Option<&'a str>,
    }
    match &customer.validation_status {
        Account::Status { status, last_update_date_time } => {
            let body = Body { r#type: "account", status, last_update_date_time: last_update_date_time.as_deref() };
            ServiceResponse::json(StatusCode::OK, &body)
        }
        Account::NoAccountStatus => ServiceResponse::account_status_not_found(customer.id),
        Account::Raw { http_status, body } => {
            ServiceResponse::raw(StatusCode::from_u16(*http_status).unwrap_or_default(), body.clone())
        }
    }
}

/// Responds with the first active qualification of the customer.
async fn qualification(
    State(sandbox): State<Sandbox>,
    ServiceCustomer(id): ServiceCustomer,
) -> Result<ServiceResponse, ServiceResponse> {
    customer(&sandbox, id, |customer| {
        let Some(held) = &customer.qualifications else { return ServiceResponse::service_unavailable() };
        let active = held.iter().find(|entry| entry.is_active());
        let text = active.map_or(Qualification::None.as_str(), |entry| &entry.qualification);
        ServiceResponse::json(StatusCode::OK, &text.to_ascii_lowercase())
    })
}

/// An entry as documented in GETQ: the name of the date differs from the one in the response to an update.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ListedEntry<'a> {
    qualification: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    vetting_status: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vetting_reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vetting_created_date: Option<&'a str>,
}

impl<'a> ListedEntry<'a> {
    fn of(entry: &'a Entry) -> Self {
        Self {
            qualification: &entry.qualification,
            vetting_status: entry.vetting_status.as_deref(),
            vetting_reason: entry.vetting_reason.as_deref(),
            vetting_created_date: entry.vetting_create_date.as_deref(),
        }
    }
}

async fn qualifications(
    State(sandbox): State<Sandbox>,
    ServiceCustomer(id): ServiceCustomer,
) -> Result<ServiceResponse, ServiceResponse> {
    customer(&sandbox, id, |customer| {
        let Some(held) = &customer.qualifications else { return ServiceResponse::service_unavailable() };
        ServiceResponse::json(StatusCode::OK, &held.iter().map(ListedEntry::of).collect::<Vec<_>>())
    })
}

/// Looks a customer up and responds about it.
fn customer(
    sandbox: &Sandbox,
    id: CustomerId,
    respond: impl FnOnce(&Customer) -> ServiceResponse,
) -> Result<ServiceResponse, ServiceResponse> {
    sandbox.state().data.customer(id).map(respond).ok_or_else(|| ServiceResponse::tenant_not_found(id))
}

impl Entry {
    fn is_active(&self) -> bool {
        self.vetting_status.as_deref().is_none_or(|status| status.parse() == Ok(VettingStatus::Approved))
    }
}
