//! Updates of a qualification that passed the form check.

use crate::rules::decision::Decision;
use crate::rules::rule::RuleId;
use crate::values::customer_id::CustomerId;
use crate::values::qualification::{EducationSegment, Mode, Qualification};
use crate::values::validation_code::ValidationCode;
use crate::values::website::Website;

/// An update that the rules do not block. Only [`check_form`](crate::check_form) creates one.
///
/// ```compile_fail
/// let update = partner_center_rules::QualificationUpdate { website: None };
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "camelCase"))]
pub struct QualificationUpdate {
    pub(super) customer_id: CustomerId,
    pub(super) mode: Mode,
    pub(super) qualification: Qualification,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) education_segment: Option<EducationSegment>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) website: Option<Website>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) validation_code: Option<ValidationCode>,
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(super) rule: RuleId,
}

impl QualificationUpdate {
    /// Returns the customer.
    #[must_use]
    pub const fn customer_id(&self) -> CustomerId {
        self.customer_id
    }

    /// Returns the API.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// Returns the qualification to set.
    #[must_use]
    pub const fn qualification(&self) -> Qualification {
        self.qualification
    }

    /// Returns the education segment, for Education through the asynchronous API.
    #[must_use]
    pub const fn education_segment(&self) -> Option<EducationSegment> {
        self.education_segment
    }

    /// Returns the website, if one was given, for Education through the asynchronous API.
    #[must_use]
    pub const fn website(&self) -> Option<&Website> {
        self.website.as_ref()
    }

    /// Returns the validation code, for Government Community Cloud.
    #[must_use]
    pub const fn validation_code(&self) -> Option<&ValidationCode> {
        self.validation_code.as_ref()
    }

    /// Returns the decision about the update: allowed or undetermined.
    ///
    /// ```
    /// use partner_center_rules::{Context, Field, Form, Outcome, check_form};
    ///
    /// let form = Form::default()
    ///     .with(Field::CustomerId, "0a1b2c3d-4e5f-6789-abcd-ef0123456789".into())
    ///     .with(Field::Qualification, "Education".into())
    ///     .with(Field::EducationSegment, "K12".into())
    ///     .with(Field::Website, "example.edu".into());
    /// let accepted = check_form(&form, &Context::default())?;
    /// // The qualifications of the customer are not known.
    /// assert_eq!(accepted.value.decision().outcome(), Outcome::Undetermined);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn decision(&self) -> Decision {
        Decision::from_rule(self.rule)
    }

    /// Returns the rule of the decision.
    pub(crate) const fn rule(&self) -> RuleId {
        self.rule
    }
}
