//! Enumerations that are each declared in one table: variant, spellings, text for people. The macro generates the rest.

use crate::values::text::is_same;

/// Builds a documentation example with the name of a type in it.
macro_rules! example {
    ($name:ident: $before:expr, $after:expr) => {
        concat!(
            "```\nuse partner_center_rules::",
            stringify!($name),
            ";\n\n",
            $before,
            stringify!($name),
            $after,
            "\n```"
        )
    };
}
pub(crate) use example;

/// Declares a closed list of named values.
///
/// A row is `Variant = "canonical spelling" | "other spelling", "text for people";`. The canonical spelling is written; every
/// spelling is read, in any ASCII case. Without spellings the name of the variant is the only one. The text for people is returned by
/// the method that is named after the colon (`label` or `message`).
macro_rules! enumeration {
    (
        $(#[$meta:meta])*
        pub enum $name:ident $($table:tt)+
    ) => {
        $crate::values::enumeration::names! {
            $(#[$meta])*
            pub enum $name $($table)+
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::values::enumeration::serialize_name(serializer, stringify!($name), self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <alloc::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use enumeration;

/// Declares such a list without the traits of serde.
macro_rules! names {
    (@value $name:ident $variant:ident $spelling:literal) => { $name::$variant };
    (@spelling $variant:ident) => { stringify!($variant) };
    (@spelling $variant:ident $spelling:literal) => { $spelling };
    (
        $(#[$meta:meta])*
        pub enum $name:ident : $text:ident {
            $( $(#[$row:meta])* $variant:ident $(= $spelling:literal $(| $other:literal)*)?, $words:literal; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$row])* $variant, )+
        }

        impl $name {
            /// Every value, in the order of the table.
            ///
            #[doc = $crate::values::enumeration::example!($name: "for value in ", "::ALL {\n    println!(\"{value}\");\n}")]
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the canonical spelling.
            ///
            #[doc = $crate::values::enumeration::example!($name: "for value in ", "::ALL {\n    assert_eq!(value.as_str().parse(), Ok(*value));\n}")]
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $crate::values::enumeration::names!(@spelling $variant $($spelling)?)),+ }
            }

            /// Returns the text for people.
            ///
            #[doc = $crate::values::enumeration::example!($name: "for value in ", concat!("::ALL {\n    println!(\"{value}: {}\", value.", stringify!($text), "());\n}"))]
            #[must_use]
            pub const fn $text(self) -> &'static str {
                match self { $(Self::$variant => $words),+ }
            }

            /// Parses a value as [`FromStr`](core::str::FromStr) does, but does not allocate an error.
            pub(crate) fn from_known_text(text: &str) -> Option<Self> {
                Self::from_known_bytes(text.as_bytes())
            }

            /// Parses a value as [`FromStr`](core::str::FromStr) does, from bytes that may not be UTF-8.
            pub(crate) fn from_known_bytes(text: &[u8]) -> Option<Self> {
                const SPELLINGS: &[&str] = &[$($crate::values::enumeration::names!(@spelling $variant $($spelling)?), $($($other,)*)?)+];
                const VALUES: &[$name] = &[$($name::$variant, $($($crate::values::enumeration::names!(@value $name $variant $other),)*)?)+];
                VALUES.get($crate::values::enumeration::spelling_index(SPELLINGS, text)?).copied()
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::UnknownValue;

            /// Parses a value in any ASCII case. Nothing else is tolerated: no white space, no look-alike letters.
            ///
            #[doc = $crate::values::enumeration::example!($name: "assert!(\"no such value\".parse::<", ">().is_err());")]
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::from_known_text(text).ok_or_else(|| $crate::UnknownValue::new(text, Self::ALL.iter().map(|value| value.as_str())))
            }
        }
    };
}

pub(crate) use names;

/// Writes a name as JSON and its like take it: as a string. As that of a variant it is also a constant, which serializers may keep.
#[cfg(feature = "serde")]
pub(crate) fn serialize_name<S: serde::Serializer>(
    serializer: S,
    kind: &'static str,
    name: &'static str,
) -> Result<S::Ok, S::Error> {
    // A binary format would write the index of a variant, and could not read it again as a name.
    if serializer.is_human_readable() {
        serializer.serialize_unit_variant(kind, 0, name)
    } else {
        serializer.serialize_str(name)
    }
}

/// Returns the index of the first spelling that equals a text in any ASCII case. It is not generic or inlined, so that the compiler
/// unrolls no table.
#[inline(never)]
pub(crate) fn spelling_index(spellings: &[&str], text: &[u8]) -> Option<usize> {
    // Nearly every text is spelt as in the table, and the exact comparison takes many bytes at a time.
    let is_same = |spelling: &&str| is_same(text, spelling.as_bytes());
    let is_alike = |spelling: &&str| text.eq_ignore_ascii_case(spelling.as_bytes());
    spellings.iter().position(is_same).or_else(|| spellings.iter().position(is_alike))
}
