//! Reads the body of a request as JSON text, within limits.

use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};

use crate::refusal::Refusal;

/// The longest body that is read, in bytes.
pub const MAX_REQUEST_BYTES: usize = 65_536;

/// The text of a body that is declared to be JSON. Whether it is has not been looked at.
pub(crate) struct JsonText(pub(crate) String);

impl<S: Sync> FromRequest<S> for JsonText {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        if !is_json(request.headers()) {
            let detail = "The body has to be JSON in UTF-8, with the header Content-Type: application/json.";
            return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail));
        }
        if is_declared_too_long(request.headers()) {
            return Err(too_long());
        }
        let bytes = Limited::new(request.into_body(), MAX_REQUEST_BYTES).collect().await;
        let bytes = bytes.map_err(|error| {
            if error.is::<LengthLimitError>() { too_long() } else { Refusal::bad_request("The body ended too early.") }
        })?;
        String::from_utf8(bytes.to_bytes().into()).map(Self).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            Refusal::bad_request(format!("The body is not UTF-8: byte {at}, counted from 0, is wrong."))
        })
    }
}

fn too_long() -> Refusal {
    Refusal::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        format!("The body is too long: at most {MAX_REQUEST_BYTES} bytes are read."),
    )
}

/// So that a client that asks first (`Expect: 100-continue`) is spared the sending.
fn is_declared_too_long(headers: &HeaderMap) -> bool {
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    length.is_some_and(|length| length > MAX_REQUEST_BYTES)
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(content_type) = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()) else { return false };
    let mut parts = content_type.split(';').map(str::trim);
    let is_json = parts.next().is_some_and(|media_type| media_type.eq_ignore_ascii_case("application/json"));
    let is_utf_8 = |parameter: &str| match parameter.split_once('=') {
        Some((name, value)) if name.eq_ignore_ascii_case("charset") => {
            value.trim_matches('"').eq_ignore_ascii_case("utf-8")
        }
        _ => true,
    };
    is_json && parts.all(is_utf_8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_told_by_its_media_type() {
        let is_json = |content_type: &'static str| {
            is_json(&HeaderMap::from_iter([(CONTENT_TYPE, content_type.parse().unwrap())]))
        };
        for content_type in
            ["application/json", "Application/JSON; charset=utf-8", "application/json;charset=\"UTF-8\""]
        {
            assert!(is_json(content_type), "{content_type}");
        }
        for content_type in ["text/plain", "application/jsonp", "application/json; charset=latin1", ""] {
            assert!(!is_json(content_type), "{content_type}");
        }
        assert!(!super::is_json(&HeaderMap::new()));
    }
}
