//! Bodies of requests as JSON texts, within limits.

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};

use crate::problem::Problem;

/// The longest body that is read, in bytes.
///
/// ```
/// use partner_center_rules_axum::MAX_REQUEST_BYTES;
///
/// assert_eq!(MAX_REQUEST_BYTES, 64 * 1024);
/// ```
pub const MAX_REQUEST_BYTES: usize = 65_536;

/// Extracts the text of a body of the media type `application/json`. It need not be well-formed JSON.
///
/// Responds with a [`Problem`] otherwise: 415 to another media type or character set, 413 to a body of more than
/// [`MAX_REQUEST_BYTES`], 400 to a body that is not UTF-8 or ends too early.
///
/// ```
/// use axum::Router;
/// use axum::routing::post;
/// use partner_center_rules_axum::JsonText;
///
/// let app: Router = Router::new().route("/length", post(async |JsonText(json): JsonText| json.len().to_string()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonText(pub String);

impl<S: Send + Sync> FromRequest<S> for JsonText {
    type Rejection = Problem;

    async fn from_request(mut request: Request, _: &S) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            let detail = "The body has to be JSON in UTF-8, with the header Content-Type: application/json.";
            return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail));
        }
        if is_declared_too_long(request.headers()) {
            return Err(too_long());
        }
        DefaultBodyLimit::max(MAX_REQUEST_BYTES).apply(&mut request);
        let bytes = Bytes::from_request(request, &()).await.map_err(|rejection| {
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                return too_long();
            }
            bad_request("The body ended too early.")
        })?;
        String::from_utf8(bytes.into()).map(Self).map_err(|error| {
            let index = error.utf8_error().valid_up_to();
            bad_request(format!("The body is not UTF-8: byte {index}, counted from 0, is wrong."))
        })
    }
}

fn bad_request(detail: impl Into<String>) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, detail)
}

fn too_long() -> Problem {
    let detail = format!("The body is too long: at most {MAX_REQUEST_BYTES} bytes are read.");
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, detail)
}

/// Returns whether the header states that the body is too long. A client that asks first (`Expect: 100-continue`) need not send it then.
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
    fn json_is_recognised_by_its_media_type() {
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
