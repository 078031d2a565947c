//! The body of an error response.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::json::document::{self, Document, Malformed, Names};
use crate::json::value::Value;
use crate::values::other_member::OtherMember;

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
    const NAMES: Names<'static, 7> = [
        &["code"],
        &["errorName"],
        &["message"],
        &["description"],
        &["errorMessageExtended"],
        &["source"],
        &["isRetryable"],
    ];

    /// Reads the body of a response. Other members are added to `others` if they are requested.
    pub(crate) fn read(body: &'a str, others: Option<&mut Vec<OtherMember>>) -> Self {
        let members = match document::read(body, Self::NAMES, others) {
            Ok(Document::Object(members)) => members,
            Ok(Document::Value(Value::Text(quoted))) => {
                return Self { text: Some(quoted.unescape()), ..Self::default() };
            }
            Ok(Document::Value(_)) | Err(Malformed) => return Self::default(),
        };
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
}
