//! The function that checks a text of records, piece by piece. The facade keeps the state between the pieces.

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

/// Decides for the records that end in a piece. If the piece is the last one, decides for the record that ends with it.
///
/// The facade passes the state after the previous piece: `scan`, which is the state of the scan for record boundaries, the line and the
/// column; and `partial`, which is the beginning of an incomplete record. The result is a list of numbers:
///
/// - for each record one number, with the index of its decision in the lowest bits and then its end, counted from the start of `partial`;
/// - for each different decision its code and the number of records that have it;
/// - the name of the member that an error concerns, in UTF-16 code units;
/// - the number of the different decisions, and of these code units;
/// - the new state of the scan (three numbers), and the number of bytes at the end that belong to an incomplete record;
/// - the code of the error, counted from 1, with its offset, line and column. All are 0 without an error.
#[wasm_bindgen]
#[must_use]
pub fn push_bulk(
    scan: &[u32],
    transaction: u32,
    segment: u32,
    partial: &[u8],
    bytes: &[u8],
    is_last: bool,
) -> Vec<u32> {
    let segment = match segment {
        NO_SEGMENT => None,
        segment => match OfferSegment::ALL.get(index(segment)) {
            None => return Vec::new(),
            some => some.copied(),
        },
    };
    let options = BulkOptions { transaction: item(Transaction::ALL, transaction), segment };
    let &[bits, line, column] = scan else { return Vec::new() };
    let reader =
        u8::try_from(bits).ok().and_then(|bits| BulkReader::from_bits(bits, line.into(), column.into(), &options));
    let Some(mut reader) = reader else { return Vec::new() };
    let mut numbers = Vec::new();
    let mut decisions = Vec::new();
    let mut sink = |decision: Decision, end| {
        numbers.push(low(end) << RECORD_SHIFT | count(&mut decisions, decision));
    };
    let pushed = reader.push(partial, &mut sink).and_then(|()| reader.push(bytes, &mut sink));
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

/// Counts a decision and returns its index. There are few different decisions: about an account, or an account and a segment.
#[inline]
fn count(decisions: &mut Vec<(Decision, u32)>, decision: Decision) -> u32 {
    for (index, (known, count)) in (0..).zip(decisions.iter_mut()) {
        if *known == decision {
            *count = count.saturating_add(1);
            return index;
        }
    }
    decisions.push((decision, 1));
    low(decisions.len()).saturating_sub(1)
}

/// Converts a number about one piece. It always fits.
fn low(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

#[expect(clippy::as_conversions, reason = "the index of a variant, which is its index in the table")]
const fn fault_code(code: BulkErrorCode) -> u32 {
    (code as u32).saturating_add(1)
}
