//! What there is to say of a form or an answer: issues, warnings and changes, in codes that do not change and in sentences for people.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::enumeration::enumeration;
use crate::fault::FaultCode;
use crate::field::Field;
use crate::qualification::{EducationSegment, Qualification};
use crate::reason::ReasonCode;
use crate::rule::RuleId;
use crate::text::{decimal, only};

enumeration! {
    /// What is wrong with a field, or unusual about it. The messages have `{placeholders}` for the parameters of the issue.
    ///
    /// Codes are stable: one that is removed or renamed breaks those who rely on it.
    ///
    /// ```
    /// use partner_center_rules::FieldCode;
    ///
    /// assert_eq!(FieldCode::NotText.to_string(), "notText");
    /// assert_eq!(FieldCode::NotText.message(), "The value of this field is not text.");
    /// ```
    pub enum FieldCode: message {
        /// The form, a warning: it has something that no field is named after.
        UnknownField = "unknownField", "The form has no field `{input}`. What is in it is ignored.";
        /// The form: what was given has no members that could be fields. Found where JavaScript calls.
        FormNotObject = "formNotObject", "The form must be an object, not {input}. Give {allowed}.";
        /// The form: it is the value of a check for the other interface. Found where JavaScript calls.
        FormOtherMode = "formOtherMode",
            "The form was checked for the {input} API, but it is to be sent through the {allowed} API. Check it again for that one.";
        /// Any field: the value is no text.
        NotText = "notText", "The value of this field is not text.";
        /// Customer id: missing.
        CustomerIdRequired = "customerIdRequired",
            "Enter the customer ID: 32 digits and letters a to f, in five groups, such as `0a1b2c3d-4e5f-6789-abcd-ef0123456789`.";
        /// Customer id: no GUID.
        CustomerIdInvalid = "customerIdInvalid",
            "`{input}` is not a customer ID. A customer ID has 32 digits and letters a to f, in five groups, such as `0a1b2c3d-4e5f-6789-abcd-ef0123456789`.";
        /// Customer id: nil.
        CustomerIdNil = "customerIdNil", "The ID of a customer is never all zeros.";
        /// Customer id: the page has set it.
        CustomerIdNotApplicable = "customerIdNotApplicable", "The customer is already chosen. Leave the customer ID empty.";
        /// Qualification: missing.
        QualificationRequired = "qualificationRequired", "Choose a qualification: {allowed}.";
        /// Education segment: missing.
        EducationSegmentRequired = "educationSegmentRequired", "Choose an education segment: {allowed}.";
        /// Education segment: no such value.
        EducationSegmentUnknown = "educationSegmentUnknown", "`{input}` is not an education segment. Choose one of these: {allowed}.";
        /// Education segment: another qualification or interface.
        EducationSegmentNotApplicable = "educationSegmentNotApplicable",
            "An education segment goes only with Education through the asynchronous API. Leave it empty.";
        /// Website: no address.
        WebsiteInvalid = "websiteInvalid",
            "`{input}` is not the address of a website. Enter one such as `example.edu` or `https://www.example.edu`.";
        /// Website: too long.
        WebsiteTooLong = "websiteTooLong", "The website is too long. At most {max} bytes are allowed.";
        /// Website: another qualification or interface.
        WebsiteNotApplicable = "websiteNotApplicable",
            "A website goes only with Education through the asynchronous API. Leave it empty.";
        /// Website, a warning: letters that can look like others.
        WebsiteNotAscii = "websiteNotAscii",
            "The name of the website has letters other than a to z. Check that it is the one that is meant.";
        /// Website, a warning: an underscore in the name.
        WebsiteUnderscore = "websiteUnderscore",
            "The name of the website has an underscore (_), which is unusual. Check that it is right.";
        /// Website, a warning: no name.
        WebsiteIpAddress = "websiteIpAddress",
            "The website is an IP address. The review of an education customer looks at the name of the website.";
        /// Validation code: missing.
        ValidationCodeRequired = "validationCodeRequired",
            "Enter the validation code. Government Community Cloud needs one.";
        /// Validation code: not only digits (synchronous), or white space and invisible characters inside (asynchronous).
        ValidationCodeInvalid = "validationCodeInvalid",
            "`{input}` is not a validation code. Enter the number that Microsoft gave your organisation, such as `123456`, without spaces.";
        /// Validation code: 0, or too large. Synchronous API.
        ValidationCodeOutOfRange = "validationCodeOutOfRange",
            "`{input}` is not a validation code. Enter the number that Microsoft gave your organisation, such as `123456`.";
        /// Validation code: longer than any. Asynchronous API.
        ValidationCodeTooLong = "validationCodeTooLong",
            "The validation code is too long. At most {max} characters are allowed.";
        /// Validation code, a warning: not only digits. Asynchronous API.
        ValidationCodeNotDigits = "validationCodeNotDigits",
            "The validation code has other characters than digits. Check that it is the one that Microsoft gave your organisation.";
        /// Validation code, a warning: the list of the partner's codes is not whole.
        ValidationCodesIncomplete = "validationCodesIncomplete",
            "Some of your validation codes could not be read. Whether this code is one of them is not known.";
        /// Validation code, a warning: it was given for an organisation of another name.
        ValidationCodeOtherOrganization = "validationCodeOtherOrganization",
            "This validation code was issued to `{input}`, which is not the name of the customer. Check that it is the right code.";
        /// Validation code: none of the partner's.
        ValidationCodeUnknown = "validationCodeUnknown",
            "`{input}` is not one of your validation codes that can be used: {allowed}.";
        /// Validation code: none of the partner's, and none of those can be used.
        ValidationCodeNoneUsable = "validationCodeNoneUsable", "None of your validation codes can be used.";
        /// Validation code: no creates remain.
        ValidationCodeUsedUp = "validationCodeUsedUp", "The validation code `{input}` is used up. Use another one.";
        /// Validation code: another qualification.
        ValidationCodeNotApplicable = "validationCodeNotApplicable",
            "A validation code goes only with Government Community Cloud. Leave it empty.";
    }
}

