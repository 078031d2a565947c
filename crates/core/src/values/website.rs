//! The website of an education customer.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::values::address::{Parts, is_escaped};
use crate::values::excerpt::{excerpt_escaping, is_trimmable};
use crate::values::field::MAX_FIELD_BYTES;

/// The website of an education customer, as it is sent for the review.
///
/// The documentation does not define the format of a website (its example is `example.edu`), so that only a text that cannot be
/// the address of a website is invalid. The form check gives warnings for unusual addresses. The canonical form has scheme and host
/// in lower case, ASCII dots in the host, and no path that is only a slash; a scheme is neither added nor removed.
///
/// ```
/// use partner_center_rules::Website;
///
/// let website: Website = " HTTPS://www.Example.edu/About ".parse().unwrap();
/// assert_eq!(website.as_str(), "https://www.example.edu/About");
/// assert_eq!("example.edu/".parse::<Website>().unwrap().as_str(), "example.edu");
/// assert!("javascript:alert(1)".parse::<Website>().is_err());
/// assert!("info@example.edu".parse::<Website>().is_err());
/// ```
///
/// Source: `ASYNC` (optional, for Education).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct Website(String);

/// The error of parsing a [`Website`].
///
/// ```
/// use partner_center_rules::{Website, WebsiteError};
///
/// assert!(matches!("x".parse::<Website>(), Err(WebsiteError::Invalid { .. })));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum WebsiteError {
    /// The text is empty or only white space.
    #[error("a website is needed, such as `example.edu`")]
    Empty,
    /// The text is longer than [`Website::MAX_BYTES`].
    #[error("the website has more than {} bytes", Website::MAX_BYTES)]
    TooLong,
    /// The text is not the address of a website.
    #[error("`{input}` is not the address of a website such as `example.edu` or `https://www.example.edu`")]
    Invalid {
        /// The text, cut and escaped for display.
        input: String,
    },
}

impl Website {
    /// The maximum length of a website, in bytes of UTF-8.
    ///
    /// ```
    /// use partner_center_rules::Website;
    ///
    /// assert!("x".repeat(Website::MAX_BYTES + 1).parse::<Website>().is_err());
    /// ```
    pub const MAX_BYTES: usize = 2_048;

    /// Returns the address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether the host has letters outside ASCII, which can look like others.
    ///
    /// ```
    /// use partner_center_rules::Website;
    ///
    /// assert!("b\u{fc}cher.example".parse::<Website>()?.has_non_ascii_host());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn has_non_ascii_host(&self) -> bool {
        Parts::new(&self.0).has_non_ascii_host()
    }

    /// Returns whether the host has an underscore, which browsers accept and domain registries do not.
    ///
    /// ```
    /// use partner_center_rules::Website;
    ///
    /// assert!("foo_bar.example.edu".parse::<Website>()?.has_underscore());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn has_underscore(&self) -> bool {
        Parts::new(&self.0).has_underscore()
    }

    /// Returns whether the host is an IP address.
    ///
    /// ```
    /// use partner_center_rules::Website;
    ///
    /// assert!("192.0.2.1".parse::<Website>()?.is_ip_address());
    /// assert!("https://[2001:db8::1]".parse::<Website>()?.is_ip_address());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_ip_address(&self) -> bool {
        Parts::new(&self.0).is_ip_address()
    }
}

impl AsRef<str> for Website {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Website {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl FromStr for Website {
    type Err = WebsiteError;

    /// Parses the address of a website. White space and invisible characters around it are removed.
    ///
    /// # Errors
    /// [`WebsiteError`]: the text is empty, too long, or not the address of a website.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let address = text.trim_matches(is_trimmable);
        if text.len() > MAX_FIELD_BYTES || address.len() > Self::MAX_BYTES {
            return Err(WebsiteError::TooLong);
        }
        if text.trim().is_empty() {
            return Err(WebsiteError::Empty);
        }
        let parts = Parts::new(address);
        let address = parts.with_ascii_dots();
        let parts = if let Cow::Owned(address) = &address { Parts::new(address) } else { parts };
        if !parts.is_address() {
            return Err(WebsiteError::Invalid { input: excerpt_escaping(text, is_escaped) });
        }
        Ok(Self(parts.canonical()))
    }
}

impl fmt::Display for Website {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Returns whether an invalid text is the start of the address of a website.
pub(crate) fn could_become_website(text: &str) -> bool {
    let typed = text.trim_start_matches(is_trimmable);
    let address = Parts::new(typed).with_ascii_dots();
    text.len() < MAX_FIELD_BYTES && typed.len() < Website::MAX_BYTES && Parts::new(&address).could_become_address()
}
