//! The same on all cores.

use alloc::vec::Vec;

use rayon::prelude::*;

use crate::bulk::error::{BYTE_ORDER_MARK, IncompleteBulk};
use crate::bulk::lists::{bulk_eligibility, collect_outcomes, outcome};
use crate::bulk::reader::{BulkOptions, BulkReader};
use crate::json::scanner::is_white_space;
use crate::rules::eligibility::Purchase;
use crate::rules::rule::Outcome;

/// How many bytes of lines are decided at a time, or a little more.
const PIECE: usize = 1 << 18;

/// [`bulk_eligibility`] on all cores.
///
/// An array is read on one: where its records begin cannot be told from its middle.
///
/// # Errors
/// [`IncompleteBulk`]: the text is not read to its end.
///
/// ```
/// use partner_center_rules::{BulkOptions, Outcome, par_bulk_eligibility};
///
/// let customers = "{\"status\":\"Allowed\"}\n".repeat(100_000);
/// let outcomes = par_bulk_eligibility(customers.as_bytes(), &BulkOptions::default())?;
/// assert_eq!(outcomes, vec![Outcome::Allowed; 100_000]);
/// # Ok::<(), partner_center_rules::IncompleteBulk>(())
/// ```
pub fn par_bulk_eligibility(bytes: &[u8], options: &BulkOptions) -> Result<Vec<Outcome>, IncompleteBulk> {
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let start = text.iter().position(|byte| !is_white_space(*byte)).unwrap_or(text.len());
    let records = text.get(start..).unwrap_or_default();
    if records.first() == Some(&b'[') {
        return bulk_eligibility(bytes, options);
    }
    let pieces = pieces(records);
    // The first record is special, so the first piece begins with it.
    let reader = |index| if index == 0 { BulkReader::for_first_lines(options) } else { BulkReader::for_lines(options) };
    let decided: Result<Vec<_>, _> =
        pieces.into_par_iter().enumerate().map(|(index, piece)| collect_outcomes(reader(index), piece)).collect();
    // A line feed is no end of a record that has white space in it. Then, and where there is an error, it is read in one.
    decided.map_or_else(|_| bulk_eligibility(bytes, options), |outcomes| Ok(outcomes.concat()))
}

/// [`purchase_eligibilities`](crate::purchase_eligibilities) on all cores.
///
/// ```
/// use partner_center_rules::{Outcome, Purchase, par_purchase_eligibilities};
///
/// let purchases = vec![Purchase::default(); 1_000];
/// assert_eq!(par_purchase_eligibilities(&purchases), [Outcome::Undetermined; 1_000]);
/// ```
#[must_use]
pub fn par_purchase_eligibilities(purchases: &[Purchase]) -> Vec<Outcome> {
    purchases.par_iter().map(outcome).collect()
}

/// The text in pieces that end with a line.
fn pieces(bytes: &[u8]) -> Vec<&[u8]> {
    let mut pieces = Vec::new();
    let mut rest = bytes;
    while let Some((_, after)) = rest.split_at_checked(PIECE) {
        let line_feed = after.iter().position(|byte| *byte == b'\n').unwrap_or(after.len());
        let (piece, after) = rest.split_at_checked(PIECE.saturating_add(line_feed)).unwrap_or((rest, &[]));
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    #[test]
    fn lines_come_in_pieces() {
        // A kibibyte each.
        let line = format!("{{\"x\":\"{}\"}}\n", "y".repeat(1_015));
        let lines = format!(" {}", line.repeat(1_000));
        let pieces = pieces(lines.as_bytes());
        assert_eq!(pieces.concat(), lines.as_bytes());
        let lengths: Vec<_> = pieces.iter().map(|piece| piece.len() / 1_024).collect();
        assert_eq!(lengths, [256, 256, 256, 232]);
        assert!(pieces.iter().skip(1).all(|piece| piece.starts_with(b"\n{")));
    }
}
