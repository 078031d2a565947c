//! Validation codes, which are required to set Government Community Cloud.

use alloc::string::{String, ToString as _};
use core::fmt;
use core::str::FromStr;

use crate::values::excerpt::{ascii_excerpt, excerpt, is_unseen};
use crate::values::field::MAX_FIELD_BYTES;
use crate::values::qualification::Mode;
use crate::values::text::single;

/// A validation code, as it is sent.
///
/// The asynchronous API takes a string: the text with its leading zeros, but without white space around it and with ASCII digits
/// for full-width ones. The synchronous API takes an `int`: ASCII digits without leading zeros.
///
/// ```
/// use partner_center_rules::{Mode, ValidationCode};
///
/// let code: ValidationCode = " 00123456 ".parse()?;
/// assert_eq!(code.as_str(), "00123456");
/// assert_eq!(ValidationCode::parse("00123456", Mode::Synchronous)?.as_str(), "123456");
/// assert_eq!(
///     ValidationCode::parse("2147483648", Mode::Synchronous).unwrap_err().to_string(),
///     "`2147483648` is not a validation code: it is a number from 1 to 2147483647",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: `ASYNC` (`validationCode`, string), `SYNC` (`code`, int), `CODES`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct ValidationCode(String);

/// The error of parsing a [`ValidationCode`].
///
/// ```
/// use partner_center_rules::{Mode, ValidationCode, ValidationCodeError};
///
/// let synchronous = ValidationCode::parse("12x", Mode::Synchronous);
/// assert!(matches!(synchronous, Err(ValidationCodeError::NotDigits { .. })));
/// assert!(matches!("1 2".parse::<ValidationCode>(), Err(ValidationCodeError::Invalid { .. })));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum ValidationCodeError {
    /// The text is empty or only white space.
    #[error("a validation code is needed, such as `123456`")]
    Empty,
    /// The text is too long. Asynchronous API.
    #[error("the validation code has more than {} characters", ValidationCode::MAX_CHARACTERS)]
    TooLong,
    /// The text has white space or invisible characters inside. Asynchronous API.
    #[error("`{input}` is not a validation code: it has white space or invisible characters in it")]
    Invalid {
        /// The text, cut and escaped for display.
        input: String,
    },
    /// The text has characters other than digits. Synchronous API.
    #[error("`{input}` is not a validation code: only the digits 0 to 9 are allowed")]
    NotDigits {
        /// The text, cut and escaped for display.
        input: String,
    },
    /// The number is 0 or too large. Synchronous API.
    #[error("`{input}` is not a validation code: it is a number from 1 to 2147483647")]
    OutOfRange {
        /// The text, cut and escaped for display.
        input: String,
    },
}

impl ValidationCode {
    /// The smallest code of the synchronous API.
    ///
    /// ```
    /// use partner_center_rules::{Mode, ValidationCode};
    ///
    /// assert!(ValidationCode::parse(&ValidationCode::MIN.to_string(), Mode::Synchronous).is_ok());
    /// assert!(ValidationCode::parse("0", Mode::Synchronous).is_err());
    /// ```
    pub const MIN: u32 = 1;
    /// The largest code of the synchronous API, the largest `int`.
    ///
    /// ```
    /// use partner_center_rules::{Mode, ValidationCode};
    ///
    /// assert!(ValidationCode::parse(&ValidationCode::MAX.to_string(), Mode::Synchronous).is_ok());
    /// assert!(ValidationCode::parse("2147483648", Mode::Synchronous).is_err());
    /// ```
    pub const MAX: u32 = 2_147_483_647;
    /// The maximum number of characters of a code of the asynchronous API. The documentation gives no limit; its codes have six digits.
    ///
    /// ```
    /// use partner_center_rules::ValidationCode;
    ///
    /// assert!("1".repeat(ValidationCode::MAX_CHARACTERS).parse::<ValidationCode>().is_ok());
    /// assert!("1".repeat(ValidationCode::MAX_CHARACTERS + 1).parse::<ValidationCode>().is_err());
    /// ```
    pub const MAX_CHARACTERS: usize = 64;

