//! Faults: error responses of the service, as far as they can be read, with their classification.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::forms::issue::{Issue, Params, Severity};
use crate::rules::rule::RuleId;
use crate::service::classification::{Classification, FaultOrigin};
use crate::service::error_body::ErrorBody;
use crate::values::excerpt::excerpt;
use crate::values::other_member::OtherMember;

/// A response other than the expected one, as far as it can be read, with its classification.
///
/// Reading a fault never fails: a missing member is `None`, and a value of an unexpected type is kept as it is written.
///
/// ```
/// use partner_center_rules::{Fault, FaultOrigin, Field};
///
/// let fault = Fault::read(404, r#"{"code":60003,"description":"Tenant not found","source":"PartnerFD"}"#);
/// assert_eq!(fault.code.as_deref(), Some("60003"));
/// assert_eq!((fault.origin, fault.is_retryable), (FaultOrigin::Input, false));
/// assert_eq!(fault.issue.field, Some(Field::CustomerId));
/// assert_eq!(fault.issue.message(), "The service knows no customer with this ID. Check the customer ID.");
///
/// assert!(Fault::read(503, "<html>").is_retryable);
/// // A lost connection has neither a status nor a body.
/// assert!(Fault::read(0, "").is_retryable);
/// assert_eq!(Fault::read(403, "\"Customer tagging denied.\"").issue.field, Some(Field::Qualification));
/// ```
///
/// Source: `STATUS`, `ERRORS`, `HEADERS`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub struct Fault {
    /// The HTTP status; 0 if there was no response.
    pub http_status: u16,
    /// The code: a number as it is written, or a text.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub code: Option<String>,
    /// The name of the error.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub error_name: Option<String>,
    /// The message.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub message: Option<String>,
    /// The description.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub description: Option<String>,
    /// The extension of the message.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub error_message_extended: Option<String>,
    /// The component of the service that the fault comes from.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub source: Option<String>,
    /// The text of the body, if it is a bare JSON string such as `"Customer tagging denied."`.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub text: Option<String>,
    /// Other members, such as `data`.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub other: Vec<OtherMember>,
    /// Whether the same request may succeed later: the member `isRetryable`, or else determined by the HTTP status.
    pub is_retryable: bool,
    /// The origin of the cause.
    pub origin: FaultOrigin,
    /// The meaning of the fault as an issue, so that it can be shown like the issues of a form.
    pub issue: Issue,
}

impl Fault {
    /// Reads and classifies a response.
    ///
    /// ```
    /// use partner_center_rules::{Fault, Field};
    ///
    /// let fault = Fault::read(404, r#"{"code":60003}"#);
    /// assert_eq!(fault.issue.field, Some(Field::CustomerId));
    /// assert!(Fault::read(503, "").is_retryable);
    /// ```
    #[must_use]
    pub fn read(http_status: u16, body: &str) -> Self {
        let mut other = Vec::new();
        let error = ErrorBody::read(body, Some(&mut other));
        let has_response = http_status != 0 || !body.is_empty();
        let classification = Classification::new(http_status, body, &error);
        let input = [&error.description, &error.message, &error.text, &error.error_name, &error.code];
        let params = Params {
            input: input.into_iter().flatten().find(|text| !text.is_empty()).map(|text| excerpt(text)),
            rule: classification.rule,
            ..Params::default()
        };
        let severity = if classification.rule == Some(RuleId::A7) { Severity::Warning } else { Severity::Error };
        let is_retryable = error.is_retryable.unwrap_or(!has_response || matches!(http_status, 408 | 429 | 500..=599));
        let owned = |text: Option<Cow<'_, str>>| text.map(Cow::into_owned);
        Self {
            http_status,
            code: owned(error.code),
            error_name: owned(error.error_name),
            message: owned(error.message),
            description: owned(error.description),
            error_message_extended: owned(error.error_message_extended),
            source: owned(error.source),
            text: owned(error.text),
            other,
            is_retryable,
            origin: classification.origin,
            issue: Issue { code: classification.code, field: classification.field, params, severity },
        }
    }

    /// Adds the value of the header `Retry-After`, so that the message says how long to wait. It is ignored if it is a date, since the rules
    /// read no clock, or if the HTTP status is neither 429 nor 500 to 599.
    ///
    /// ```
    /// use partner_center_rules::Fault;
    ///
    /// let fault = Fault::read(429, "").with_retry_after("57");
    /// assert_eq!(fault.issue.params.seconds, Some(57));
    /// assert!(fault.issue.message().contains("Wait 57 seconds"));
    /// ```
    ///
    /// Source: `HEADERS`.
    #[must_use]
    pub fn with_retry_after(mut self, header: &str) -> Self {
        if matches!(self.http_status, 429 | 500..=599) {
            let digits = Some(header.trim()).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
            self.issue.params.seconds = digits.and_then(|digits| digits.parse().ok());
        }
        self
    }

    /// Returns whether the response means that the customer has no account status.
    pub(crate) fn is_account_status_not_found(&self) -> bool {
        self.issue.params.rule == Some(RuleId::A7)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.http_status {
            0 => f.write_str(&self.issue.message()),
            status => write!(f, "the service answered with HTTP status {status}: {}", self.issue.message()),
        }
    }
}

impl core::error::Error for Fault {}
