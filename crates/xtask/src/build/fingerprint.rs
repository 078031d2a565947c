//! A mark by which the package knows its own module, wherever that was served from.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

use crate::stamp::hex;

/// The name of the section that holds the fingerprint; `pkg/src/api/init.ts` asks for it.
const SECTION: &str = "fingerprint";

/// Enough to tell two builds apart.
const LENGTH: usize = 8;

/// Returns the fingerprint of a module, in hexadecimal digits.
pub(crate) fn of(module: &[u8]) -> String {
    hex(Sha256::digest(module).get(..LENGTH).unwrap_or_default())
}

/// Returns the module with a custom section that holds its fingerprint.
pub(crate) fn mark(mut module: Vec<u8>, fingerprint: &str) -> Vec<u8> {
    let [name, content] = [SECTION, fingerprint].map(str::as_bytes);
    // A custom section is a zero, its length, the length of its name, the name and the content. Lengths below 128 are one byte.
    let length = |bytes: usize| u8::try_from(bytes).unwrap_or(u8::MAX);
    module.extend([0, length(name.len().saturating_add(content.len()).saturating_add(1)), length(name.len())]);
    module.extend(name);
    module.extend(content);
    module
}

/// Returns the Subresource Integrity string of a file, as `fetch` takes it.
pub(crate) fn integrity(file: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(file)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_integrity_string_is_that_of_the_specification() {
        // https://www.w3.org/TR/SRI/#the-integrity-attribute
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn a_marked_module_says_what_it_is() {
        let module = walrus::Module::default().emit_wasm();
        let fingerprint = of(&module);
        assert_eq!(fingerprint.len(), 2 * LENGTH);
        assert!(SECTION.len() + 2 * LENGTH + 1 < 128, "lengths are one byte");
        let mut marked = walrus::Module::from_buffer(&mark(module, &fingerprint)).unwrap();
        assert_eq!(marked.customs.remove_raw(SECTION).unwrap().data, fingerprint.as_bytes());
    }
}
