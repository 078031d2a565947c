//! Checks of the fields of a form.

use alloc::string::String;
use alloc::vec::Vec;

use crate::forms::context::Context;
use crate::forms::field_text::{FieldText, Need};
use crate::forms::issue::{Change, Issue, Params, Severity};
use crate::forms::issue_code::{ChangeCode, FieldCode, IssueCode};
use crate::rules::rule::{Outcome, RuleId};
use crate::rules::settability::{UpdateFields, settability};
use crate::values::address::Parts;
use crate::values::customer_id::{CustomerId, CustomerIdError};
use crate::values::excerpt::{ascii_excerpt, excerpt, is_invisible, is_trimmable};
use crate::values::field::{Field, MAX_FIELD_BYTES};
use crate::values::open::Open;
use crate::values::partner_validation_code::PartnerValidationCode;
use crate::values::qualification::{EducationSegment, Mode, Qualification};
use crate::values::validation_code::{ValidationCode, ValidationCodeError};
use crate::values::website::{Website, WebsiteError};

/// A form check in progress, with the results so far.
#[derive(Default)]
pub(crate) struct Check {
    pub(crate) issues: Vec<Issue>,
    pub(crate) warnings: Vec<Issue>,
    pub(crate) changes: Vec<Change>,
}

impl Check {
    /// Adds a warning for each input that is not a field.
    pub(crate) fn unknown_fields(&mut self, names: &[&str]) {
        self.warnings.extend(names.iter().map(|name| Issue {
            code: IssueCode::Field(FieldCode::UnknownField),
            field: None,
            params: Params::input(ascii_excerpt(name)),
            severity: Severity::Warning,
        }));
    }

    /// Checks the customer id. `chosen` is a customer that is already chosen.
    pub(crate) fn customer_id(&mut self, text: FieldText<'_>, chosen: Option<CustomerId>) -> Option<CustomerId> {
        let field = Field::CustomerId;
        let text = self.field_text(field, text)?;
        if let Some(id) = chosen {
            if is_blank(text) {
                return Some(id);
            }
            return self.issue(field, FieldCode::CustomerIdNotApplicable, Params::default());
        }
        match CustomerId::from_pasted(text) {
            Ok((id, pasted)) => {
                self.change(field, ChangeCode::WhiteSpaceRemoved, pasted.white_space);
                self.change(field, ChangeCode::InvisibleRemoved, pasted.invisible);
                self.change(field, ChangeCode::QuotesRemoved, pasted.quotes);
                self.change(field, ChangeCode::BracesRemoved, pasted.braces);
                self.change(field, ChangeCode::ParenthesesRemoved, pasted.parentheses);
                self.change(field, ChangeCode::UrnPrefixRemoved, pasted.urn);
                self.change(field, ChangeCode::AddressRemoved, pasted.address);
                self.change(field, ChangeCode::FullWidthReplaced, pasted.full_width);
                self.change(field, ChangeCode::DashesReplaced, pasted.dashes);
                self.change(field, ChangeCode::HyphensAdded, pasted.no_hyphens);
                self.change(field, ChangeCode::LowerCased, pasted.upper_case);
                Some(id)
            }
            Err(CustomerIdError::Empty) => self.issue(field, FieldCode::CustomerIdRequired, Params::default()),
            Err(CustomerIdError::Invalid { input }) => {
                self.issue(field, FieldCode::CustomerIdInvalid, Params::input(input))
            }
            Err(CustomerIdError::Nil) => self.issue(field, FieldCode::CustomerIdNil, Params::default()),
        }
    }

    /// Checks the qualification. Returns it if the API sets it, even if it is blocked for the customer: the other fields depend on it.
    pub(crate) fn qualification(&mut self, text: FieldText<'_>, context: &Context<'_>) -> Option<Qualification> {
        let field = Field::Qualification;
        let settable = || {
            let settable =
                Qualification::ALL.iter().filter(|target| UpdateFields::for_update(**target, context.mode).is_some());
            Some(settable.map(|target| target.as_str().into()).collect())
        };
        let text = self.field_text(field, text)?;
        if is_blank(text) {
            let params = Params { allowed: settable(), ..Params::default() };
            return self.issue(field, FieldCode::QualificationRequired, params);
        }
        let target = Open::from(text);
        let decision = settability(target.clone(), context.mode, context.held).decision;
        for rule in decision.rule_ids() {
            let params = Params {
                rule: Some(rule),
                input: (rule == RuleId::S3).then(|| ascii_excerpt(text)),
                allowed: if matches!(rule, RuleId::S1 | RuleId::S3) { settable() } else { None },
                ..Params::default()
            };
            let (severity, found) = match decision.outcome() {
                Outcome::Allowed => continue,
                Outcome::Undetermined => (Severity::Warning, &mut self.warnings),
                Outcome::Blocked => (Severity::Error, &mut self.issues),
            };
            let field = Some(field);
            found.push(Issue { code: IssueCode::Rule(rule.reason()), field, params, severity });
        }
        target.known().filter(|target| UpdateFields::for_update(*target, context.mode).is_some())
    }

