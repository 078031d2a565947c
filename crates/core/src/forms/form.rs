//! The form check. It turns the texts of a form into a typed value, or returns all issues at once, in the order of the fields.

use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use crate::forms::checks::{Check, update_fields};
use crate::forms::context::Context;
use crate::forms::field_text::FieldText;
use crate::forms::issue::{Change, Issue, Params, Severity};
use crate::forms::issue_code::{FieldCode, IssueCode};
use crate::forms::update::QualificationUpdate;
use crate::rules::settability::settability_rule;
use crate::values::customer_id::CustomerId;
use crate::values::field::Field;
use crate::values::qualification::Mode;

/// The input in the form that sets a qualification. A field with only white space is empty.
///
/// ```
/// use partner_center_rules::{Context, Form, check_form};
///
/// let form = Form { qualification: "Education".into(), education_segment: "K12".into(), ..Form::default() };
/// assert!(check_form(&form, &Context::default()).is_err()); // no customer
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Form<'a> {
    /// The id of the customer.
    pub customer_id: FieldText<'a>,
    /// The qualification.
    pub qualification: FieldText<'a>,
    /// The segment of an education customer.
    pub education_segment: FieldText<'a>,
    /// The website of an education customer.
    pub website: FieldText<'a>,
    /// The validation code for Government Community Cloud.
    pub validation_code: FieldText<'a>,
    /// The names of inputs that are not fields. They are ignored, and each gives a warning.
    pub unknown_fields: &'a [&'a str],
    /// The API for which the form was checked before. Only the value of an accepted form has it; the form of a person does not.
    pub mode: Option<Mode>,
}

impl<'a> Form<'a> {
    /// Returns the input in a field.
    ///
    /// ```
    /// use partner_center_rules::{Field, Form};
    ///
    /// let form = Form { website: "example.edu".into(), ..Form::default() };
    /// assert_eq!(form.get(Field::Website).as_str(), Some("example.edu"));
    /// ```
    #[must_use]
    pub const fn get(&self, field: Field) -> FieldText<'a> {
        match field {
            Field::CustomerId => self.customer_id,
            Field::Qualification => self.qualification,
            Field::EducationSegment => self.education_segment,
            Field::Website => self.website,
            Field::ValidationCode => self.validation_code,
        }
    }

    /// Returns the form with another input in a field.
    ///
    /// ```
    /// use partner_center_rules::{Field, Form};
    ///
    /// let form = Form::default().with(Field::Website, "example.edu".into());
    /// assert_eq!(form.website.as_str(), Some("example.edu"));
    /// ```
    #[must_use]
    pub const fn with(mut self, field: Field, text: FieldText<'a>) -> Self {
        match field {
            Field::CustomerId => self.customer_id = text,
            Field::Qualification => self.qualification = text,
            Field::EducationSegment => self.education_segment = text,
            Field::Website => self.website = text,
            Field::ValidationCode => self.validation_code = text,
        }
        self
    }
}

/// A valid form.
///
/// ```
/// use partner_center_rules::{ChangeCode, Context, Field, Form, Holdings, check_form};
///
/// let form = Form::default()
///     .with(Field::CustomerId, "0a1b2c3d-4e5f-6789-abcd-ef0123456789".into())
///     .with(Field::Qualification, "GovernmentCommunityCloud".into())
///     .with(Field::ValidationCode, " 0042".into());
/// let accepted = check_form(&form, &Context { held: Some(Holdings::default()), ..Context::default() })?;
/// assert_eq!(accepted.changes.first().map(|change| change.code), Some(ChangeCode::WhiteSpaceRemoved));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AcceptedForm {
    /// The typed value.
    pub value: QualificationUpdate,
    /// Warnings to show before the form is sent.
    pub warnings: Vec<Issue>,
    /// Changes that were made to the texts.
    pub changes: Vec<Change>,
}

/// An invalid form, with all issues.
///
/// ```
/// use partner_center_rules::{Context, Field, Form, check_form};
///
/// let rejected = check_form(&Form::default(), &Context::default()).unwrap_err();
/// let fields: Vec<_> = rejected.issues.iter().filter_map(|issue| issue.field).collect();
/// assert_eq!(fields, [Field::CustomerId, Field::Qualification]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RejectedForm {
    /// The issues that prevent sending, in the order of the fields.
    pub issues: Vec<Issue>,
    /// Further warnings.
    pub warnings: Vec<Issue>,
}

impl fmt::Display for RejectedForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the form cannot be sent:")?;
        self.issues.iter().try_for_each(|issue| write!(f, " {issue}"))
    }
}