enumeration! {
    /// What a form check changed in a text to make the value of it.
    ///
    /// ```
    /// use partner_center_rules::ChangeCode;
    ///
    /// assert_eq!(ChangeCode::LowerCased.message(), "Capital letters were changed to small letters.");
    /// ```
    pub enum ChangeCode: message {
        /// White space around the text.
        WhiteSpaceRemoved = "whiteSpaceRemoved", "White space around the text was removed.";
        /// Quotation marks around a customer id.
        QuotesRemoved = "quotesRemoved", "Quotation marks around the text were removed.";
        /// Braces around a customer id.
        BracesRemoved = "bracesRemoved", "Braces around the text were removed.";
        /// Parentheses around a customer id.
        ParenthesesRemoved = "parenthesesRemoved", "Parentheses around the text were removed.";
        /// Characters around a customer id or a website that cannot be seen.
        InvisibleRemoved = "invisibleRemoved", "Invisible characters around the text were removed.";
        /// `urn:uuid:` before a customer id.
        UrnPrefixRemoved = "urnPrefixRemoved", "The prefix urn:uuid: was removed.";
        /// All of an address of Partner Center but the customer id in it.
        AddressRemoved = "addressRemoved", "The customer ID was taken from a Partner Center web address.";
        /// Full-width forms in a customer id, or full-width digits in a validation code.
        FullWidthReplaced = "fullWidthReplaced", "Full-width characters were changed to normal ones.";
        /// Other dashes than hyphens in a customer id.
        DashesReplaced = "dashesReplaced", "Dashes were changed to hyphens.";
        /// No hyphens in a customer id.
        HyphensAdded = "hyphensAdded", "Hyphens were added.";
        /// Other full stops in the host of a website.
        DotsReplaced = "dotsReplaced", "Other full stops in the name of the website were changed to dots.";
        /// Upper case in a customer id, or in the scheme and host of a website.
        LowerCased = "lowerCased", "Capital letters were changed to small letters.";
        /// The slash after a website without a path.
        TrailingSlashRemoved = "trailingSlashRemoved", "The slash at the end was removed.";
        /// Zeros before a validation code.
        LeadingZerosRemoved = "leadingZerosRemoved", "Zeros before the number were removed.";
    }
}

enumeration! {
    /// Whether an issue stands in the way.
    ///
    /// ```
    /// use partner_center_rules::Severity;
    ///
    /// assert_eq!("warning".parse(), Ok(Severity::Warning));
    /// ```
    pub enum Severity: label {
        /// The form cannot be sent so.
        Error = "error", "Error";
        /// The form can be sent.
        Warning = "warning", "Warning";
    }
}

enumeration! {
    /// What stands between the values of a list in a message: "A, B or C".
    ///
    /// ```
    /// use partner_center_rules::ListCode;
    ///
    /// assert_eq!(ListCode::Or.message(), " or ");
    /// ```
    pub enum ListCode: message {
        /// Before every value but the first and the last.
        Separator = "list.separator", ", ";
        /// Before the last value, of which one is to be chosen.
        Or = "list.or", " or ";
    }
}

