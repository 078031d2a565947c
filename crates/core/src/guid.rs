//! GUIDs by which a caller names its requests.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use uuid::Uuid;

use crate::excerpt::excerpt;

/// A GUID that a caller supplies: the id of a request, or of what the request belongs to. Its canonical form is lower-case.
///
/// Read in the hyphenated form alone, since programs write these: nobody pastes them.
///
/// ```
/// use partner_center_rules::Guid;
///
/// let id: Guid = "037DB222-6d8e-4d7f-ba78-df3dca33fb68".parse().unwrap();
/// assert_eq!(id.to_string(), "037db222-6d8e-4d7f-ba78-df3dca33fb68");
/// assert_eq!("1".parse::<Guid>().unwrap_err().to_string(), "`1` is not a GUID of 8-4-4-4-12 hexadecimal digits, not all zeros");
/// ```
///
/// Source: `HEADERS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid(Uuid);

/// A text is not a GUID that names anything.
///
/// ```
/// use partner_center_rules::Guid;
///
/// let error = "037db222".parse::<Guid>().unwrap_err();
/// assert!(error.to_string().contains("`037db222`"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("`{input}` is not a GUID of 8-4-4-4-12 hexadecimal digits, not all zeros")]
pub struct GuidError {
    input: String,
}

impl GuidError {
    /// The text that was read, escaped and cut so that it can be shown.
    ///
    /// ```
    /// use partner_center_rules::Guid;
    ///
    /// assert_eq!("037db222".parse::<Guid>().unwrap_err().input(), "037db222");
    /// ```
    #[must_use]
    pub fn input(&self) -> &str {
        &self.input
    }
}

impl Guid {
    /// Reads a GUID.
    ///
    /// # Errors
    /// [`GuidError`]: the text has another form, or all digits are zero.
    ///
    /// ```
    /// use partner_center_rules::Guid;
    ///
    /// assert!(Guid::from_text("037db222-6d8e-4d7f-ba78-df3dca33fb68").is_ok());
    /// assert!(Guid::from_text("00000000-0000-0000-0000-000000000000").is_err());
    /// ```
    pub fn from_text(text: &str) -> Result<Self, GuidError> {
        match hyphenated(text) {
            Some(id) if !id.is_nil() => Ok(Self(id)),
            _ => Err(GuidError { input: excerpt(text) }),
        }
    }

    pub(crate) fn text(self) -> String {
        text_of_id(self.0)
    }
}

/// Reads the hyphenated form alone: the library also takes digits without hyphens, in braces and as a name of the web.
pub(crate) fn hyphenated(text: &str) -> Option<Uuid> {
    if text.len() == 36 { Uuid::try_parse(text).ok() } else { None }
}

/// The canonical text of an id. The formatter of Rust would say the same with many times the code.
pub(crate) fn text_of_id(id: Uuid) -> String {
    let mut buffer = Uuid::encode_buffer();
    String::from(&*id.as_hyphenated().encode_lower(&mut buffer))
}

impl FromStr for Guid {
    type Err = GuidError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::from_text(text)
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
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
        assert!(Guid::from_text("037db222-6d8e-4d7f-ba78-df3dca33fb68").is_ok());
        for text in [
            "",
            "00000000-0000-0000-0000-000000000000",
            "037db2226d8e4d7fba78df3dca33fb68",
            "{037db222-6d8e-4d7f-ba78-df3dca33fb68}",
            "urn:uuid:037db222-6d8e-4d7f-ba78-df3dca33fb68",
            " 037db222-6d8e-4d7f-ba78-df3dca33fb68",
            "037db222-6d8e-4d7f-ba78-df3dca33fb6\r",
            "037db222-6d8e-4d7f-ba78-df3dca33fb6g",
        ] {
            assert_eq!(Guid::from_text(text).unwrap_err().input(), excerpt(text));
        }
    }
}
