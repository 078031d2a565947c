//! Ends a review. In the real service Microsoft decides; in the sandbox a request does.

use partner_center_rules::{CustomerId, Qualification, VettingStatus};
use serde::Deserialize;

use crate::data::{Data, Entry};

/// How a review ends.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `qualification` and `outcome`")]
pub(crate) struct Review {
    qualification: Qualification,
    outcome: Outcome,
    /// Why the qualification was denied, in free text.
    reason: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Outcome {
    Approve,
    Deny,
}

/// Why a review cannot end in this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NoReview {
    #[error("There is no such customer.")]
    NoCustomer,
    #[error("The qualification is not in review.")]
    NotInReview,
    #[error("A reason goes only with `deny`.")]
    NeedlessReason,
}

impl Data {
    /// Ends the review of a qualification.
    ///
    /// # Errors
    /// [`NoReview`]; then nothing has changed.
    pub(crate) fn end_review(&mut self, id: CustomerId, review: Review) -> Result<&Entry, NoReview> {
        let Review { qualification, outcome, reason } = review;
        let customer = self.customer_mut(id).ok_or(NoReview::NoCustomer)?;
        let mut held = customer.qualifications.iter_mut().flatten();
        let is_meant = |entry: &&mut Entry| entry.is_in_review() && entry.qualification.parse() == Ok(qualification);
        let entry = held.find(is_meant).ok_or(NoReview::NotInReview)?;
        let status = match (outcome, &reason) {
            (Outcome::Approve, None) => VettingStatus::Approved,
            (Outcome::Approve, Some(_)) => return Err(NoReview::NeedlessReason),
            (Outcome::Deny, _) => VettingStatus::Denied,
        };
        entry.vetting_status = Some(status.to_string());
        entry.vetting_reason = reason;
        Ok(entry)
    }
}