    /// Parses a code for an API.
    ///
    /// # Errors
    /// [`ValidationCodeError`]: the text is empty, or the API does not take it.
    ///
    /// ```
    /// use partner_center_rules::{Mode, ValidationCode};
    ///
    /// assert_eq!(ValidationCode::parse(" 0042 ", Mode::Asynchronous)?.as_str(), "0042");
    /// assert_eq!(ValidationCode::parse(" 0042 ", Mode::Synchronous)?.as_str(), "42");
    /// assert!(ValidationCode::parse("+42", Mode::Synchronous).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parse(text: &str, mode: Mode) -> Result<Self, ValidationCodeError> {
        match mode {
            Mode::Asynchronous => Self::parse_text(text),
            Mode::Synchronous => Self::parse_integer(text),
        }
    }

    fn parse_text(text: &str) -> Result<Self, ValidationCodeError> {
        if text.len() > MAX_FIELD_BYTES {
            return Err(ValidationCodeError::TooLong);
        }
        let code = text.trim();
        if code.is_empty() {
            return Err(ValidationCodeError::Empty);
        }
        if code.chars().any(is_forbidden_in_code) {
            return Err(ValidationCodeError::Invalid { input: excerpt(text) });
        }
        if code.chars().nth(Self::MAX_CHARACTERS).is_some() {
            return Err(ValidationCodeError::TooLong);
        }
        Ok(Self(code.chars().map(as_ascii_digit).collect()))
    }

    fn parse_integer(text: &str) -> Result<Self, ValidationCodeError> {
        if text.len() > MAX_FIELD_BYTES {
            return Err(ValidationCodeError::OutOfRange { input: excerpt(text) });
        }
        let digits = text.trim();
        if digits.is_empty() {
            return Err(ValidationCodeError::Empty);
        }
        if !is_digits(digits) {
            return Err(ValidationCodeError::NotDigits { input: ascii_excerpt(text) });
        }
        // The text has only digits: it can only be out of range.
        match digits.parse::<u32>() {
            Ok(number @ Self::MIN..=Self::MAX) => Ok(Self(number.to_string())),
            _ => Err(ValidationCodeError::OutOfRange { input: excerpt(text) }),
        }
    }

    /// Returns the text, as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether the code has only ASCII digits, as every code in the documentation has.
    ///
    /// ```
    /// use partner_center_rules::ValidationCode;
    ///
    /// assert!("0042".parse::<ValidationCode>()?.is_digits());
    /// assert!(!"GCC-12".parse::<ValidationCode>()?.is_digits());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_digits(&self) -> bool {
        is_digits(&self.0)
    }

    /// Returns whether two codes are the same: their texts are equal, or both are digits of the same number.
    ///
    /// ```
    /// use partner_center_rules::ValidationCode;
    ///
    /// assert!("0042".parse::<ValidationCode>()?.is_same("42"));
    /// assert!(!"GCC-12".parse::<ValidationCode>()?.is_same("gcc-12"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_same(&self, other: &str) -> bool {
        let number = |text| Some(without_leading_zeros(text)).filter(|_| is_digits(text));
        self.0 == other || number(&self.0).is_some_and(|digits| number(other) == Some(digits))
    }
}

pub(crate) fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the digits of a number without leading zeros.
pub(crate) fn without_leading_zeros(digits: &str) -> &str {
    digits.trim_start_matches(single('0'))
}

/// Returns whether a character is white space, invisible, or the replacement character.
fn is_forbidden_in_code(character: char) -> bool {
    character == ' ' || character == '\u{fffd}' || is_unseen(character)
}

/// Returns the ASCII digit for a full-width digit, which input methods type, or any other character as it is.
pub(crate) fn as_ascii_digit(character: char) -> char {
    match character {
        '\u{ff10}'..='\u{ff19}' => {
            char::from_digit(u32::from(character).saturating_sub(0xff10), 10).unwrap_or(character)
        }
        _ => character,
    }
}

impl AsRef<str> for ValidationCode {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl FromStr for ValidationCode {
    type Err = ValidationCodeError;

    /// Parses a code for the asynchronous API, with the errors of [`ValidationCode::parse`].
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text, Mode::Asynchronous)
    }
}

impl fmt::Display for ValidationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for ValidationCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CodeVisitor;

        impl serde::de::Visitor<'_> for CodeVisitor {
            type Value = ValidationCode;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a validation code, as a text or a whole number")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<ValidationCode, E> {
                text.parse().map_err(E::custom)
            }

            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<ValidationCode, E> {
                self.visit_str(&number.to_string())
            }
        }

        deserializer.deserialize_any(CodeVisitor)
    }
}
