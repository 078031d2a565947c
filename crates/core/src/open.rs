//! Values of the service that these rules may not know yet.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::excerpt::excerpt;
use crate::text::listed;

/// A value of a list that the service may extend: one that these rules know, or the text as the service wrote it.
///
/// An unrecognised value is kept, shown, and makes every decision that depends on it undetermined.
///
/// ```
/// use partner_center_rules::{Open, Qualification};
///
/// assert_eq!(Open::from("education"), Open::Known(Qualification::Education));
/// let tomorrow: Open<Qualification> = "Healthcare".into();
/// assert_eq!(tomorrow.known(), None);
/// assert_eq!(tomorrow.to_string(), "Healthcare");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Open<T> {
    /// A value of the table.
    Known(T),
    /// Any other text, verbatim.
    Unrecognised(String),
}

impl<T: Copy> Open<T> {
    /// The value, if these rules know it.
    ///
    /// ```
    /// use partner_center_rules::{AccountStatus, Open, Outcome};
    ///
    /// assert_eq!(Open::from(Outcome::Allowed).known(), Some(Outcome::Allowed));
    /// assert_eq!(Open::<AccountStatus>::from("Paused").known(), None);
    /// ```
    #[must_use]
    pub const fn known(&self) -> Option<T> {
        match self {
            Self::Known(value) => Some(*value),
            Self::Unrecognised(_) => None,
        }
    }

    pub(crate) fn read(text: &str, from_text: fn(&str) -> Option<T>) -> Self {
        from_text(text).map_or_else(|| Self::Unrecognised(text.to_owned()), Self::Known)
    }
}

impl<T> From<T> for Open<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

/// Makes `Open` of an enumeration readable from text, and gives its text back.
macro_rules! open {
    ($($name:ident)+) => {
        $(
            impl $crate::Open<$name> {
                /// The text: the canonical spelling of a value that these rules know, or the text as the service wrote it.
                ///
                #[doc = $crate::enumeration::example!(
                    $name: "use partner_center_rules::Open;\n\nassert_eq!(Open::<", ">::from(\"Paused\").text(), \"Paused\");"
                )]
                #[must_use]
                pub fn text(&self) -> &str {
                    match self {
                        Self::Known(value) => value.as_str(),
                        Self::Unrecognised(text) => text,
                    }
                }
            }

            impl From<&str> for $crate::Open<$name> {
                fn from(text: &str) -> Self {
                    $crate::Open::read(text, $name::from_text)
                }
            }
        )+
    };
}

pub(crate) use open;

impl<T: fmt::Display> fmt::Display for Open<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(value) => value.fmt(f),
            Self::Unrecognised(text) => f.pad(text),
        }
    }
}

#[cfg(feature = "serde")]
impl<T: fmt::Display> serde::Serialize for Open<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de, T> serde::Deserialize<'de> for Open<T>
where
    Self: for<'a> From<&'a str>,
{
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <alloc::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Ok(Self::from(&*text))
    }
}

/// The error of reading a text that is none of a closed list of values.
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
#[error("`{input}` is not one of {}", listed(allowed))]
pub struct UnknownValue {
    input: String,
    allowed: Vec<&'static str>,
}

impl UnknownValue {
    pub(crate) fn new(input: &str, allowed: impl Iterator<Item = &'static str>) -> Self {
        Self { input: excerpt(input), allowed: allowed.collect() }
    }

    /// The text that was read, escaped and cut so that it can be shown.
    ///
    /// ```
    /// use partner_center_rules::Mode;
    ///
    /// let unknown = "x\ty".parse::<Mode>().unwrap_err();
    /// assert_eq!(unknown.input(), "x\\u{9}y");
    /// ```
    #[must_use]
    pub fn input(&self) -> &str {
        &self.input
    }

    /// The spellings that are allowed.
    ///
    /// ```
    /// use partner_center_rules::Mode;
    ///
    /// let unknown = "sometimes".parse::<Mode>().unwrap_err();
    /// assert_eq!(unknown.allowed(), ["asynchronous", "synchronous"]);
    /// ```
    #[must_use]
    pub fn allowed(&self) -> &[&'static str] {
        &self.allowed
    }
}
