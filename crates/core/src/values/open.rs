//! Values of the service that these rules may not know yet.

use alloc::borrow::ToOwned;
use alloc::string::String;
use core::fmt;

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

    /// Reads a text with a function that knows the values of the table.
    pub(crate) fn from_text(text: &str, from_known_text: fn(&str) -> Option<T>) -> Self {
        from_known_text(text).map_or_else(|| Self::Unrecognised(text.to_owned()), Self::Known)
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
