//! Eligibility for purchases: by the account status and, for offers of a segment, by the qualifications of the customer.

use crate::rules::decision::Decision;
use crate::rules::rule::{Outcome, RuleId};
use crate::values::account_status::AccountStatus;
use crate::values::holdings::{Holdings, Set};
use crate::values::offer::{OfferSegment, Transaction};
use crate::values::open::Open;
use crate::values::qualification::Qualification;

/// Decides whether the account status allows a transaction. `None`: the status is not known, which is different from
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
    let Some(status) = status else { return Decision::from_rule(RuleId::A9) };
    Decision::from_rule(match status.known() {
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

/// Returns whether a review of the account blocks a transaction.
const fn is_blocked_by_review(transaction: Transaction) -> bool {
    match transaction {
        Transaction::NewPurchase | Transaction::SeatIncrease | Transaction::Upgrade => true,
        Transaction::Renewal | Transaction::SeatReduction | Transaction::Cancellation => false,
    }
}

/// Decides whether the qualifications of a customer allow a transaction with an offer of a segment (`None`: not known).
///
/// Only active qualifications count, not those in review or denied. The documentation is about selling: if an offer cannot be sold, a
/// renewal, a seat reduction and a cancellation are undetermined.
///
/// ```
/// use partner_center_rules::{Holdings, OfferSegment, Outcome, Transaction, offer_eligibility};
///
/// let mut holdings = Holdings::default();
/// holdings.add("Education", Some("InReview"));
/// let outcome = |segment, transaction| offer_eligibility(Some(holdings), segment, transaction).outcome();
/// assert_eq!(outcome(OfferSegment::Commercial, Transaction::NewPurchase), Outcome::Allowed);
/// assert_eq!(outcome(OfferSegment::Education, Transaction::NewPurchase), Outcome::Blocked);
/// assert_eq!(outcome(OfferSegment::Education, Transaction::Renewal), Outcome::Undetermined);
/// ```
///
/// Source: `SEGMENT`; rules O1 to O14.
#[must_use]
pub fn offer_eligibility(held: Option<Holdings>, segment: OfferSegment, transaction: Transaction) -> Decision {
    let Some(held) = held else { return Decision::from_rule(RuleId::O13) };
    // There is a decision for each set of known qualifications and each segment.
    let offers = if held.is_unrecognised() { None } else { OFFERS.get(held.active().index()) };
    match offers.and_then(|offers| offers.get(segment_index(segment))) {
        None => Decision::from_rule(RuleId::O12),
        Some(decision) if decision.outcome() == Outcome::Blocked && !is_sale(transaction) => {
            Decision::from_rule(RuleId::O14)
        }
        Some(decision) => *decision,
    }
}

/// Returns whether a transaction sells something.
const fn is_sale(transaction: Transaction) -> bool {
    match transaction {
        Transaction::NewPurchase | Transaction::SeatIncrease | Transaction::Upgrade => true,
        Transaction::Renewal | Transaction::SeatReduction | Transaction::Cancellation => false,
    }
}

/// A row of the table of offers: a qualification, whether offers of each segment can be sold with it, and the rules that allow and
/// block.
struct Row {
    held: Qualification,
    sold: [bool; OfferSegment::ALL.len()],
    allowed: RuleId,
    blocked: RuleId,
}

/// The row of customers without an active qualification.
const NO_QUALIFICATION: Row =
    Row { held: Qualification::None, sold: [true, false, false, false], allowed: RuleId::O1, blocked: RuleId::O2 };

/// The rows of customers with an active qualification.
const ROWS: [Row; 4] = [
    Row { held: Qualification::Nonprofit, sold: [true, false, true, false], allowed: RuleId::O3, blocked: RuleId::O4 },
    Row { held: Qualification::Education, sold: [true, true, false, false], allowed: RuleId::O5, blocked: RuleId::O6 },
    Row {
        held: Qualification::GovernmentCommunityCloud,
        sold: [false, false, false, true],
        allowed: RuleId::O7,
        blocked: RuleId::O8,
    },
    Row {
        held: Qualification::StateOwnedEntity,
        sold: [true, false, false, false],
        allowed: RuleId::O9,
        blocked: RuleId::O10,
    },
];

/// The decisions about selling, for every set of active qualifications, in the order of the segments. Computed at compile time.
#[expect(clippy::indexing_slicing, reason = "evaluated only at compile time")]
static OFFERS: [[Decision; OfferSegment::ALL.len()]; Set::COUNT] = {
    let mut offers = [[Decision::from_rule(RuleId::O11); OfferSegment::ALL.len()]; Set::COUNT];
    let mut set = 0;
    while set < offers.len() {
        let mut segment = 0;
        while segment < offers[set].len() {
            offers[set][segment] = offer(Set::from_index(set), segment);
            segment += 1;
        }
        set += 1;
    }
    offers
};

/// Returns the decision of all rows that apply, if they agree.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "evaluated only at compile time")]
const fn offer(active: Set, segment: usize) -> Decision {
    let mut agreed: Option<Decision> = None;
    let mut index = 0;
    while index < ROWS.len() {
        let row = &ROWS[index];
        if row.applies(active) {
            let decision = row.decision(segment);
            agreed = match agreed {
                None => Some(decision),
                Some(others) if others.is_allowed() == decision.is_allowed() => Some(others.and(decision)),
                Some(_) => return Decision::from_rule(RuleId::O11),
            };
        }
        index += 1;
    }
    match agreed {
        Some(decision) => decision,
        None => NO_QUALIFICATION.decision(segment),
    }
}

impl Row {
    /// Returns whether the row applies to a set of active qualifications. With Education or GCC, SOE changes nothing.
    const fn applies(&self, active: Set) -> bool {
        let is_outweighed = matches!(self.held, Qualification::StateOwnedEntity)
            && (active.contains(Qualification::Education) || active.contains(Qualification::GovernmentCommunityCloud));
        active.contains(self.held) && !is_outweighed
    }

    #[expect(clippy::indexing_slicing, reason = "evaluated only at compile time")]
    const fn decision(&self, segment: usize) -> Decision {
        Decision::from_rule(if self.sold[segment] { self.allowed } else { self.blocked })
    }
}

#[expect(clippy::as_conversions, reason = "the index of a variant in its table")]
const fn segment_index(segment: OfferSegment) -> usize {
    segment as usize
}

/// A purchase to decide.
///
/// The default is a new purchase with nothing else known.
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
    /// The qualifications that the customer holds; `None`: not known. Used only with a segment.
    pub held: Option<Holdings>,
    /// The segment of the offer; `None`: only the account status decides.
    pub segment: Option<OfferSegment>,
}

/// Decides whether a purchase is possible, by the account status *and*, if a segment is given, by the qualifications.
///
/// The decision names every rule that blocks, not only the first.
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
#[inline]
pub fn purchase_eligibility(purchase: &Purchase) -> Decision {
    let &Purchase { ref status, transaction, held, segment } = purchase;
    eligibility(status.as_ref(), transaction, held, segment)
}

/// Decides as [`purchase_eligibility`] does, over the borrowed parts of a purchase.
#[inline]
pub(crate) fn eligibility(
    status: Option<&Open<AccountStatus>>,
    transaction: Transaction,
    held: Option<Holdings>,
    segment: Option<OfferSegment>,
) -> Decision {
    let account = account_eligibility(status, transaction);
    match segment {
        None => account,
        Some(segment) => account.and(offer_eligibility(held, segment, transaction)),
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn offers_are_decided_by_all_that_is_held() {
        for (set, offers) in OFFERS.iter().enumerate() {
            let active = Set::from_index(set);
            assert_eq!(active.index(), set);
            for (segment, decision) in offers.iter().enumerate() {
                let has_soe_row = !["Education", "GovernmentCommunityCloud"]
                    .iter()
                    .any(|name| active.contains(name.parse().unwrap()));
                let held: Vec<&Row> = ROWS
                    .iter()
                    .filter(|row| active.contains(row.held))
                    .filter(|row| has_soe_row || row.held != Qualification::StateOwnedEntity)
                    .collect();
                let rules: Vec<RuleId> =
                    held.iter().map(|row| if row.sold[segment] { row.allowed } else { row.blocked }).collect();
                let do_agree = held.windows(2).all(|pair| pair[0].sold[segment] == pair[1].sold[segment]);
                let expected = match rules.is_empty() {
                    true if segment == 0 => vec![RuleId::O1],
                    true => vec![RuleId::O2],
                    false if do_agree => rules,
                    false => vec![RuleId::O11],
                };
                assert_eq!(decision.rule_ids().collect::<Vec<_>>(), expected);
                // At run time it is the same as at compile time.
                assert_eq!(offer(active, segment), *decision);
            }
        }
    }

    #[test]
    fn a_decision_has_room_for_every_rule() {
        let mut held = Holdings::default();
        for qualification in ["Nonprofit", "StateOwnedEntity"] {
            held.add(qualification, None);
        }
        let purchase = Purchase {
            status: Some(AccountStatus::Allowed.into()),
            held: Some(held),
            segment: Some(OfferSegment::Commercial),
            ..Purchase::default()
        };
        let decision = purchase_eligibility(&purchase);
        assert_eq!(decision.outcome(), Outcome::Allowed);
        assert!(decision.rules().map(|rule| rule.id).eq([RuleId::A1, RuleId::O3, RuleId::O9]));
    }
}
