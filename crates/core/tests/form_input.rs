//! How a form is read from JSON and from other formats.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use partner_center_rules::*;
use serde::de::value::{Error, MapAccessDeserializer, MapDeserializer};
use serde::de::{Deserialize as _, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Value, from_str, from_value};

/// Reads a form from JSON text and from a parsed value, and compares the two.
fn read(json: &str) -> FormInput {
    let [text, value]: [FormInput; 2] = [from_str(json).unwrap(), from_value(from_str(json).unwrap()).unwrap()];
    assert_eq!(text.as_form(), value.as_form(), "{json}");
    text
}

/// Reads a form whose validation code is a value of Rust.
fn read_code<'de, T: IntoDeserializer<'de, Error>>(code: T) -> FormInput {
    FormInput::deserialize(MapDeserializer::new([("validationCode", code)].into_iter())).unwrap()
}

fn unknown_fields(json: &str) -> Vec<String> {
    from_str::<FormInput>(json).unwrap().unknown_fields().to_owned()
}

#[test]
fn a_member_is_absent_text_or_not_text() {
    let website = |json: &str, expected: FieldText<'_>| {
        let input = read(&format!("{{\"website\":{json}}}"));
        assert_eq!(input.as_form(), Form { website: expected, ..Form::default() }, "{json}");
    };
    website("null", FieldText::Absent);
    website("\"\"", FieldText::Text(""));
    website(r#""\u0041\n\ud83d\ude00é""#, FieldText::Text("A\n😀é"));
    for json in ["true", "false", "7", "-1e300", "[]", "[[1],{}]", "{\"href\":\"x\"}"] {
        website(json, FieldText::NotText);
    }
    assert_eq!(read("{}"), FormInput::default());
    assert_eq!(FormInput::default().as_form(), Form::default());
}

#[test]
fn a_validation_code_can_be_a_number() {
    let code = |json: &str, expected: FieldText<'_>| {
        let input = read(&format!("{{\"validationCode\":{json}}}"));
        assert_eq!(input.as_form(), Form { validation_code: expected, ..Form::default() }, "{json}");
    };
    for (json, digits) in
        [("123456", "123456"), ("0", "0"), ("1e3", "1000"), ("7.0", "7"), ("9007199254740991", "9007199254740991")]
    {
        code(json, FieldText::Text(digits));
    }
    for json in ["-1", "-0", "-0.0", "0.5", "9007199254740992", "18446744073709551616", "1e300", "true"] {
        code(json, FieldText::NotText);
    }
}

#[test]
fn other_formats_have_other_types() {
    let sevens = [
        read_code(7_u8),
        read_code(7_i64),
        read_code(7_u128),
        read_code(7_i128),
        read_code(7_f32),
        read_code('7'),
        read_code("7".to_owned()),
    ];
    for input in sevens {
        assert_eq!(input.as_form().validation_code, FieldText::Text("7"));
    }
    assert_eq!(read_code(()).as_form().validation_code, FieldText::Absent);
    assert_eq!(read_code(u128::MAX).as_form().validation_code, FieldText::NotText);
    assert_eq!(read_code(-1_i128).as_form().validation_code, FieldText::NotText);
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX] {
        assert_eq!(read_code(number).as_form().validation_code, FieldText::NotText, "{number}");
    }
    assert_eq!(read_code(&b"7"[..]).as_form().validation_code, FieldText::NotText);
    assert_eq!(read_code(vec!["7"]).as_form().validation_code, FieldText::NotText);
}

/// A value of a type that JSON does not have.
enum Other {
    Nothing,
    Something(u64),
    Tagged(u64),
    Newtype(u64),
}

impl IntoDeserializer<'_, Error> for Other {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Other {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Nothing => visitor.visit_none(),
            Self::Something(number) => visitor.visit_some(number.into_deserializer()),
            Self::Tagged(number) => {
                let tagged = MapDeserializer::new([("tag", number)].into_iter());
                visitor.visit_enum(MapAccessDeserializer::new(tagged))
            }
            Self::Newtype(number) => visitor.visit_newtype_struct(number.into_deserializer()),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[test]
