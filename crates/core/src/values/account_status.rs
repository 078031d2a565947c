//! The account validation status of a customer.

use crate::values::enumeration::enumeration;
use crate::values::open::{Open, open};

enumeration! {
    /// The account validation status of a customer.
    ///
    /// The service reports [`AccountStatus::NoAccountStatus`] as a 404 with code 600074, never as a value of the member `status`:
    /// [`AccountStatus::from_wire`] refuses it, so that a response with that text is not taken for a 404. A status that is not known
    /// is `None` in decisions.
    ///
    /// ```
    /// use partner_center_rules::{AccountStatus, Open};
    ///
    /// assert_eq!(AccountStatus::from_wire("NotReady"), Some(Open::Known(AccountStatus::NotReady)));
    /// assert_eq!(AccountStatus::NotReady.to_string(), "Not Ready");
    /// assert_eq!(AccountStatus::from_wire("NoAccountStatus"), None);
    /// ```
    ///
    /// Source: `STATUS`.
    pub enum AccountStatus: label {
        /// Transactions are not blocked.
        Allowed = "Allowed", "Allowed";
        /// The account is being reviewed.
        UnderReview = "UnderReview", "Under review";
        /// The account was not approved.
        NotAllowed = "NotAllowed", "Not allowed";
        /// The documented value `Unknown`. Other values are [`Open::Unrecognised`].
        Unknown = "Unknown", "Unknown";
        /// A documented value for which the documentation does not say whether transactions are blocked.
        NotReady = "Not Ready" | "NotReady", "Not ready";
        /// The service has no status for the account.
        NoAccountStatus = "NoAccountStatus", "No account status";
    }
}

open! { AccountStatus }

impl AccountStatus {
    /// Reads the member `status` of a response. Returns `None` for `NoAccountStatus`, which is not a value of that member.
    ///
    /// ```
    /// use partner_center_rules::AccountStatus;
    ///
    /// assert_eq!(AccountStatus::from_wire("UnderReview"), Some(AccountStatus::UnderReview.into()));
    /// ```
    #[must_use]
    pub fn from_wire(text: &str) -> Option<Open<Self>> {
        Some(Open::from(text)).filter(|status| *status != Open::Known(Self::NoAccountStatus))
    }
}
