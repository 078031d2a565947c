//! The form check: raw text in, every problem out at once, in the order of the fields, or the typed value.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::customer_id::{CustomerId, CustomerIdError, without_braces};
use crate::excerpt::excerpt;
use crate::field::{Field, FieldText, MAX_FIELD_BYTES};
use crate::holdings::Holdings;
use crate::issue::{Change, ChangeCode, FieldCode, Issue, IssueCode, Params, Severity};
use crate::open::Open;
use crate::qualification::{EducationSegment, Mode, Qualification};
use crate::rule::{Outcome, RuleId};
use crate::settability::{UpdateFields, settability};
use crate::validation_code::{PartnerValidationCode, ValidationCode, ValidationCodeError};
use crate::website::{Website, WebsiteError};

/// The form with which a qualification is set, as it was filled in. A field of white space alone is absent.
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
}

/// What the page knows beside the form. The default knows nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context<'a> {
    /// The interface through which the qualification will be set.
    pub mode: Mode,
    /// What the customer holds; `None`: not known.
    pub held: Option<Holdings>,
    /// The validation codes of the partner; `None`: not known.
    pub validation_codes: Option<&'a [PartnerValidationCode]>,
    /// The customer, where the page has chosen it. Then the form has no field for it.
    pub customer_id: Option<CustomerId>,
}

/// An update that the rules do not block. It can only be had from [`check_form`].
///
/// ```compile_fail
/// let update = partner_center_rules::QualificationUpdate { website: None };
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "camelCase"))]
pub struct QualificationUpdate {
    customer_id: CustomerId,
    mode: Mode,
    qualification: Qualification,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    education_segment: Option<EducationSegment>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    website: Option<Website>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    validation_code: Option<ValidationCode>,
}

impl QualificationUpdate {
    /// The customer.
    #[must_use]
    pub const fn customer_id(&self) -> CustomerId {
        self.customer_id
    }

    /// The interface.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// The qualification to be set.
    #[must_use]
    pub const fn qualification(&self) -> Qualification {
        self.qualification
    }

    /// The segment, with Education through the asynchronous interface.
    #[must_use]
    pub const fn education_segment(&self) -> Option<EducationSegment> {
        self.education_segment
    }

    /// The website, if one was given, with Education through the asynchronous interface.
    #[must_use]
    pub const fn website(&self) -> Option<&Website> {
        self.website.as_ref()
    }

    /// The validation code, with Government Community Cloud.
    #[must_use]
    pub const fn validation_code(&self) -> Option<ValidationCode> {
        self.validation_code
    }
}

/// A form that can be sent.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AcceptedForm {
    /// The typed value.
    pub value: QualificationUpdate,
    /// What is worth knowing before it is sent.
    pub warnings: Vec<Issue>,
    /// What was changed in the texts.
    pub changes: Vec<Change>,
}

/// A form that cannot be sent, with everything that stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RejectedForm {
    /// What stands in the way, in the order of the fields.
    pub issues: Vec<Issue>,
    /// What is worth knowing beside that.
    pub warnings: Vec<Issue>,
}

impl fmt::Display for RejectedForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the form cannot be sent")?;
        self.issues.iter().try_for_each(|issue| write!(f, "; {issue}"))
    }
}

impl core::error::Error for RejectedForm {}

/// Checks a form and makes the typed value of it.
///
/// # Errors
/// [`RejectedForm`] with every issue, at most one a field, in the order of the fields. Only what the rules block makes an issue;
/// what they leave undetermined makes a warning.
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
    let customer_id = check.customer_id(form.customer_id, context.customer_id);
    let qualification = check.qualification(form.qualification, context);
    let fields = qualification.and_then(|target| UpdateFields::of(target, mode));
    let education_segment = check.education_segment(form.education_segment, fields);
    let website = check.website(form.website, fields);
    let validation_code = check.validation_code(form.validation_code, fields, context.validation_codes);

    let Check { issues, warnings, changes } = check;
    match (customer_id, qualification) {
        (Some(customer_id), Some(qualification)) if issues.is_empty() => {
            let value =
                QualificationUpdate { customer_id, mode, qualification, education_segment, website, validation_code };
            Ok(AcceptedForm { value, warnings, changes })
        }
        _ => Err(RejectedForm { issues, warnings }),
    }
}

/// A check under way: what was found so far.
#[derive(Default)]
struct Check {
    issues: Vec<Issue>,
    warnings: Vec<Issue>,
    changes: Vec<Change>,
}

