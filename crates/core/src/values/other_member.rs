//! Members of a response that these rules do not know.

use alloc::string::String;

/// A member of an answer that these rules do not know: it is kept, and plays no part.
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
    /// Its name.
    pub name: String,
    /// Its value, as the JSON text that was written, so that no digit of a number is lost.
    pub json: String,
}
