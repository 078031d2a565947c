//! Parallel versions of the bulk functions (feature `rayon`).

use alloc::vec::Vec;

use rayon::prelude::*;

use crate::bulk::error::{BYTE_ORDER_MARK, IncompleteBulk};
use crate::bulk::lists::{bulk_eligibility, collect_outcomes, outcome};
use crate::bulk::options::BulkOptions;
use crate::bulk::reader::BulkReader;
use crate::json::scanner::is_white_space;
use crate::rules::eligibility::Purchase;
use crate::rules::rule::Outcome;

/// The minimum number of bytes of a piece. A piece ends with the line that it ends in.
const PIECE: usize = 1 << 18;

/// Decides as [`bulk_eligibility`] does, on all cores.
///
/// An array is read on one core, since the start of a record cannot be found from the middle of an array.
///
/// # Errors
/// [`IncompleteBulk`]: the text is not valid. It has the outcomes of the records before the error.
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
    // The first record is read differently, so the first piece begins with it.
    let reader = |index| if index == 0 { BulkReader::for_first_lines(options) } else { BulkReader::for_lines(options) };
    let decided: Result<Vec<_>, _> =
        pieces.into_par_iter().enumerate().map(|(index, piece)| collect_outcomes(reader(index), piece)).collect();
    // A record with line feeds inside is cut into pieces. Then, and after an error, the text is read in one piece.
    decided.map_or_else(|_| bulk_eligibility(bytes, options), |outcomes| Ok(outcomes.concat()))
}

/// Decides as [`purchase_eligibilities`](crate::purchase_eligibilities) does, on all cores.
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

/// Splits a text into pieces before line feeds.
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
