//! The problems of requests that are not accepted. `/v1` writes them as faults of the service, `/sandbox` as problem responses.

use axum::http::StatusCode;
use partner_center_rules_axum::Problem;

pub(crate) fn bad_request(detail: impl Into<String>) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, detail)
}

pub(crate) fn not_found() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "There is nothing at this path.")
}

pub(crate) fn method_not_allowed() -> Problem {
    let detail = "This path does not take the method. The header Allow lists those it takes.";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail)
}
