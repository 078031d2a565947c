//! Faults: error responses of the service, and their classification.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::forms::issue::{Issue, Params, Severity};
use crate::forms::issue_code::{FaultCode, IssueCode};
use crate::json::document::{self, Document};
use crate::json::value::Value;
use crate::rules::rule::RuleId;
use crate::values::enumeration::enumeration;
use crate::values::excerpt::excerpt;
use crate::values::field::Field;
use crate::values::other_member::OtherMember;

enumeration! {
    /// The origin of the cause of a fault.
    ///
    /// ```
    /// use partner_center_rules::{Fault, FaultOrigin};
    ///
    /// assert_eq!(Fault::read(401, "").origin, FaultOrigin::Credentials);
    /// ```
    pub enum FaultOrigin: label {
        /// The credentials of the request.
        Credentials = "credentials", "Credentials";
        /// The state of the customer.
        Customer = "customer", "Customer";
        /// The state of the partner.
        Partner = "partner", "Partner";
        /// The values in the request.
        Input = "input", "Input";
        /// The service.
        Service = "service", "Microsoft service";
    }
}

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
        let error = ErrorBody::read(body);
        let has_response = http_status != 0 || !body.is_empty();
        let classification = if has_response {
            Classification::from_response(http_status, &error)
        } else {
            Classification::no_response()
        };
        let input = [&error.description, &error.message, &error.text, &error.error_name, &error.code];
        let params = Params {
            input: input.into_iter().flatten().find(|text| !text.is_empty()).map(|text| excerpt(text)),
            rule: classification.rule,
            ..Params::default()
        };
        let severity = if classification.rule == Some(RuleId::A7) { Severity::Warning } else { Severity::Error };
        let ErrorBody {
            code,
            error_name,
            message,
            description,
            error_message_extended,
            source,
            text,
            other,
            is_retryable,
        } = error;
        Self {
            http_status,
            code,
            error_name,
            message,
            description,
            error_message_extended,
            source,
            text,
            other,
            is_retryable: is_retryable.unwrap_or(!has_response || matches!(http_status, 408 | 429 | 500..=599)),
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

/// The text with which the service refuses an update, as a bare JSON string or in an object. Observed, not documented.
pub(crate) const TAGGING_DENIED: &str = "Customer tagging denied.";

/// The text with which the service refuses an invalid customer id in the URL. Its code is that of any invalid input.
const TENANT_ID_REFUSED: &str = "Tenant Id must be a GUID.";

/// The fields of an error response.
#[derive(Default)]
struct ErrorBody {
    code: Option<String>,
    error_name: Option<String>,
    message: Option<String>,
    description: Option<String>,
    error_message_extended: Option<String>,
    source: Option<String>,
    text: Option<String>,
    other: Vec<OtherMember>,
    is_retryable: Option<bool>,
}

impl ErrorBody {
    /// Reads the body of a response. Fields that cannot be read are `None`.
    fn read(body: &str) -> Self {
        const NAMES: document::Names<'_, 7> = [
            &["code"],
            &["errorName"],
            &["message"],
            &["description"],
            &["errorMessageExtended"],
            &["source"],
            &["isRetryable"],
        ];
        let text = |value: Option<Value<'_>>| value.and_then(Value::into_text);
        match document::read(body, NAMES) {
            Ok(Document::Object(object)) => {
                let [code, error_name, message, description, error_message_extended, source, is_retryable] =
                    object.members;
                Self {
                    code: text(code),
                    error_name: text(error_name),
                    message: text(message),
                    description: text(description),
                    error_message_extended: text(error_message_extended),
                    source: text(source),
                    text: None,
                    other: object.others.to_members(),
                    is_retryable: if let Some(Value::Boolean(value)) = is_retryable { Some(value) } else { None },
                }
            }
            Ok(Document::Value(Value::Text(quoted))) => {
                Self { text: Some(quoted.unescape().into_owned()), ..Self::default() }
            }
            Ok(Document::Value(_)) | Err(document::Malformed) => Self::default(),
        }
    }
}

/// The classification of an error response.
struct Classification {
    code: IssueCode,
    origin: FaultOrigin,
    field: Option<Field>,
    rule: Option<RuleId>,
}

