//! Members of a response that the rules do not use.

use alloc::string::String;

/// A member of a response that the rules do not use. It is kept for the caller.
///
/// ```
/// use partner_center_rules::{Fault, OtherMember};
///
/// let fault = Fault::read(429, r#"{"statusCode":429,"message":"Rate limit is exceeded.","seen":12345678901234567890}"#);
/// let other = |name: &str, json: &str| OtherMember { name: name.to_owned(), json: json.to_owned() };
/// assert_eq!(fault.other, [other("statusCode", "429"), other("seen", "12345678901234567890")]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct OtherMember {
    /// The name.
    pub name: String,
    /// The value as its JSON text, so that no digit of a number is lost.
    pub json: String,
}
