//! A form that owns its texts, read from JSON or another format that describes itself.

use alloc::borrow::ToOwned as _;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use crate::forms::context::Context;
use crate::forms::field_text::FieldText;
use crate::forms::form::{AcceptedForm, Form, RejectedForm, check_form};
use crate::values::field::Field;
use crate::values::qualification::Mode;

/// The member with which the value of an accepted form names its API.
const MODE: &str = "mode";

/// The largest number of names of unknown fields that are kept. More of them would not help the caller.
const MAX_UNKNOWN_FIELDS: usize = 8;

/// The largest integer that a number of JavaScript represents exactly, as all integers below it.
const MAX_SAFE_INTEGER: u64 = 9_007_199_254_740_991;

/// A form that owns its texts, as a service receives it.
///
/// It is read as the npm package reads the object that its `checkForm` takes, so that a page and a service find the same issues:
///
/// * Every member is optional, and null is the same as absent.
/// * A member that is not text is kept as that: the check gives the issue `notText` for it.
/// * A `validationCode` that is a number is its digits, if it is an integer from 0 to 2^53 - 1.
/// * A `mode` tells for which API the form was checked: it is a member of the value of an accepted form, which a page can send on as it
///   is. The check refuses it for the other API, with the issue `formOtherMode`.
/// * Other members are ignored. The names of the first eight are kept, in the order in which JavaScript lists them; the check
///   gives a warning for each.
/// * A field that occurs twice is an error, since it is not known which one is meant.
///
/// ```
/// use partner_center_rules::{Context, FormInput, Holdings};
///
/// let context = Context { held: Some(Holdings::default()), ..Context::default() };
/// let body = r#"{
///     "customerId": "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
///     "qualification": "GovernmentCommunityCloud",
///     "validationCode": 123456
/// }"#;
/// let input: FormInput = serde_json::from_str(body)?;
/// let accepted = input.check(&context)?;
/// assert_eq!(accepted.value.customer_id().to_string(), "0a1b2c3d-4e5f-6789-abcd-ef0123456789");
///
/// let input: FormInput = serde_json::from_str(r#"{ "customerId": 7, "qualification": ["Education"] }"#)?;
/// let rejected = input.check(&context).unwrap_err();
/// assert!(rejected.issues.iter().all(|issue| issue.code.as_str() == "notText"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FormInput {
    /// In the order of [`Field::ALL`].
    fields: [FieldInput; Field::ALL.len()],
    unknown_fields: Vec<String>,
    mode: Option<Mode>,
}

/// The content of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
enum FieldInput {
    #[default]
    Absent,
    Text(String),
    NotText,
}

impl FormInput {
    /// Checks the form, like [`check_form`].
    ///
    /// # Errors
    /// [`RejectedForm`] with every issue.
    ///
    /// ```
    /// use partner_center_rules::{Context, FormInput};
    ///
    /// let input: FormInput = serde_json::from_str(r#"{ "qualification": "Education", "note": "x" }"#)?;
    /// let rejected = input.check(&Context::default()).unwrap_err();
    /// let codes: Vec<_> = rejected.issues.iter().map(|issue| issue.code.as_str()).collect();
    /// assert_eq!(codes, ["customerIdRequired", "educationSegmentRequired"]);
    /// assert_eq!(rejected.warnings[0].message(), "The form has no field `note`. What is in it is ignored.");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check(&self, context: &Context<'_>) -> Result<AcceptedForm, RejectedForm> {
        let unknown_fields: Vec<_> = self.unknown_fields.iter().map(String::as_str).collect();
        check_form(&Form { unknown_fields: &unknown_fields, ..self.as_form() }, context)
    }

    /// Returns the fields as a form that borrows their texts. It has no unknown fields: see [`Self::unknown_fields`].
    ///
    /// ```
    /// use partner_center_rules::{FieldText, FormInput};
    ///
    /// let input: FormInput = serde_json::from_str(r#"{ "qualification": "Education", "website": 7 }"#)?;
    /// assert_eq!(input.as_form().qualification, FieldText::Text("Education"));
    /// assert_eq!(input.as_form().website, FieldText::NotText);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn as_form(&self) -> Form<'_> {
        let fields = Field::ALL.iter().zip(&self.fields);
        fields.fold(Form { mode: self.mode, ..Form::default() }, |form, (field, input)| {
            form.with(*field, input.as_field_text())
        })
    }

    /// Returns the names of the other members, at most eight: first those that are indexes of arrays, in ascending order.
    #[must_use]
    pub fn unknown_fields(&self) -> &[String] {
        &self.unknown_fields
    }

    /// Returns the API for which the form was checked before, if it is the value of a check.
    #[must_use]
    pub const fn mode(&self) -> Option<Mode> {
        self.mode
    }
}

