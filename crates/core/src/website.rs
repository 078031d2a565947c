//! The website of an education customer.

use alloc::borrow::ToOwned;
use alloc::string::String;
use core::fmt;
use core::net::Ipv4Addr;
use core::str::FromStr;

use crate::excerpt::{excerpt, is_unseen};
use crate::field::MAX_FIELD_BYTES;

/// The website of an education customer, as it is sent for the review.
///
/// The documentation does not say what a website may look like (its example is `example.edu`), so that only what cannot be
/// the address of a website is refused; what is merely unusual can be asked for and makes warnings of a form.
///
/// ```
/// use partner_center_rules::Website;
///
/// let website: Website = " https://www.example.edu/about ".parse().unwrap();
/// assert_eq!(website.as_str(), "https://www.example.edu/about");
/// assert!("javascript:alert(1)".parse::<Website>().is_err());
/// assert!("info@example.edu".parse::<Website>().is_err());
/// ```
///
/// Source: `ASYNC` (optional, for Education).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct Website(String);

/// Why a text is not the address of a website.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WebsiteError {
    /// There is no text, or only white space.
    #[error("a website is needed, such as `example.edu`")]
    Empty,
    /// The text is longer than any browser takes.
    #[error("the website has more than {} bytes", Website::MAX_BYTES)]
    TooLong,
    /// The text is no address of a website.
    #[error("`{input}` is not the address of a website such as `example.edu` or `https://www.example.edu`")]
    Invalid {
        /// The text, fit to be shown.
        input: String,
    },
}

impl Website {
    /// The longest text that is taken for a website, in bytes of UTF-8.
    pub const MAX_BYTES: usize = 2_048;

    /// Reads the address of a website, with white space around it.
    ///
    /// # Errors
    /// [`WebsiteError`], by what is wrong.
    pub fn from_text(text: &str) -> Result<Self, WebsiteError> {
        let address = text.trim();
        if text.len() > MAX_FIELD_BYTES || address.len() > Self::MAX_BYTES {
            return Err(WebsiteError::TooLong);
        }
        if address.is_empty() {
            return Err(WebsiteError::Empty);
        }
        if address.chars().any(is_never_in_an_address) || !is_host_and_port(authority(address)) {
            return Err(WebsiteError::Invalid { input: excerpt(text) });
        }
        Ok(Self(address.to_owned()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the name of the host has letters outside ASCII, which can look like others.
    #[must_use]
    pub fn has_non_ascii_host(&self) -> bool {
        !authority(&self.0).is_ascii()
    }

    /// Whether the host is an IP address and no name.
    #[must_use]
    pub fn is_ip_address(&self) -> bool {
        host_and_port(authority(&self.0)).0.parse::<Ipv4Addr>().is_ok()
    }
}

impl FromStr for Website {
    type Err = WebsiteError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::from_text(text)
    }
}

impl fmt::Display for Website {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// White space, what cannot be seen, and the characters that no address may have (RFC 3986, appendix A).
fn is_never_in_an_address(character: char) -> bool {
    matches!(character, ' ' | '<' | '>' | '"' | '`' | '{' | '}' | '|' | '^' | '\\') || is_unseen(character)
}

/// The part between the scheme, if there is one, and the path.
fn authority(address: &str) -> &str {
    let rest = strip_prefix_ignore_case(address, "https://")
        .or_else(|| strip_prefix_ignore_case(address, "http://"))
        .unwrap_or(address);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

fn strip_prefix_ignore_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// The host without the dot of the root, and what follows a colon.
fn host_and_port(authority: &str) -> (&str, Option<&str>) {
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    (host.strip_suffix('.').unwrap_or(host), port)
}

fn is_host_and_port(authority: &str) -> bool {
    let (host, port) = host_and_port(authority);
    is_host(host) && port.is_none_or(is_port)
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok_and(|port| port > 0)
}

/// Whether the text is a name of at least two labels, or an IP address (RFC 1123, section 2.1).
fn is_host(host: &str) -> bool {
    if host.chars().count() > 253 {
        return false;
    }
    match host.rsplit_once('.') {
        None => false,
        Some((_, last)) if is_number(last) => host.parse::<Ipv4Addr>().is_ok(),
        Some(_) => host.split('.').all(is_label),
    }
}

/// Whether browsers take a last label like this for a number, and so the host for an IP address.
fn is_number(label: &str) -> bool {
    label.bytes().all(|byte| byte.is_ascii_digit()) || strip_prefix_ignore_case(label, "0x").is_some()
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.chars().count())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(|character| character == '-' || character.is_ascii_alphanumeric() || is_foreign(character))
}

/// Whether a character outside ASCII may be part of a name: all but the blocks of punctuation, symbols and full-width
/// punctuation. Signs that go with a letter, as the scripts of India have them, are part of names.
fn is_foreign(character: char) -> bool {
    !character.is_ascii()
        && !matches!(character,
            '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b6}' | '\u{b8}'..='\u{b9}' | '\u{bb}'..='\u{bf}' | '\u{d7}' | '\u{f7}'
            | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{fe10}'..='\u{fe6f}'
            | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}'
            | '\u{ffe0}'..='\u{ffff}')
}
