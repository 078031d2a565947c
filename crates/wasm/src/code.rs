//! Encodes decisions as numbers, which the facade decodes with tables that are generated from those of the rules. Most numbers are so
//! small that engines allocate no object for them.

use partner_center_rules::{Decision, FaultOrigin, Field, Outcome, PurchaseRefusal, RuleId, Settability};

use crate::boundary::{OPTIONAL_SHIFT, ORIGIN_SHIFT, OUTCOME_BITS, REQUIRED_SHIFT, RULE_BITS};

const _: () = assert!(Outcome::ALL.len() < 1 << OUTCOME_BITS, "the index of an outcome fits its bits");
const _: () = assert!(RuleId::ALL.len() < 1 << RULE_BITS, "the index of a rule fits its bits");
const _: () = assert!(
    Decision::MAX_RULES == 4 && OUTCOME_BITS + RULE_BITS * 4 <= u32::BITS,
    "the rules of a decision fit the bits that are left"
);
const _: () = assert!(
    OUTCOME_BITS + RULE_BITS <= REQUIRED_SHIFT && Field::ALL.len() == 5,
    "one rule and two sets of five fields have room"
);
const _: () = assert!(OUTCOME_BITS + RULE_BITS <= ORIGIN_SHIFT, "one rule and an origin have room");

/// Encodes a decision: the outcome in the lowest bits, then the rules. The code is never 0.
pub(crate) fn decision(decision: &Decision) -> u32 {
    let mut code = outcome(decision.outcome());
    let mut shift = OUTCOME_BITS;
    for id in decision.rule_ids() {
        code |= rule(id) << shift;
        shift = shift.saturating_add(RULE_BITS);
    }
    code
}

/// Encodes a settability: its decision, which has one rule, then the fields.
pub(crate) fn settability(settability: &Settability) -> u32 {
    let fields = settability.fields;
    decision(&settability.decision) | bits(fields.required) << REQUIRED_SHIFT | bits(fields.optional) << OPTIONAL_SHIFT
}

/// Encodes the refusal of a purchase: its decision, which has one rule, then the cause.
pub(crate) fn refusal(refusal: &PurchaseRefusal) -> u32 {
    decision(&refusal.decision) | origin(refusal.origin) << ORIGIN_SHIFT
}

/// Returns the index of an origin in its table, counted from 0.
#[expect(clippy::as_conversions, reason = "the index of a variant")]
const fn origin(origin: FaultOrigin) -> u32 {
    origin as u32
}

/// Returns the index of an outcome in its table, counted from 1.
#[expect(clippy::as_conversions, reason = "the index of a variant")]
const fn outcome(outcome: Outcome) -> u32 {
    (outcome as u32).saturating_add(1)
}

/// Returns the index of a rule in its table, counted from 1.
#[expect(clippy::as_conversions, reason = "the index of a variant")]
const fn rule(rule: RuleId) -> u32 {
    (rule as u32).saturating_add(1)
}

/// Returns the index of a field in its table, counted from 0.
#[expect(clippy::as_conversions, reason = "the index of a variant")]
const fn field(field: Field) -> u32 {
    field as u32
}

fn bits(fields: &[Field]) -> u32 {
    fields.iter().fold(0, |bits, each| bits | 1 << field(*each))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_are_in_the_order_of_their_tables() {
        assert!(Outcome::ALL.iter().map(|item| outcome(*item)).eq(1..4));
        assert!(RuleId::ALL.iter().zip(1..).all(|(item, index)| rule(*item) == index));
        assert!(Field::ALL.iter().map(|item| field(*item)).eq(0..5));
        assert!(FaultOrigin::ALL.iter().map(|item| origin(*item)).eq(0..5));
    }
}
