//! Values of lists that the service may extend.

use alloc::borrow::ToOwned;
use alloc::string::String;
use core::fmt;

/// A value of a list that the service may extend: a known value, or the text as the service wrote it.
///
/// An unrecognised value is kept and can be shown. Every decision that depends on it is undetermined.
///
/// ```
/// use partner_center_rules::{Open, Qualification};
///
/// assert_eq!(Open::from("education"), Open::Known(Qualification::Education));
/// let unrecognised: Open<Qualification> = "Healthcare".into();
/// assert_eq!(unrecognised.known(), None);
/// assert_eq!(unrecognised.to_string(), "Healthcare");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Open<T> {
    /// A value of the table.
    Known(T),
    /// Any other text, verbatim.
    Unrecognised(String),
}

impl<T: Copy> Open<T> {
    /// Returns the value if it is known.
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

    /// Parses a text with the lookup function of an enumeration.
    pub(crate) fn from_text(text: &str, from_known_text: fn(&str) -> Option<T>) -> Self {
        from_known_text(text).map_or_else(|| Self::Unrecognised(text.to_owned()), Self::Known)
    }
}

impl<T> From<T> for Open<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

/// Implements `From<&str>` and `as_str` for `Open` of enumerations.
macro_rules! open {
    ($($name:ident)+) => {
        $(
            impl $crate::Open<$name> {
                /// Returns the canonical spelling of a known value, or the text as the service wrote it.
                ///
                #[doc = $crate::values::enumeration::example!(
                    $name: "use partner_center_rules::Open;\n\nassert_eq!(Open::<", ">::from(\"Paused\").as_str(), \"Paused\");"
                )]
                #[must_use]
                pub fn as_str(&self) -> &str {
                    match self {
                        Self::Known(value) => value.as_str(),
                        Self::Unrecognised(text) => text,
                    }
                }
            }

            impl From<&str> for $crate::Open<$name> {
                fn from(text: &str) -> Self {
                    $crate::Open::from_text(text, $name::from_known_text)
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
impl<T: serde::Serialize> serde::Serialize for Open<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(value) => value.serialize(serializer),
            Self::Unrecognised(text) => serializer.serialize_str(text),
        }
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
