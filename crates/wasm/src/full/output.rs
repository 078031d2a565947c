//! Results leave here, as the plain objects that their JSON is.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Serializes a member that is a JavaScript value already.
pub(crate) use serde_wasm_bindgen::preserve as js_value;

/// Returns a result as a JavaScript value.
pub(crate) fn to_js(result: &impl Serialize) -> JsValue {
    // No result has a number or a key that JavaScript has none for, so that this fails only where JavaScript does.
    result.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
