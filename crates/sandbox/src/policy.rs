//! The content security policy of a portal.

use axum::http::HeaderValue;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// The policy for a page: its own files, WebAssembly, and its import map, which browsers accept only inline.
///
/// # Errors
/// The page has an import map that cannot be found in its text, or two.
pub(crate) fn content_security_policy(page: &str) -> Result<HeaderValue, &'static str> {
    let mut scripts = String::from("'self' 'wasm-unsafe-eval'");
    if let Some(map) = import_map(page)? {
        // A browser hashes the text after it has made every line end a line feed.
        let text = map.replace("\r\n", "\n");
        scripts.push_str(&format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text))));
    }
    let policy = format!(
        "default-src 'self'; script-src {scripts}; object-src 'none'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'"
    );
    HeaderValue::try_from(policy).map_err(|_| "the policy is no text of a header")
}

/// The text between the tags of the page's import map.
fn import_map(page: &str) -> Result<Option<&str>, &'static str> {
    let Some((_, rest)) = page.split_once("<script type=\"importmap\">") else {
        if page.contains("importmap") {
            return Err("the import map has to start with `<script type=\"importmap\">`");
        }
        return Ok(None);
    };
    let (map, rest) = rest.split_once("</script>").ok_or("the import map does not end")?;
    if rest.contains("importmap") {
        return Err("the page has two import maps");
    }
    Ok(Some(map))
}
#[cfg(test)]
mod tests {
    use super::*;

    fn policy(page: &str) -> String {
        content_security_policy(page).unwrap().to_str().unwrap().to_owned()
    }

    #[test]
    fn the_import_map_is_allowed_by_its_hash() {
        // Compare: printf '{"imports":{}}' | openssl dgst -sha256 -binary | base64
        let hash = "'sha256-URrTy+Il/Nz0lHojVUx275hWqAWhkSF0VsHbUM4/6Hw='";
        for page in [
            "<head><script type=\"importmap\">{\"imports\":{}}</script><script src=a.js></script></head>",
            "<script type=\"importmap\">{\"imports\":{}}</script>",
        ] {
            let policy = policy(page);
            assert!(policy.contains(&format!("script-src 'self' 'wasm-unsafe-eval' {hash};")), "{policy}");
        }
    }

    #[test]
    fn line_ends_do_not_change_the_hash() {
        let page = "<script type=\"importmap\">\n{}\n</script>";
        let with_carriage_returns = page.replace('\n', "\r\n");
        assert_eq!(policy(page), policy(&with_carriage_returns));
    }

    #[test]
    fn a_page_without_an_import_map_allows_no_inline_script() {
        let policy = policy("<p>nothing</p>");
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval';"), "{policy}");
        assert!(!policy.contains("unsafe-inline"));
    }

    #[test]
    fn an_import_map_that_cannot_be_read_is_refused() {
        for page in [
            "<script type=importmap>{}</script>",
            "<script type=\"importmap\">{}",
            "<script type=\"importmap\">{}</script><script type=\"importmap\">{}</script>",
        ] {
            assert!(content_security_policy(page).is_err(), "{page}");
        }
    }
}