impl Classification {
    /// Classifies a response.
    fn from_response(http_status: u16, error: &ErrorBody) -> Self {
        use FaultOrigin::{Credentials, Customer, Input, Service};

        if let Some(classification) = Self::from_code(http_status, error.code.as_deref()) {
            return classification;
        }
        let has_sentence = |sentence: &str| {
            [&error.text, &error.description, &error.message].into_iter().flatten().any(|text| text == sentence)
        };
        match (http_status, error.code.as_deref(), error.error_name.as_deref()) {
            (404, None, Some(name)) if name.eq_ignore_ascii_case("AccountStatusNotFound") => {
                Self::from_rule(RuleId::A7)
            }
            (0..=499, ..) if has_sentence(TAGGING_DENIED) => {
                Self::new(FaultCode::QualificationRefused, Customer).with_field(Field::Qualification)
            }
            (400, ..) if has_sentence(TENANT_ID_REFUSED) => {
                Self::new(FaultCode::RequestNotAccepted, Input).with_field(Field::CustomerId)
            }
            (401, ..) => Self::new(FaultCode::CredentialsNotAccepted, Credentials),
            (403, ..) => Self::new(FaultCode::NotPermitted, Credentials),
            (404, ..) => Self::new(FaultCode::NotFound, Input),
            (408, ..) => Self::new(FaultCode::RequestTimedOut, Service),
            (409 | 412, ..) => Self::new(FaultCode::Conflict, Customer),
            (429, ..) => Self::new(FaultCode::TooManyRequests, Service),
            (400..=499, ..) => Self::new(FaultCode::RequestNotAccepted, Input),
            (500..=599, ..) => Self::new(FaultCode::ServiceFailed, Service),
            _ => Self::new(FaultCode::UnexpectedAnswer, Service),
        }
    }

    /// Classifies a documented error code. The documentation lists each with one HTTP status; the service also uses others for refused
    /// purchases and for credentials.
    fn from_code(http_status: u16, code: Option<&str>) -> Option<Self> {
        use FaultOrigin::{Credentials, Customer, Input};

        let is_refused = matches!(http_status, 400 | 403 | 409);
        let are_credentials = is_refused || http_status == 401;
        Some(match code? {
            "600074" if http_status == 404 => Self::from_rule(RuleId::A7),
            "60003" if http_status == 404 => {
                Self::new(FaultCode::CustomerNotFound, Input).with_field(Field::CustomerId)
            }
            "20002" if http_status == 403 => {
                Self::new(FaultCode::NoRelationship, Customer).with_field(Field::CustomerId)
            }
            "800073" | "800074" if http_status == 403 => Self::from_rule(RuleId::P1),
            "800075" if http_status == 403 => Self::from_rule(RuleId::P2),
            "900416" if is_refused => Self::from_rule(RuleId::P3),
            "800086" if is_refused => Self::from_rule(RuleId::P4),
            "13605" if is_refused => Self::from_rule(RuleId::P5),
            "800066" | "800067" | "800088" | "800089" | "2002" if is_refused => Self::from_rule(RuleId::P6),
            "2085" | "2091" | "800020" | "800028" | "800070" if is_refused => Self::from_rule(RuleId::P7),
            "800023" | "800025" | "900121" if is_refused => Self::from_rule(RuleId::P8),
            "800069" if is_refused => Self::from_rule(RuleId::P9),
            "800022" | "800024" | "800026" | "800062" if is_refused => Self::from_rule(RuleId::P10),
            "900123" | "900124" | "2006" | "2030" | "800039" if is_refused => Self::from_rule(RuleId::P11),
            "900329" if are_credentials => Self::new(FaultCode::UserRequired, Credentials),
            "900308" | "900150" if are_credentials => Self::new(FaultCode::RoleMissing, Credentials),
            "900309" if are_credentials => Self::new(FaultCode::ConditionalAccessBlocked, Credentials),
            "900420" if are_credentials => Self::new(FaultCode::TokenAudienceRetired, Credentials),
            "1002" | "10001" | "600006" | "2032" if is_refused => Self::new(FaultCode::NotPermitted, Credentials),
            _ => return None,
        })
    }

    /// Returns the classification of a request without a response.
    const fn no_response() -> Self {
        Self::new(FaultCode::NoAnswer, FaultOrigin::Service)
    }

    /// Creates a classification without a field and a rule.
    const fn new(code: FaultCode, origin: FaultOrigin) -> Self {
        Self { code: IssueCode::Fault(code), origin, field: None, rule: None }
    }

    /// Creates the classification of a rule. It has the reason of the rule, so that a cause has only one message.
    const fn from_rule(rule: RuleId) -> Self {
        let origin = match rule {
            RuleId::P6 | RuleId::P7 => FaultOrigin::Input,
            RuleId::P8 | RuleId::P9 | RuleId::P10 | RuleId::P11 => FaultOrigin::Partner,
            _ => FaultOrigin::Customer,
        };
        Self { code: IssueCode::Rule(rule.reason()), origin, field: None, rule: Some(rule) }
    }

    /// Adds a field.
    const fn with_field(self, field: Field) -> Self {
        Self { field: Some(field), ..self }
    }
}
