//! The error of parsing a value of a closed list.

use alloc::string::String;
use alloc::vec::Vec;

use crate::values::excerpt::excerpt;
use crate::values::text::comma_separated;

/// The error of parsing a value of a closed list: the text is none of its values.
///
/// ```
/// use partner_center_rules::Transaction;
///
/// let error = "purchase".parse::<Transaction>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`purchase` is not one of newPurchase, seatIncrease, upgrade, renewal, seatReduction, cancellation",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("`{input}` is not one of {}", comma_separated(allowed))]
pub struct UnknownValue {
    input: String,
    allowed: Vec<&'static str>,
}

impl UnknownValue {
    pub(crate) fn new(input: &str, allowed: impl Iterator<Item = &'static str>) -> Self {
        Self { input: excerpt(input), allowed: allowed.collect() }
    }

    /// Returns the text, cut and escaped for display.
    #[must_use]
    pub fn input(&self) -> &str {
        &self.input
    }

    /// Returns the allowed values.
    #[must_use]
    pub fn allowed(&self) -> &[&'static str] {
        &self.allowed
    }
}
