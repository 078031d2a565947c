//! The classification of error responses: what they mean, and where their cause lies.

use crate::forms::issue_code::{FaultCode, IssueCode};
use crate::rules::rule::RuleId;
use crate::service::error_body::ErrorBody;
use crate::values::enumeration::enumeration;
use crate::values::field::Field;

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

/// The text with which the service refuses an update, as a bare JSON string or in an object. Observed, not documented.
pub(crate) const TAGGING_DENIED: &str = "Customer tagging denied.";

/// The text with which the service refuses an invalid customer id in the URL. Its code is that of any invalid input.
const TENANT_ID_REFUSED: &str = "Tenant Id must be a GUID.";

/// The classification of an error response.
pub(crate) struct Classification {
    pub(crate) code: IssueCode,
    pub(crate) origin: FaultOrigin,
    pub(crate) field: Option<Field>,
    pub(crate) rule: Option<RuleId>,
}

impl Classification {
    /// Reads and classifies a response.
    pub(crate) fn read(http_status: u16, body: &str) -> Self {
        Self::new(http_status, body, &ErrorBody::read(body, None))
    }

    /// Classifies a response whose body was read. Neither a status nor a body is a request without a response.
    pub(crate) fn new(http_status: u16, body: &str, error: &ErrorBody<'_>) -> Self {
        if http_status == 0 && body.is_empty() {
            return Self::from_fault(FaultCode::NoAnswer, FaultOrigin::Service);
        }
        Self::from_response(http_status, error)
    }

    /// Returns whether the customer has no account status.
    pub(crate) fn is_account_status_not_found(&self) -> bool {
        self.rule == Some(RuleId::A7)
    }

    fn from_response(http_status: u16, error: &ErrorBody<'_>) -> Self {
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
                Self::from_fault(FaultCode::QualificationRefused, Customer).with_field(Field::Qualification)
            }
            (400, ..) if has_sentence(TENANT_ID_REFUSED) => {
                Self::from_fault(FaultCode::RequestNotAccepted, Input).with_field(Field::CustomerId)
            }
            (401, ..) => Self::from_fault(FaultCode::CredentialsNotAccepted, Credentials),
            (403, ..) => Self::from_fault(FaultCode::NotPermitted, Credentials),
            (404, ..) => Self::from_fault(FaultCode::NotFound, Input),
            (408, ..) => Self::from_fault(FaultCode::RequestTimedOut, Service),
            (409 | 412, ..) => Self::from_fault(FaultCode::Conflict, Customer),
            (429, ..) => Self::from_fault(FaultCode::TooManyRequests, Service),
            (400..=499, ..) => Self::from_fault(FaultCode::RequestNotAccepted, Input),
            (500..=599, ..) => Self::from_fault(FaultCode::ServiceFailed, Service),
            _ => Self::from_fault(FaultCode::UnexpectedAnswer, Service),
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
                Self::from_fault(FaultCode::CustomerNotFound, Input).with_field(Field::CustomerId)
            }
            "20002" if http_status == 403 => {
                Self::from_fault(FaultCode::NoRelationship, Customer).with_field(Field::CustomerId)
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
            "900329" if are_credentials => Self::from_fault(FaultCode::UserRequired, Credentials),
            "900308" | "900150" if are_credentials => Self::from_fault(FaultCode::RoleMissing, Credentials),
            "900309" if are_credentials => Self::from_fault(FaultCode::ConditionalAccessBlocked, Credentials),
            "900420" if are_credentials => Self::from_fault(FaultCode::TokenAudienceRetired, Credentials),
            "1002" | "10001" | "600006" | "2032" if is_refused => {
                Self::from_fault(FaultCode::NotPermitted, Credentials)
            }
            _ => return None,
        })
    }

    /// Creates a classification without a field and a rule.
    const fn from_fault(code: FaultCode, origin: FaultOrigin) -> Self {
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
