//! Converts results to plain JavaScript objects, with the same structure as their JSON.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Serializes a member that is already a JavaScript value.
pub(crate) use serde_wasm_bindgen::preserve as js_value;

/// Returns a result as a JavaScript value.
pub(crate) fn to_js(result: &impl Serialize) -> JsValue {
    // Every number and key of a result has a JavaScript value. Otherwise the call fails, so that nothing else is taken for a result.
    let result = result.serialize(&Serializer::json_compatible());
    result.unwrap_or_else(|_| wasm_bindgen::throw_str("a result has no JavaScript value"))
}
