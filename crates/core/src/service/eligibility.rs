//! Decisions directly from a response of the service.

use crate::json::document::{self, Document};
use crate::rules::decision::Decision;
use crate::rules::eligibility::{account_eligibility, offer_eligibility};
use crate::rules::rule::RuleId;
use crate::service::classification::Classification;
use crate::service::response::{VALIDATION_STATUS, account_status};
use crate::values::account_status::AccountStatus;
use crate::values::holdings::Holdings;
use crate::values::offer::{OfferSegment, Transaction};
use crate::values::open::Open;

/// Decides from the response to `GET /v1/customers/{id}/validationStatus?type=account` whether a transaction is possible.
///
/// A 404 with code 600074 means that the customer has no account status. Any other 404 is undetermined.
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
    let status = match http_status {
        200 => read_account_status(body).ok_or(RuleId::R1),
        404 if Classification::read(404, body).is_account_status_not_found() => {
            Ok(AccountStatus::NoAccountStatus.into())
        }
        404 => Err(RuleId::R2),
        401 | 403 => Err(RuleId::R3),
        429 | 500..=599 => Err(RuleId::R4),
        _ => Err(RuleId::R5),
    };
    match status {
        Ok(status) => account_eligibility(Some(&status), transaction),
        Err(rule) => Decision::from_rule(rule),
    }
}

/// Reads the account status alone: nothing that the decision does not need is kept.
fn read_account_status(body: &str) -> Option<Open<AccountStatus>> {
    match document::read(body, VALIDATION_STATUS, None) {
        Ok(Document::Object([kind, status, _])) => account_status(kind, status),
        _ => None,
    }
}

/// Decides from the response to `GET /v1/customers/{id}/validationStatus?type=account` whether a purchase of an offer of a segment is
/// possible, given the qualifications that the customer holds (`None`: not known).
///
/// ```
/// use partner_center_rules::{Holdings, OfferSegment, RuleId, Transaction, purchase_eligibility_from_response};
///
/// let held = Some(Holdings::default());
/// let decision =
///     purchase_eligibility_from_response(503, "", Transaction::NewPurchase, held, OfferSegment::Education);
/// assert!(decision.rule_ids().eq([RuleId::R4, RuleId::O2]));
/// ```
///
/// Source: `STATUS`, `VERIFY`, `SEGMENT`.
#[must_use]
pub fn purchase_eligibility_from_response(
    http_status: u16,
    body: &str,
    transaction: Transaction,
    held: Option<Holdings>,
    segment: OfferSegment,
) -> Decision {
    eligibility_from_response(http_status, body, transaction).and(offer_eligibility(held, segment, transaction))
}
