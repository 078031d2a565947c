//! Settability: whether a qualification can be set now, and with which fields.

use crate::rules::decision::Decision;
#[cfg(feature = "serde")]
use crate::rules::decision::Reasons;
use crate::rules::rule::{Outcome, RuleId};
use crate::values::field::Field;
use crate::values::holdings::Holdings;
use crate::values::open::Open;
use crate::values::qualification::{Mode, Qualification};

/// The decision whether a qualification can be set now, and the fields of the update.
///
/// ```
/// use partner_center_rules::{Field, Holdings, Mode, Qualification, settability};
///
/// let education = settability(Qualification::Education, Mode::Asynchronous, Some(Holdings::default()));
/// assert!(education.decision.is_allowed());
/// assert_eq!(education.fields.required, [Field::EducationSegment]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Settability {
    /// The decision.
    pub decision: Decision,
    /// The fields of the update; none if it is blocked.
    pub fields: UpdateFields,
}

/// The fields of an update, besides the customer id and the qualification.
///
/// ```
/// use partner_center_rules::{Field, Mode, Qualification, UpdateFields};
///
/// let fields = UpdateFields::for_update(Qualification::Education, Mode::Asynchronous);
/// assert_eq!(fields.map(|fields| fields.optional), Some([Field::Website].as_slice()));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct UpdateFields {
    /// The required fields.
    pub required: &'static [Field],
    /// The optional fields.
    pub optional: &'static [Field],
}

impl UpdateFields {
    /// Returns the fields of an update, or `None` if the API does not set that qualification.
    ///
    /// ```
    /// use partner_center_rules::{Field, Mode, Qualification, UpdateFields};
    ///
    /// let fields = UpdateFields::for_update(Qualification::Education, Mode::Asynchronous).unwrap();
    /// assert_eq!(fields.required, [Field::EducationSegment]);
    /// assert_eq!(fields.optional, [Field::Website]);
    /// assert_eq!(UpdateFields::for_update(Qualification::StateOwnedEntity, Mode::Synchronous), None);
    /// ```
    ///
    /// Source: `SYNC`, `ASYNC`.
    #[must_use]
    pub const fn for_update(target: Qualification, mode: Mode) -> Option<Self> {
        let (required, optional): (&[Field], &[Field]) = match (target, mode) {
            (Qualification::Education, Mode::Asynchronous) => (&[Field::EducationSegment], &[Field::Website]),
            (Qualification::GovernmentCommunityCloud, _) => (&[Field::ValidationCode], &[]),
            (Qualification::Education, Mode::Synchronous) | (Qualification::StateOwnedEntity, Mode::Asynchronous) => {
                (&[], &[])
            }
            (Qualification::StateOwnedEntity, Mode::Synchronous)
            | (Qualification::None | Qualification::Nonprofit, _) => {
                return None;
            }
        };
        Some(Self { required, optional })
    }
}

/// Decides whether a qualification can be set now, given the qualifications that the customer holds (`None`: not known).
///
/// ```
/// use partner_center_rules::{Holdings, Mode, Outcome, Qualification, RuleId, settability};
///
/// let nothing = Some(Holdings::default());
/// let education = settability(Qualification::Education, Mode::Asynchronous, nothing);
/// assert_eq!(education.decision.outcome(), Outcome::Allowed);
///
/// let mut holdings = Holdings::default();
/// holdings.add("Education", Some("Approved"));
/// let cloud = settability(Qualification::GovernmentCommunityCloud, Mode::Asynchronous, Some(holdings));
/// assert_eq!(cloud.decision.outcome(), Outcome::Blocked);
/// assert_eq!(cloud.decision.rules().next().unwrap().id, RuleId::S7);
///
/// let unknown = settability("Healthcare", Mode::Asynchronous, nothing);
/// assert_eq!(unknown.decision.rules().next().unwrap().id, RuleId::S3);
/// ```
///
/// Source: rules S0 to S14.
#[must_use]
pub fn settability(target: impl Into<Open<Qualification>>, mode: Mode, held: Option<Holdings>) -> Settability {
    decide(target.into().known(), mode, held)
}

/// Returns every qualification with its settability, in the order of the table, as the options of a form.
///
/// ```
/// use partner_center_rules::{Holdings, Mode, Qualification, qualification_options};
///
/// let settable: Vec<_> = qualification_options(Mode::Synchronous, Some(Holdings::default()))
///     .filter(|(_, settability)| settability.decision.is_allowed())
///     .map(|(qualification, _)| qualification)
///     .collect();
/// assert_eq!(settable, [Qualification::Education, Qualification::GovernmentCommunityCloud]);
/// ```
pub fn qualification_options(mode: Mode, held: Option<Holdings>) -> impl Iterator<Item = (Qualification, Settability)> {
    Qualification::ALL.iter().map(move |&target| (target, decide(Some(target), mode, held)))
}

/// Decides whether a qualification can be set. `None` is an unknown one.
fn decide(target: Option<Qualification>, mode: Mode, held: Option<Holdings>) -> Settability {
    let decision = Decision::from_rule(settability_rule(target, mode, held));
    let fields = target
        .filter(|_| decision.outcome() != Outcome::Blocked)
        .and_then(|target| UpdateFields::for_update(target, mode))
        .unwrap_or_default();
    Settability { decision, fields }
}

/// Returns the first rule that applies. Rules that do not depend on the holdings come before the rule for unknown holdings.
pub(crate) fn settability_rule(target: Option<Qualification>, mode: Mode, held: Option<Holdings>) -> RuleId {
    use Qualification::{Education, GovernmentCommunityCloud, None as NoQualification, Nonprofit, StateOwnedEntity};

    let Some(target) = target else { return RuleId::S3 };
    match (target, mode) {
        (NoQualification | Nonprofit, _) => return RuleId::S1,
        (StateOwnedEntity, Mode::Synchronous) => return RuleId::S2,
        _ => {}
    }
    let Some(held) = held else { return RuleId::S0 };
    if held.is_active(target) {
        return RuleId::S4;
    }
    if held.is_pending(target) {
        return RuleId::S5;
    }
    if held.is_unrecognised() {
        return RuleId::S6;
    }
    match target {
        GovernmentCommunityCloud if held.is_active(Education) || held.is_active(Nonprofit) => RuleId::S7,
        GovernmentCommunityCloud if held.is_any_pending() => RuleId::S8,
        GovernmentCommunityCloud if held.is_active(StateOwnedEntity) => RuleId::S9,
        Education if held.is_active(GovernmentCommunityCloud) => RuleId::S10,
        Education if held.is_any_pending() => RuleId::S11,
        StateOwnedEntity if held.is_any_pending() => RuleId::S12,
        Education | StateOwnedEntity if held.is_active(Nonprofit) => RuleId::S13,
        _ => RuleId::S14,
    }
}

/// In JSON a settability is a decision with `required` and `optional`.
#[cfg(feature = "serde")]
impl serde::Serialize for Settability {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut settability = serializer.serialize_struct("Settability", 4)?;
        settability.serialize_field("outcome", &self.decision.outcome())?;
        settability.serialize_field("reasons", &Reasons(self.decision))?;
        settability.serialize_field("required", self.fields.required)?;
        settability.serialize_field("optional", self.fields.optional)?;
        settability.end()
    }
}
