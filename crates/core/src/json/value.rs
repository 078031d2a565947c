//! Values of members, as they are written in a JSON text.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::json::string::unescape;

/// The value of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    Null,
    Boolean(bool),
    Text(Quoted<'a>),
    /// A number, as it is written.
    Number(&'a str),
    /// An array or an object, as it is written.
    Other(&'a str),
}

impl<'a> Value<'a> {
    /// Returns the text of a value where a string is expected: that of a string, or another value as it is written. Null has none.
    pub(crate) fn text(self) -> Option<Cow<'a, str>> {
        Some(match self {
            Self::Null => return None,
            Self::Boolean(value) => if value { "true" } else { "false" }.into(),
            Self::Text(quoted) => quoted.unescape(),
            Self::Number(text) | Self::Other(text) => text.into(),
        })
    }

    /// Returns the same text as an owned one.
    pub(crate) fn into_text(self) -> Option<String> {
        self.text().map(Cow::into_owned)
    }
}

/// A string as it is written, without its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quoted<'a> {
    pub(super) written: &'a str,
    pub(super) is_escaped: bool,
}

impl<'a> Quoted<'a> {
    /// Returns the text that the string stands for.
    pub(crate) fn unescape(self) -> Cow<'a, str> {
        if self.is_escaped { Cow::Owned(unescape(self.written)) } else { Cow::Borrowed(self.written) }
    }
}