    /// Checks the education segment.
    pub(crate) fn education_segment(
        &mut self,
        text: FieldText<'_>,
        fields: Option<UpdateFields>,
    ) -> Option<EducationSegment> {
        let field = Field::EducationSegment;
        let allowed = || Some(EducationSegment::ALL.iter().map(|segment| segment.as_str().into()).collect());
        let text = self.field_text(field, text)?;
        match (is_blank(text), need(field, fields)) {
            (true, Some(Need::Required)) => {
                let params = Params { allowed: allowed(), ..Params::default() };
                self.issue(field, FieldCode::EducationSegmentRequired, params)
            }
            (true, _) => None,
            (false, Some(Need::NotApplicable)) => {
                self.issue(field, FieldCode::EducationSegmentNotApplicable, Params::default())
            }
            (false, _) => EducationSegment::from_known_text(text).or_else(|| {
                let params = Params { allowed: allowed(), ..Params::input(ascii_excerpt(text)) };
                self.issue(field, FieldCode::EducationSegmentUnknown, params)
            }),
        }
    }

    /// Checks the website.
    pub(crate) fn website(&mut self, text: FieldText<'_>, fields: Option<UpdateFields>) -> Option<Website> {
        let field = Field::Website;
        let text = self.field_text(field, text)?;
        if need(field, fields) == Some(Need::NotApplicable) && !is_blank(text) {
            return self.issue(field, FieldCode::WebsiteNotApplicable, Params::default());
        }
        match text.parse::<Website>() {
            Ok(website) => {
                if website.as_str() != text {
                    self.website_changes(text);
                }
                // Each of the methods of the website would split it again.
                let canonical = Parts::new(website.as_str());
                self.warning(field, FieldCode::WebsiteNotAscii, canonical.has_non_ascii_host());
                self.warning(field, FieldCode::WebsiteUnderscore, canonical.has_underscore());
                self.warning(field, FieldCode::WebsiteIpAddress, canonical.is_ip_address());
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

    /// Adds what is changed in the address of a website.
    fn website_changes(&mut self, text: &str) {
        let field = Field::Website;
        let parts = Parts::new(text.trim_matches(is_trimmable));
        self.change(field, ChangeCode::WhiteSpaceRemoved, has_surrounding(text, char::is_whitespace));
        self.change(field, ChangeCode::InvisibleRemoved, has_surrounding(text, is_invisible));
        self.change(field, ChangeCode::DotsReplaced, parts.has_non_ascii_dots());
        self.change(field, ChangeCode::LowerCased, parts.has_upper_case());
        self.change(field, ChangeCode::TrailingSlashRemoved, parts.has_lone_slash());
    }

    /// Checks the validation code.
    pub(crate) fn validation_code(
        &mut self,
        text: FieldText<'_>,
        fields: Option<UpdateFields>,
        context: &Context<'_>,
    ) -> Option<ValidationCode> {
        let field = Field::ValidationCode;
        let text = self.field_text(field, text)?;
        let need = need(field, fields);
        if need == Some(Need::NotApplicable) && !is_blank(text) {
            return self.issue(field, FieldCode::ValidationCodeNotApplicable, Params::default());
        }
        match ValidationCode::parse(text, context.mode) {
            Ok(code) => {
                let given = text.trim();
                let is_shorter = code.as_str().len() < given.len();
                self.change(field, ChangeCode::WhiteSpaceRemoved, given != text);
                match context.mode {
                    Mode::Asynchronous => self.change(field, ChangeCode::FullWidthReplaced, code.as_str() != given),
                    Mode::Synchronous => self.change(field, ChangeCode::LeadingZerosRemoved, is_shorter),
                }
                self.warning(field, FieldCode::ValidationCodeNotDigits, !code.is_digits());
                self.check_known_code(code, context)
            }
            Err(ValidationCodeError::Empty) if need == Some(Need::Required) => {
                self.issue(field, FieldCode::ValidationCodeRequired, Params::default())
            }
            Err(ValidationCodeError::Empty) => None,
            Err(ValidationCodeError::TooLong) => {
                let max = u32::try_from(ValidationCode::MAX_CHARACTERS).ok();
                self.issue(field, FieldCode::ValidationCodeTooLong, Params { max, ..Params::default() })
            }
            Err(ValidationCodeError::OutOfRange { input }) => {
                let range =
                    Params { min: Some(ValidationCode::MIN), max: Some(ValidationCode::MAX), ..Params::input(input) };
                self.issue(field, FieldCode::ValidationCodeOutOfRange, range)
            }
            Err(ValidationCodeError::Invalid { input } | ValidationCodeError::NotDigits { input }) => {
                self.issue(field, FieldCode::ValidationCodeInvalid, Params::input(input))
            }
        }
    }

    /// Checks a code against the codes of the partner, if they are known. If the list is incomplete, a code that is not in it is accepted.
    fn check_known_code(&mut self, code: ValidationCode, context: &Context<'_>) -> Option<ValidationCode> {
        let field = Field::ValidationCode;
        let Some(known) = context.validation_codes else { return Some(code) };
        self.warning(field, FieldCode::ValidationCodesIncomplete, context.validation_codes_incomplete);
        let usable = || known.iter().filter(|known| known.is_usable());
        if let Some(found) = usable().find(|known| code.is_same(known.code.as_str())) {
            self.warn_other_organization(found, context.customer_name);
            return Some(code);
        }
        let input = Params::input(excerpt(code.as_str()));
        if known.iter().any(|known| code.is_same(known.code.as_str())) {
            return self.issue(field, FieldCode::ValidationCodeUsedUp, input);
        }
        if context.validation_codes_incomplete {
            return Some(code);
        }
        let allowed: Vec<_> = usable().map(|known| known.code.as_str().into()).collect();
        if allowed.is_empty() {
            return self.issue(field, FieldCode::ValidationCodeNoneUsable, input);
        }
        self.issue(field, FieldCode::ValidationCodeUnknown, Params { allowed: Some(allowed), ..input })
    }

    /// Adds a warning for a code that was issued for an organisation with another name than the customer.
    fn warn_other_organization(&mut self, known: &PartnerValidationCode, customer_name: Option<&str>) {
        let (Some(organization), Some(customer)) = (known.organization_name.as_deref(), customer_name) else { return };
        if !is_blank(organization) && !is_blank(customer) && !is_same_name(organization, customer) {
            self.warnings.push(Issue {
                code: IssueCode::Field(FieldCode::ValidationCodeOtherOrganization),
                field: Some(Field::ValidationCode),
                params: Params::input(excerpt(organization)),
                severity: Severity::Warning,
            });
        }
    }

    /// Returns the text of a field, or an empty text if there is no input. Adds an issue if the input is not a text.
    fn field_text<'a>(&mut self, field: Field, text: FieldText<'a>) -> Option<&'a str> {
        match text {
            FieldText::Absent => Some(""),
            FieldText::Text(text) => Some(text),
            FieldText::NotText => self.issue(field, FieldCode::NotText, Params::default()),
        }
    }

    /// Adds an issue and returns `None`.
    fn issue<T>(&mut self, field: Field, code: FieldCode, params: Params) -> Option<T> {
        let field = Some(field);
        self.issues.push(Issue { code: IssueCode::Field(code), field, params, severity: Severity::Error });
        None
    }

    /// Adds a warning if it applies.
    fn warning(&mut self, field: Field, code: FieldCode, applies: bool) {
        if applies {
            let (code, field) = (IssueCode::Field(code), Some(field));
            self.warnings.push(Issue { code, field, params: Params::default(), severity: Severity::Warning });
        }
    }

    /// Adds a change if it applies.
    fn change(&mut self, field: Field, code: ChangeCode, applies: bool) {
        if applies {
            self.changes.push(Change { code, field });
        }
    }
}

/// Returns whether two names of an organisation are equal, without regard to ASCII case and white space.
fn is_same_name(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

/// Returns the characters of a name for comparison.
fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|letter| !letter.is_whitespace()).map(|letter| letter.to_ascii_lowercase())
}

