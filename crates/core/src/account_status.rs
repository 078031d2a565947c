//! The account validation status of a customer, and the transactions that it decides on.

use crate::enumeration::enumeration;
use crate::open::{Open, open};

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

enumeration! {
    /// A kind of transaction. A review of the account blocks some kinds and lets others go on.
    ///
    /// Source: `VERIFY`.
    ///
    /// ```
    /// use partner_center_rules::Transaction;
    ///
    /// assert_eq!(Transaction::default(), Transaction::NewPurchase);
    /// ```
    pub enum Transaction: label {
        /// A new purchase.
        NewPurchase = "newPurchase", "New purchase";
        /// More seats on a subscription.
        SeatIncrease = "seatIncrease", "Seat increase";
        /// An upgrade of a subscription.
        Upgrade = "upgrade", "Upgrade";
        /// The renewal of a subscription.
        Renewal = "renewal", "Renewal";
        /// Fewer seats on a subscription.
        SeatReduction = "seatReduction", "Seat reduction";
        /// The cancellation of a subscription.
        Cancellation = "cancellation", "Cancellation";
    }
}

#[expect(clippy::derivable_impls, reason = "the enumeration macro declares the variants")]
impl Default for Transaction {
    fn default() -> Self {
        Self::NewPurchase
    }
}

enumeration! {
    /// A segment of offers.
    ///
    /// Source: `SEGMENT`.
    ///
    /// ```
    /// use partner_center_rules::{Holdings, OfferSegment, Transaction, offer_eligibility};
    ///
    /// let nothing_held = Some(Holdings::default());
    /// assert!(!offer_eligibility(nothing_held, OfferSegment::Education, Transaction::NewPurchase).is_allowed());
    /// ```
    pub enum OfferSegment: label {
        /// Offers for every commercial customer.
        Commercial = "Commercial", "Commercial";
        /// Offers for education.
        Education = "Education", "Education";
        /// Offers for nonprofits.
        Nonprofit = "Nonprofit", "Nonprofit";
        /// Offers for Government Community Cloud (GCC).
        GovernmentCommunityCloud = "GovernmentCommunityCloud", "Government Community Cloud (GCC)";
    }
}
