//! From an answer of the service straight to a decision.

use alloc::string::String;

use crate::account_status::{AccountStatus, Transaction};
use crate::decision::Decision;
use crate::eligibility::account_eligibility;
use crate::fault::{Cause, Fault};
use crate::json::{self, Document, Value};
use crate::open::Open;
use crate::rule::RuleId;

/// What the service answered to `GET /v1/customers/{id}/validationStatus?type=account`.
///
/// ```
/// use partner_center_rules::{AccountStatus, Open, ValidationStatusAnswer};
///
/// let body = r#"{"type":"account","status":"Allowed","lastUpdateDateTime":"2021-07-14T18:02:00"}"#;
/// let ValidationStatusAnswer::Status { status, last_update_date_time } = ValidationStatusAnswer::read(200, body) else {
///     panic!("a status is expected");
/// };
/// assert_eq!(status, Open::Known(AccountStatus::Allowed));
/// assert_eq!(last_update_date_time.as_deref(), Some("2021-07-14T18:02:00"));
/// ```
///
/// Source: `STATUS`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ValidationStatusAnswer {
    /// 200: a status.
    Status {
        /// The status.
        status: Open<AccountStatus>,
        /// When it changed last, as the service writes it: in UTC, without saying so.
        last_update_date_time: Option<String>,
    },
    /// 404 with code 600074: the service has no status for the account.
    NoAccountStatus(Fault),
    /// 200 with anything else.
    UnexpectedBody,
    /// 404 for any other cause.
    OtherNotFound(Fault),
    /// 401 or 403.
    Credentials(Fault),
    /// 429 or 500 to 599.
    RetryLater(Fault),
    /// Any other HTTP status.
    UnexpectedHttpStatus(Fault),
}

impl ValidationStatusAnswer {
    /// Reads an answer. Reading never fails: what cannot be read is an answer as well.
    #[must_use]
    pub fn read(http_status: u16, body: &str) -> Self {
        match read(http_status, body) {
            Read::Status { status, last_update_date_time } => {
                let last_update_date_time = match last_update_date_time {
                    Some(Value::Text(text)) => Some(text.into_owned()),
                    _ => None,
                };
                Self::Status { status, last_update_date_time }
            }
            Read::NoAccountStatus => Self::NoAccountStatus(Fault::read(body)),
            Read::Nothing(RuleId::R1) => Self::UnexpectedBody,
            Read::Nothing(RuleId::R2) => Self::OtherNotFound(Fault::read(body)),
            Read::Nothing(RuleId::R3) => Self::Credentials(Fault::read(body)),
            Read::Nothing(RuleId::R4) => Self::RetryLater(Fault::read(body)),
            Read::Nothing(_) => Self::UnexpectedHttpStatus(Fault::read(body)),
        }
    }
}

/// Decides from an answer of the service whether a transaction goes through.
///
/// The service says that a customer has no account status with a 404. Any other 404 says nothing of the sort, and is never
/// taken for it.
///
/// ```
/// use partner_center_rules::{Outcome, Transaction, eligibility_from_response};
///
/// let decide = |http_status, body| eligibility_from_response(http_status, body, Transaction::NewPurchase).outcome();
/// assert_eq!(decide(200, r#"{"type":"account","status":"UnderReview"}"#), Outcome::Blocked);
/// assert_eq!(decide(404, r#"{"code":600074,"errorName":"AccountStatusNotFound"}"#), Outcome::Allowed);
/// assert_eq!(decide(404, r#"{"code":60003}"#), Outcome::Undetermined);
/// assert_eq!(decide(503, "<html>"), Outcome::Undetermined);
/// ```
///
/// Source: `STATUS`, `VERIFY`; rules A1 to A8 and R1 to R5.
#[must_use]
pub fn eligibility_from_response(http_status: u16, body: &str, transaction: Transaction) -> Decision {
    match read(http_status, body) {
        Read::Status { status, .. } => account_eligibility(Some(&status), transaction),
        Read::NoAccountStatus => account_eligibility(Some(&AccountStatus::NoAccountStatus.into()), transaction),
        Read::Nothing(rule) => Decision::of(rule),
    }
}

