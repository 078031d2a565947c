//! Undetermined updates, for which a request is created only on demand.

use core::fmt;

use crate::forms::issue::{Issue, Params, Severity};
use crate::forms::issue_code::IssueCode;
use crate::forms::update::QualificationUpdate;
use crate::values::field::Field;

/// The error of [`Request::update`](crate::Request::update) for an undetermined update.
/// [`Request::undetermined_update`](crate::Request::undetermined_update) creates its request.
///
/// ```
/// use partner_center_rules::{Context, Field, Form, Request, RequestContext, check_form};
///
/// let form = Form::default()
///     .with(Field::CustomerId, "0a1b2c3d-4e5f-6789-abcd-ef0123456789".into())
///     .with(Field::Qualification, "Education".into())
///     .with(Field::EducationSegment, "K12".into())
///     .with(Field::Website, "example.edu".into());
/// let accepted = check_form(&form, &Context::default())?;
/// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
/// let request_context = RequestContext::new(id, id);
/// let undetermined = Request::update(&accepted.value, &request_context).unwrap_err();
/// assert_eq!(undetermined.issue.field, Some(Field::Qualification));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UndeterminedUpdate {
    /// The issue. It is a warning in the form check.
    pub issue: Issue,
}

impl UndeterminedUpdate {
    /// Creates the error of an update.
    pub(crate) fn new(update: &QualificationUpdate) -> Self {
        let rule = update.rule();
        Self {
            issue: Issue {
                code: IssueCode::Rule(rule.reason()),
                field: Some(Field::Qualification),
                params: Params { rule: Some(rule), ..Params::default() },
                severity: Severity::Error,
            },
        }
    }
}

impl fmt::Display for UndeterminedUpdate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rules leave it open whether the qualification can be set: {}", self.issue.message())
    }
}

impl core::error::Error for UndeterminedUpdate {}
