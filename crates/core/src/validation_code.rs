//! Validation codes, which a Government Community Cloud qualification needs.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::excerpt::excerpt;
use crate::field::{FieldText, MAX_FIELD_BYTES};
use crate::json::OtherMember;
use crate::text::{decimal, only};

/// A validation code: an `int` above zero.
///
/// Read as people type it: ASCII digits, white space around them and leading zeros dropped.
///
/// ```
/// use partner_center_rules::ValidationCode;
///
/// let code: ValidationCode = " 00123456 ".parse().unwrap();
/// assert_eq!(code.get(), 123_456);
/// assert!("+1".parse::<ValidationCode>().is_err());
/// assert_eq!(
///     "2147483648".parse::<ValidationCode>().unwrap_err().to_string(),
///     "`2147483648` is not a validation code: it is a number from 1 to 2147483647",
/// );
/// ```
///
/// Source: `SYNC` (`validationCode`, int), `CODES`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "u32"))]
pub struct ValidationCode(u32);

/// Why a text is not a validation code.
///
/// ```
/// use partner_center_rules::{ValidationCode, ValidationCodeError};
///
/// assert!(matches!("12x".parse::<ValidationCode>(), Err(ValidationCodeError::NotDigits { .. })));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum ValidationCodeError {
    /// There is no text, or only white space.
    #[error("a validation code is needed: a number from 1 to 2147483647")]
    Empty,
    /// The text has something else than digits.
    #[error("`{input}` is not a validation code: only the digits 0 to 9 are allowed")]
    NotDigits {
        /// The text, fit to be shown.
        input: String,
    },
    /// The number is 0 or too large.
    #[error("`{input}` is not a validation code: it is a number from 1 to 2147483647")]
    OutOfRange {
        /// The text, fit to be shown.
        input: String,
    },
}

impl ValidationCode {
    /// The smallest code.
    ///
    /// ```
    /// use partner_center_rules::ValidationCode;
    ///
    /// assert!(ValidationCode::from_text(&ValidationCode::MIN.to_string()).is_ok());
    /// assert!(ValidationCode::from_text("0").is_err());
    /// ```
    pub const MIN: u32 = 1;
    /// The largest code, that of an `int`.
    ///
    /// ```
    /// use partner_center_rules::ValidationCode;
    ///
    /// assert!(ValidationCode::from_text(&ValidationCode::MAX.to_string()).is_ok());
    /// assert!(ValidationCode::from_text("2147483648").is_err());
    /// ```
    pub const MAX: u32 = 2_147_483_647;

    /// Reads a code as people type it.
    ///
    /// # Errors
    /// [`ValidationCodeError`], by what is wrong.
    ///
    /// ```
    /// use partner_center_rules::ValidationCode;
    ///
    /// assert_eq!(ValidationCode::from_text("0042")?.to_string(), "42");
    /// assert!(ValidationCode::from_text("+42").is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_text(text: &str) -> Result<Self, ValidationCodeError> {
        if text.len() > MAX_FIELD_BYTES {
            return Err(ValidationCodeError::OutOfRange { input: excerpt(text) });
        }
        let digits = text.trim();
        if digits.is_empty() {
            return Err(ValidationCodeError::Empty);
        }
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(ValidationCodeError::NotDigits { input: excerpt(text) });
        }
        // Only digits are left, so that the one thing that can go wrong is the range.
        match digits.parse() {
            Ok(number @ Self::MIN..=Self::MAX) => Ok(Self(number)),
            _ => Err(ValidationCodeError::OutOfRange { input: excerpt(text) }),
        }
    }

    /// The number.
    ///
    /// ```
    /// use partner_center_rules::ValidationCode;
    ///
    /// assert_eq!(ValidationCode::from_text("42")?.get(), 42);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// Whether a text that is no code could become one of `allowed` (`None`: of any) if more is typed.
pub(crate) fn could_become_validation_code(text: &str, allowed: Option<&[PartnerValidationCode]>) -> bool {
    let typed = text.trim_start();
    let is_typing = text.len() < MAX_FIELD_BYTES && typed.bytes().all(|byte| byte.is_ascii_digit());
    let digits = typed.trim_start_matches(only('0'));
    let is_start = |code: ValidationCode| decimal(code.get()).strip_prefix(digits).is_some_and(|rest| !rest.is_empty());
    is_typing
        && match allowed {
            // Any further digit makes a number only larger.
            None => digits.is_empty(),
            Some(codes) => codes.iter().any(|known| known.is_usable() && is_start(known.code)),
        }
}

impl From<ValidationCode> for u32 {
    fn from(code: ValidationCode) -> Self {
        code.get()
    }
}

impl TryFrom<u32> for ValidationCode {
    type Error = ValidationCodeError;

    fn try_from(number: u32) -> Result<Self, Self::Error> {
        match number {
            Self::MIN..=Self::MAX => Ok(Self(number)),
            _ => Err(ValidationCodeError::OutOfRange { input: number.to_string() }),
        }
    }
}

impl FromStr for ValidationCode {
    type Err = ValidationCodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::from_text(text)
    }
}

impl fmt::Display for ValidationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A validation code of the partner, with how often it can still be used.
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
    /// The partner that it was given to.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub partner_id: Option<String>,
    /// The organisation that it was given for.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub organization_name: Option<String>,
    /// How many customers it can qualify; `None` where the service sets no limit.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub max_creates: Option<i64>,
    /// How many customers it can still qualify; `None` where the service sets no limit.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub remaining_creates: Option<i64>,
    /// The version of the entry.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub e_tag: Option<String>,
    /// Other members.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub other: Vec<OtherMember>,
}

impl PartnerValidationCode {
    /// A code without a limit.
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

    /// Reads a list of codes from the texts of code, remaining creates and organisation; nothing if one of them cannot be read, since
    /// a code that is missing from a list may be the one that counts.
    ///
    /// ```
    /// use partner_center_rules::PartnerValidationCode;
    ///
    /// let codes = PartnerValidationCode::read_all([["12345".into(), "4".into(), "Contoso, Inc.".into()]]);
    /// assert_eq!(codes.map(|codes| codes.len()), Some(1));
    /// ```
    pub fn read_all<'a>(entries: impl IntoIterator<Item = [FieldText<'a>; 3]>) -> Option<Vec<Self>> {
        entries.into_iter().map(Self::read).collect()
    }

    fn read([code, remaining_creates, organization_name]: [FieldText<'_>; 3]) -> Option<Self> {
        let remaining_creates = match remaining_creates {
            FieldText::Absent => None,
            FieldText::Text(number) => Some(number.parse().ok()?),
            FieldText::NotText => return None,
        };
        let organization_name = organization_name.text().map(String::from);
        Some(Self { remaining_creates, organization_name, ..Self::new(code.text()?.parse().ok()?) })
    }

    /// Whether it can still be used.
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
