//! Counts of decisions.

use crate::rules::decision::Decision;
use crate::rules::rule::{Outcome, RuleId};

/// The number of decisions with each outcome, and the number of decisions that name each rule.
///
/// ```
/// use partner_center_rules::{AccountStatus, Outcome, RuleId, Tally, Transaction, account_eligibility};
///
/// let mut tally = Tally::default();
/// for status in [AccountStatus::Allowed, AccountStatus::UnderReview, AccountStatus::NotAllowed] {
///     tally.add(&account_eligibility(Some(&status.into()), Transaction::NewPurchase));
/// }
/// assert_eq!(tally.outcome(Outcome::Blocked), 2);
/// assert!(tally.rules().eq([(RuleId::A1, 1), (RuleId::A2, 1), (RuleId::A4, 1)]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    outcomes: [u64; Outcome::ALL.len()],
    rules: [u64; RuleId::ALL.len()],
}

impl Default for Tally {
    fn default() -> Self {
        Self { outcomes: [0; Outcome::ALL.len()], rules: [0; RuleId::ALL.len()] }
    }
}

impl Tally {
    /// Counts a decision: its outcome, and every rule that it names.
    ///
    /// ```
    /// use partner_center_rules::{Outcome, Tally, Transaction, account_eligibility};
    ///
    /// let mut tally = Tally::default();
    /// tally.add(&account_eligibility(None, Transaction::NewPurchase));
    /// assert_eq!(tally.outcome(Outcome::Undetermined), 1);
    /// ```
    pub fn add(&mut self, decision: &Decision) {
        count(&mut self.outcomes, outcome_index(decision.outcome()));
        for rule in decision.rule_ids() {
            count(&mut self.rules, rule_index(rule));
        }
    }

    /// Returns the number of decisions with an outcome.
    ///
    /// ```
    /// use partner_center_rules::{Outcome, Tally, Transaction, account_eligibility};
    ///
    /// let mut tally = Tally::default();
    /// tally.add(&account_eligibility(None, Transaction::NewPurchase));
    /// assert_eq!((tally.outcome(Outcome::Undetermined), tally.outcome(Outcome::Blocked)), (1, 0));
    /// ```
    #[must_use]
    pub fn outcome(&self, outcome: Outcome) -> u64 {
        self.outcomes.get(outcome_index(outcome)).copied().unwrap_or(0)
    }

    /// Returns the number of decisions that name a rule.
    ///
    /// ```
    /// use partner_center_rules::{RuleId, Tally, Transaction, account_eligibility};
    ///
    /// let mut tally = Tally::default();
    /// tally.add(&account_eligibility(None, Transaction::NewPurchase));
    /// assert_eq!((tally.rule(RuleId::A9), tally.rule(RuleId::A1)), (1, 0));
    /// ```
    #[must_use]
    pub fn rule(&self, rule: RuleId) -> u64 {
        self.rules.get(rule_index(rule)).copied().unwrap_or(0)
    }

    /// Returns the rules that decisions name, in the order of the table, each with the number of decisions.
    ///
    /// ```
    /// use partner_center_rules::{RuleId, Tally, Transaction, account_eligibility};
    ///
    /// let mut tally = Tally::default();
    /// tally.add(&account_eligibility(None, Transaction::NewPurchase));
    /// assert!(tally.rules().eq([(RuleId::A9, 1)]));
    /// ```
    pub fn rules(&self) -> impl Iterator<Item = (RuleId, u64)> {
        RuleId::ALL.iter().copied().zip(self.rules).filter(|(_, count)| *count > 0)
    }
}

fn count(counts: &mut [u64], index: usize) {
    // There is a count for each variant.
    counts.get_mut(index).into_iter().for_each(|count| *count = count.saturating_add(1));
}

#[expect(clippy::as_conversions, reason = "the index of a variant in its table")]
const fn outcome_index(outcome: Outcome) -> usize {
    outcome as usize
}

#[expect(clippy::as_conversions, reason = "the index of a variant in its table")]
const fn rule_index(rule: RuleId) -> usize {
    rule as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_and_each_outcome_is_counted_by_itself() {
        let mut tally = Tally::default();
        for (count, rule) in (1..).zip(RuleId::ALL) {
            (0..count).for_each(|_| tally.add(&Decision::from_rule(*rule)));
            assert_eq!(tally.rule(*rule), count);
        }
        assert!(tally.rules().eq(RuleId::ALL.iter().copied().zip(1..)));
        for outcome in Outcome::ALL {
            let counted = tally.rules().filter(|(rule, _)| Decision::from_rule(*rule).outcome() == *outcome);
            assert_eq!(tally.outcome(*outcome), counted.map(|(_, count)| count).sum());
        }
    }
}
