//! Decisions as numbers, which the facade reads with tables made from those of the rules.

use partner_center_rules::{Decision, Field, Outcome, RuleId, Settability};

use crate::boundary::{OPTIONAL_SHIFT, OUTCOME_SHIFT, REQUIRED_SHIFT, RULE_BITS};

const _: () = assert!(RuleId::ALL.len() < 1 << RULE_BITS, "the place of a rule fits its bits");
const _: () = assert!(
    Decision::MAX_RULES == 5 && RULE_BITS * 5 <= OUTCOME_SHIFT,
    "the rules of a decision end before the outcome"
);
const _: () = assert!(Outcome::ALL.len() < 1 << (u32::BITS - OUTCOME_SHIFT), "the outcome fits the bits that are left");
const _: () =
    assert!(RULE_BITS <= REQUIRED_SHIFT && Field::ALL.len() == 5, "one rule and two sets of five fields have room");

#[expect(clippy::as_conversions, reason = "a constant that fits")]
const RULE_STEP: usize = RULE_BITS as usize;

/// The code of a decision: its rules from the lowest bit on, and the outcome. It is never 0.
pub(crate) fn decision(decision: &Decision) -> u32 {
    let shifts = (0..OUTCOME_SHIFT).step_by(RULE_STEP);
    let rules: u32 = decision.rule_ids().zip(shifts).map(|(rule, shift)| place(RuleId::ALL, rule) << shift).sum();
    rules | place(Outcome::ALL, decision.outcome()) << OUTCOME_SHIFT
}

/// The code of a settability: that of its decision, which has one rule, and the fields in between.
pub(crate) fn settability(settability: &Settability) -> u32 {
    let fields = settability.fields;
    decision(&settability.decision) | bits(fields.required) << REQUIRED_SHIFT | bits(fields.optional) << OPTIONAL_SHIFT
}

/// The place of an item in its table, counted from 1.
fn place<T: PartialEq>(all: &[T], item: T) -> u32 {
    all.iter().zip(1..).find_map(|(other, place)| (*other == item).then_some(place)).unwrap_or(0)
}

fn bits(fields: &[Field]) -> u32 {
    fields.iter().map(|field| 1 << place(Field::ALL, *field) >> 1).sum()
}
