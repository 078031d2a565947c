//! What can be written can be read back, by every trait that does either.

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
fn texts_come_back() {
    RuleId::ALL.iter().copied().for_each(text);
    Source::ALL.iter().copied().for_each(text);
    text(Website::from_text("https://www.example.edu/a?b").unwrap());
    text(ValidationCode::from_text("0042").unwrap());
    assert_eq!("S99".parse::<RuleId>().unwrap_err().input(), "S99");
    assert!("sync".parse::<Source>().unwrap_err().allowed().contains(&"SYNC"));
}

#[test]
fn json_comes_back() {
    RuleId::ALL.iter().copied().for_each(json);
    json(Website::from_text("example.edu").unwrap());
    json(ValidationCode::from_text("2147483647").unwrap());
    for wrong in ["0", "2147483648", "-1", "\"42\""] {
        assert!(serde_json::from_str::<ValidationCode>(wrong).is_err(), "{wrong}");
    }
    assert!(serde_json::from_str::<Website>("\"x\"").is_err());
    assert!(serde_json::from_str::<RuleId>("\"s4\"").is_err());
}

#[test]
fn numbers_come_back() {
    for qualification in Qualification::ALL {
        assert_eq!(Qualification::try_from(u8::from(*qualification)), Ok(*qualification));
    }
    assert_eq!(Qualification::try_from(5).unwrap_err().to_string(), "`5` is not one of 0, 1, 2, 3, 4");
    assert_eq!(ValidationCode::try_from(42).map(u32::from), Ok(42));
    for wrong in [0, 2_147_483_648, u32::MAX] {
        assert!(matches!(ValidationCode::try_from(wrong), Err(ValidationCodeError::OutOfRange { .. })), "{wrong}");
    }
}

#[test]
fn errors_can_be_told_apart_in_a_set() {
    let errors: HashSet<_> =
        ["", "x", "0", "0"].iter().filter_map(|text| text.parse::<ValidationCode>().err()).collect();
    assert_eq!(errors.len(), 3);
}
