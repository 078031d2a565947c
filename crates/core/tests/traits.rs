//! Round trips through the traits that write and read values.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_types, reason = "of a set only the size is asked for")]

use std::collections::HashSet;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use partner_center_rules::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn text<T: FromStr<Err: Debug> + Display + PartialEq + Debug>(value: T) {
    assert_eq!(value.to_string().parse::<T>().unwrap(), value);
}

fn json<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T) {
    assert_eq!(serde_json::from_str::<T>(&serde_json::to_string(&value).unwrap()).unwrap(), value);
}

#[test]
fn texts_round_trip() {
    RuleId::ALL.iter().copied().for_each(text);
    Source::ALL.iter().copied().for_each(text);
    text("https://www.example.edu/a?b".parse::<Website>().unwrap());
    text("0042".parse::<ValidationCode>().unwrap());
    let texts = ["Education", "Healthcare"].map(|text| Open::<Qualification>::from(text).to_string());
    assert_eq!(texts, ["Education", "Healthcare"]);
    assert_eq!(("s4".parse(), "sync".parse()), (Ok(RuleId::S4), Ok(Source::Sync)));
    assert_eq!("S99".parse::<RuleId>().unwrap_err().input(), "S99");
    assert!("SYNC 1".parse::<Source>().unwrap_err().allowed().contains(&"SYNC"));
}

#[test]
fn json_round_trips() {
    RuleId::ALL.iter().copied().for_each(json);
    json("example.edu".parse::<Website>().unwrap());
    json("0042".parse::<ValidationCode>().unwrap());
    assert_eq!(serde_json::from_str::<ValidationCode>("42").unwrap().as_str(), "42");
    let error = serde_json::from_str::<ValidationCode>("true").unwrap_err().to_string();
    assert!(error.contains("expected a validation code, as a text or a whole number"), "{error}");
    for wrong in ["-1", "4.2", "null", "\"4 2\"", "\"\""] {
        assert!(serde_json::from_str::<ValidationCode>(wrong).is_err(), "{wrong}");
    }
    assert!(serde_json::from_str::<Website>("\"x\"").is_err());
    assert!(serde_json::from_str::<RuleId>("\"S 4\"").is_err());
}

/// Derived code would write the index of a variant to a binary format. These types write their names.
#[test]
fn names_round_trip_through_a_binary_format() {
    for value in Transaction::ALL {
        let bytes = postcard::to_stdvec(value).unwrap();
        assert_eq!(postcard::from_bytes::<Transaction>(&bytes), Ok(*value));
    }
    for value in ["Education", "Healthcare"].map(Open::<Qualification>::from) {
        let bytes = postcard::to_stdvec(&value).unwrap();
        assert_eq!(postcard::from_bytes(&bytes), Ok(value));
    }
}

#[test]
fn a_plan_has_a_json() {
    let code = PartnerValidationCode {
        remaining_creates: Some(3),
        organization_name: Some("Contoso".to_owned()),
        ..PartnerValidationCode::new("42".parse().unwrap())
    };
    let codes = [code, PartnerValidationCode::new("43".parse().unwrap())];
    let context = Context { held: Some(Holdings::default()), validation_codes: Some(&codes), ..Context::default() };
    let plans = serde_json::to_value(field_plan("GovernmentCommunityCloud".into(), &context)).unwrap();
    let input = serde_json::json!({ "inputmode": "numeric", "maxlength": MAX_FIELD_BYTES, "autocomplete": "off", "spellcheck": false });
    let options = serde_json::json!([
        { "value": "42", "label": "42", "disabled": false, "reasons": [], "remainingCreates": 3, "organizationName": "Contoso" },
        { "value": "43", "label": "43", "disabled": false, "reasons": [] },
    ]);
    let expected = serde_json::json!({
        "field": "validationCode",
        "need": "required",
        "shown": true,
        "label": Field::ValidationCode.label(),
        "hint": Field::ValidationCode.hint(),
        "options": options,
        "input": input,
    });
    assert_eq!(plans[4], expected);
    let none = &plans[1]["options"][0];
    assert_eq!(
        (&none["value"], &none["disabled"], &none["outcome"]),
        (&"None".into(), &true.into(), &"blocked".into())
    );
    assert_eq!(none["reasons"][0]["rule"], "S1");
    assert!(plans[0].get("options").is_none());
}

#[test]
fn numbers_round_trip() {
    for qualification in Qualification::ALL {
        assert_eq!(Qualification::try_from(u8::from(*qualification)), Ok(*qualification));
    }
    assert_eq!(Qualification::try_from(5).unwrap_err().to_string(), "`5` is not one of 0, 1, 2, 3, 4");
}

#[test]
fn errors_are_distinct_in_a_set() {
    let texts = ["", "x", "0", "0", "1 2"];
    let errors: HashSet<_> = Mode::ALL
        .iter()
        .flat_map(|mode| texts.iter().filter_map(|text| ValidationCode::parse(text, *mode).err()))
        .collect();
    assert_eq!(errors.len(), 5);
}