impl FieldInput {
    fn as_field_text(&self) -> FieldText<'_> {
        match self {
            Self::Absent => FieldText::Absent,
            Self::Text(text) => FieldText::Text(text),
            Self::NotText => FieldText::NotText,
        }
    }

    /// Returns the API that the content names as a checked value does.
    fn mode(&self) -> Option<Mode> {
        let Self::Text(text) = self else { return None };
        Mode::ALL.iter().copied().find(|mode| mode.as_str() == text)
    }
}

impl<'de> Deserialize<'de> for FormInput {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FormVisitor)
    }
}

struct FormVisitor;

impl<'de> Visitor<'de> for FormVisitor {
    type Value = FormInput;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the fields of the form")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<FormInput, A::Error> {
        let mut fields = <[Option<FieldInput>; Field::ALL.len()]>::default();
        let mut unknown_fields = Vec::new();
        let mut mode = None;
        while let Some(name) = members.next_key::<String>()? {
            match Field::ALL.iter().zip(&mut fields).find(|(field, _)| field.as_str() == name) {
                Some((field, Some(_))) => return Err(Error::duplicate_field(field.as_str())),
                Some((field, input)) => *input = Some(members.next_value_seed(FieldVisitor(Some(*field)))?),
                None if name == MODE => {
                    if mode.is_some() {
                        return Err(Error::duplicate_field(MODE));
                    }
                    let input = members.next_value_seed(FieldVisitor(None))?;
                    if input.mode().is_none() {
                        add_unknown_field(&mut unknown_fields, name);
                    }
                    mode = Some(input);
                }
                None => {
                    let IgnoredAny = members.next_value()?;
                    add_unknown_field(&mut unknown_fields, name);
                }
            }
        }
        Ok(FormInput {
            fields: fields.map(Option::unwrap_or_default),
            unknown_fields,
            mode: mode.and_then(|input| input.mode()),
        })
    }
}

/// Inserts a name in the order in which JavaScript lists the members of an object, and drops what is then beyond the limit.
fn add_unknown_field(names: &mut Vec<String>, name: String) {
    if names.contains(&name) {
        return;
    }
    // Indexes of arrays come first, in ascending order, and then the other names, in the order in which they occur.
    let rank = |name: &str| array_index(name).map_or((true, 0), |index| (false, index));
    let index = names.partition_point(|other| rank(other) <= rank(&name));
    names.insert(index, name);
    names.truncate(MAX_UNKNOWN_FIELDS);
}

fn array_index(name: &str) -> Option<u32> {
    name.parse().ok().filter(|index: &u32| *index < u32::MAX && index.to_string() == name)
}

/// Reads the content of a field or of another member, whatever its type.
struct FieldVisitor(Option<Field>);

impl FieldVisitor {
    fn integer(&self, number: Option<u64>) -> FieldInput {
        match number.filter(|number| self.0 == Some(Field::ValidationCode) && *number <= MAX_SAFE_INTEGER) {
            Some(number) => FieldInput::Text(number.to_string()),
            None => FieldInput::NotText,
        }
    }
}

impl<'de> DeserializeSeed<'de> for FieldVisitor {
    type Value = FieldInput;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<FieldInput, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for FieldVisitor {
    type Value = FieldInput;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of a type that JSON has")
    }

    fn visit_unit<E>(self) -> Result<FieldInput, E> {
        Ok(FieldInput::Absent)
    }

    fn visit_none<E>(self) -> Result<FieldInput, E> {
        Ok(FieldInput::Absent)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<FieldInput, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E>(self, text: &str) -> Result<FieldInput, E> {
        Ok(FieldInput::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<FieldInput, E> {
        Ok(FieldInput::Text(text))
    }

    fn visit_u64<E>(self, number: u64) -> Result<FieldInput, E> {
        Ok(self.integer(Some(number)))
    }

    fn visit_i64<E>(self, number: i64) -> Result<FieldInput, E> {
        Ok(self.integer(number.try_into().ok()))
    }

    fn visit_u128<E>(self, number: u128) -> Result<FieldInput, E> {
        Ok(self.integer(number.try_into().ok()))
    }

    fn visit_i128<E>(self, number: i128) -> Result<FieldInput, E> {
        Ok(self.integer(number.try_into().ok()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<FieldInput, E> {
        // Only a number that is an integer and has no sign is written as digits alone. JavaScript tells -0 from 0, too.
        Ok(self.integer(number.to_string().parse().ok()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<FieldInput, E> {
        Ok(FieldInput::NotText)
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<FieldInput, E> {
        Ok(FieldInput::NotText)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<FieldInput, A::Error> {
        IgnoredAny.visit_seq(items).map(|_| FieldInput::NotText)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<FieldInput, A::Error> {
        IgnoredAny.visit_map(members).map(|_| FieldInput::NotText)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<FieldInput, A::Error> {
        // CBOR has tagged values, and YAML.
        IgnoredAny.visit_enum(data).map(|_| FieldInput::NotText)
    }
}
