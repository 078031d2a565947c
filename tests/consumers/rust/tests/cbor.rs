//! A form in CBOR: another format that describes itself.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ciborium::value::Value;
use partner_center_rules::{FieldText, FormInput};

fn form(members: Vec<(&str, Value)>) -> FormInput {
    let members = members.into_iter().map(|(name, value)| (name.into(), value)).collect();
    let mut bytes = Vec::new();
    ciborium::into_writer(&Value::Map(members), &mut bytes).unwrap();
    ciborium::from_reader(&*bytes).unwrap()
}

#[test]
fn values_of_all_types_are_read() {
    let input = form(vec![
        ("note", Value::Bytes(vec![0; 100])),
        ("customerId", "0a1b2c3d-4e5f-6789-abcd-ef0123456789".into()),
        ("qualification", Value::Tag(0, Box::new("Education".into()))),
        ("educationSegment", Value::Null),
        ("website", Value::Bytes(b"example.edu".to_vec())),
        ("validationCode", 123_456.into()),
    ]);
    assert_eq!(input.as_form().customer_id, FieldText::Text("0a1b2c3d-4e5f-6789-abcd-ef0123456789"));
    assert_eq!(input.as_form().education_segment, FieldText::Absent);
    assert_eq!(input.as_form().website, FieldText::NotText);
    assert_eq!(input.as_form().validation_code, FieldText::Text("123456"));
    assert_eq!(input.unknown_fields(), ["note"]);
}

#[test]
fn numbers_are_codes_if_javascript_has_them() {
    for (number, code) in [
        (Value::from(7.0), FieldText::Text("7")),
        (Value::from((1_u64 << 53) - 1), FieldText::Text("9007199254740991")),
        (Value::from(1_u64 << 53), FieldText::NotText),
        (Value::from(-1), FieldText::NotText),
        (Value::from(0.5), FieldText::NotText),
        (Value::from(u128::MAX.to_string()), FieldText::Text("340282366920938463463374607431768211455")),
    ] {
        assert_eq!(form(vec![("validationCode", number)]).as_form().validation_code, code);
    }
}
