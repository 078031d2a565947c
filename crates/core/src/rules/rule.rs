//! Rules, in one table: id, outcome, reason, sources, statement.

use crate::rules::reason::ReasonCode;
use crate::rules::source::Source;
use crate::values::enumeration::enumeration;

/// The date of the rules. It changes when an outcome changes.
///
/// ```
/// println!("decided by the rules of {}", partner_center_rules::RULES_VERSION);
/// ```
pub const RULES_VERSION: &str = "2026-11-25";

enumeration! {
    /// The outcome of a decision: one of three.
    ///
    /// ```
    /// use partner_center_rules::{AccountStatus, Outcome, Transaction, account_eligibility};
    ///
    /// assert_eq!(account_eligibility(Some(&AccountStatus::Unknown.into()), Transaction::Upgrade).outcome(), Outcome::Blocked);
    /// ```
    pub enum Outcome: label {
        /// The sources allow it.
        Allowed = "allowed", "Allowed";
        /// The sources forbid it.
        Blocked = "blocked", "Blocked";
        /// The sources are silent, or a fact is not known. Do not treat it as allowed.
        Undetermined = "undetermined", "Undetermined";
    }
}

impl Outcome {
    /// Returns the outcome of two conditions that must both hold: blocked if either is, else undetermined if either is, else allowed.
    ///
    /// ```
    /// use partner_center_rules::Outcome;
    ///
    /// assert_eq!(Outcome::Allowed.and(Outcome::Undetermined), Outcome::Undetermined);
    /// assert_eq!(Outcome::Undetermined.and(Outcome::Blocked), Outcome::Blocked);
    /// ```
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Blocked, _) | (_, Self::Blocked) => Self::Blocked,
            (Self::Undetermined, _) | (_, Self::Undetermined) => Self::Undetermined,
            (Self::Allowed, Self::Allowed) => Self::Allowed,
        }
    }
}

enumeration! {
    /// The basis of a rule: documented or not.
    ///
    /// ```
    /// use partner_center_rules::{Basis, RuleId};
    ///
    /// let silent = RuleId::ALL.iter().filter(|id| id.rule().basis == Basis::Undocumented);
    /// assert!(silent.count() > 0);
    /// ```
    pub enum Basis: label {
        /// A page of the documentation states the rule.
        Documented = "documented", "Documented";
        /// The documentation is silent. The statement of the rule defines what applies.
        Undocumented = "undocumented", "Not documented";
    }
}

/// A rule: when it applies, its outcome, and its sources.
///
/// ```
/// use partner_center_rules::{Basis, Outcome, RuleId, Source};
///
/// let rule = RuleId::S7.rule();
/// assert_eq!(rule.outcome, Outcome::Blocked);
/// assert_eq!(rule.source, [Source::Sync, Source::Async, Source::Codes]);
/// assert_eq!(rule.basis, Basis::Documented);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// The id.
    pub id: RuleId,
    /// The outcome.
    pub outcome: Outcome,
    /// The reason, as a stable code.
    pub reason: ReasonCode,
    /// The pages that state the rule; for an undocumented rule, related pages.
    pub source: &'static [Source],
    /// The condition under which the rule applies.
    pub statement: &'static str,
    /// Whether the rule is documented.
    pub basis: Basis,
}

/// Declares the rules: id, outcome, reason, basis and sources, statement.
macro_rules! rules {
    ($( $id:ident $outcome:ident $reason:ident $basis:ident[$($source:ident)*] $statement:literal; )+) => {
        enumeration! {
            /// The id of a rule, with the condition under which the rule applies.
            ///
            /// Ids are stable: the id of a removed rule is not used again.
            ///
            /// ```
            /// use partner_center_rules::{ReasonCode, RuleId};
            ///
            /// assert_eq!(RuleId::S4.to_string(), "S4");
            /// assert_eq!(RuleId::S4.reason(), ReasonCode::AlreadyHeld);
            /// ```
            pub enum RuleId: statement {
                $( #[doc = $statement] $id, $statement; )+
            }
        }

        impl RuleId {
            /// Returns the outcome of the rule.
            ///
            /// ```
            /// use partner_center_rules::{Outcome, RuleId};
            ///
            /// assert_eq!(RuleId::S4.outcome(), Outcome::Blocked);
            /// ```
            #[must_use]
            pub const fn outcome(self) -> Outcome {
                match self { $(Self::$id => Outcome::$outcome),+ }
            }

            /// Returns the reason of the rule, as a stable code.
            ///
            /// ```
            /// use partner_center_rules::{ReasonCode, RuleId};
            ///
            /// assert_eq!(RuleId::S4.reason(), ReasonCode::AlreadyHeld);
            /// ```
            #[must_use]
            pub const fn reason(self) -> ReasonCode {
                match self { $(Self::$id => ReasonCode::$reason),+ }
            }

            /// Returns the rule.
            ///
            /// ```
            /// use partner_center_rules::{Basis, RuleId};
            ///
            /// assert_eq!(RuleId::S4.rule().basis, Basis::Documented);
            /// ```
            #[must_use]
            pub const fn rule(self) -> &'static Rule {
                match self {
                    $(Self::$id => &Rule {
                        id: Self::$id,
                        outcome: Outcome::$outcome,
                        reason: ReasonCode::$reason,
                        source: &[$(Source::$source),*],
                        statement: $statement,
                        basis: Basis::$basis,
                    }),+
                }
            }
        }
    };
}

