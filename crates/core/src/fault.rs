//! What the service says when it refuses.

use alloc::string::String;

use crate::json::{self, Document, Value};

/// A refusal of the service, as far as it could be read. Reading one never fails: what is not there is absent.
///
/// Source: `STATUS`, `ERRORS`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub struct Fault {
    /// The code: a number as it is written, or a text.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub code: Option<String>,
    /// The name of the error.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub error_name: Option<String>,
    /// The message.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub message: Option<String>,
    /// The description.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub description: Option<String>,
    /// The whole answer, where it is a bare JSON string such as `"Customer tagging denied."`.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub text: Option<String>,
}

impl Fault {
    /// Reads the body of an answer.
    ///
    /// ```
    /// use partner_center_rules::Fault;
    ///
    /// assert_eq!(Fault::read(r#"{"code":60003,"message":"not found"}"#).code.as_deref(), Some("60003"));
    /// assert_eq!(Fault::read("\"Customer tagging denied.\"").text.as_deref(), Some("Customer tagging denied."));
    /// assert_eq!(Fault::read("<html>"), Fault::default());
    /// ```
    #[must_use]
    pub fn read(body: &str) -> Self {
        match json::read(body, ["code", "errorName", "message", "description"]) {
            Ok(Document::Object([code, error_name, message, description])) => Self {
                code: code.and_then(text_or_number),
                error_name: error_name.and_then(text),
                message: message.and_then(text),
                description: description.and_then(text),
                text: None,
            },
            Ok(Document::Value(value)) => Self { text: text(value), ..Self::default() },
            Err(json::Malformed) => Self::default(),
        }
    }
}

fn text(value: Value<'_>) -> Option<String> {
    if let Value::Text(text) = value { Some(text.into_owned()) } else { None }
}

fn text_or_number(value: Value<'_>) -> Option<String> {
    if let Value::Number(number) = value { Some(number.into()) } else { text(value) }
}

/// What decides about a fault: its code and, where it has none, its name.
pub(crate) struct Cause<'a> {
    code: Option<Value<'a>>,
    error_name: Option<Value<'a>>,
}

impl<'a> Cause<'a> {
    /// Reads the cause of a fault, if the body is one.
    pub(crate) fn read(body: &'a str) -> Option<Self> {
        let Ok(Document::Object([code, error_name])) = json::read(body, ["code", "errorName"]) else { return None };
        // Any member of a fault may be missing, and null is how the service writes that as well.
        let given = |value: Option<Value<'a>>| value.filter(|value| *value != Value::Null);
        Some(Self { code: given(code), error_name: given(error_name) })
    }

    /// Whether the code is this number, written as a number or as a text, exactly.
    pub(crate) fn has_code(&self, code: &str) -> bool {
        match &self.code {
            Some(Value::Number(number)) => *number == code,
            Some(Value::Text(text)) => text == code,
            _ => false,
        }
    }

    /// Whether there is no code and the name is this one.
    pub(crate) fn has_only_name(&self, name: &str) -> bool {
        self.code.is_none() && matches!(&self.error_name, Some(Value::Text(text)) if text.eq_ignore_ascii_case(name))
    }
}
