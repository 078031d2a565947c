//! The account validation status of a customer.

use crate::values::enumeration::enumeration;
use crate::values::open::{Open, open};

enumeration! {
    /// The account validation status of a customer.
    ///
    /// [`AccountStatus::NoAccountStatus`] is what the service says with a 404 and code 600074. It is not a status on the wire:
    /// [`AccountStatus::from_wire`] refuses it, so that no answer can smuggle it in. Not knowing the status is something else
    /// again: decisions take that as `None`.
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
        /// The service says `Unknown`. This is not a status that these rules do not know.
        Unknown = "Unknown", "Unknown";
        /// In neither list of the documentation.
        NotReady = "Not Ready" | "NotReady", "Not ready";
        /// The service has no status for the account.
        NoAccountStatus = "NoAccountStatus", "No account status";
    }
}

open! { AccountStatus }

impl AccountStatus {
    /// Reads the `status` of an answer of the service; nothing for the word by which these rules say that there is none.
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
