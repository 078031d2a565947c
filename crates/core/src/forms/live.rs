//! Incremental validation of one field while it is filled in.

use alloc::string::String;
use alloc::vec::Vec;

use crate::forms::checks::{Check, is_blank, update_fields};
use crate::forms::context::Context;
use crate::forms::field_text::FieldText;
use crate::forms::form::Form;
use crate::forms::issue::{Change, Issue};
use crate::forms::issue_code::{FieldCode, IssueCode};
use crate::rules::reason::ReasonCode;
use crate::rules::rule::Outcome;
use crate::rules::settability::qualification_options;
use crate::values::customer_id::could_become_customer_id;
use crate::values::enumeration::enumeration;
use crate::values::field::{Field, MAX_FIELD_BYTES};
use crate::values::partner_validation_code::PartnerValidationCode;
use crate::values::qualification::{EducationSegment, Mode, Qualification};
use crate::values::validation_code::{ValidationCode, as_ascii_digit, is_digits, without_leading_zeros};
use crate::values::website::could_become_website;

enumeration! {
    /// The state of a field while it is filled in.
    ///
    /// ```
    /// use partner_center_rules::{Context, Field, FieldState, Form, check_field};
    ///
    /// let check = check_field(Field::CustomerId, "0a1b".into(), &Form::default(), &Context::default());
    /// assert_eq!(check.state, FieldState::Incomplete);
    /// ```
    pub enum FieldState: label {
        /// The field has no text, or only white space.
        Empty = "empty", "Empty";
        /// The text is the start of a valid text.
        Incomplete = "incomplete", "Incomplete";
        /// The text is not the start of a valid text.
        Invalid = "invalid", "Invalid";
        /// The text is valid.
        Valid = "valid", "Valid";
    }
}

/// The result of checking a field while it is filled in.
///
/// ```
/// use partner_center_rules::{Context, Field, FieldState, Form, check_field};
///
/// let check = check_field(Field::CustomerId, "x".into(), &Form::default(), &Context::default());
/// assert_eq!(check.state, FieldState::Invalid);
/// assert_eq!(check.issue.map(|issue| issue.code.as_str()), Some("customerIdInvalid"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct FieldCheck {
    /// The state of the field.
    pub state: FieldState,
    /// The issue that a form check would find.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub issue: Option<Issue>,
    /// The warnings.
    pub warnings: Vec<Issue>,
    /// Changes that were made to the text.
    pub changes: Vec<Change>,
    /// The canonical text, if the field is valid.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub value: Option<String>,
}

/// Checks one field of a form. The form has the other fields: the qualification determines which fields apply.
///
/// The start of a valid text is never [`FieldState::Invalid`].
///
/// ```
/// use partner_center_rules::{Context, Field, FieldState, Form, check_field};
///
/// let state = |text: &str| check_field(Field::CustomerId, text.into(), &Form::default(), &Context::default()).state;
/// assert_eq!(state(""), FieldState::Empty);
/// assert_eq!(state("{0A1B2C3D-4E"), FieldState::Incomplete);
/// assert_eq!(state("{0A1B2C3D-4X"), FieldState::Invalid);
/// assert_eq!(state("0A1B2C3D-4E5F-6789-ABCD-EF0123456789"), FieldState::Valid);
/// ```
#[must_use]
pub fn check_field(field: Field, text: FieldText<'_>, form: &Form<'_>, context: &Context<'_>) -> FieldCheck {
    let fields = update_fields(form.with(field, text).qualification, context.mode);
    let mut check = Check::default();
    let value = match field {
        Field::CustomerId => check.customer_id(text, context.customer_id).map(String::from),
        Field::Qualification => check.qualification(text, context).map(|value| value.as_str().into()),
        Field::EducationSegment => check.education_segment(text, fields).map(|value| value.as_str().into()),
        Field::Website => check.website(text, fields).map(|value| value.as_str().into()),
        Field::ValidationCode => check.validation_code(text, fields, context).map(|code| code.as_str().into()),
    };
    let Check { issues, warnings, changes } = check;
    let issue = issues.into_iter().next();
    let state = match (text, &issue) {
        (FieldText::Absent, _) => FieldState::Empty,
        (FieldText::Text(text), _) if is_blank(text) => FieldState::Empty,
        (_, None) => FieldState::Valid,
        // Only invisible characters.
        (_, Some(issue)) if issue.code == IssueCode::Field(FieldCode::CustomerIdRequired) => FieldState::Empty,
        (FieldText::Text(text), Some(issue)) if could_become_valid(text, issue, context) => FieldState::Incomplete,
        (_, Some(_)) => FieldState::Invalid,
    };
    let value = value.filter(|_| state == FieldState::Valid);
    FieldCheck { state, issue, warnings, changes, value }
}

/// Returns whether a text with an issue is the start of a valid text.
fn could_become_valid(text: &str, issue: &Issue, context: &Context<'_>) -> bool {
    match issue.code {
        IssueCode::Field(FieldCode::CustomerIdInvalid | FieldCode::CustomerIdNil) => could_become_customer_id(text),
        IssueCode::Rule(ReasonCode::UnknownValue) => qualification_options(context.mode, context.held)
            .filter(|(_, settability)| settability.decision.outcome() != Outcome::Blocked)
            .any(|(target, _)| is_start(text, Qualification::as_str(target))),
        IssueCode::Field(FieldCode::EducationSegmentUnknown) => {
            EducationSegment::ALL.iter().any(|segment| is_start(text, segment.as_str()))
        }
        IssueCode::Field(FieldCode::WebsiteInvalid) => could_become_website(text),
        IssueCode::Field(
            FieldCode::ValidationCodeOutOfRange | FieldCode::ValidationCodeUnknown | FieldCode::ValidationCodeUsedUp,
        ) => could_become_validation_code(
            text,
            context.mode,
            context.validation_codes,
            !context.validation_codes_incomplete,
        ),
        _ => false,
    }
}

/// Returns whether a text is the start of a name, in any ASCII case.
fn is_start(text: &str, name: &str) -> bool {
    name.get(..text.len()).is_some_and(|start| start.eq_ignore_ascii_case(text))
}

/// Returns whether an invalid or unusable code is the start of a usable one: one of `allowed`, or any code if there are others or
/// the allowed codes are not known.
fn could_become_validation_code(
    text: &str,
    mode: Mode,
    allowed: Option<&[PartnerValidationCode]>,
    are_all_allowed: bool,
) -> bool {
    let typed: String = match mode {
        Mode::Asynchronous => text.trim_start().chars().map(as_ascii_digit).collect(),
        Mode::Synchronous => text.trim_start().into(),
    };
    let digits = without_leading_zeros(&typed);
    let is_start = |known: &PartnerValidationCode| {
        known.is_usable()
            && without_leading_zeros(known.code.as_str()).strip_prefix(digits).is_some_and(|rest| !rest.is_empty())
    };
    if text.len() >= MAX_FIELD_BYTES || !is_digits(&typed) {
        return false;
    }
    match (allowed, mode) {
        (Some(known), _) if are_all_allowed => known.iter().any(is_start),
        (Some(_), Mode::Asynchronous) => typed.len() < ValidationCode::MAX_CHARACTERS,
        // More digits make a number larger: it stays an `int` only if it has fewer digits than the largest.
        (Some(_), Mode::Synchronous) => digits.len() < LARGEST_DIGITS,
        (None, _) => digits.is_empty(),
    }
}

/// The number of digits of [`ValidationCode::MAX`].
const LARGEST_DIGITS: usize = 10;
