//! GUIDs that identify requests.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use uuid::Uuid;

use crate::values::excerpt::ascii_excerpt;

/// A GUID that the caller supplies: the id of a request, or its correlation id. Its canonical form is lower-case.
///
/// Parsing accepts only the hyphenated form: programs write these ids, people do not paste them.
///
/// ```
/// use partner_center_rules::Guid;
///
/// let id: Guid = "037DB222-6d8e-4d7f-ba78-df3dca33fb68".parse().unwrap();
/// assert_eq!(id.to_string(), "037db222-6d8e-4d7f-ba78-df3dca33fb68");
/// assert_eq!(
///     "1".parse::<Guid>().unwrap_err().to_string(),
///     "`1` is not a GUID: 32 digits and letters a to f in five groups are needed, such as `0a1b2c3d-4e5f-6789-abcd-ef0123456789`",
/// );
/// ```
///
/// Source: `HEADERS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid(Uuid);

/// The error of parsing a [`Guid`].
///
/// ```
/// use partner_center_rules::{Guid, GuidError};
///
/// let error = "037db222".parse::<Guid>().unwrap_err();
/// assert_eq!(error, GuidError::Invalid { input: "037db222".into() });
/// assert_eq!("00000000-0000-0000-0000-000000000000".parse::<Guid>(), Err(GuidError::Nil));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum GuidError {
    /// The text is not a GUID in the hyphenated form.
    #[error(
        "`{input}` is not a GUID: 32 digits and letters a to f in five groups are needed, such as `0a1b2c3d-4e5f-6789-abcd-ef0123456789`"
    )]
    Invalid {
        /// The text, cut and escaped for display.
        input: String,
    },
    /// The text is the nil GUID.
    #[error("the GUID is the nil GUID: all zeros name nothing")]
    Nil,
}

/// Parses the hyphenated form. The library also accepts digits without hyphens, in braces and as a URN.
#[inline(never)]
pub(crate) fn parse_hyphenated(text: &str) -> Option<Uuid> {
    if text.len() == 36 { Uuid::try_parse(text).ok() } else { None }
}

/// Returns the canonical text of an id. `format!` would write the same with many times the code.
pub(crate) fn canonical(id: Uuid) -> String {
    let mut buffer = Uuid::encode_buffer();
    String::from(&*id.as_hyphenated().encode_lower(&mut buffer))
}

impl FromStr for Guid {
    type Err = GuidError;

    /// Parses the hyphenated form.
    ///
    /// # Errors
    /// [`GuidError`]: the text is not in the hyphenated form, or is the nil GUID.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match parse_hyphenated(text) {
            Some(id) if id.is_nil() => Err(GuidError::Nil),
            Some(id) => Ok(Self(id)),
            None => Err(GuidError::Invalid { input: ascii_excerpt(text) }),
        }
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl From<Guid> for String {
    /// Returns the canonical text.
    fn from(id: Guid) -> Self {
        canonical(id.0)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Guid {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Guid {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <alloc::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_hyphenated_form_is_read() {
        assert!("037db222-6d8e-4d7f-ba78-df3dca33fb68".parse::<Guid>().is_ok());
        for text in [
            "",
            "037db2226d8e4d7fba78df3dca33fb68",
            "{037db222-6d8e-4d7f-ba78-df3dca33fb68}",
            "urn:uuid:037db222-6d8e-4d7f-ba78-df3dca33fb68",
            " 037db222-6d8e-4d7f-ba78-df3dca33fb68",
            "037db222-6d8e-4d7f-ba78-df3dca33fb6\r",
            "037db222-6d8e-4d7f-ba78-df3dca33fb6g",
            "037db222\u{2011}6d8e\u{2011}4d7f\u{2011}ba78\u{2011}df3dca33fb68",
        ] {
            assert_eq!(text.parse::<Guid>(), Err(GuidError::Invalid { input: ascii_excerpt(text) }));
        }
        assert_eq!("00000000-0000-0000-0000-000000000000".parse::<Guid>(), Err(GuidError::Nil));
    }
}
