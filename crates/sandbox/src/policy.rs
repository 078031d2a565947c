//! The content security policy of the portal.

/// Allows the portal its own files and WebAssembly, but no inline scripts and no inline styles.
///
/// Its components insert styles by script into style elements that are empty in the page. The hash is that of the empty text.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; \
     script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
     object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_code_is_not_allowed() {
        assert!(!CONTENT_SECURITY_POLICY.contains("unsafe-inline"));
        assert!(!CONTENT_SECURITY_POLICY.contains(" 'unsafe-eval'"));
    }
}
