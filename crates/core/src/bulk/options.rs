//! Options of a bulk check.

use crate::values::offer::{OfferSegment, Transaction};

/// The purchase to decide for each customer. The default is a new purchase, decided by the account status alone.
///
/// ```
/// use partner_center_rules::{BulkOptions, OfferSegment, Outcome, bulk_eligibility};
///
/// let customers = br#"{"status":"Allowed","qualifications":[]}"#;
/// let education = BulkOptions { segment: Some(OfferSegment::Education), ..BulkOptions::default() };
/// assert_eq!(bulk_eligibility(customers, &BulkOptions::default()), Ok(vec![Outcome::Allowed]));
/// assert_eq!(bulk_eligibility(customers, &education), Ok(vec![Outcome::Blocked]));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct BulkOptions {
    /// The kind of transaction.
    pub transaction: Transaction,
    /// The segment of the offer; `None`: only the account status decides.
    pub segment: Option<OfferSegment>,
}
