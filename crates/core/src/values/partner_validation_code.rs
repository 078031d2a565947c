//! Validation codes of the partner, as the service lists them.

use alloc::string::String;
use alloc::vec::Vec;

use crate::values::other_member::OtherMember;
use crate::values::qualification::Mode;
use crate::values::validation_code::ValidationCode;

/// A validation code of the partner, with its limits.
///
/// ```
/// use partner_center_rules::PartnerValidationCode;
///
/// let mut code = PartnerValidationCode::new("123456".parse().unwrap());
/// assert!(code.is_usable());
/// code.remaining_creates = Some(0);
/// assert!(!code.is_usable());
/// ```
///
/// Source: `CODES`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "camelCase"))]
pub struct PartnerValidationCode {
    /// The code (`validationId`).
    #[cfg_attr(feature = "serde", serde(rename = "validationId"))]
    pub code: ValidationCode,
    /// The partner that it was issued to.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub partner_id: Option<String>,
    /// The organisation that it was issued for.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub organization_name: Option<String>,
    /// The number of customers that it can qualify; `None`: no limit.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none", serialize_with = "serialize_count"))]
    pub max_creates: Option<i64>,
    /// The number of customers that it can still qualify; `None`: no limit.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none", serialize_with = "serialize_count"))]
    pub remaining_creates: Option<i64>,
    /// The version of the entry.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub e_tag: Option<String>,
    /// Other members.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub other: Vec<OtherMember>,
}

impl PartnerValidationCode {
    /// Creates an entry without limits.
    ///
    /// ```
    /// use partner_center_rules::PartnerValidationCode;
    ///
    /// let code = PartnerValidationCode::new("12345".parse()?);
    /// assert_eq!(code.remaining_creates, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn new(code: ValidationCode) -> Self {
        Self {
            code,
            partner_id: None,
            organization_name: None,
            max_creates: None,
            remaining_creates: None,
            e_tag: None,
            other: Vec::new(),
        }
    }

    /// Creates an entry without limits from the digits of a code. Returns `None` if they are not a number from
    /// [`ValidationCode::MIN`] to [`ValidationCode::MAX`], as all codes of the service are. Leading zeros are kept.
    ///
    /// ```
    /// use partner_center_rules::PartnerValidationCode;
    ///
    /// assert_eq!(PartnerValidationCode::from_digits("0042").map(|known| known.code.to_string()), Some("0042".to_owned()));
    /// assert_eq!(PartnerValidationCode::from_digits("n/a"), None);
    /// ```
    ///
    /// Source: `CODES`.
    #[must_use]
    pub fn from_digits(text: &str) -> Option<Self> {
        let code: ValidationCode = text.parse().ok()?;
        // The service writes no full-width digits.
        ValidationCode::parse(text, Mode::Synchronous).ok().map(|_| Self::new(code))
    }

    /// Returns whether the code can still be used.
    ///
    /// ```
    /// use partner_center_rules::PartnerValidationCode;
    ///
    /// let code = PartnerValidationCode { remaining_creates: Some(0), ..PartnerValidationCode::new("12345".parse()?) };
    /// assert!(!code.is_usable());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn is_usable(&self) -> bool {
        match self.remaining_creates {
            None => true,
            Some(remaining) => remaining > 0,
        }
    }
}

/// A count for serialization. Many readers keep only 53 bits of a number (RFC 8259, section 6): a larger count is serialized as an
/// `i128`, so that a serializer for such a reader can tell it apart. In JSON both are the same digits.
#[cfg(feature = "serde")]
pub(crate) struct Count(pub(crate) i64);

#[cfg(feature = "serde")]
impl serde::Serialize for Count {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const MAX_EXACT: u64 = 1 << 53;
        if self.0.unsigned_abs() < MAX_EXACT {
            serializer.serialize_i64(self.0)
        } else {
            serializer.serialize_i128(self.0.into())
        }
    }
}

#[cfg(feature = "serde")]
#[expect(clippy::ref_option, reason = "as serde asks")]
fn serialize_count<S: serde::Serializer>(count: &Option<i64>, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&count.map(Count), serializer)
}