/// Reads the answer with which the service refused a purchase, if the account is the cause.
///
/// ```
/// use partner_center_rules::{ReasonCode, purchase_refusal};
///
/// let decision = purchase_refusal(403, r#"{"code":800073}"#).unwrap();
/// assert_eq!(decision.rules().next().unwrap().reason, ReasonCode::AccountUnderReview);
/// assert_eq!(purchase_refusal(403, r#"{"code":800001}"#), None);
/// ```
///
/// Source: `ERRORS`; rules P1 and P2.
#[must_use]
pub fn purchase_refusal(http_status: u16, body: &str) -> Option<Decision> {
    if http_status != 403 {
        return None;
    }
    let cause = Cause::read(body)?;
    if cause.has_code("800073") || cause.has_code("800074") {
        Some(Decision::of(RuleId::P1))
    } else if cause.has_code("800075") {
        Some(Decision::of(RuleId::P2))
    } else {
        None
    }
}

/// An answer, read as far as a decision needs it.
enum Read<'a> {
    Status {
        status: Open<AccountStatus>,
        last_update_date_time: Option<Value<'a>>,
    },
    NoAccountStatus,
    /// Nothing about the account, and the rule that says so.
    Nothing(RuleId),
}

fn read(http_status: u16, body: &str) -> Read<'_> {
    match http_status {
        200 => status(body).unwrap_or(Read::Nothing(RuleId::R1)),
        404 if is_account_status_not_found(body) => Read::NoAccountStatus,
        404 => Read::Nothing(RuleId::R2),
        401 | 403 => Read::Nothing(RuleId::R3),
        429 | 500..=599 => Read::Nothing(RuleId::R4),
        _ => Read::Nothing(RuleId::R5),
    }
}

fn status(body: &str) -> Option<Read<'_>> {
    let Ok(Document::Object([kind, status, last_update_date_time])) =
        json::read(body, ["type", "status", "lastUpdateDateTime"])
    else {
        return None;
    };
    let is_account = match kind {
        None => true,
        Some(Value::Text(kind)) => kind.eq_ignore_ascii_case("account"),
        Some(_) => false,
    };
    match status {
        Some(Value::Text(status)) if is_account => {
            AccountStatus::from_wire(&status).map(|status| Read::Status { status, last_update_date_time })
        }
        _ => None,
    }
}

fn is_account_status_not_found(body: &str) -> bool {
    Cause::read(body).is_some_and(|cause| cause.has_code("600074") || cause.has_only_name("AccountStatusNotFound"))
}

/// In JSON an answer is tagged by its `kind`.
#[cfg(feature = "serde")]
impl serde::Serialize for ValidationStatusAnswer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Answer<'a> {
            kind: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            status: Option<&'a Open<AccountStatus>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            recognised: Option<bool>,
            #[serde(skip_serializing_if = "Option::is_none")]
            last_update_date_time: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            fault: Option<&'a Fault>,
        }
        impl<'a> Answer<'a> {
            fn of(kind: &'static str, fault: Option<&'a Fault>) -> Self {
                let fault = fault.filter(|fault| **fault != Fault::default());
                Self { kind, status: None, recognised: None, last_update_date_time: None, fault }
            }
        }
        match self {
            Self::Status { status, last_update_date_time } => Answer {
                status: Some(status),
                recognised: Some(status.known().is_some()),
                last_update_date_time: last_update_date_time.as_deref(),
                ..Answer::of("status", None)
            },
            Self::NoAccountStatus(fault) => Answer::of("noAccountStatus", Some(fault)),
            Self::UnexpectedBody => Answer::of("unexpectedBody", None),
            Self::OtherNotFound(fault) => Answer::of("otherNotFound", Some(fault)),
            Self::Credentials(fault) => Answer::of("credentials", Some(fault)),
            Self::RetryLater(fault) => Answer::of("retryLater", Some(fault)),
            Self::UnexpectedHttpStatus(fault) => Answer::of("unexpectedHttpStatus", Some(fault)),
        }
        .serialize(serializer)
    }
}
