//! Transactions, and the segments of offers.

use crate::values::enumeration::enumeration;

enumeration! {
    /// A kind of transaction. A review of the account blocks some kinds and not the others.
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
        /// Offers for all commercial customers.
        Commercial = "Commercial", "Commercial";
        /// Offers for education.
        Education = "Education", "Education";
        /// Offers for nonprofits.
        Nonprofit = "Nonprofit", "Nonprofit";
        /// Offers for Government Community Cloud (GCC).
        GovernmentCommunityCloud = "GovernmentCommunityCloud", "Government Community Cloud (GCC)";
    }
}