/// The code of an issue: one of a field, the reason of a rule, or the cause of a fault.
///
/// ```
/// use partner_center_rules::{FieldCode, IssueCode};
///
/// assert_eq!(IssueCode::Field(FieldCode::CustomerIdNil).as_str(), "customerIdNil");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IssueCode {
    /// A field by itself.
    Field(FieldCode),
    /// A rule about what the customer may get.
    Rule(ReasonCode),
    /// An answer of the service.
    Fault(FaultCode),
}

impl IssueCode {
    /// The code as it is written.
    ///
    /// ```
    /// use partner_center_rules::{IssueCode, ReasonCode};
    ///
    /// assert_eq!(IssueCode::Rule(ReasonCode::CannotBeSet).as_str(), "cannotBeSet");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Field(code) => code.as_str(),
            Self::Rule(code) => code.as_str(),
            Self::Fault(code) => code.as_str(),
        }
    }

    /// The message, with `{placeholders}` for the parameters.
    ///
    /// ```
    /// use partner_center_rules::{FieldCode, IssueCode};
    ///
    /// assert_eq!(IssueCode::Field(FieldCode::NotText).message(), "The value of this field is not text.");
    /// ```
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Field(code) => code.message(),
            Self::Rule(code) => code.message(),
            Self::Fault(code) => code.message(),
        }
    }
}

impl fmt::Display for IssueCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What an issue is about, in values: the placeholders of its message.
///
/// ```
/// use partner_center_rules::{Context, Field, Form, check_field};
///
/// let check = check_field(Field::CustomerId, "x".into(), &Form::default(), &Context::default());
/// let params = check.issue.map(|issue| issue.params);
/// assert_eq!(params.and_then(|params| params.input).as_deref(), Some("x"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Params {
    /// What was given, fit to be shown.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub input: Option<String>,
    /// The values that are allowed, as the service writes them. The message has their labels.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub allowed: Option<Vec<String>>,
    /// The smallest number that is allowed.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub min: Option<u32>,
    /// The largest number that is allowed.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub max: Option<u32>,
    /// The rule that says so.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub rule: Option<RuleId>,
    /// How long to wait before the request is sent again.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub seconds: Option<u32>,
}

/// One thing that a form check found, or that an answer of the service means.
///
/// ```
/// use partner_center_rules::{Context, Field, Form, Severity, check_field};
///
/// let check = check_field(Field::CustomerId, "x".into(), &Form::default(), &Context::default());
/// let issue = check.issue.ok_or("no issue")?;
/// assert_eq!((issue.field, issue.severity), (Some(Field::CustomerId), Severity::Error));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Issue {
    /// What it is.
    pub code: IssueCode,
    /// The field it is about; `None`: the form or the request as a whole.
    pub field: Option<Field>,
    /// The values of its message.
    pub params: Params,
    /// Whether it stands in the way.
    pub severity: Severity,
}

impl Issue {
    /// Returns the message in English, as it can be shown. Values that can be chosen are named by their labels.
    ///
    /// ```
    /// use partner_center_rules::{Context, Field, FieldText, Form, check_field};
    ///
    /// let form = Form::default().with(Field::Qualification, "Education".into());
    /// let check = check_field(Field::EducationSegment, FieldText::Absent, &form, &Context::default());
    /// let message = check.issue.ok_or("no issue")?.message();
    /// assert_eq!(message, "Choose an education segment: K-12 or Higher education.");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn message(&self) -> String {
        let Params { input, allowed, min, max, rule, seconds } = &self.params;
        let values = [
            ("{input}", input.clone()),
            ("{allowed}", allowed.as_deref().map(|values| choice(values.iter().map(|value| label(self.field, value))))),
            ("{min}", min.map(decimal)),
            ("{max}", max.map(decimal)),
            ("{rule}", rule.map(|rule| rule.as_str().into())),
            ("{seconds}", seconds.map(decimal)),
        ];
        filled(self.code.message(), &values)
    }
}

/// Returns texts as a list of which one is to be chosen: "A, B or C". `join` panics when they are too long for any memory.
fn choice<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut list = String::new();
    let mut texts = texts.peekable();
    while let Some(text) = texts.next() {
        if !list.is_empty() {
            let before = if texts.peek().is_some() { ListCode::Separator } else { ListCode::Or };
            list.push_str(before.message());
        }
        list.push_str(text);
    }
    list
}

