//! Why a decision is what it is, in codes that do not change and in sentences for people.

use crate::values::enumeration::enumeration;

enumeration! {
    /// Why a decision is what it is.
    ///
    /// Codes are stable: one that is removed or renamed breaks those who rely on it. Several rules can give the same reason, so
    /// that people read one sentence for one cause.
    ///
    /// ```
    /// use partner_center_rules::ReasonCode;
    ///
    /// assert_eq!(ReasonCode::AlreadyHeld.to_string(), "alreadyHeld");
    /// assert_eq!(ReasonCode::AlreadyHeld.message(), "The customer already holds this qualification.");
    /// ```
    pub enum ReasonCode: message {
        /// Settability: what the customer holds was not given.
        HoldingsNotKnown = "holdingsNotKnown",
            "It is not known what the customer holds. Read the qualifications of the customer first.";
        /// Settability: the value is never set through the service.
        CannotBeSet = "cannotBeSet",
            "None and Nonprofit cannot be set. Education, Government Community Cloud and, through the asynchronous API, State-owned entity can.";
        /// Settability: the interface does not offer the value.
        NotOfferedByApi = "notOfferedByApi",
            "The synchronous API does not offer State-owned entity. The asynchronous API does.";
        /// Settability: there is no such value.
        UnknownValue = "unknownValue",
            "This is not a qualification that can be set. Education, Government Community Cloud and, through the asynchronous API, State-owned entity can.";
        /// Settability: nothing is left to do.
        AlreadyHeld = "alreadyHeld",
            "The customer already holds this qualification.";
        /// Settability: a review has to end first.
        ReviewInProgress = "reviewInProgress",
            "A qualification of the customer is in review, usually for a few days. Whether the requested qualification can be set meanwhile is not documented.";
        /// Anything: the customer holds something that these rules do not know.
        UnrecognisedState = "unrecognisedState",
            "The customer holds a qualification or vetting status that these rules do not know.";
        /// Settability: GCC is for customers without a qualification.
        RequiresNoQualification = "requiresNoQualification",
            "Government Community Cloud can be set only for a customer that holds no qualification.";
        /// Settability: GCC after SOE.
        OrderNotDocumented = "orderNotDocumented",
            "Customers can hold both Government Community Cloud and State-owned entity, but whether the former can be set after the latter is not documented.";
        /// Settability: what is set stays.
        CannotBeOverridden = "cannotBeOverridden",
            "Education can't be combined with Government Community Cloud, and a qualification can't be removed after it is set.";
        /// Settability: SOE or Education after Nonprofit.
        CombinationNotDocumented = "combinationNotDocumented",
            "The customer holds Nonprofit. Whether another qualification can be set then is not documented.";
        /// Settability: yes.
        Settable = "settable",
            "The qualification can be set.";

        /// Account: yes.
        AccountAllowed = "accountAllowed",
            "The account is validated: transactions are not blocked.";
        /// Account: blocked by a review.
        AccountUnderReview = "accountUnderReview",
            "The account of the customer is under review. New purchases, seat increases and upgrades are blocked until the review ends.";
        /// Account: not blocked in spite of a review.
        UnaffectedByReview = "unaffectedByReview",
            "The account of the customer is under review. Renewals, seat reductions and cancellations are still possible.";
        /// Account: refused.
        AccountNotAllowed = "accountNotAllowed",
            "The account of the customer was not approved: transactions are blocked.";
        /// Account: the value `Unknown`.
        AccountStatusUnknown = "accountStatusUnknown",
            "The service gives the account status Unknown: transactions are blocked.";
        /// Account: the value `Not Ready`.
        AccountNotReady = "accountNotReady",
            "The account status is Not Ready. Whether transactions are blocked then is not documented.";
        /// Account: yes.
        NoAccountStatus = "noAccountStatus",
            "The customer has no account status: transactions are not blocked.";
        /// Account: a value added later.
        AccountStatusUnrecognised = "accountStatusUnrecognised",
            "The account status is not one of the documented values. Whether transactions are blocked then is not known.";
        /// Account: the status was not given.
        AccountStatusNotKnown = "accountStatusNotKnown",
            "The account status is not known. Read the validation status of the customer first.";

        /// Answer: 200 with something else.
        UnexpectedBody = "unexpectedBody",
            "The answer is not an account status.";
        /// Answer: 404 for another cause.
        OtherNotFound = "otherNotFound",
            "The service answered that something was not found, but not that it was the account status. Check the customer ID.";
        /// Answer: 401 or 403.
        Credentials = "credentials",
            "The service did not accept the credentials. This says nothing about the customer.";
        /// Answer: 429 or 5xx.
        RetryLater = "retryLater",
            "The service could not answer now. Read the validation status again later.";
        /// Answer: any other HTTP status.
        UnexpectedHttpStatus = "unexpectedHttpStatus",
            "The HTTP status of the answer is not one that the documentation names.";

        /// Offer: yes.
        SegmentAvailable = "segmentAvailable",
            "The customer is eligible for offers of this segment.";
        /// Offer: no.
        SegmentNotAvailable = "segmentNotAvailable",
            "With its current qualifications, the customer is not eligible for offers of this segment.";
        /// Offer: the active qualifications differ.
        QualificationsDisagree = "qualificationsDisagree",
            "The customer holds several qualifications, and what they allow differs.";
        /// Offer: a no for selling says nothing about a subscription that is there already.
        ExistingSubscriptionNotDocumented = "existingSubscriptionNotDocumented",
            "The customer is not eligible for new offers of this segment. Whether a subscription that the customer already has can be renewed, reduced or cancelled is not documented.";

        /// Purchase: the account is locked.
        AccountLocked = "accountLocked",
            "The account of the customer is locked for transactions. Contact Microsoft support.";
        /// Purchase: the tenant lacks the tag that the offer requires.
        QualificationMissing = "qualificationMissing",
            "The customer does not have the qualification that the offer requires. Set the qualification first, or choose another offer.";
        /// Purchase: the Microsoft Customer Agreement.
        CustomerAgreementMissing = "customerAgreementMissing",
            "The customer's acceptance of the Microsoft Customer Agreement is not confirmed. Confirm it in Partner Center, or ask the customer to accept it, then place the order again.";
        /// Purchase: a limit of subscriptions, seats or quantity.
        LimitExceeded = "limitExceeded",
            "The order is outside a limit of subscriptions, seats or quantity. Change the number, then place the order again.";
        /// Purchase: the offer is not, or no longer, for sale.
        OfferNotAvailable = "offerNotAvailable",
            "The offer is not for sale here, or no longer. Choose another offer.";
        /// Purchase: the credit line of the partner.
        CreditInsufficient = "creditInsufficient",
            "Your credit line is too low for this order. Reduce the order, or contact Microsoft support about the credit line.";
        /// Purchase: risk management.
        RiskCheckFailed = "riskCheckFailed",
            "Microsoft's risk management refused the order. Contact Microsoft support.";
        /// Purchase: not eligible, the page says no more.
        NotEligible = "notEligible",
            "You are not eligible for this transaction. Microsoft gives no further reason: contact Microsoft support.";
        /// Purchase: agreement, program or market of the partner or its reseller.
        PartnerMayNotSell = "partnerMayNotSell",
            "You or your indirect reseller may not sell this. Check the Microsoft Partner Agreement, the programs and the markets of both in Partner Center.";
    }
}
