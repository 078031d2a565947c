//! A mark by which the package knows its own module, wherever that was served from.

use sha2::{Digest as _, Sha256};

use crate::stamp::hex;

/// The name of the section that holds the fingerprint; `pkg/src/given-module.ts` asks for it.
const SECTION: &str = "fingerprint";

/// Enough to tell two builds apart.
const LENGTH: usize = 8;

/// The fingerprint of a module, in hexadecimal digits.
pub(crate) fn of(module: &[u8]) -> String {
    hex(Sha256::digest(module).get(..LENGTH).unwrap_or_default())
}

/// The module with a custom section that holds its fingerprint.
pub(crate) fn mark(mut module: Vec<u8>, fingerprint: &str) -> Vec<u8> {
    let [name, content] = [SECTION, fingerprint].map(str::as_bytes);
    // A custom section is a zero, its length, the length of its name, the name and the content. Lengths below 128 are one byte.
    let length = |bytes: usize| u8::try_from(bytes).unwrap_or(u8::MAX);
    module.extend([0, length(name.len().saturating_add(content.len()).saturating_add(1)), length(name.len())]);
    module.extend(name);
    module.extend(content);
    module
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marked_module_says_what_it_is() {
        let module = walrus::Module::default().emit_wasm();
        let fingerprint = of(&module);
        assert_eq!(fingerprint.len(), 16);
        let mut marked = walrus::Module::from_buffer(&mark(module, &fingerprint)).unwrap();
        assert_eq!(marked.customs.remove_raw(SECTION).unwrap().data, fingerprint.as_bytes());
    }

    #[test]
    fn lengths_are_one_byte() {
        assert!(SECTION.len() + 2 * LENGTH + 1 < 128);
    }
}