impl Check {
    fn customer_id(&mut self, text: FieldText<'_>, chosen: Option<CustomerId>) -> Option<CustomerId> {
        let field = Field::CustomerId;
        let text = match (self.given(field, text)?, chosen) {
            (None, Some(id)) => return Some(id),
            (Some(_), Some(_)) => return self.issue(field, FieldCode::CustomerIdNotApplicable, Params::default()),
            (None, None) => return self.issue(field, FieldCode::CustomerIdRequired, Params::default()),
            (Some(text), None) => text,
        };
        match CustomerId::from_text(text) {
            Ok(id) => {
                let trimmed = text.trim();
                let digits = without_braces(trimmed);
                self.change(field, ChangeCode::WhiteSpaceRemoved, trimmed != text);
                self.change(field, ChangeCode::BracesRemoved, digits != trimmed);
                self.change(field, ChangeCode::LowerCased, digits.bytes().any(|byte| byte.is_ascii_uppercase()));
                Some(id)
            }
            Err(CustomerIdError::Empty) => self.issue(field, FieldCode::CustomerIdRequired, Params::default()),
            Err(CustomerIdError::Invalid { input }) => {
                self.issue(field, FieldCode::CustomerIdInvalid, Params::input(input))
            }
            Err(CustomerIdError::Nil) => self.issue(field, FieldCode::CustomerIdNil, Params::default()),
        }
    }

    /// The qualification if the interface sets it, whether or not the customer can get it now: the other fields follow from it.
    fn qualification(&mut self, text: FieldText<'_>, context: &Context<'_>) -> Option<Qualification> {
        let field = Field::Qualification;
        let settable = || {
            let settable =
                Qualification::ALL.iter().filter(|target| UpdateFields::of(**target, context.mode).is_some());
            Some(settable.map(ToString::to_string).collect())
        };
        let Some(text) = self.given(field, text)? else {
            return self.issue(
                field,
                FieldCode::QualificationRequired,
                Params { allowed: settable(), ..Params::default() },
            );
        };
        let target = Open::from(text);
        let decision = settability(target.clone(), context.mode, context.held).decision;
        for rule in decision.rule_ids() {
            let params = Params {
                rule: Some(rule),
                input: (rule == RuleId::S3).then(|| excerpt(text)),
                allowed: if matches!(rule, RuleId::S1 | RuleId::S3) { settable() } else { None },
                ..Params::default()
            };
            let (severity, found) = match decision.outcome() {
                Outcome::Allowed => continue,
                Outcome::Undetermined => (Severity::Warning, &mut self.warnings),
                Outcome::Blocked => (Severity::Error, &mut self.issues),
            };
            found.push(Issue { code: IssueCode::Rule(rule.reason()), field, params, severity });
        }
        target.known().filter(|target| UpdateFields::of(*target, context.mode).is_some())
    }

    fn education_segment(&mut self, text: FieldText<'_>, fields: Option<UpdateFields>) -> Option<EducationSegment> {
        let field = Field::EducationSegment;
        let allowed = || Some(EducationSegment::ALL.iter().map(ToString::to_string).collect());
        let text = match (self.given(field, text)?, Need::of(field, fields)) {
            (None, Need::Required) => {
                return self.issue(
                    field,
                    FieldCode::EducationSegmentRequired,
                    Params { allowed: allowed(), ..Params::default() },
                );
            }
            (None, _) => return None,
            (Some(_), Need::NotApplicable) => {
                return self.issue(field, FieldCode::EducationSegmentNotApplicable, Params::default());
            }
            (Some(text), _) => text,
        };
        EducationSegment::from_text(text).or_else(|| {
            let params = Params { allowed: allowed(), ..Params::input(excerpt(text)) };
            self.issue(field, FieldCode::EducationSegmentUnknown, params)
        })
    }

    fn website(&mut self, text: FieldText<'_>, fields: Option<UpdateFields>) -> Option<Website> {
        let field = Field::Website;
        let text = match (self.given(field, text)?, Need::of(field, fields)) {
            (None, _) => return None,
            (Some(_), Need::NotApplicable) => {
                return self.issue(field, FieldCode::WebsiteNotApplicable, Params::default());
            }
            (Some(text), _) => text,
        };
        match Website::from_text(text) {
            Ok(website) => {
                self.change(field, ChangeCode::WhiteSpaceRemoved, website.as_str() != text);
                self.warning(field, FieldCode::WebsiteNotAscii, website.has_non_ascii_host());
                self.warning(field, FieldCode::WebsiteIpAddress, website.is_ip_address());
                Some(website)
            }
            Err(WebsiteError::Empty) => None,
            Err(WebsiteError::TooLong) => {
                let max = u32::try_from(Website::MAX_BYTES).ok();
                self.issue(field, FieldCode::WebsiteTooLong, Params { max, ..Params::default() })
            }
            Err(WebsiteError::Invalid { input }) => self.issue(field, FieldCode::WebsiteInvalid, Params::input(input)),
        }
    }

