//! Issues, warnings and changes of a form or a response, with stable codes and with messages for people.

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
    /// The severity of an issue.
    ///
    /// ```
    /// use partner_center_rules::Severity;
    ///
    /// assert_eq!("warning".parse(), Ok(Severity::Warning));
    /// ```
    pub enum Severity: label {
        /// The issue prevents sending.
        Error = "error", "Error";
        /// The issue does not prevent sending.
        Warning = "warning", "Warning";
    }
}

/// The parameters of an issue: the values for the placeholders of its message.
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
    /// The input, cut and escaped for display.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub input: Option<String>,
    /// The allowed values, as the service writes them. The message has their labels.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub allowed: Option<Vec<String>>,
    /// The smallest allowed number.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub min: Option<u32>,
    /// The largest allowed number or length.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub max: Option<u32>,
    /// The rule that applies.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub rule: Option<RuleId>,
    /// The number of seconds to wait before sending the request again.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub seconds: Option<u32>,
}

/// An issue or a warning: of a form check, or of a response of the service.
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
    /// The code.
    pub code: IssueCode,
    /// The field; `None`: the form or the request as a whole.
    pub field: Option<Field>,
    /// The parameters of the message.
    pub params: Params,
    /// The severity.
    pub severity: Severity,
}

impl Issue {
    /// Returns the message for people, in English. It has the labels of values.
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

/// Joins texts as a choice: "A, B or C". `join` of the standard library can panic if they are too long.
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

/// Returns the label of a value of a field, or a value without a label, such as a validation code, as it is.
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

/// A change that a form check made to a text.
///
/// ```
/// use partner_center_rules::{Change, ChangeCode, Context, Field, Form, check_field};
///
/// let check = check_field(Field::Website, " example.edu".into(), &Form::default().with(Field::Qualification, "Education".into()), &Context::default());
/// assert_eq!(check.changes, [Change { code: ChangeCode::WhiteSpaceRemoved, field: Field::Website }]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// The code.
    pub code: ChangeCode,
    /// The field.
    pub field: Field,
}

/// In JSON an issue is `{ "code", "message", "path", "params", "severity" }`, without the feature `messages` all but the message.
#[cfg(feature = "serde")]
impl serde::Serialize for Issue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut issue = serializer.serialize_struct("Issue", 5)?;
        issue.serialize_field("code", &self.code)?;
        #[cfg(feature = "messages")]
        issue.serialize_field("message", &self.message())?;
        issue.serialize_field("path", self.field.as_slice())?;
        issue.serialize_field("params", &self.params)?;
        issue.serialize_field("severity", &self.severity)?;
        issue.end()
    }
}

/// In JSON a change is `{ "code", "message", "path" }`, without the feature `messages` all but the message.
#[cfg(feature = "serde")]
impl serde::Serialize for Change {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut change = serializer.serialize_struct("Change", 3)?;
        change.serialize_field("code", &self.code)?;
        #[cfg(feature = "messages")]
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
