//! Does a purchase go through? The account status and, for an offer of a segment, what the customer holds.

use crate::account_status::{AccountStatus, OfferSegment, Transaction};
use crate::decision::Decision;
use crate::holdings::Holdings;
use crate::open::Open;
use crate::qualification::Qualification;
use crate::rule::RuleId;

/// Decides whether the account status lets a transaction go through. `None`: the status is not known, which is not
/// [`AccountStatus::NoAccountStatus`].
///
/// ```
/// use partner_center_rules::{AccountStatus, Outcome, Transaction, account_eligibility};
///
/// let under_review = AccountStatus::UnderReview.into();
/// assert_eq!(account_eligibility(Some(&under_review), Transaction::Upgrade).outcome(), Outcome::Blocked);
/// assert_eq!(account_eligibility(Some(&under_review), Transaction::Renewal).outcome(), Outcome::Allowed);
/// assert_eq!(account_eligibility(None, Transaction::Renewal).outcome(), Outcome::Undetermined);
/// ```
///
/// Source: `STATUS`, `VERIFY`; rules A1 to A9.
#[must_use]
pub fn account_eligibility(status: Option<&Open<AccountStatus>>, transaction: Transaction) -> Decision {
    let Some(status) = status else { return Decision::of(RuleId::A9) };
    Decision::of(match status.known() {
        None => RuleId::A8,
        Some(AccountStatus::Allowed) => RuleId::A1,
        Some(AccountStatus::UnderReview) if is_blocked_by_review(transaction) => RuleId::A2,
        Some(AccountStatus::UnderReview) => RuleId::A3,
        Some(AccountStatus::NotAllowed) => RuleId::A4,
        Some(AccountStatus::Unknown) => RuleId::A5,
        Some(AccountStatus::NotReady) => RuleId::A6,
        Some(AccountStatus::NoAccountStatus) => RuleId::A7,
    })
}

const fn is_blocked_by_review(transaction: Transaction) -> bool {
    match transaction {
        Transaction::NewPurchase | Transaction::SeatIncrease | Transaction::Upgrade => true,
        Transaction::Renewal | Transaction::SeatReduction | Transaction::Cancellation => false,
    }
}

/// Decides whether offers of a segment may be sold to a customer, given what it holds (`None`: not known).
///
/// What is in review or denied qualifies for nothing yet.
///
/// ```
/// use partner_center_rules::{Holdings, OfferSegment, Outcome, offer_eligibility};
///
/// let mut holdings = Holdings::default();
/// holdings.hold("Education", Some("InReview"));
/// assert_eq!(offer_eligibility(Some(holdings), OfferSegment::Education).outcome(), Outcome::Blocked);
/// assert_eq!(offer_eligibility(Some(holdings), OfferSegment::Commercial).outcome(), Outcome::Allowed);
/// ```
///
/// Source: `SEGMENT`; rules O1 to O13.
#[must_use]
pub fn offer_eligibility(held: Option<Holdings>, segment: OfferSegment) -> Decision {
    let Some(held) = held else { return Decision::of(RuleId::O13) };
    if held.is_unrecognised() {
        return Decision::of(RuleId::O12);
    }
    let mut rows = ROWS.iter().filter(|row| held.is_active(row.held)).map(|row| Decision::of(row.rule(segment)));
    let Some(first) = rows.next() else { return Decision::of(NO_QUALIFICATION.rule(segment)) };
    rows.try_fold(first, |agreed, row| if row.outcome() == agreed.outcome() { Some(agreed.and(row)) } else { None })
        .unwrap_or(Decision::of(RuleId::O11))
}

/// A row of the table of offers: what is held, what may be sold then, and the rules that say yes and no.
struct Row {
    held: Qualification,
    sold: &'static [OfferSegment],
    yes: RuleId,
    no: RuleId,
}

impl Row {
    fn rule(&self, segment: OfferSegment) -> RuleId {
        if self.sold.contains(&segment) { self.yes } else { self.no }
    }
}

const NO_QUALIFICATION: Row =
    Row { held: Qualification::None, sold: &[OfferSegment::Commercial], yes: RuleId::O1, no: RuleId::O2 };

const ROWS: [Row; 4] = [
    Row {
        held: Qualification::Nonprofit,
        sold: &[OfferSegment::Commercial, OfferSegment::Nonprofit],
        yes: RuleId::O3,
        no: RuleId::O4,
    },
    Row {
        held: Qualification::Education,
        sold: &[OfferSegment::Commercial, OfferSegment::Education],
        yes: RuleId::O5,
        no: RuleId::O6,
    },
    Row {
        held: Qualification::GovernmentCommunityCloud,
        sold: &[OfferSegment::GovernmentCommunityCloud],
        yes: RuleId::O7,
        no: RuleId::O8,
    },
    Row { held: Qualification::StateOwnedEntity, sold: &[OfferSegment::Commercial], yes: RuleId::O9, no: RuleId::O10 },
];

/// What a purchase depends on.
///
/// The default is a new purchase of which nothing else is known.
///
/// ```
/// use partner_center_rules::{AccountStatus, Purchase, purchase_eligibility};
///
/// let purchase = Purchase { status: Some(AccountStatus::Allowed.into()), ..Purchase::default() };
/// assert!(purchase_eligibility(&purchase).is_allowed());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Purchase {
    /// The account status; `None`: not known.
    pub status: Option<Open<AccountStatus>>,
    /// The kind of transaction.
    pub transaction: Transaction,
    /// What the customer holds; `None`: not known. It matters only where a segment is given.
    pub held: Option<Holdings>,
    /// The segment of the offer; `None`: only the account is judged.
    pub segment: Option<OfferSegment>,
}

/// Decides whether a purchase goes through: the account status *and*, where a segment is given, the segment.
///
/// The decision names every obstacle, not only the first.
///
/// ```
/// use partner_center_rules::{
///     AccountStatus, Holdings, OfferSegment, Outcome, Purchase, RuleId, purchase_eligibility,
/// };
///
/// let decision = purchase_eligibility(&Purchase {
///     status: Some(AccountStatus::NotReady.into()),
///     held: Some(Holdings::default()),
///     segment: Some(OfferSegment::Education),
///     ..Purchase::default()
/// });
/// assert_eq!(decision.outcome(), Outcome::Blocked);
/// assert!(decision.rules().map(|rule| rule.id).eq([RuleId::A6, RuleId::O2]));
/// ```
///
/// Source: `STATUS`, `VERIFY`, `SEGMENT`.
#[must_use]
pub fn purchase_eligibility(purchase: &Purchase) -> Decision {
    let account = account_eligibility(purchase.status.as_ref(), purchase.transaction);
    match purchase.segment {
        None => account,
        Some(segment) => account.and(offer_eligibility(purchase.held, segment)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Outcome;

    #[test]
    fn a_decision_has_room_for_every_rule() {
        let mut held = Holdings::default();
        for qualification in ["Education", "Nonprofit", "StateOwnedEntity"] {
            held.hold(qualification, None);
        }
        let purchase = Purchase {
            status: Some(AccountStatus::Allowed.into()),
            held: Some(held),
            segment: Some(OfferSegment::Commercial),
            ..Purchase::default()
        };
        let decision = purchase_eligibility(&purchase);
        assert_eq!(decision.outcome(), Outcome::Allowed);
        assert!(decision.rules().map(|rule| rule.id).eq([RuleId::A1, RuleId::O3, RuleId::O5, RuleId::O9]));
    }
}
