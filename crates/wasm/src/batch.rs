//! The call for a whole text of records, piece by piece. What is to be known between the pieces is kept by the facade.

use alloc::vec::Vec;

use partner_center_rules::{
    Batch, BatchError, BatchFault, BatchOptions, Decision, MAX_BODY_BYTES, OfferSegment, Outcome, RuleId, Tally,
    Transaction,
};
use wasm_bindgen::prelude::*;

use crate::boundary::{MOST_PIECE_BYTES, NO_SEGMENT, RECORD_SHIFT};
use crate::{index, item};

const _: () = assert!(Outcome::ALL.len() <= 1 << RECORD_SHIFT, "the place of an outcome fits its bits");
const _: () = assert!(
    2 * MAX_BODY_BYTES + MOST_PIECE_BYTES < 1 << (u32::BITS - RECORD_SHIFT),
    "the end of a record fits the bits that are left"
);

/// Decides for the records that end in a piece, and if it is the last one, for the record that ends with it.
///
/// First the facade gives again what was left of the piece before: where the batch is, and the beginning of a record.
/// The answer is a number for each record, which has its outcome in the lowest bits and above them where it ends; places are
/// counted from that beginning. After the records come where the batch is now, how many bytes are left, the fault, counted from
/// 1, and its place, how many records have each outcome, and how many decisions name each rule.
#[wasm_bindgen]
#[must_use]
pub fn push_batch(place: u32, transaction: u32, segment: u32, begun: &[u8], bytes: &[u8], is_last: bool) -> Vec<u32> {
    let segment = match segment {
        NO_SEGMENT => None,
        at => match OfferSegment::ALL.get(index(at)) {
            None => return Vec::new(),
            some => some.copied(),
        },
    };
    let options = BatchOptions { transaction: item(Transaction::ALL, transaction), segment };
    let batch = u8::try_from(place).ok().and_then(|place| Batch::from_bits(place, &options));
    let Some(mut batch) = batch else { return Vec::new() };
    let mut numbers = Vec::new();
    let mut tally = Tally::default();
    let mut sink = |decision: Decision, end| {
        tally.add(&decision);
        numbers.push(low(end) << RECORD_SHIFT | outcome(decision.outcome()));
    };
    let pushed = batch.push(begun, &mut sink).and_then(|()| batch.push(bytes, &mut sink));
    let (place, left) = (batch.to_bits().into(), batch.begun());
    let end = match pushed {
        Ok(()) if is_last => batch.finish(&mut sink),
        _ => pushed,
    };
    numbers.extend([place, u32::try_from(left).unwrap_or(u32::MAX)]);
    numbers.extend(end.err().map_or([0, 0], |BatchError { fault, offset }| [code(fault), low(offset)]));
    numbers.extend(Outcome::ALL.iter().map(|outcome| low(tally.outcome(*outcome))));
    numbers.extend(RuleId::ALL.iter().map(|rule| low(tally.rule(*rule))));
    numbers
}

/// A number about one piece, which is small.
fn low(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[expect(clippy::as_conversions, reason = "the place of a variant, which is that in its table")]
const fn outcome(outcome: Outcome) -> u32 {
    outcome as u32
}

#[expect(clippy::as_conversions, reason = "the place of a variant, which is that in its table")]
const fn code(fault: BatchFault) -> u32 {
    (fault as u32).saturating_add(1)
}
