//! Reads a form from JSON, member by member as the npm package reads the members of an object.

use std::collections::BTreeSet;
use std::fmt;

use partner_center_rules::{AcceptedForm, Context, CustomerId, Field, FieldText, Form, RejectedForm, check_form};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Names of other members that are told; the rest is noise.
const MOST_OTHERS: usize = 8;

/// The largest whole number that JavaScript tells from its neighbours.
const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;

/// A form as it came in JSON.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct JsonForm {
    /// In the order of [`Field::ALL`].
    fields: Vec<Given>,
    /// The names of the other members, in the order in which JavaScript lists them.
    others: Vec<String>,
}

/// What a member gives.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Given {
    Absent,
    Text(String),
    NotText,
}

impl JsonForm {
    /// Reads the text of a JSON object.
    ///
    /// # Errors
    /// The text is no JSON, no object, or has a field twice: which one is meant cannot be known.
    pub(crate) fn read(json: &str) -> Result<Self, String> {
        crate::data::read(json)
    }

    /// Checks the form with the rules.
    pub(crate) fn check(&self, context: &Context<'_>) -> Result<AcceptedForm, RejectedForm> {
        let others: Vec<&str> = self.others.iter().map(String::as_str).collect();
        check_form(&Form { unknown_fields: &others, ..self.fields() }, context)
    }

    /// The form without what it has besides its fields.
    pub(crate) fn fields(&self) -> Form<'_> {
        Field::ALL
            .iter()
            .zip(&self.fields)
            .fold(Form::default(), |form, (&field, given)| form.with(field, given.text()))
    }

    /// The customer that the form names, if it names one.
    pub(crate) fn customer(&self) -> Option<CustomerId> {
        self.fields().customer_id.as_str().and_then(|text| text.parse().ok())
    }
}

impl Given {
    fn text(&self) -> FieldText<'_> {
        match self {
            Self::Absent => FieldText::Absent,
            Self::Text(text) => FieldText::Text(text),
            Self::NotText => FieldText::NotText,
        }
    }

    /// Reads a value whose JSON is known to be well-formed.
    fn read(field: Field, json: &RawValue) -> Result<Self, serde_json::Error> {
        match json.get().as_bytes().first() {
            Some(b'-' | b'0'..=b'9') if field == Field::ValidationCode => {
                serde_json::from_str(json.get()).map(Self::digits).or(Ok(Self::NotText))
            }
            Some(b'"') => serde_json::from_str::<Text>(json.get()).map(|text| Self::Text(text.0)),
            Some(b'n') => Ok(Self::Absent),
            _ => Ok(Self::NotText),
        }
    }

    /// A number that JavaScript has exactly is its digits.
    fn digits(number: f64) -> Self {
        if number.fract() == 0.0 && (0.0..=MAX_SAFE_INTEGER).contains(&number) {
            Self::Text(format!("{:.0}", number.abs()))
        } else {
            Self::NotText
        }
    }
}

impl<'de> Deserialize<'de> for JsonForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FormVisitor)
    }
}

struct FormVisitor;

impl<'de> Visitor<'de> for FormVisitor {
    type Value = JsonForm;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the fields of the form")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<JsonForm, A::Error> {
        let mut fields = vec![None; Field::ALL.len()];
        let (mut others, mut seen) = (Vec::new(), BTreeSet::new());
        while let Some(Text(name)) = members.next_key()? {
            let value: &RawValue = members.next_value()?;
            let field = Field::ALL.iter().zip(&mut fields).find(|(field, _)| field.as_str() == name);
            match field {
                Some((_, Some(_))) => return Err(Error::custom(format_args!("`{name}` is given twice"))),
                Some((field, place)) => *place = Some(Given::read(*field, value).map_err(Error::custom)?),
                None if seen.insert(name.clone()) => others.push(name),
                None => {}
            }
        }
        // JavaScript lists the members that could be places in an array first.
        others.sort_by_key(|name| place_in_array(name).map_or((true, 0), |place| (false, place)));
        others.truncate(MOST_OTHERS);
        let fields = fields.into_iter().map(|given| given.unwrap_or(Given::Absent)).collect();
        Ok(JsonForm { fields, others })
    }
}

