//! Error responses in the standard form for HTTP APIs (RFC 9457).

use std::error::Error;
use std::fmt;

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use partner_center_rules::{Issue, RejectedForm};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// An error response of the media type `application/problem+json`.
///
/// A form that cannot be sent has the type [`Problem::REJECTED_FORM`], the status 422, and the members `issues` and `warnings`, whose
/// items have the same shape as in the browser: `{ "code", "message", "path", "params", "severity" }`. Every other problem has the
/// type `about:blank`: its status and detail say all.
///
/// Source: RFC 9457.
///
/// ```
/// use axum::http::StatusCode;
/// use partner_center_rules_axum::Problem;
///
/// let problem = Problem::new(StatusCode::NOT_FOUND, "There is no customer of this ID.");
/// let json = serde_json::to_value(&problem)?;
/// assert_eq!(json["type"], "about:blank");
/// assert_eq!(json["title"], "Not Found");
/// assert_eq!(json["status"], 404);
/// assert_eq!(json["detail"], "There is no customer of this ID.");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    status: StatusCode,
    detail: String,
    form: Option<RejectedForm>,
}

impl Problem {
    /// The type of a problem with a form.
    ///
    /// ```
    /// use partner_center_rules::{Context, Form, check_form};
    /// use partner_center_rules_axum::Problem;
    ///
    /// let problem = Problem::from(check_form(&Form::default(), &Context::default()).unwrap_err());
    /// let json = serde_json::to_value(&problem)?;
    /// assert_eq!(json["type"], Problem::REJECTED_FORM);
    /// assert_eq!(json["issues"][0]["code"], "customerIdRequired");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub const REJECTED_FORM: &'static str = "urn:partner-center-rules:rejected-form";

    /// Returns a problem that its status and one or more sentences describe.
    ///
    /// ```
    /// use axum::http::StatusCode;
    /// use partner_center_rules_axum::Problem;
    ///
    /// let problem = Problem::new(StatusCode::CONFLICT, "This customer is locked.");
    /// assert_eq!(problem.to_string(), "409 Conflict: This customer is locked.");
    /// ```
    #[must_use]
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self { status, detail: detail.into(), form: None }
    }

    /// Returns the HTTP status.
    ///
    /// ```
    /// use axum::http::StatusCode;
    /// use partner_center_rules_axum::Problem;
    ///
    /// assert_eq!(Problem::new(StatusCode::CONFLICT, "This customer is locked.").status(), StatusCode::CONFLICT);
    /// ```
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the sentences that describe the problem. Those of a rejected form are the messages of its issues.
    ///
    /// ```
    /// use axum::http::StatusCode;
    /// use partner_center_rules_axum::Problem;
    ///
    /// let problem = Problem::new(StatusCode::CONFLICT, "This customer is locked.");
    /// assert_eq!(problem.detail(), "This customer is locked.");
    /// ```
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.detail
    }

    /// Returns the form that was rejected, if that is the problem.
    ///
    /// ```
    /// use partner_center_rules::{Context, Form, check_form};
    /// use partner_center_rules_axum::Problem;
    ///
    /// let rejected = check_form(&Form::default(), &Context::default()).unwrap_err();
    /// assert_eq!(Problem::from(rejected.clone()).form(), Some(&rejected));
    /// ```
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

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.status, self.detail)
    }
}

impl Error for Problem {}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (kind, title, length) = match self.form {
            Some(_) => (Self::REJECTED_FORM, "The form cannot be sent", 6),
            None => ("about:blank", self.status.canonical_reason().unwrap_or("Error"), 4),
        };
        let mut problem = serializer.serialize_struct("Problem", length)?;
        problem.serialize_field("type", kind)?;
        problem.serialize_field("title", title)?;
        problem.serialize_field("status", &self.status.as_u16())?;
        problem.serialize_field("detail", &self.detail)?;
        if let Some(form) = &self.form {
            problem.serialize_field("issues", &form.issues)?;
            problem.serialize_field("warnings", &form.warnings)?;
        }
        problem.end()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        // Never fails: no value of a problem has a serializer that errors.
        let json = serde_json::to_vec(&self).unwrap_or_default();
        (self.status, [(CONTENT_TYPE, "application/problem+json")], json).into_response()
    }
}