fn values_of_types_that_json_does_not_have_are_read_or_refused() {
    assert_eq!(read_code(Other::Nothing).as_form().validation_code, FieldText::Absent);
    assert_eq!(read_code(Other::Something(7)).as_form().validation_code, FieldText::Text("7"));
    assert_eq!(read_code(Other::Tagged(7)).as_form().validation_code, FieldText::NotText);
    let newtype = MapDeserializer::new([("validationCode", Other::Newtype(7))].into_iter());
    let error = FormInput::deserialize(newtype).unwrap_err().to_string();
    assert_eq!(error, "invalid type: newtype struct, expected a value of a type that JSON has");
}

#[test]
fn unknown_fields_are_listed_as_javascript_lists_them() {
    assert_eq!(
        unknown_fields(r#"{"b":1,"10":1,"website":"x","2":1,"a":1,"02":1,"b":2,"+1":1}"#),
        ["2", "10", "b", "a", "02", "+1"]
    );
    assert_eq!(
        unknown_fields(r#"{"__proto__":1,"4294967295":1,"4294967294":1}"#),
        ["4294967294", "__proto__", "4294967295"]
    );
    assert_eq!(unknown_fields(r#"{"\u0077ebsite":"x","Website":1}"#), ["Website"]);
}

#[test]
fn the_first_unknown_fields_are_kept() {
    let of_members = |names: &str| {
        let members: Vec<_> = names.chars().map(|name| format!("\"{name}\":1")).collect();
        unknown_fields(&format!("{{{}}}", members.join(","))).concat()
    };
    assert_eq!(of_members("abcdefghijklmnopqrstuvwxyz"), "abcdefgh");
    // A repeated name changes nothing: it stays kept or dropped.
    assert_eq!(of_members("abcdefghijklmnopqrstuvwxyz1h0ha"), "01abcdef");
}

#[test]
fn the_value_of_a_check_is_for_one_api() {
    let nothing_held = |mode| Context { mode, held: Some(Holdings::default()), ..Context::default() };
    let body = r#"{"customerId":"0a1b2c3d-4e5f-6789-abcd-ef0123456789","qualification":"GovernmentCommunityCloud","validationCode":"7"}"#;
    let accepted = read(body).check(&nothing_held(Mode::Synchronous)).unwrap();
    let sent_on = read(&serde_json::to_string(&accepted.value).unwrap());
    assert_eq!((sent_on.mode(), sent_on.unknown_fields()), (Some(Mode::Synchronous), &[][..]));
    assert_eq!(sent_on.check(&nothing_held(Mode::Synchronous)).unwrap().value, accepted.value);

    let rejected = sent_on.check(&nothing_held(Mode::Asynchronous)).unwrap_err();
    let messages: Vec<_> = rejected.issues.iter().map(|issue| (issue.field, issue.message())).collect();
    let message = "The form was checked for the synchronous API, but it is to be sent through the asynchronous API. Check it again for that one.";
    assert_eq!(messages, [(None, message.to_owned())]);
    assert!(rejected.warnings.is_empty());
}

#[test]
fn an_invalid_mode_is_an_unknown_field() {
    for json in ["\"Synchronous\"", "\"\"", "null", "7", "[\"synchronous\"]"] {
        let input = read(&format!("{{\"a\":1,\"mode\":{json},\"b\":1}}"));
        assert_eq!((input.mode(), input.unknown_fields().concat()), (None, "amodeb".to_owned()), "{json}");
    }
    let twice = from_str::<FormInput>(r#"{"mode":null,"mode":"synchronous"}"#).unwrap_err().to_string();
    assert!(twice.starts_with("duplicate field `mode`"), "{twice}");
}

#[test]
fn a_value_that_is_not_a_form_is_an_error() {
    for json in ["", "[]", "null", "\"x\"", "{\"website\":\"x\"", "{} {}"] {
        assert!(from_str::<FormInput>(json).is_err(), "{json}");
    }
    let error = from_str::<FormInput>(r#"{"website":"x","website":null}"#).unwrap_err().to_string();
    assert!(error.starts_with("duplicate field `website`"), "{error}");
    let error = from_value::<FormInput>(Value::Null).unwrap_err().to_string();
    assert!(error.ends_with("expected an object with the fields of the form"), "{error}");
}

#[test]
fn deep_members_are_read_without_recursion() {
    let deep = format!("{}{}", "[".repeat(30_000), "]".repeat(30_000));
    assert_eq!(unknown_fields(&format!("{{\"x\":{deep}}}")), ["x"]);
    let input: FormInput = from_str(&format!("{{\"website\":{deep}}}")).unwrap();
    assert_eq!(input.as_form().website, FieldText::NotText);
}