/// Returns whether the characters that are trimmed from the ends of a text include one of a kind.
fn has_surrounding(text: &str, is_of_kind: fn(char) -> bool) -> bool {
    let rest = text.trim_start_matches(is_trimmable);
    let middle = rest.trim_end_matches(is_trimmable);
    let before = text.get(..text.len().saturating_sub(rest.len())).unwrap_or_default();
    let after = rest.get(middle.len()..).unwrap_or_default();
    before.contains(is_of_kind) || after.contains(is_of_kind)
}

/// Returns whether a text is empty or only white space. A text that is too long to be read is not blank.
pub(crate) fn is_blank(text: &str) -> bool {
    text.len() <= MAX_FIELD_BYTES && text.trim().is_empty()
}

/// Returns the fields of an update to a qualification, which are none if the API does not set it. Returns `None` without a known
/// qualification.
pub(crate) fn update_fields(qualification: FieldText<'_>, mode: Mode) -> Option<UpdateFields> {
    let target = Qualification::from_known_text(qualification.as_str()?)?;
    Some(UpdateFields::for_update(target, mode).unwrap_or_default())
}

/// Returns the need of an update for a field, or `None` if the fields of the update are not known.
pub(crate) fn need(field: Field, fields: Option<UpdateFields>) -> Option<Need> {
    fields.map(|fields| {
        if fields.required.contains(&field) {
            Need::Required
        } else if fields.optional.contains(&field) {
            Need::Optional
        } else {
            Need::NotApplicable
        }
    })
}

impl Params {
    /// Creates parameters with an input.
    fn input(input: String) -> Self {
        Self { input: Some(input), ..Self::default() }
    }
}
