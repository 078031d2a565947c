//! Updates that the rules leave open: no request is made of one unless that is said.

use core::fmt;

use crate::caller::Caller;
use crate::field::Field;
use crate::form::{AcceptedForm, QualificationUpdate, RejectedForm};
use crate::issue::{Issue, IssueCode, Params, Severity};
use crate::request::Request;

/// An update that the rules leave open: [`Request::update`] does not make it, [`Request::undetermined_update`] does.
///
/// ```
/// use partner_center_rules::{Caller, Cloud, Context, Field, Form, Request, check_form};
///
/// let form = Form::default()
///     .with(Field::CustomerId, "0a1b2c3d-4e5f-6789-abcd-ef0123456789".into())
///     .with(Field::Qualification, "Education".into())
///     .with(Field::EducationSegment, "K12".into())
///     .with(Field::Website, "example.edu".into());
/// let accepted = check_form(&form, &Context::default())?;
/// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
/// let caller = Caller { cloud: Cloud::Worldwide, request_id: id, correlation_id: id };
/// let undetermined = Request::update(&accepted.value, &caller).unwrap_err();
/// assert_eq!(undetermined.issue.field, Some(Field::Qualification));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UndeterminedUpdate {
    /// What is open. The form check gives the same as a warning.
    pub issue: Issue,
}

impl UndeterminedUpdate {
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

impl AcceptedForm {
    /// The request of a form whose update the rules allow.
    ///
    /// # Errors
    /// [`RejectedForm`]: the rules leave it open. The issue was among the warnings of the form.
    ///
    /// ```
    /// use partner_center_rules::{Caller, Cloud, Context, Field, Form, Holdings, Operation, check_form};
    ///
    /// let form = Form::default()
    ///     .with(Field::CustomerId, "0a1b2c3d-4e5f-6789-abcd-ef0123456789".into())
    ///     .with(Field::Qualification, "GovernmentCommunityCloud".into())
    ///     .with(Field::ValidationCode, "0042".into());
    /// let accepted = check_form(&form, &Context { held: Some(Holdings::default()), ..Context::default() })?;
    /// let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse()?;
    /// let caller = Caller { cloud: Cloud::Worldwide, request_id: id, correlation_id: id };
    /// assert_eq!(accepted.request(&caller)?.operation(), Operation::CreateQualification);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn request(&self, caller: &Caller) -> Result<Request, RejectedForm> {
        Request::update(&self.value, caller).map_err(|UndeterminedUpdate { issue }| {
            let warnings = self.warnings.iter().filter(|warning| warning.code != issue.code).cloned().collect();
            RejectedForm { issues: [issue].into(), warnings }
        })
    }
}
