//! What there is to say of a form or an answer: issues, warnings and changes, in codes that do not change and in sentences for people.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::forms::issue_code::{ChangeCode, IssueCode, ListCode};
use crate::rules::rule::RuleId;
use crate::values::enumeration::enumeration;
use crate::values::field::Field;
use crate::values::qualification::{EducationSegment, Qualification};
use crate::values::template::fill;
use crate::values::text::decimal;

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
        fill(self.code.message(), &values)
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
        Some(Field::Qualification) => Qualification::from_known_text(value).map(Qualification::label),
        Some(Field::EducationSegment) => EducationSegment::from_known_text(value).map(EducationSegment::label),
        Some(Field::CustomerId | Field::Website | Field::ValidationCode) | None => None,
    };
    label.unwrap_or(value)
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
}