impl core::error::Error for RejectedForm {}

/// Checks a form and returns its typed value.
///
/// # Errors
/// [`RejectedForm`] with all issues, at most one per field, in the order of the fields. A blocked qualification is an issue; an
/// undetermined one is a warning. The value of an earlier check is checked again like any form. Only for the other API it has the single
/// issue [`FieldCode::FormOtherMode`], and it may name the customer that the context has chosen.
///
/// ```
/// use partner_center_rules::{Context, Form, Holdings, Qualification, check_form};
///
/// let nothing_held = Context { held: Some(Holdings::default()), ..Context::default() };
/// let form = Form {
///     customer_id: "{0A1B2C3D-4E5F-6789-ABCD-EF0123456789}".into(),
///     qualification: "GovernmentCommunityCloud".into(),
///     ..Form::default()
/// };
/// let rejected = check_form(&form, &nothing_held).unwrap_err();
/// let messages: Vec<_> = rejected.issues.iter().map(|issue| issue.message()).collect();
/// assert_eq!(messages, ["Enter the validation code. Government Community Cloud needs one."]);
///
/// let accepted = check_form(&Form { validation_code: "123456".into(), ..form }, &nothing_held).unwrap();
/// assert_eq!(accepted.value.qualification(), Qualification::GovernmentCommunityCloud);
/// assert_eq!(accepted.value.customer_id().to_string(), "0a1b2c3d-4e5f-6789-abcd-ef0123456789");
/// ```
///
/// Source: `SYNC`, `ASYNC`, `CODES`; rules S0 to S14.
pub fn check_form(form: &Form<'_>, context: &Context<'_>) -> Result<AcceptedForm, RejectedForm> {
    let mut check = Check::default();
    let mode = context.mode;
    if let Some(checked_for) = form.mode.filter(|checked_for| *checked_for != mode) {
        return Err(RejectedForm { issues: vec![other_mode(checked_for, mode)], warnings: Vec::new() });
    }
    check.unknown_fields(form.unknown_fields);
    let chosen = context.customer_id.filter(|chosen| !is_checked_for(form, *chosen));
    let customer_id = check.customer_id(form.customer_id, chosen);
    let qualification = check.qualification(form.qualification, context);
    let fields = update_fields(form.qualification, mode);
    let education_segment = check.education_segment(form.education_segment, fields);
    let website = check.website(form.website, fields);
    let validation_code = check.validation_code(form.validation_code, fields, context);

    let Check { issues, warnings, changes } = check;
    match (customer_id, qualification) {
        (Some(customer_id), Some(qualification)) if issues.is_empty() => {
            let rule = settability_rule(Some(qualification), mode, context.held);
            let value = QualificationUpdate {
                customer_id,
                mode,
                qualification,
                education_segment,
                website,
                validation_code,
                rule,
            };
            Ok(AcceptedForm { value, warnings, changes })
        }
        _ => Err(RejectedForm { issues, warnings }),
    }
}

/// Returns the issue of a form that was checked for another API.
fn other_mode(checked_for: Mode, mode: Mode) -> Issue {
    let allowed = Some(vec![mode.as_str().into()]);
    let params = Params { input: Some(checked_for.as_str().into()), allowed, ..Params::default() };
    Issue { code: IssueCode::Field(FieldCode::FormOtherMode), field: None, params, severity: Severity::Error }
}

/// Returns whether a form is the value of an earlier check for this customer.
fn is_checked_for(form: &Form<'_>, customer: CustomerId) -> bool {
    let named = form.customer_id.as_str().and_then(|id| id.parse().ok());
    form.mode.is_some() && named == Some(customer)
}

/// In JSON an accepted form is `{ "ok": true, "value", "warnings", "changes" }`.
#[cfg(feature = "serde")]
impl serde::Serialize for AcceptedForm {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut form = serializer.serialize_struct("AcceptedForm", 4)?;
        form.serialize_field("ok", &true)?;
        form.serialize_field("value", &self.value)?;
        form.serialize_field("warnings", &self.warnings)?;
        form.serialize_field("changes", &self.changes)?;
        form.end()
    }
}

/// In JSON a rejected form is `{ "ok": false, "issues", "warnings" }`.
#[cfg(feature = "serde")]
impl serde::Serialize for RejectedForm {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut form = serializer.serialize_struct("RejectedForm", 3)?;
        form.serialize_field("ok", &false)?;
        form.serialize_field("issues", &self.issues)?;
        form.serialize_field("warnings", &self.warnings)?;
        form.end()
    }
}
