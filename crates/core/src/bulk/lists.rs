//! Decides for all customers at once.

use alloc::vec::Vec;

use crate::bulk::error::UnfinishedBatch;
use crate::bulk::reader::{Batch, BatchOptions};
use crate::rules::decision::Decision;
use crate::rules::eligibility::{Purchase, purchase_eligibility};
use crate::rules::rule::Outcome;

/// Decides for each record of a text whether a purchase goes through. What a record is, [`Batch`] says.
///
/// # Errors
/// [`UnfinishedBatch`]: the text is not read to its end.
///
/// ```
/// use partner_center_rules::{BatchOptions, Outcome, eligibility_of_many};
///
/// let customers = br#"[{ "name": "Contoso", "status": "Allowed" }, { "status": "NotAllowed" }, { "status": null }]"#;
/// let outcomes = eligibility_of_many(customers, &BatchOptions::default())?;
/// assert_eq!(outcomes, [Outcome::Allowed, Outcome::Blocked, Outcome::Undetermined]);
/// # Ok::<(), partner_center_rules::UnfinishedBatch>(())
/// ```
pub fn eligibility_of_many(bytes: &[u8], options: &BatchOptions) -> Result<Vec<Outcome>, UnfinishedBatch> {
    outcomes(Batch::whole(options), bytes).map_err(|unfinished| unfinished.located_in(bytes))
}

/// Decides for each of several purchases whether it goes through.
///
/// ```
/// use partner_center_rules::{AccountStatus, Outcome, Purchase, eligibility_of_slice};
///
/// let purchase = Purchase { status: Some(AccountStatus::UnderReview.into()), ..Purchase::default() };
/// assert_eq!(eligibility_of_slice(&[purchase, Purchase::default()]), [Outcome::Blocked, Outcome::Undetermined]);
/// ```
#[must_use]
pub fn eligibility_of_slice(purchases: &[Purchase]) -> Vec<Outcome> {
    purchases.iter().map(outcome).collect()
}

pub(crate) fn outcomes(mut batch: Batch, bytes: &[u8]) -> Result<Vec<Outcome>, UnfinishedBatch> {
    let mut outcomes = Vec::new();
    let mut keep = |decision: Decision, _| outcomes.push(decision.outcome());
    match batch.push(bytes, &mut keep).and_then(|()| batch.finish(keep)) {
        Ok(()) => Ok(outcomes),
        Err(error) => Err(UnfinishedBatch { error, outcomes }),
    }
}

pub(crate) fn outcome(purchase: &Purchase) -> Outcome {
    purchase_eligibility(purchase).outcome()
}
