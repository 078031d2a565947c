//! Decisions: one of three outcomes, and the rules that determined it.

use crate::rules::rule::{Outcome, Rule, RuleId};

/// The outcome of a question about a customer, with every rule that determined it.
///
/// ```
/// use partner_center_rules::{AccountStatus, Outcome, RuleId, Transaction, account_eligibility};
///
/// let decision = account_eligibility(Some(&AccountStatus::NotAllowed.into()), Transaction::NewPurchase);
/// assert_eq!(decision.outcome(), Outcome::Blocked);
/// let rule = decision.rules().next().unwrap();
/// assert_eq!(rule.id, RuleId::A4);
/// assert_eq!(rule.reason.message(), "The account of the customer was not approved: transactions are blocked.");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decision {
    outcome: Outcome,
    /// Rules that all allow, or of which none allows.
    rules: Rules,
}

/// A list of rules, with `None` after the last.
type Rules = [Option<RuleId>; Decision::MAX_RULES];

impl Decision {
    /// The maximum number of rules of a decision: one for the account, and one for each active qualification that applies.
    ///
    /// ```
    /// use partner_center_rules::{AccountStatus, Decision, Transaction, account_eligibility};
    ///
    /// let decision = account_eligibility(Some(&AccountStatus::NotAllowed.into()), Transaction::NewPurchase);
    /// assert!(decision.rule_ids().count() <= Decision::MAX_RULES);
    /// ```
    pub const MAX_RULES: usize = 4;

    /// Creates the decision of one rule.
    #[must_use]
    pub(crate) const fn from_rule(id: RuleId) -> Self {
        Self { outcome: id.outcome(), rules: [Some(id), None, None, None] }
    }

    /// Returns the decision for two conditions that must both hold. It names every rule that does not allow, or else every rule that
    /// allows.
    #[must_use]
    pub(crate) const fn and(self, other: Self) -> Self {
        match (self.outcome, other.outcome) {
            (Outcome::Allowed, Outcome::Blocked | Outcome::Undetermined) => other,
            (Outcome::Blocked | Outcome::Undetermined, Outcome::Allowed) => self,
            (one, another) => Self { outcome: one.and(another), rules: concat(self.rules, other.rules) },
        }
    }

    /// Returns the outcome.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Returns whether the outcome is [`Outcome::Allowed`].
    ///
    /// ```
    /// use partner_center_rules::{AccountStatus, Transaction, account_eligibility};
    ///
    /// let decision = account_eligibility(Some(&AccountStatus::NotAllowed.into()), Transaction::NewPurchase);
    /// assert!(!decision.is_allowed());
    /// ```
    #[must_use]
    pub const fn is_allowed(&self) -> bool {
        matches!(self.outcome, Outcome::Allowed)
    }

    /// Returns the rules that determined the outcome, at least one.
    ///
    /// ```
    /// use partner_center_rules::{AccountStatus, Transaction, account_eligibility};
    ///
    /// let decision = account_eligibility(Some(&AccountStatus::NotAllowed.into()), Transaction::NewPurchase);
    /// let messages: Vec<_> = decision.rules().map(|rule| rule.reason.message()).collect();
    /// assert_eq!(messages, ["The account of the customer was not approved: transactions are blocked."]);
    /// ```
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> + use<> {
        self.rule_ids().map(RuleId::rule)
    }

    /// Returns the ids of the rules that determined the outcome, at least one.
    ///
    /// ```
    /// use partner_center_rules::{AccountStatus, RuleId, Transaction, account_eligibility};
    ///
    /// let decision = account_eligibility(Some(&AccountStatus::NotAllowed.into()), Transaction::NewPurchase);
    /// assert!(decision.rule_ids().eq([RuleId::A4]));
    /// ```
    pub fn rule_ids(&self) -> impl Iterator<Item = RuleId> + use<> {
        self.rules.into_iter().map_while(|rule| rule)
    }
}

/// Concatenates two lists of rules; at most [`Decision::MAX_RULES`] together.
const fn concat(rules: Rules, [a, b, c, _]: Rules) -> Rules {
    match rules {
        [one, None, ..] => [one, a, b, c],
        [one, two, None, _] => [one, two, a, b],
        [one, two, three, _] => [one, two, three, a],
    }
}

/// In JSON a decision is `{ "outcome", "reasons": [{ "code", "message", "rule", "source" }] }`.
#[cfg(feature = "serde")]
impl serde::Serialize for Decision {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut decision = serializer.serialize_struct("Decision", 2)?;
        decision.serialize_field("outcome", &self.outcome)?;
        decision.serialize_field("reasons", &Reasons(*self))?;
        decision.end()
    }
}

#[cfg(feature = "serde")]
/// The reasons of a decision, for JSON.
pub(crate) struct Reasons(pub(crate) Decision);

#[cfg(feature = "serde")]
impl serde::Serialize for Reasons {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.rules().map(Reason))
    }
}

#[cfg(feature = "serde")]
struct Reason(&'static Rule);

#[cfg(feature = "serde")]
impl serde::Serialize for Reason {
    #[cfg(feature = "messages")]
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut reason = serializer.serialize_struct("Reason", 4)?;
        reason.serialize_field("code", &self.0.reason)?;
        reason.serialize_field("message", self.0.reason.message())?;
        reason.serialize_field("rule", &self.0.id)?;
        reason.serialize_field("source", self.0.source)?;
        reason.end()
    }

    #[cfg(not(feature = "messages"))]
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.id.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_joined_in_their_order_and_without_gaps() {
        let ids = &RuleId::ALL[..Decision::MAX_RULES];
        let rules = |ids: &[RuleId]| core::array::from_fn(|index| ids.get(index).copied());
        for first in 1..Decision::MAX_RULES {
            for both in first..=Decision::MAX_RULES {
                let both_rules: Rules = concat(rules(&ids[..first]), rules(&ids[first..both]));
                assert_eq!(both_rules, rules(&ids[..both]));
            }
        }
    }
}
