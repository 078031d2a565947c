//! The cases of `tests/bench/cases.json`, which are also measured in Node.

use serde_json::Value;

const CASES: &str = include_str!("../../../../../tests/bench/cases.json");

/// Returns the member of a name.
pub(crate) fn of(name: &str) -> Value {
    serde_json::from_str::<Value>(CASES).unwrap()[name].clone()
}

/// Returns the cases of a kind.
pub(crate) fn cases(kind: &str) -> Vec<Value> {
    of(kind).as_array().unwrap().clone()
}