    fn validation_code(
        &mut self,
        text: FieldText<'_>,
        fields: Option<UpdateFields>,
        known: Option<&[PartnerValidationCode]>,
    ) -> Option<ValidationCode> {
        let field = Field::ValidationCode;
        let text = match (self.given(field, text)?, Need::of(field, fields)) {
            (None, Need::Required) => return self.issue(field, FieldCode::ValidationCodeRequired, Params::default()),
            (None, _) => return None,
            (Some(_), Need::NotApplicable) => {
                return self.issue(field, FieldCode::ValidationCodeNotApplicable, Params::default());
            }
            (Some(text), _) => text,
        };
        match ValidationCode::from_text(text) {
            Ok(code) => {
                let digits = text.trim();
                self.change(field, ChangeCode::WhiteSpaceRemoved, digits != text);
                self.change(field, ChangeCode::LeadingZerosRemoved, digits.starts_with('0'));
                self.known_code(code, known)
            }
            Err(ValidationCodeError::Empty) => None,
            Err(ValidationCodeError::NotDigits { input }) => {
                self.issue(field, FieldCode::ValidationCodeInvalid, Params::input(input))
            }
            Err(ValidationCodeError::OutOfRange { input }) => {
                let range =
                    Params { min: Some(ValidationCode::MIN), max: Some(ValidationCode::MAX), ..Params::input(input) };
                self.issue(field, FieldCode::ValidationCodeOutOfRange, range)
            }
        }
    }

    /// The code, unless the partner's codes are known and it is none of those that can be used.
    fn known_code(&mut self, code: ValidationCode, known: Option<&[PartnerValidationCode]>) -> Option<ValidationCode> {
        let Some(known) = known else { return Some(code) };
        let mut same = known.iter().filter(|known| known.code == code).peekable();
        let input = Params::input(code.to_string());
        if same.peek().is_none() {
            let usable = known.iter().filter(|known| known.is_usable()).map(|known| known.code.to_string()).collect();
            let params = Params { allowed: Some(usable), ..input };
            return self.issue(Field::ValidationCode, FieldCode::ValidationCodeUnknown, params);
        }
        if !same.any(|known| known.is_usable()) {
            return self.issue(Field::ValidationCode, FieldCode::ValidationCodeUsedUp, input);
        }
        Some(code)
    }

    /// What was filled in: `Some(None)` is a field left blank, `None` one that is no text, which is an issue already.
    #[expect(clippy::option_option, reason = "a blank field and one that cannot be read lead to different places")]
    fn given<'a>(&mut self, field: Field, text: FieldText<'a>) -> Option<Option<&'a str>> {
        match text {
            FieldText::Absent => Some(None),
            FieldText::Text(text) => Some(Some(text).filter(|text| !is_blank(text))),
            FieldText::NotText => self.issue(field, FieldCode::NotText, Params::default()),
        }
    }

    fn issue<T>(&mut self, field: Field, code: FieldCode, params: Params) -> Option<T> {
        self.issues.push(Issue { code: IssueCode::Field(code), field, params, severity: Severity::Error });
        None
    }

    fn warning(&mut self, field: Field, code: FieldCode, applies: bool) {
        if applies {
            let code = IssueCode::Field(code);
            self.warnings.push(Issue { code, field, params: Params::default(), severity: Severity::Warning });
        }
    }

    fn change(&mut self, field: Field, code: ChangeCode, applies: bool) {
        if applies {
            self.changes.push(Change { code, field });
        }
    }
}

/// A text too long to be read is not blank: what it ends with was not looked at.
fn is_blank(text: &str) -> bool {
    text.len() <= MAX_FIELD_BYTES && text.trim().is_empty()
}

/// Whether an update needs a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Required,
    Optional,
    NotApplicable,
    /// Without a qualification that can be set, nothing is known of the other fields.
    NotKnown,
}

impl Need {
    fn of(field: Field, fields: Option<UpdateFields>) -> Self {
        match fields {
            None => Self::NotKnown,
            Some(fields) if fields.required.contains(&field) => Self::Required,
            Some(fields) if fields.optional.contains(&field) => Self::Optional,
            Some(_) => Self::NotApplicable,
        }
    }
}

impl Params {
    fn input(input: String) -> Self {
        Self { input: Some(input), ..Self::default() }
    }
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
