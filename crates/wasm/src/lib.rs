//! The skin between the rules and JavaScript.
use wasm_bindgen::prelude::*;

/// Placeholder while the pipeline is built: the length of a text.
#[wasm_bindgen]
pub fn settability(target: &str) -> u32 {
    u32::try_from(target.len()).unwrap_or(u32::MAX)
}

/// Placeholder while the pipeline is built: a rich result.
#[wasm_bindgen]
pub fn check_form(text: &str, lengths: &[u32]) -> Result<JsValue, JsValue> {
    use serde_wasm_bindgen as _;
    let _ = lengths;
    Ok(JsValue::from_str(text))
}
