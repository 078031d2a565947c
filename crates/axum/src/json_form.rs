//! Forms in JSON, read as JavaScript reads JSON.
//!
//! `serde_json` alone refuses texts that `JSON.parse` accepts: strings with lone surrogates, and numbers beyond the range of a
//! double. A page can send these, and they are issues of single fields there.

use std::fmt;

use partner_center_rules::FormInput;
use serde::de::value::MapDeserializer;
use serde::de::{Deserialize, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Error;
use serde_json::value::RawValue;

/// Reads a form from JSON, with or without a byte order mark.
///
/// # Errors
/// The text is not JSON, not an object, or has a field twice.
pub(crate) fn read_form(json: &str) -> Result<FormInput, Error> {
    let Members(members) = serde_json::from_str(json.strip_prefix('\u{feff}').unwrap_or(json))?;
    FormInput::deserialize(MapDeserializer::new(members.into_iter()))
}

/// The members of an object, in their order.
struct Members(Vec<(String, Value)>);

/// A value, as far as a form distinguishes values.
enum Value {
    Null,
    Text(String),
    Number(f64),
    Other,
}

impl Value {
    /// Reads a value that is known to be well-formed.
    fn read(json: &RawValue) -> Result<Self, Error> {
        let json = json.get();
        Ok(match json.as_bytes().first() {
            Some(b'n') => Self::Null,
            Some(b'"') => Self::Text(serde_json::from_str::<Text>(json)?.0),
            // A number beyond the range is infinite.
            Some(b'-' | b'0'..=b'9') => json.parse().map_or(Self::Other, Self::Number),
            _ => Self::Other,
        })
    }
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MembersVisitor;

        impl<'de> Visitor<'de> for MembersVisitor {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with the fields of the form")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some((Text(name), json)) = map.next_entry::<_, &RawValue>()? {
                    members.push((name, Value::read(json).map_err(serde::de::Error::custom)?));
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(MembersVisitor)
    }
}

impl IntoDeserializer<'_, Error> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Text(text) => visitor.visit_string(text),
            Self::Number(number) => visitor.visit_f64(number),
            // A form reads every other value in the same way: as one that is not text.
            Self::Other => visitor.visit_bool(true),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A string. Lone surrogates, which JavaScript can write, become U+FFFD.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl Visitor<'_> for TextVisitor {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Text, E> {
                let mut text = String::new();
                for chunk in bytes.utf8_chunks() {
                    text.push_str(chunk.valid());
                    // A lone surrogate comes as three bytes, the first of which is this one.
                    if chunk.invalid().first() == Some(&0xed) {
                        text.push('\u{fffd}');
                    }
                }
                Ok(Text(text))
            }
        }

        deserializer.deserialize_bytes(TextVisitor)
    }
}

#[cfg(test)]
mod tests {
    use partner_center_rules::{FieldText, Form};

    use super::*;

    fn form(field: &str, json: &str) -> FormInput {
        read_form(&format!("{{\"{field}\":{json}}}")).unwrap()
    }

    fn website<'a>(text: impl Into<FieldText<'a>>) -> Form<'a> {
        Form { website: text.into(), ..Form::default() }
    }

    fn code<'a>(text: impl Into<FieldText<'a>>) -> Form<'a> {
        Form { validation_code: text.into(), ..Form::default() }
    }

    #[test]
    fn a_member_is_absent_text_or_not_text() {
        assert_eq!(form("website", "null").as_form(), website(None));
        assert_eq!(form("website", "\"\"").as_form(), website(""));
        for json in ["true", "false", "7", "-1e400", "[]", "{\"href\":\"x\"}"] {
            assert_eq!(form("website", json).as_form(), website(FieldText::NotText), "{json}");
        }
        assert_eq!(read_form("{}").unwrap(), FormInput::default());
        assert_eq!(read_form("\u{feff} {}").unwrap(), FormInput::default());
    }

    #[test]
    fn a_number_is_read_like_in_javascript() {
        for (json, digits) in [("123456", "123456"), ("1e3", "1000"), ("9007199254740991.3", "9007199254740991")] {
            assert_eq!(form("validationCode", json).as_form(), code(digits), "{json}");
        }
        for json in ["-1", "-0", "0.5", "9007199254740992", "9007199254740993", "1e400", "-1e400"] {
            assert_eq!(form("validationCode", json).as_form(), code(FieldText::NotText), "{json}");
        }
    }

    #[test]
    fn escapes_are_read_and_lone_surrogates_replaced() {
        assert_eq!(form("website", r#""\u0041\n\ud83d\ude00é""#).as_form(), website("A\n😀é"));
        let halves = form("website", r#""a\ud800b\udc00\ud800""#);
        assert_eq!(halves.as_form(), website("a\u{fffd}b\u{fffd}\u{fffd}"));
        assert_eq!(form(r"\ud800", "1").unknown_fields(), ["\u{fffd}"]);
    }

    #[test]
    fn depth_is_not_limited() {
        let deep = format!("{}{}", "[".repeat(30_000), "]".repeat(30_000));
        assert_eq!(form("x", &deep).unknown_fields(), ["x"]);
        assert_eq!(form("website", &deep).as_form(), website(FieldText::NotText));
    }

    #[test]
    fn text_that_is_not_a_form_is_an_error() {
        for (json, message) in [
            ("", "EOF while parsing a value at line 1 column 0"),
            ("null", "invalid type: null, expected an object with the fields of the form at line 1 column 4"),
            ("[]", "invalid type: sequence, expected an object with the fields of the form at line 1 column 0"),
            ("{\"website\":\"x\"", "EOF while parsing an object at line 1 column 14"),
            ("{} {}", "trailing characters at line 1 column 4"),
            ("{\"website\":\"\\x\"}", "invalid escape at line 1 column 14"),
            ("{\"website\":\"x\",\"website\":null}", "duplicate field `website`"),
        ] {
            assert_eq!(read_form(json).unwrap_err().to_string(), message, "{json}");
        }
    }
}
