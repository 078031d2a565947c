//! The id of a customer: the GUID of its tenant.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use uuid::Uuid;

use crate::excerpt::excerpt;
use crate::field::MAX_FIELD_BYTES;

/// The id of a customer, a GUID. Its canonical form is lower-case with hyphens.
///
/// Read as people paste it: with white space around it, in braces, in upper case. Nothing else is accepted, so that what is in
/// a request is what was meant.
///
/// ```
/// use partner_center_rules::CustomerId;
///
/// let id: CustomerId = " {0A1B2C3D-4E5F-6789-ABCD-EF0123456789} ".parse().unwrap();
/// assert_eq!(id.to_string(), "0a1b2c3d-4e5f-6789-abcd-ef0123456789");
///
/// let error = "0a1b2c3d/../users".parse::<CustomerId>().unwrap_err();
/// assert_eq!(error.to_string(), "`0a1b2c3d/../users` is not a customer id: a GUID of 8-4-4-4-12 hexadecimal digits is needed");
/// ```
///
/// Source: `SYNC`, `STATUS` (customer-tenant-id).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CustomerId(Uuid);

/// Why a text is not a customer id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CustomerIdError {
    /// There is no text, or only white space.
    #[error("a customer id is needed: a GUID of 8-4-4-4-12 hexadecimal digits")]
    Empty,
    /// The text is no GUID.
    #[error("`{input}` is not a customer id: a GUID of 8-4-4-4-12 hexadecimal digits is needed")]
    Invalid {
        /// The text, fit to be shown.
        input: String,
    },
    /// All digits are zero.
    #[error("the customer id is the nil GUID: the id of a customer is not all zeros")]
    Nil,
}

impl CustomerId {
    /// Reads a customer id as people paste it.
    ///
    /// # Errors
    /// [`CustomerIdError`], by what is wrong.
    pub fn from_text(text: &str) -> Result<Self, CustomerIdError> {
        if text.len() > MAX_FIELD_BYTES {
            return Err(CustomerIdError::Invalid { input: excerpt(text) });
        }
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Err(CustomerIdError::Empty);
        }
        let id =
            hyphenated(without_braces(trimmed)).ok_or_else(|| CustomerIdError::Invalid { input: excerpt(text) })?;
        if id.is_nil() {
            return Err(CustomerIdError::Nil);
        }
        Ok(Self(id))
    }
}

/// The text between one pair of braces, or the text itself.
pub(crate) fn without_braces(text: &str) -> &str {
    text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(text)
}

/// Reads the hyphenated form alone: the library also takes digits without hyphens and URNs, which customers' ids never are.
fn hyphenated(text: &str) -> Option<Uuid> {
    if text.len() == 36 { Uuid::try_parse(text).ok() } else { None }
}

impl FromStr for CustomerId {
    type Err = CustomerIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::from_text(text)
    }
}

impl fmt::Display for CustomerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for CustomerId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for CustomerId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <alloc::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
