//! Reasons of refused purchases.

use crate::rules::decision::Decision;
use crate::rules::rule::RuleId;
use crate::service::classification::{Classification, FaultOrigin};

/// The reason why the service refused a purchase, and the origin of the cause.
///
/// ```
/// use partner_center_rules::{FaultOrigin, explain_purchase_refusal};
///
/// let refusal = explain_purchase_refusal(403, r#"{"code":800025}"#).unwrap();
/// assert_eq!(refusal.origin, FaultOrigin::Partner);
/// ```
///
/// In JSON a refusal is a decision with `origin`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PurchaseRefusal {
    /// The decision with the reason. Its message says what to do next.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub decision: Decision,
    /// The origin of the cause.
    pub origin: FaultOrigin,
}

/// Explains the response with which the service refused a purchase. Returns `None` if the response is not a documented refusal.
///
/// ```
/// use partner_center_rules::{ReasonCode, explain_purchase_refusal};
///
/// let reason = |body| Some(explain_purchase_refusal(403, body)?.decision.rules().next()?.reason);
/// assert_eq!(reason(r#"{"code":800073}"#), Some(ReasonCode::AccountUnderReview));
/// assert_eq!(reason(r#"{"code":"900121"}"#), Some(ReasonCode::CreditInsufficient));
/// assert_eq!(reason(r#"{"code":800001}"#), None);
/// ```
///
/// Source: `ERRORS`; rules P1 to P11.
#[must_use]
pub fn explain_purchase_refusal(http_status: u16, body: &str) -> Option<PurchaseRefusal> {
    let Classification { origin, rule, .. } = Classification::read(http_status, body);
    let rule = rule.filter(|rule| *rule != RuleId::A7)?;
    Some(PurchaseRefusal { decision: Decision::from_rule(rule), origin })
}
