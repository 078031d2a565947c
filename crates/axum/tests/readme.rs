//! The service of the README, which is the example, as its clients see it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

#[allow(dead_code, reason = "the server is not started")]
#[path = "../examples/service.rs"]
mod service;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use serde_json::Value;
use tower::ServiceExt as _;

const README: &str = include_str!("../README.md");
const EXAMPLE: &str = include_str!("../examples/service.rs");

/// Sends a form to the service; returns the status and the body of its response.
async fn send(form: &str) -> (u16, String) {
    let request = Request::post("/updates")
        .header("Content-Type", "application/json")
        .header("MS-RequestId", "037db222-6d8e-4d7f-ba78-df3dca33fb68")
        .body(Body::from(form.to_owned()))
        .unwrap();
    let response = service::app().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8(body.into()).unwrap())
}

/// Returns the text of the README between two others.
fn between<'a>(start: &str, end: &str) -> &'a str {
    README.split_once(start).unwrap().1.split_once(end).unwrap().0
}

#[test]
fn the_readme_shows_the_example() {
    let (_, code) = EXAMPLE.split_once("\n\n").unwrap();
    assert_eq!(between("```rust,no_run\n", "```"), code);
}

#[tokio::test]
async fn an_allowed_form_becomes_a_request() {
    let form = r#"{
        "customerId": "{0A1B2C3D-4E5F-6789-ABCD-EF0123456789}", "qualification": "Education", "educationSegment": "K12"
    }"#;
    let url =
        "https://api.partnercenter.microsoft.com/v1/customers/0a1b2c3d-4e5f-6789-abcd-ef0123456789/qualifications";
    assert_eq!(send(form).await, (200, format!("POST {url}")));
}

#[tokio::test]
async fn a_form_that_cannot_be_sent_gets_the_response_of_the_readme() {
    let (status, body) = send(between("--data '", "'")).await;
    let expected: Value = serde_json::from_str(between("```json\n", "```")).unwrap();
    assert_eq!((status, serde_json::from_str::<Value>(&body).unwrap()), (422, expected));
}