/// Returns what people read for a value of a field. A value without a label, such as a validation code, is shown as it is.
fn label(field: Option<Field>, value: &str) -> &str {
    let label = match field {
        Some(Field::Qualification) => Qualification::from_text(value).map(Qualification::label),
        Some(Field::EducationSegment) => EducationSegment::from_text(value).map(EducationSegment::label),
        Some(Field::CustomerId | Field::Website | Field::ValidationCode) | None => None,
    };
    label.unwrap_or(value)
}

/// Puts values into placeholders, in one pass, so that a placeholder inside a value stays as it is. What stands in square brackets
/// is left out where a placeholder in it has no value.
pub(crate) fn filled(template: &str, values: &[(&str, Option<String>)]) -> String {
    let mut message = String::new();
    let mut rest = template;
    while let Some((before, (inside, after))) = optional_part(rest) {
        message.push_str(&filled_plain(before, values));
        let is_known = |(name, value): &(&str, Option<String>)| value.is_some() || !has_placeholder(inside, name);
        if values.iter().all(is_known) {
            message.push_str(&filled_plain(inside, values));
        }
        rest = after;
    }
    message.push_str(&filled_plain(rest, values));
    message
}

/// Returns what comes before a part in square brackets that has a placeholder, the part, and what comes after it.
fn optional_part(template: &str) -> Option<(&str, (&str, &str))> {
    template.match_indices(only('[')).find_map(|(at, bracket)| {
        let (before, from) = template.split_at_checked(at)?;
        let part = from.strip_prefix(bracket)?.split_once(only(']'))?;
        part.0.contains(only('{')).then_some((before, part))
    })
}

fn has_placeholder(template: &str, name: &str) -> bool {
    let begins_at = |at| template.split_at_checked(at).is_some_and(|(_, from)| from.starts_with(name));
    template.match_indices(only('{')).any(|(at, _)| begins_at(at))
}

fn filled_plain(template: &str, values: &[(&str, Option<String>)]) -> String {
    let mut message = String::new();
    let mut rest = template;
    while let Some((before, from)) = rest.find(only('{')).and_then(|brace| rest.split_at_checked(brace)) {
        message.push_str(before);
        let placeholder = values.iter().find_map(|(name, value)| Some((from.strip_prefix(name)?, value.as_deref()?)));
        let (after, value) = placeholder.unwrap_or_else(|| (from.trim_start_matches(only('{')), "{"));
        message.push_str(value);
        rest = after;
    }
    message.push_str(rest);
    message
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.field {
            Some(field) => write!(f, "{field}: {}", self.message()),
            None => f.write_str(&self.message()),
        }
    }
}

/// Something that a form check changed in a text to make the value of it.
///
/// ```
/// use partner_center_rules::{Change, ChangeCode, Context, Field, Form, check_field};
///
/// let check = check_field(Field::Website, " example.edu".into(), &Form::default().with(Field::Qualification, "Education".into()), &Context::default());
/// assert_eq!(check.changes, [Change { code: ChangeCode::WhiteSpaceRemoved, field: Field::Website }]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// What was changed.
    pub code: ChangeCode,
    /// The field it was changed in.
    pub field: Field,
}

/// In JSON an issue is `{ "code", "message", "path", "params", "severity" }`.
#[cfg(feature = "serde")]
impl serde::Serialize for Issue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut issue = serializer.serialize_struct("Issue", 5)?;
        issue.serialize_field("code", self.code.as_str())?;
        issue.serialize_field("message", &self.message())?;
        issue.serialize_field("path", self.field.as_slice())?;
        issue.serialize_field("params", &self.params)?;
        issue.serialize_field("severity", &self.severity)?;
        issue.end()
    }
}

/// In JSON a change is `{ "code", "message", "path" }`.
#[cfg(feature = "serde")]
impl serde::Serialize for Change {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut change = serializer.serialize_struct("Change", 3)?;
        change.serialize_field("code", &self.code)?;
        change.serialize_field("message", self.code.message())?;
        change.serialize_field("path", &[self.field])?;
        change.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_have_commas_between_their_texts_and_a_word_before_the_last() {
        let list = |texts: &[&'static str]| choice(texts.iter().copied());
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a or b");
        assert_eq!(list(&["a", "b", "c"]), "a, b or c");
    }

    #[test]
    fn values_go_into_their_placeholders_once() {
        let values = [("{input}", Some("{max}".into())), ("{max}", Some("9".into())), ("{min}", None)];
        assert_eq!(filled("`{input}` {max} {min} {other} {", &values), "`{max}` 9 {min} {other} {");
        assert_eq!(filled("a[b][ {max}] c[ {min}] d[e] [", &values), "a[b] 9 c d[e] [");
    }
}