rules! {
    S0 Undetermined HoldingsNotKnown Undocumented[]
        "What the customer holds is not known, and the answer depends on it.";
    S1 Blocked CannotBeSet Documented[Sync Async]
        "The target is None or Nonprofit.";
    S2 Blocked NotOfferedByApi Documented[Sync]
        "The target is StateOwnedEntity, through the synchronous API.";
    S3 Blocked UnknownValue Documented[Sync Async]
        "The target is none of the documented values.";
    S4 Blocked AlreadyHeld Documented[Enumeration]
        "The target is active.";
    S5 Undetermined ReviewInProgress Undocumented[Education]
        "The target is in review. What a second submission does is not documented.";
    S6 Undetermined UnrecognisedState Undocumented[]
        "A qualification or vetting status is held that these rules do not know.";
    S7 Blocked RequiresNoQualification Documented[Sync Async Codes]
        "The target is GovernmentCommunityCloud, and Education or Nonprofit is active.";
    S8 Undetermined ReviewInProgress Undocumented[]
        "The target is GovernmentCommunityCloud, and another qualification is in review.";
    S9 Undetermined OrderNotDocumented Undocumented[GetQualifications]
        "The target is GovernmentCommunityCloud, and only StateOwnedEntity is active. The two occur together; in which order they may be set is not documented.";
    S10 Blocked CannotBeOverridden Documented[Enumeration Sample]
        "The target is Education, and GovernmentCommunityCloud is active.";
    S11 Undetermined ReviewInProgress Undocumented[]
        "The target is Education, and another qualification is in review.";
    S12 Undetermined ReviewInProgress Undocumented[Sample]
        "The target is StateOwnedEntity, and another qualification is in review.";
    S13 Undetermined CombinationNotDocumented Undocumented[]
        "The target is StateOwnedEntity or Education, and Nonprofit is active.";
    S14 Allowed Settable Documented[Sync Async GetQualifications Education]
        "The target can be set, and nothing that is held stands against it.";

    A1 Allowed AccountAllowed Documented[Status]
        "The account status is Allowed.";
    A2 Blocked AccountUnderReview Documented[Status Verification]
        "The account status is UnderReview, and the transaction is a new purchase, a seat increase or an upgrade.";
    A3 Allowed UnaffectedByReview Documented[Verification]
        "The account status is UnderReview, and the transaction is a renewal, a seat reduction or a cancellation.";
    A4 Blocked AccountNotAllowed Documented[Status]
        "The account status is NotAllowed.";
    A5 Blocked AccountStatusUnknown Documented[Status]
        "The account status is Unknown, the value of that name.";
    A6 Undetermined AccountNotReady Undocumented[Status]
        "The account status is Not Ready, which is in neither list of the documentation.";
    A7 Allowed NoAccountStatus Documented[Status]
        "The customer has no account status: the service answered 404 with code 600074.";
    A8 Undetermined AccountStatusUnrecognised Undocumented[]
        "The account status is a value that these rules do not know.";
    A9 Undetermined AccountStatusNotKnown Undocumented[]
        "The account status is not known, because it was not read.";

    R1 Undetermined UnexpectedBody Undocumented[Status]
        "The service answered 200, but not with an account status.";
    R2 Undetermined OtherNotFound Undocumented[Status Errors]
        "The service answered 404, but not that the customer has no account status.";
    R3 Undetermined Credentials Undocumented[Status Errors]
        "The service answered 401 or 403: it did not accept the credentials.";
    R4 Undetermined RetryLater Undocumented[Errors]
        "The service answered 429 or 500 to 599: it could not answer now.";
    R5 Undetermined UnexpectedHttpStatus Undocumented[]
        "The HTTP status is none that the documentation names.";

    P1 Blocked AccountUnderReview Documented[Errors]
        "The service refused a purchase with 403 and code 800073 or 800074.";
    P2 Blocked AccountNotAllowed Documented[Errors]
        "The service refused a purchase with 403 and code 800075.";
    P3 Blocked AccountLocked Documented[Errors]
        "The service refused a purchase with code 900416.";
    P4 Blocked QualificationMissing Documented[Errors]
        "The service refused a purchase with code 800086.";
    P5 Blocked CustomerAgreementMissing Documented[Errors]
        "The service refused a purchase with code 13605.";
    P6 Blocked LimitExceeded Documented[Errors]
        "The service refused a purchase with code 800066, 800067, 800088, 800089 or 2002.";
    P7 Blocked OfferNotAvailable Documented[Errors]
        "The service refused a purchase with code 2085, 2091, 800020, 800028 or 800070.";
    P8 Blocked CreditInsufficient Documented[Errors]
        "The service refused a purchase with code 800023, 800025 or 900121.";
    P9 Blocked RiskCheckFailed Documented[Errors]
        "The service refused a purchase with code 800069.";
    P10 Blocked NotEligible Documented[Errors]
        "The service refused a purchase with code 800022, 800024, 800026 or 800062.";
    P11 Blocked PartnerMayNotSell Documented[Errors]
        "The service refused a purchase with code 900123, 900124, 2006, 2030 or 800039.";

    O1 Allowed SegmentAvailable Documented[Segment]
        "No qualification is active, and the offer is Commercial.";
    O2 Blocked SegmentNotAvailable Documented[Segment]
        "No qualification is active, and the offer is not Commercial.";
    O3 Allowed SegmentAvailable Documented[Segment]
        "Nonprofit is active, and the offer is Commercial or Nonprofit.";
    O4 Blocked SegmentNotAvailable Documented[Segment]
        "Nonprofit is active, and the offer is neither Commercial nor Nonprofit.";
    O5 Allowed SegmentAvailable Documented[Segment]
        "Education is active, and the offer is Commercial or Education.";
    O6 Blocked SegmentNotAvailable Documented[Segment]
        "Education is active, and the offer is neither Commercial nor Education.";
    O7 Allowed SegmentAvailable Documented[Segment]
        "GovernmentCommunityCloud is active, and the offer is GovernmentCommunityCloud.";
    O8 Blocked SegmentNotAvailable Documented[Segment]
        "GovernmentCommunityCloud is active, and the offer is not GovernmentCommunityCloud.";
    O9 Allowed SegmentAvailable Documented[Segment]
        "Of StateOwnedEntity, Education and GovernmentCommunityCloud only the first is active, and the offer is Commercial.";
    O10 Blocked SegmentNotAvailable Documented[Segment]
        "Of StateOwnedEntity, Education and GovernmentCommunityCloud only the first is active, and the offer is not Commercial.";
    O11 Undetermined QualificationsDisagree Undocumented[Segment]
        "Several qualifications are active, and what they say of the offer differs.";
    O12 Undetermined UnrecognisedState Undocumented[]
        "A qualification or vetting status is held that these rules do not know.";
    O13 Undetermined HoldingsNotKnown Undocumented[]
        "What the customer holds is not known.";
    O14 Undetermined ExistingSubscriptionNotDocumented Undocumented[Segment]
        "The offer may not be sold to the customer, and the transaction is a renewal, a seat reduction or a cancellation, which sells nothing.";
}

#[cfg(feature = "serde")]
impl serde::Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut rule = serializer.serialize_struct("Rule", 6)?;
        rule.serialize_field("id", &self.id)?;
        rule.serialize_field("statement", self.statement)?;
        rule.serialize_field("outcome", &self.outcome)?;
        rule.serialize_field("code", &self.reason)?;
        rule.serialize_field("basis", &self.basis)?;
        rule.serialize_field("source", self.source)?;
        rule.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_documented_rule_has_a_source_and_a_yes_is_always_documented() {
        for rule in RuleId::ALL.iter().map(|id| id.rule()) {
            assert!(rule.basis == Basis::Undocumented || !rule.source.is_empty(), "{}", rule.id);
            assert!(rule.outcome == Outcome::Undetermined || rule.basis == Basis::Documented, "{}", rule.id);
        }
    }

    #[test]
    fn and_is_the_worst_of_both() {
        let worst = |outcome| match outcome {
            Outcome::Blocked => 0,
            Outcome::Undetermined => 1,
            Outcome::Allowed => 2,
        };
        for &one in Outcome::ALL {
            for &other in Outcome::ALL {
                assert_eq!(worst(one.and(other)), worst(one).min(worst(other)));
            }
        }
    }
}
