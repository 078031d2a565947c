//! The call for a whole text of records, piece by piece. What is to be known between the pieces is kept by the facade.

use partner_center_rules::{
    BulkError, BulkErrorCode, BulkOptions, BulkReader, Decision, MAX_BODY_BYTES, OfferSegment, Transaction,
};
use wasm_bindgen::prelude::*;

use crate::arguments::{index, item};
use crate::boundary::{MOST_PIECE_BYTES, NO_SEGMENT, RECORD_SHIFT};
use crate::code;

const _: () = assert!(
    2 * MAX_BODY_BYTES + MOST_PIECE_BYTES < 1 << (u32::BITS - RECORD_SHIFT),
    "the end of a record fits the bits that are left"
);

/// Decides for the records that end in a piece, and if it is the last one, for the record that ends with it.
///
/// First the facade gives again what was left of the piece before: where the batch is, as a place, a line and a column, and the
/// beginning of a record. The answer is a number for each record, which has the place of its decision in the lowest bits and above
/// them where it ends, counted from that beginning. After the records come the different decisions, each as its code and how
/// many records have it; then the name of the member that an error is about, in units of UTF-16; then how many decisions and
/// how many units these are, where the batch is now, how many bytes are left, and the code, counted from 1, with its offset, line and
/// column.
#[wasm_bindgen]
#[must_use]
pub fn push_bulk(place: &[u32], transaction: u32, segment: u32, begun: &[u8], bytes: &[u8], is_last: bool) -> Vec<u32> {
    let segment = match segment {
        NO_SEGMENT => None,
        at => match OfferSegment::ALL.get(index(at)) {
            None => return Vec::new(),
            some => some.copied(),
        },
    };
    let options = BulkOptions { transaction: item(Transaction::ALL, transaction), segment };
    let &[place, line, column] = place else { return Vec::new() };
    let reader =
        u8::try_from(place).ok().and_then(|place| BulkReader::from_bits(place, line.into(), column.into(), &options));
    let Some(mut reader) = reader else { return Vec::new() };
    let mut numbers = Vec::new();
    let mut decisions = Vec::new();
    let mut sink = |decision: Decision, end| {
        numbers.push(low(end) << RECORD_SHIFT | count(&mut decisions, decision));
    };
    let pushed = reader.push(begun, &mut sink).and_then(|()| reader.push(bytes, &mut sink));
    let state = [reader.to_bits().into(), low(reader.line()), low(reader.column()), low(reader.begun())];
    let end = match pushed {
        Ok(()) if is_last => reader.finish(&mut sink),
        _ => pushed,
    };
    numbers.extend(decisions.iter().flat_map(|(decision, count)| [code::decision(decision), *count]));
    let error = end.err();
    let member = error.as_ref().and_then(|error| error.member.as_deref()).unwrap_or_default();
    let records_and_decisions = numbers.len();
    numbers.extend(member.encode_utf16().map(u32::from));
    let units = numbers.len().saturating_sub(records_and_decisions);
    numbers.extend([low(decisions.len()), low(units)]);
    numbers.extend(state);
    numbers.extend(error.map_or([0; 4], |BulkError { code, offset, line, column, .. }| {
        [fault_code(code), low(offset), low(line), low(column)]
    }));
    numbers
}

/// Counts a decision and gives its place. There are few different ones: of an account or of an account and a segment.
#[inline]
fn count(decisions: &mut Vec<(Decision, u32)>, decision: Decision) -> u32 {
    for (place, (known, count)) in (0..).zip(decisions.iter_mut()) {
        if *known == decision {
            *count = count.saturating_add(1);
            return place;
        }
    }
    decisions.push((decision, 1));
    low(decisions.len()).saturating_sub(1)
}

/// A number about one piece, which is small.
fn low(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

#[expect(clippy::as_conversions, reason = "the place of a variant, which is that in its table")]
const fn fault_code(code: BulkErrorCode) -> u32 {
    (code as u32).saturating_add(1)
}