fn place_in_array(name: &str) -> Option<u32> {
    name.parse().ok().filter(|place: &u32| *place < u32::MAX && place.to_string() == name)
}

/// A JSON string. Halves of a character that stand alone, which JavaScript can write, become U+FFFD.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl Visitor<'_> for TextVisitor {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Text, E> {
                let mut text = String::new();
                for chunk in bytes.utf8_chunks() {
                    text.push_str(chunk.valid());
                    // The half of a character comes as three bytes, the first of which is this one.
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
    use super::*;

    fn others(json: &str) -> Vec<String> {
        JsonForm::read(json).unwrap().others
    }

    fn website(json: &str) -> Given {
        let form = JsonForm::read(&format!("{{\"website\":{json}}}")).unwrap();
        form.fields.get(3).unwrap().clone()
    }

    #[test]
    fn a_member_is_absent_a_text_or_no_text() {
        assert_eq!(website("null"), Given::Absent);
        assert_eq!(website("\"\""), Given::Text(String::new()));
        for json in ["true", "false", "7", "-1e400", "[]", "{\"href\":\"x\"}"] {
            assert_eq!(website(json), Given::NotText, "{json}");
        }
        assert_eq!(JsonForm::read("{}").unwrap().fields, vec![Given::Absent; 5]);
    }

    #[test]
    fn a_validation_code_can_be_a_number() {
        let code = |json: &str| {
            let form = JsonForm::read(&format!("{{\"validationCode\":{json}}}")).unwrap();
            form.fields.get(4).unwrap().clone()
        };
        for (json, digits) in
            [("123456", "123456"), ("0", "0"), ("-0", "0"), ("1e3", "1000"), ("9007199254740991", "9007199254740991")]
        {
            assert_eq!(code(json), Given::Text(digits.to_owned()), "{json}");
        }
        for json in ["-1", "0.5", "9007199254740992", "1e400", "true"] {
            assert_eq!(code(json), Given::NotText, "{json}");
        }
    }

    #[test]
    fn escapes_are_read_and_lone_halves_replaced() {
        let text = |text: &str| Given::Text(text.to_owned());
        assert_eq!(website(r#""\u0041\n\ud83d\ude00é""#), text("A\n😀é"));
        assert_eq!(website(r#""a\ud800b\udc00\ud800""#), text("a\u{fffd}b\u{fffd}\u{fffd}"));
        assert_eq!(others(r#"{"\ud800":1}"#), ["\u{fffd}"]);
    }

    #[test]
    fn other_members_are_listed_as_javascript_lists_them() {
        assert_eq!(others(r#"{"b":1,"10":1,"website":"x","2":1,"a":1,"02":1,"b":2}"#), ["2", "10", "b", "a", "02"]);
        assert_eq!(
            others(r#"{"4294967295":1,"4294967294":1,"__proto__":1}"#),
            ["4294967294", "4294967295", "__proto__"]
        );
        let many: Vec<_> = (b'a'..=b'z').map(|letter| format!("\"{}\":1", char::from(letter))).collect();
        assert_eq!(others(&format!("{{{}}}", many.join(","))).len(), MOST_OTHERS);
    }

    #[test]
    fn what_is_no_form_is_refused() {
        for json in ["", "[]", "null", "\"x\"", "{\"website\":\"x\"", "{} {}", "{\"website\":\"x\",\"website\":\"y\"}"]
        {
            assert!(JsonForm::read(json).is_err(), "{json}");
        }
        assert!(JsonForm::read("\u{feff}{}").is_ok());
        let nested = format!("{{\"x\":{}{}}}", "[".repeat(30_000), "]".repeat(30_000));
        assert_eq!(others(&nested), ["x"]);
    }
}
