//! Results leave here, as the plain objects that their JSON is.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Serializes a member that is a JavaScript value already.
pub(crate) use serde_wasm_bindgen::preserve as js_value;

/// Returns a result as a JavaScript value.
pub(crate) fn to_js(result: &impl Serialize) -> JsValue {
    // No result has a number or a key that JavaScript has none for. Should one have it, the call fails: nothing else may pass for a result.
    let result = result.serialize(&Serializer::json_compatible());
    result.unwrap_or_else(|_| wasm_bindgen::throw_str("a result has no JavaScript value"))
}
