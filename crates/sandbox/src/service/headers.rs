//! Middleware for all responses of the service: returns the ids of the request, throttles, and on demand moves the status into a
//! header.

use axum::extract::{Request, State};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use partner_center_rules::{Guid, GuidError};
use partner_center_rules_axum::Problem;
use serde::Serialize;

use crate::problems::bad_request;
use crate::sandbox::Sandbox;
use crate::service::response::ServiceResponse;

/// The id of a request: the same when it is sent again.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("ms-requestid");
/// The id of the requests that belong together.
pub(crate) const CORRELATION_ID: HeaderName = HeaderName::from_static("ms-correlationid");

/// Asks for the status in [`STATUS`]. The sandbox's own, not the service's.
const STATUS_IN_HEADER: HeaderName = HeaderName::from_static("sandbox-status-in-header");
/// The status, if the client asked for it. The response itself then has status 200.
const STATUS: HeaderName = HeaderName::from_static("sandbox-status");

/// The id of the request, if it has one.
#[derive(Clone, Copy)]
pub(crate) struct RequestId(pub(crate) Option<Guid>);

/// Adds the ids of the request to every response.
pub(crate) async fn echo_ids(mut request: Request, next: Next) -> Response {
    let given: Vec<_> = [REQUEST_ID, CORRELATION_ID]
        .into_iter()
        .filter_map(|name| request.headers().get(&name).cloned().map(|value| (name, value)))
        .collect();
    let ids = guid(request.headers(), &REQUEST_ID)
        .and_then(|request_id| guid(request.headers(), &CORRELATION_ID).map(|_| request_id));
    let mut response = match ids {
        Ok(request_id) => {
            request.extensions_mut().insert(RequestId(request_id));
            next.run(request).await
        }
        Err(problem) => ServiceResponse::from(problem).into_response(),
    };
    response.headers_mut().extend(given);
    response
}

/// Moves the status into a header if the client asks for it. Browsers report every status from 400 on as an error in the console, even
/// one that a page expects, such as the 404 of a customer without an account status.
pub(crate) async fn hide_status(request: Request, next: Next) -> Response {
    let is_hidden = request.headers().contains_key(STATUS_IN_HEADER);
    let mut response = next.run(request).await;
    if is_hidden {
        let status = HeaderValue::from(response.status().as_u16());
        response.headers_mut().insert(STATUS, status);
        *response.status_mut() = StatusCode::OK;
    }
    response
}

/// Returns the GUID in a header, if there is one.
///
/// # Errors
/// The value is not a GUID, or the header occurs twice.
pub(crate) fn guid(headers: &HeaderMap, name: &HeaderName) -> Result<Option<Guid>, Problem> {
    let mut values = headers.get_all(name).iter();
    let Some(value) = values.next() else { return Ok(None) };
    let read = value.to_str().ok().map(str::parse::<Guid>);
    let spelling = if *name == REQUEST_ID { "MS-RequestId" } else { "MS-CorrelationId" };
    match read {
        Some(Ok(id)) if values.next().is_none() => Ok(Some(id)),
        Some(Err(GuidError::Nil)) => {
            Err(bad_request(format!("The header {spelling} is the nil GUID: all zeros name nothing.")))
        }
        _ => {
            let detail = format!(
                "The header {spelling} has to be a GUID: 32 digits and letters a to f, in five groups with hyphens between them."
            );
            Err(bad_request(detail))
        }
    }
}

/// Rejects as many requests as `/sandbox/throttle` was told to.
pub(crate) async fn throttle(State(sandbox): State<Sandbox>, request: Request, next: Next) -> Response {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Body {
        status_code: u16,
        message: String,
    }
    let turned_away = sandbox.state().throttle.turn_away();
    let Some(seconds) = turned_away else { return next.run(request).await };
    let status = StatusCode::TOO_MANY_REQUESTS;
    let message = format!("Rate limit is exceeded. Try again in {seconds} seconds.");
    let body = ServiceResponse::json(status, &Body { status_code: status.as_u16(), message });
    ([(RETRY_AFTER, seconds.to_string())], body).into_response()
}
