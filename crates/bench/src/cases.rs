//! The cases of `tests/bench/cases.json`, which are measured in Node as well.

use serde_json::Value;

const CASES: &str = include_str!("../../../tests/bench/cases.json");

/// What stands there under a name.
pub(crate) fn of(name: &str) -> Value {
    serde_json::from_str::<Value>(CASES).unwrap()[name].clone()
}

/// The cases of a kind.
pub(crate) fn cases(kind: &str) -> Vec<Value> {
    of(kind).as_array().unwrap().clone()
}
