//! Refusals in the standard form for problems of HTTP APIs (RFC 9457).

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use partner_center_rules::{Issue, RejectedForm};
use serde::Serialize;

use crate::refusal::Refusal;

/// An answer of `application/problem+json`.
///
/// A form that cannot be sent is one of type [`Problem::REJECTED_FORM`], status 422, with `issues` and `warnings` in the shape
/// that they have everywhere: `{ "code", "message", "path", "params", "severity" }`. Any other problem is fully described by its
/// status and detail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    status: StatusCode,
    detail: String,
    form: Option<RejectedForm>,
}

impl Problem {
    /// The type of a problem with a form.
    pub const REJECTED_FORM: &'static str = "urn:partner-center-rules:rejected-form";

    /// A problem that its status and a sentence describe.
    #[must_use]
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self { status, detail: detail.into(), form: None }
    }

    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The form that was rejected, where that is the problem.
    #[must_use]
    pub const fn form(&self) -> Option<&RejectedForm> {
        self.form.as_ref()
    }
}

impl From<RejectedForm> for Problem {
    fn from(form: RejectedForm) -> Self {
        let messages: Vec<_> = form.issues.iter().map(Issue::message).collect();
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, detail: messages.join(" "), form: Some(form) }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::new(refusal.status, refusal.detail)
    }
}

/// Outside `/v1` a refusal is a problem.
impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        Problem::from(self).into_response()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        #[derive(Serialize)]
        struct Body<'a> {
            r#type: &'a str,
            title: &'a str,
            status: u16,
            detail: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            issues: Option<&'a [Issue]>,
            #[serde(skip_serializing_if = "Option::is_none")]
            warnings: Option<&'a [Issue]>,
        }
        let (r#type, title) = match self.form {
            Some(_) => (Self::REJECTED_FORM, "The form cannot be sent"),
            None => ("about:blank", self.status.canonical_reason().unwrap_or("Error")),
        };
        let body = Body {
            r#type,
            title,
            status: self.status.as_u16(),
            detail: &self.detail,
            issues: self.form.as_ref().map(|form| &*form.issues),
            warnings: self.form.as_ref().map(|form| &*form.warnings),
        };
        let json = serde_json::to_vec(&body).unwrap_or_default();
        (self.status, [(CONTENT_TYPE, "application/problem+json")], json).into_response()
    }
}
