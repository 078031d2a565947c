//! The responses of the service, with its spellings.

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use partner_center_rules::{CustomerId, Decision, Issue, ReasonCode, RejectedForm, Transaction};
use partner_center_rules_axum::Problem;
use serde::Serialize;

use crate::update::Denial;

/// The longest description of a fault, in characters (ERRORS).
const LONGEST_DESCRIPTION: usize = 1_024;

/// A status and a body of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ServiceResponse {
    status: StatusCode,
    body: Bytes,
}

/// A fault, with its members in the order of the documented one (STATUS).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fault<'a> {
    code: u32,
    message: &'a str,
    description: &'a str,
    error_name: &'a str,
    is_retryable: bool,
    error_message_extended: String,
}

impl ServiceResponse {
    pub(crate) fn json(status: StatusCode, value: &impl Serialize) -> Self {
        // Never fails: all keys are strings, and no value has a serializer that errors.
        Self { status, body: serde_json::to_vec(value).unwrap_or_default().into() }
    }

    pub(crate) fn raw(status: StatusCode, body: String) -> Self {
        Self { status, body: body.into() }
    }

    fn fault(status: StatusCode, code: u32, error_name: &str, text: &str) -> Self {
        let text: String = text.chars().take(LONGEST_DESCRIPTION).collect();
        let fault = Fault {
            code,
            message: &text,
            description: &text,
            error_name,
            is_retryable: status.is_server_error() || status == StatusCode::REQUEST_TIMEOUT,
            error_message_extended: format!("InternalErrorCode={code}"),
        };
        Self::json(status, &fault)
    }

    /// Word for word as documented (STATUS).
    pub(crate) fn account_status_not_found(customer: CustomerId) -> Self {
        let text = format!("Account Status for the customer, {customer} was not found.");
        Self::fault(StatusCode::NOT_FOUND, 600_074, "AccountStatusNotFound", &text)
    }

    pub(crate) fn tenant_not_found(customer: CustomerId) -> Self {
        let text = format!("Tenant {customer} was not found.");
        Self::fault(StatusCode::NOT_FOUND, 60_003, "TenantNotFound", &text)
    }

    pub(crate) fn service_unavailable() -> Self {
        let text = "The service does not answer this now. Try again later.";
        Self::fault(StatusCode::SERVICE_UNAVAILABLE, 800_003, "ServiceUnavailable", text)
    }

    pub(crate) fn request_id_in_use() -> Self {
        let text =
            "This MS-RequestId was sent with another request. Only a request that is sent again has the same one.";
        Self::from(Problem::new(StatusCode::CONFLICT, text))
    }

    /// A bare JSON string, as observed (microsoft/Partner-Center-PowerShell, issue 258).
    fn tagging_denied() -> Self {
        Self::json(StatusCode::FORBIDDEN, &"Customer tagging denied.")
    }

    fn invalid_property(rejected: &RejectedForm) -> Self {
        let messages: Vec<_> = rejected.issues.iter().map(Issue::message).collect();
        Self::fault(StatusCode::BAD_REQUEST, 3_000, "InvalidProperty", &messages.join(" "))
    }

    /// Builds the response to a purchase that is not possible (ERRORS).
    pub(crate) fn purchase_refused(transaction: Transaction, decision: &Decision) -> Self {
        let is_because = |reason| decision.rules().any(|rule| rule.reason == reason);
        let messages: Vec<_> = decision.rules().map(|rule| rule.reason.message()).collect();
        let (status, code, name) = if is_because(ReasonCode::AccountUnderReview) {
            // Two codes have this meaning. The sandbox uses one for new purchases and the other for changes.
            let code = if transaction == Transaction::NewPurchase { 800_073 } else { 800_074 };
            (StatusCode::FORBIDDEN, code, "AccountUnderReview")
        } else if is_because(ReasonCode::AccountNotAllowed) {
            (StatusCode::FORBIDDEN, 800_075, "AccountNotApproved")
        } else if is_because(ReasonCode::SegmentNotAvailable) {
            (StatusCode::BAD_REQUEST, 800_086, "QualificationMissing")
        } else {
            (StatusCode::BAD_REQUEST, 800_024, "NotEligible")
        };
        Self::fault(status, code, name, &messages.join(" "))
    }
}

/// The response to a request that is not processed: `1000` not found, `800002` invalid request input (ERRORS).
impl From<Problem> for ServiceResponse {
    fn from(problem: Problem) -> Self {
        let status = problem.status();
        let code = if status == StatusCode::NOT_FOUND { 1_000 } else { 800_002 };
        let name = status.canonical_reason().unwrap_or("Error").replace(' ', "");
        Self::fault(status, code, &name, problem.detail())
    }
}

impl Denial {
    pub(crate) fn response(self, customer: CustomerId) -> ServiceResponse {
        match self {
            Self::NoCustomer => ServiceResponse::tenant_not_found(customer),
            Self::Unavailable => ServiceResponse::service_unavailable(),
            Self::Qualification => ServiceResponse::tagging_denied(),
            Self::Fields(rejected) => ServiceResponse::invalid_property(&rejected),
        }
    }
}

impl IntoResponse for ServiceResponse {
    fn into_response(self) -> Response {
        (self.status, [(CONTENT_TYPE, "application/json")], self.body).into_response()
    }
}
