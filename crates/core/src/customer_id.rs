//! The id of a customer: the GUID of its tenant.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use uuid::Uuid;

use crate::excerpt::{excerpt, is_invisible};
use crate::field::MAX_FIELD_BYTES;
use crate::guid::{hyphenated, text_of_id};

/// The id of a customer, a GUID. Its canonical form is lower-case with hyphens.
///
/// Read as people paste it: with white space and invisible characters around it, in braces or after `urn:uuid:`, in upper
/// case. Nothing else is accepted, so that what is in a request is what was meant.
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
///
/// ```
/// use partner_center_rules::{CustomerId, CustomerIdError};
///
/// assert!(matches!("0a1b2c3d".parse::<CustomerId>(), Err(CustomerIdError::Invalid { .. })));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
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
    ///
    /// ```
    /// use partner_center_rules::CustomerId;
    ///
    /// let id = CustomerId::from_text("0A1B2C3D-4E5F-6789-ABCD-EF0123456789")?;
    /// assert_eq!(id.to_string(), "0a1b2c3d-4e5f-6789-abcd-ef0123456789");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_text(text: &str) -> Result<Self, CustomerIdError> {
        if text.len() > MAX_FIELD_BYTES {
            return Err(CustomerIdError::Invalid { input: excerpt(text) });
        }
        let pasted = Pasted::read(text);
        if pasted.digits.is_empty() && !pasted.braces && !pasted.urn {
            return Err(CustomerIdError::Empty);
        }
        let id = hyphenated(pasted.digits).ok_or_else(|| CustomerIdError::Invalid { input: excerpt(text) })?;
        if id.is_nil() {
            return Err(CustomerIdError::Nil);
        }
        Ok(Self(id))
    }

    /// The canonical text.
    ///
    /// ```
    /// use partner_center_rules::CustomerId;
    ///
    /// let id = CustomerId::from_text("{0A1B2C3D-4E5F-6789-ABCD-EF0123456789}")?;
    /// assert_eq!(id.text(), "0a1b2c3d-4e5f-6789-abcd-ef0123456789");
    /// # Ok::<(), partner_center_rules::CustomerIdError>(())
    /// ```
    #[must_use]
    pub fn text(self) -> String {
        text_of_id(self.0)
    }
}

/// A customer id as it was pasted, and what came with it.
pub(crate) struct Pasted<'a> {
    pub(crate) digits: &'a str,
    pub(crate) white_space: bool,
    pub(crate) invisible: bool,
    pub(crate) braces: bool,
    pub(crate) urn: bool,
}

impl<'a> Pasted<'a> {
    pub(crate) fn read(text: &'a str) -> Self {
        let rest = text.trim_start_matches(is_around);
        let trimmed = rest.trim_end_matches(is_around);
        let before = text.get(..text.len().saturating_sub(rest.len())).unwrap_or_default();
        let after = rest.get(trimmed.len()..).unwrap_or_default();
        let around = |is: fn(char) -> bool| before.contains(is) || after.contains(is);
        let inside_braces = trimmed.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        let after_urn = trimmed.split_at_checked(URN.len()).filter(|(start, _)| start.eq_ignore_ascii_case(URN));
        Self {
            digits: inside_braces.or(after_urn.map(|(_, rest)| rest)).unwrap_or(trimmed),
            white_space: around(char::is_whitespace),
            invisible: around(is_invisible),
            braces: inside_braces.is_some(),
            urn: after_urn.is_some(),
        }
    }
}

/// What an id has before it as a name of the web (RFC 9562, section 4).
const URN: &str = "urn:uuid:";

/// What may be around an id without being part of it. An override of the direction is no accident of copying.
fn is_around(character: char) -> bool {
    character.is_whitespace() || (is_invisible(character) && !matches!(character, '\u{202d}' | '\u{202e}'))
}

/// Whether a text that is no customer id could become one if more is typed.
pub(crate) fn could_become_customer_id(text: &str) -> bool {
    let typed = text.trim_start_matches(is_around);
    if text.len() >= MAX_FIELD_BYTES {
        return false;
    }
    if URN.get(..typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(typed)) {
        return true;
    }
    let after_urn = typed.split_at_checked(URN.len()).filter(|(start, _)| start.eq_ignore_ascii_case(URN));
    let digits = typed.strip_prefix('{').or(after_urn.map(|(_, digits)| digits)).unwrap_or(typed);
    let is_in_place = |(at, byte): (usize, u8)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    // With all its digits an id lacks nothing but a brace.
    let is_nil = || digits.bytes().all(|byte| byte == b'0' || byte == b'-');
    digits.bytes().enumerate().all(is_in_place) && (digits.len() < 36 || (digits.len() == 36 && !is_nil()))
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
