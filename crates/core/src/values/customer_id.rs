//! The id of a customer: the GUID of the customer's tenant.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use uuid::Uuid;

use crate::values::excerpt::ascii_excerpt;
use crate::values::field::MAX_FIELD_BYTES;
use crate::values::guid::canonical;
use crate::values::pasted::{Pasted, PastedError};

/// The id of a customer, a GUID. Its canonical form is lower-case with hyphens.
///
/// Parsing accepts what people paste: an id with or without hyphens, in quotes, braces or parentheses, after `urn:uuid:`, in upper
/// case, with white space and invisible characters around it, with the dashes of a word processor instead of hyphens, in the
/// full-width characters of an input method, or in an address of Partner Center that has exactly one GUID. Nothing else is accepted,
/// so that a request is never made for another customer.
///
/// ```
/// use partner_center_rules::CustomerId;
///
/// let id: CustomerId = " {0A1B2C3D-4E5F-6789-ABCD-EF0123456789} ".parse().unwrap();
/// assert_eq!(id.to_string(), "0a1b2c3d-4e5f-6789-abcd-ef0123456789");
/// assert_eq!("0a1b2c3d4e5f6789abcdef0123456789".parse(), Ok(id));
/// assert_eq!("https://partner.microsoft.com/customers/0a1b2c3d-4e5f-6789-abcd-ef0123456789".parse(), Ok(id));
///
/// let error = "0a1b2c3d/../users".parse::<CustomerId>().unwrap_err();
/// assert_eq!(error.to_string(), "`0a1b2c3d/../users` is not a customer id: 32 digits and letters a to f in five groups are needed, \
///     such as `0a1b2c3d-4e5f-6789-abcd-ef0123456789`");
/// ```
///
/// Source: `SYNC`, `STATUS` (customer-tenant-id).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CustomerId(Uuid);

/// The error of parsing a [`CustomerId`].
///
/// ```
/// use partner_center_rules::{CustomerId, CustomerIdError};
///
/// assert!(matches!("0a1b2c3d".parse::<CustomerId>(), Err(CustomerIdError::Invalid { .. })));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum CustomerIdError {
    /// The text is empty or only white space.
    #[error(
        "a customer id is needed: 32 digits and letters a to f in five groups, such as `0a1b2c3d-4e5f-6789-abcd-ef0123456789`"
    )]
    Empty,
    /// The text is not a GUID.
    #[error(
        "`{input}` is not a customer id: 32 digits and letters a to f in five groups are needed, such as `0a1b2c3d-4e5f-6789-abcd-ef0123456789`"
    )]
    Invalid {
        /// The text, cut and escaped for display.
        input: String,
    },
    /// The id is the nil GUID.
    #[error("the customer id is the nil GUID: the id of a customer is not all zeros")]
    Nil,
}

impl CustomerId {
    /// Parses a customer id as people paste it. Also returns what was removed or replaced.
    pub(crate) fn from_pasted(text: &str) -> Result<(Self, Pasted), CustomerIdError> {
        let pasted = if text.len() > MAX_FIELD_BYTES { Err(PastedError::Invalid) } else { Pasted::parse(text) };
        pasted.map(|pasted| (Self(pasted.id), pasted)).map_err(|error| match error {
            PastedError::Blank => CustomerIdError::Empty,
            PastedError::Nil | PastedError::IncompleteNil => CustomerIdError::Nil,
            PastedError::Incomplete | PastedError::Invalid => CustomerIdError::Invalid { input: ascii_excerpt(text) },
        })
    }
}

/// Returns whether an invalid text is the start of a customer id.
pub(crate) fn could_become_customer_id(text: &str) -> bool {
    text.len() < MAX_FIELD_BYTES
        && matches!(Pasted::parse(text), Err(PastedError::Incomplete | PastedError::IncompleteNil))
}

impl FromStr for CustomerId {
    type Err = CustomerIdError;

    /// Parses a customer id as people paste it.
    ///
    /// # Errors
    /// [`CustomerIdError`]: the text is empty, not a GUID, or the nil GUID.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::from_pasted(text).map(|(id, _)| id)
    }
}

impl fmt::Display for CustomerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl From<CustomerId> for String {
    /// Returns the canonical text.
    fn from(id: CustomerId) -> Self {
        canonical(id.0)
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
