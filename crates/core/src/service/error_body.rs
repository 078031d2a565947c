//! The body of an error response.

use alloc::borrow::Cow;

use crate::json::document::{self, Document, Malformed, Members, Names};
use crate::json::value::Value;

/// The fields of an error response. One that is missing is `None`.
#[derive(Default)]
pub(crate) struct ErrorBody<'a> {
    pub(crate) code: Option<Cow<'a, str>>,
    pub(crate) error_name: Option<Cow<'a, str>>,
    pub(crate) message: Option<Cow<'a, str>>,
    pub(crate) description: Option<Cow<'a, str>>,
    pub(crate) error_message_extended: Option<Cow<'a, str>>,
    pub(crate) source: Option<Cow<'a, str>>,
    /// The text of a body that is a bare JSON string.
    pub(crate) text: Option<Cow<'a, str>>,
    pub(crate) is_retryable: Option<bool>,
}

impl<'a> ErrorBody<'a> {
    /// The names of the fields of an object.
    pub(crate) const NAMES: Names<'static, 7> = [
        &["code"],
        &["errorName"],
        &["message"],
        &["description"],
        &["errorMessageExtended"],
        &["source"],
        &["isRetryable"],
    ];

    /// Reads the body of a response.
    pub(crate) fn read(body: &'a str) -> Self {
        match document::read_members(body, Self::NAMES) {
            Ok(Document::Object(members)) => Self::from_members(members),
            Ok(Document::Value(value)) => Self::from_value(value),
            Err(Malformed) => Self::default(),
        }
    }

    /// Converts the fields of an object.
    pub(crate) fn from_members(members: Members<'a, 7>) -> Self {
        let [code, error_name, message, description, error_message_extended, source, is_retryable] = members;
        let text = |value: Option<Value<'a>>| value.and_then(Value::text);
        Self {
            code: text(code),
            error_name: text(error_name),
            message: text(message),
            description: text(description),
            error_message_extended: text(error_message_extended),
            source: text(source),
            text: None,
            is_retryable: if let Some(Value::Boolean(value)) = is_retryable { Some(value) } else { None },
        }
    }

    /// Converts a body that is not an object.
    pub(crate) fn from_value(value: Value<'a>) -> Self {
        let text = if let Value::Text(quoted) = value { Some(quoted.unescape()) } else { None };
        Self { text, ..Self::default() }
    }
}
