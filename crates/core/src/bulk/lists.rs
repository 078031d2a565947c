//! Decisions for many customers in one call.

use alloc::vec::Vec;

use crate::bulk::error::IncompleteBulk;
use crate::bulk::options::BulkOptions;
use crate::bulk::reader::BulkReader;
use crate::rules::decision::Decision;
use crate::rules::eligibility::{Purchase, purchase_eligibility};
use crate::rules::rule::Outcome;

/// Decides for each record of a text whether a purchase is possible. See [`BulkReader`] for the format of records.
///
/// # Errors
/// [`IncompleteBulk`]: the text is not valid. It has the outcomes of the records before the error.
///
/// ```
/// use partner_center_rules::{BulkOptions, Outcome, bulk_eligibility};
///
/// let customers = br#"[{ "name": "Contoso", "status": "Allowed" }, { "status": "NotAllowed" }, { "status": null }]"#;
/// let outcomes = bulk_eligibility(customers, &BulkOptions::default())?;
/// assert_eq!(outcomes, [Outcome::Allowed, Outcome::Blocked, Outcome::Undetermined]);
/// # Ok::<(), partner_center_rules::IncompleteBulk>(())
/// ```
pub fn bulk_eligibility(bytes: &[u8], options: &BulkOptions) -> Result<Vec<Outcome>, IncompleteBulk> {
    collect_outcomes(BulkReader::without_position(options), bytes).map_err(|unfinished| unfinished.located_in(bytes))
}

/// Decides for each of several purchases whether it is possible.
///
/// ```
/// use partner_center_rules::{AccountStatus, Outcome, Purchase, purchase_eligibilities};
///
/// let purchase = Purchase { status: Some(AccountStatus::UnderReview.into()), ..Purchase::default() };
/// assert_eq!(purchase_eligibilities(&[purchase, Purchase::default()]), [Outcome::Blocked, Outcome::Undetermined]);
/// ```
#[must_use]
pub fn purchase_eligibilities(purchases: &[Purchase]) -> Vec<Outcome> {
    purchases.iter().map(outcome).collect()
}

/// Returns the outcomes of all records of a text.
pub(crate) fn collect_outcomes(mut reader: BulkReader, bytes: &[u8]) -> Result<Vec<Outcome>, IncompleteBulk> {
    let mut outcomes = Vec::new();
    let mut keep = |decision: Decision, _| outcomes.push(decision.outcome());
    match reader.push(bytes, &mut keep).and_then(|()| reader.finish(keep)) {
        Ok(()) => Ok(outcomes),
        Err(error) => Err(IncompleteBulk { error, outcomes }),
    }
}

/// Returns the outcome of a purchase.
pub(crate) fn outcome(purchase: &Purchase) -> Outcome {
    purchase_eligibility(purchase).outcome()
}
