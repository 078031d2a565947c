//! From an answer of the service straight to a decision.

use crate::account_status::{AccountStatus, OfferSegment, Transaction};
use crate::answer::validation_status;
use crate::decision::Decision;
use crate::eligibility::{account_eligibility, offer_eligibility};
use crate::fault::{Fault, FaultOrigin};
use crate::holdings::Holdings;
use crate::rule::RuleId;

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
    let status = match http_status {
        200 => validation_status(body).map(|answer| answer.status).ok_or(RuleId::R1),
        404 if Fault::read(404, body).is_account_status_not_found() => Ok(AccountStatus::NoAccountStatus.into()),
        404 => Err(RuleId::R2),
        401 | 403 => Err(RuleId::R3),
        429 | 500..=599 => Err(RuleId::R4),
        _ => Err(RuleId::R5),
    };
    match status {
        Ok(status) => account_eligibility(Some(&status), transaction),
        Err(rule) => Decision::of(rule),
    }
}

/// Decides from an answer of the service whether a purchase of a segment goes through, given what the customer holds
/// (`None`: not known).
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

/// Why the service refused a purchase, and with whom the cause lies.
///
/// ```
/// use partner_center_rules::{FaultOrigin, purchase_refusal};
///
/// let refusal = purchase_refusal(403, r#"{"code":800025}"#).unwrap();
/// assert_eq!(refusal.origin, FaultOrigin::Partner);
/// ```
///
/// In JSON a refusal is a decision with `origin`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PurchaseRefusal {
    /// The reason, in the words of the rules. Its message says what to do next.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub decision: Decision,
    /// With whom the cause lies.
    pub origin: FaultOrigin,
}

/// Reads the answer with which the service refused a purchase, if it is one of the documented refusals.
///
/// ```
/// use partner_center_rules::{ReasonCode, purchase_refusal};
///
/// let reason = |body| Some(purchase_refusal(403, body)?.decision.rules().next()?.reason);
/// assert_eq!(reason(r#"{"code":800073}"#), Some(ReasonCode::AccountUnderReview));
/// assert_eq!(reason(r#"{"code":"900121"}"#), Some(ReasonCode::CreditInsufficient));
/// assert_eq!(reason(r#"{"code":800001}"#), None);
/// ```
///
/// Source: `ERRORS`; rules P1 to P11.
#[must_use]
pub fn purchase_refusal(http_status: u16, body: &str) -> Option<PurchaseRefusal> {
    let Fault { origin, issue, .. } = Fault::read(http_status, body);
    let rule = issue.params.rule.filter(|rule| *rule != RuleId::A7)?;
    Some(PurchaseRefusal { decision: Decision::of(rule), origin })
}
