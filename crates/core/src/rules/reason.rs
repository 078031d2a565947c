//! Reasons of decisions, as stable codes and as messages for people.

use crate::values::enumeration::enumeration;

enumeration! {
    /// The reason of a decision.
    ///
    /// Codes are stable: to remove or rename one is a breaking change. Several rules can have the same reason, so that people read the
    /// same message for the same cause.
    ///
    /// ```
    /// use partner_center_rules::ReasonCode;
    ///
    /// assert_eq!(ReasonCode::AlreadyHeld.to_string(), "alreadyHeld");
    /// assert_eq!(ReasonCode::AlreadyHeld.message(), "The customer already holds this qualification.");
    /// ```
    pub enum ReasonCode: message {
        /// Settability: the qualifications of the customer are not known.
        HoldingsNotKnown = "holdingsNotKnown",
            "It is not known what the customer holds. Read the qualifications of the customer first.";
        /// Settability: no API sets the value.
        CannotBeSet = "cannotBeSet",
            "None and Nonprofit cannot be set. Education, Government Community Cloud and, through the asynchronous API, State-owned entity can.";
        /// Settability: this API does not set the value.
        NotOfferedByApi = "notOfferedByApi",
            "The synchronous API does not offer State-owned entity. The asynchronous API does.";
        /// Settability: there is no such value.
        UnknownValue = "unknownValue",
            "This is not a qualification that can be set. Education, Government Community Cloud and, through the asynchronous API, State-owned entity can.";
        /// Settability: the customer has the qualification.
        AlreadyHeld = "alreadyHeld",
            "The customer already holds this qualification.";
        /// Settability: a qualification is in review.
        ReviewInProgress = "reviewInProgress",
            "A qualification of the customer is in review, usually for a few days. Whether the requested qualification can be set meanwhile is not documented.";
        /// Settability and offers: the customer has an unrecognised qualification or vetting status.
        UnrecognisedState = "unrecognisedState",
            "The customer holds a qualification or vetting status that these rules do not know.";
        /// Settability: GCC is only for customers without a qualification.
        RequiresNoQualification = "requiresNoQualification",
            "Government Community Cloud can be set only for a customer that holds no qualification.";
        /// Settability: GCC after SOE.
        OrderNotDocumented = "orderNotDocumented",
            "Customers can hold both Government Community Cloud and State-owned entity, but whether the former can be set after the latter is not documented.";
        /// Settability: Education cannot replace GCC.
        CannotBeOverridden = "cannotBeOverridden",
            "Education can't be combined with Government Community Cloud, and a qualification can't be removed after it is set.";
        /// Settability: SOE or Education after Nonprofit.
        CombinationNotDocumented = "combinationNotDocumented",
            "The customer holds Nonprofit. Whether another qualification can be set then is not documented.";
        /// Settability: allowed.
        Settable = "settable",
            "The qualification can be set.";

        /// Account: allowed.
        AccountAllowed = "accountAllowed",
            "The account is validated: transactions are not blocked.";
        /// Account: blocked by a review.
        AccountUnderReview = "accountUnderReview",
            "The account of the customer is under review. New purchases, seat increases and upgrades are blocked until the review ends.";
        /// Account: not blocked by a review.
        UnaffectedByReview = "unaffectedByReview",
            "The account of the customer is under review. Renewals, seat reductions and cancellations are still possible.";
        /// Account: not approved.
        AccountNotAllowed = "accountNotAllowed",
            "The account of the customer was not approved: transactions are blocked.";
        /// Account: the value `Unknown`.
        AccountStatusUnknown = "accountStatusUnknown",
            "The service gives the account status Unknown: transactions are blocked.";
        /// Account: the value `Not Ready`.
        AccountNotReady = "accountNotReady",
            "The account status is Not Ready. Whether transactions are blocked then is not documented.";
        /// Account: allowed without a status.
        NoAccountStatus = "noAccountStatus",
            "The customer has no account status: transactions are not blocked.";
        /// Account: an unrecognised value.
        AccountStatusUnrecognised = "accountStatusUnrecognised",
            "The account status is not one of the documented values. Whether transactions are blocked then is not known.";
        /// Account: the status is not known.
        AccountStatusNotKnown = "accountStatusNotKnown",
            "The account status is not known. Read the validation status of the customer first.";

        /// Response: 200 without an account status.
        UnexpectedBody = "unexpectedBody",
            "The answer is not an account status.";
        /// Response: 404 for another reason.
        OtherNotFound = "otherNotFound",
            "The service answered that something was not found, but not that it was the account status. Check the customer ID.";
        /// Response: 401 or 403.
        Credentials = "credentials",
            "The service did not accept the credentials. This says nothing about the customer.";
        /// Response: 429 or 500 to 599.
        RetryLater = "retryLater",
            "The service could not answer now. Read the validation status again later.";
        /// Response: any other HTTP status.
        UnexpectedHttpStatus = "unexpectedHttpStatus",
            "The HTTP status of the answer is not one that the documentation names.";

        /// Offer: allowed.
        SegmentAvailable = "segmentAvailable",
            "The customer is eligible for offers of this segment.";
        /// Offer: blocked.
        SegmentNotAvailable = "segmentNotAvailable",
            "With its current qualifications, the customer is not eligible for offers of this segment.";
        /// Offer: the active qualifications allow different segments.
        QualificationsDisagree = "qualificationsDisagree",
            "The customer holds several qualifications, and what they allow differs.";
        /// Offer: blocked for sale, but the transaction is about an existing subscription.
        ExistingSubscriptionNotDocumented = "existingSubscriptionNotDocumented",
            "The customer is not eligible for new offers of this segment. Whether a subscription that the customer already has can be renewed, reduced or cancelled is not documented.";

        /// Purchase: the account is locked.
        AccountLocked = "accountLocked",
            "The account of the customer is locked for transactions. Contact Microsoft support.";
        /// Purchase: the customer does not have the qualification that the offer requires.
        QualificationMissing = "qualificationMissing",
            "The customer does not have the qualification that the offer requires. Set the qualification first, or choose another offer.";
        /// Purchase: the Microsoft Customer Agreement is not accepted.
        CustomerAgreementMissing = "customerAgreementMissing",
            "The customer's acceptance of the Microsoft Customer Agreement is not confirmed. Confirm it in Partner Center, or ask the customer to accept it, then place the order again.";
        /// Purchase: a limit of subscriptions, seats or quantity is exceeded.
        LimitExceeded = "limitExceeded",
            "The order is outside a limit of subscriptions, seats or quantity. Change the number, then place the order again.";
        /// Purchase: the offer is not available, or no longer.
        OfferNotAvailable = "offerNotAvailable",
            "The offer is not for sale here, or no longer. Choose another offer.";
        /// Purchase: the credit line of the partner is too low.
        CreditInsufficient = "creditInsufficient",
            "Your credit line is too low for this order. Reduce the order, or contact Microsoft support about the credit line.";
        /// Purchase: refused by risk management.
        RiskCheckFailed = "riskCheckFailed",
            "Microsoft's risk management refused the order. Contact Microsoft support.";
        /// Purchase: not eligible, without a documented reason.
        NotEligible = "notEligible",
            "You are not eligible for this transaction. Microsoft gives no further reason: contact Microsoft support.";
        /// Purchase: agreement, program or market of the partner or its reseller do not allow it.
        PartnerMayNotSell = "partnerMayNotSell",
            "You or your indirect reseller may not sell this. Check the Microsoft Partner Agreement, the programs and the markets of both in Partner Center.";
    }
}
