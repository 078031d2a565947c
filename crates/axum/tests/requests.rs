//! Requests that are rejected before the check, and the choices of query and path.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use axum::routing::{get, post};
use partner_center_rules::{CustomerId, Holdings, PartnerValidationCode};
use partner_center_rules_axum::{CheckedUpdate, CustomerData, MAX_REQUEST_BYTES, PathCustomer};
use serde_json::Value;
use tower::ServiceExt as _;

const CUSTOMER: &str = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

#[derive(Clone)]
struct Service;

impl CustomerData for Service {
    async fn held(&self, _: CustomerId) -> Option<Holdings> {
        Some(Holdings::default())
    }

    async fn validation_codes(&self) -> Option<Vec<PartnerValidationCode>> {
        None
    }
}

/// Returns the status of a response, and its body.
async fn send(request: Request<Body>) -> (u16, Vec<u8>) {
    let update = post(async |CheckedUpdate(form): CheckedUpdate| form.value.mode().to_string());
    let app = Router::new()
        .route("/updates", update.clone())
        .route("/customers/{customer_id}/updates", update)
        .route("/customers/{customer_id}", get(async |PathCustomer(id): PathCustomer| id.to_string()))
        .route("/nobody", get(async |PathCustomer(id): PathCustomer| id.to_string()))
        .with_state(Service);
    let response = app.oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    if status != 200 {
        assert_eq!(response.headers()["content-type"], "application/problem+json");
    }
    (status, to_bytes(response.into_body(), usize::MAX).await.unwrap().into())
}

fn json(uri: &str, body: impl Into<Body>) -> Request<Body> {
    Request::post(uri).header("Content-Type", "application/json").body(body.into()).unwrap()
}

/// Returns the status of a problem, and its detail.
async fn problem(request: Request<Body>) -> (u16, String) {
    let (status, body) = send(request).await;
    let problem: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!((problem["status"].as_u64(), &problem["type"]), (Some(status.into()), &"about:blank".into()));
    (status, problem["detail"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn a_body_that_is_not_a_form_is_a_problem() {
    for (body, error) in [
        ("", "EOF while parsing a value at line 1 column 0"),
        ("[]", "invalid type: sequence, expected an object with the fields of the form at line 1 column 0"),
        (r#"{"website":"a","website":"b"}"#, "duplicate field `website`"),
    ] {
        let detail = format!("The body has to be a form in JSON: {error}.");
        assert_eq!(problem(json("/updates", body)).await, (400, detail));
    }
    let (status, detail) = problem(json("/updates", &b"{\"website\":\"\xc3\"}"[..])).await;
    assert_eq!((status, &*detail), (400, "The body is not UTF-8: byte 12, counted from 0, is wrong."));
}

#[tokio::test]
async fn a_body_of_another_media_type_is_a_problem() {
    let (status, detail) = problem(Request::post("/updates").body("{}".into()).unwrap()).await;
    assert_eq!(status, 415);
    assert_eq!(detail, "The body has to be JSON in UTF-8, with the header Content-Type: application/json.");
}

#[tokio::test]
async fn a_long_body_is_a_problem() {
    let body = |length: usize| format!("{{}}{}", " ".repeat(length - 2));
    assert_eq!(send(json("/updates", body(MAX_REQUEST_BYTES))).await.0, 422);
    let too_long = (413, "The body is too long: at most 65536 bytes are read.".to_owned());
    assert_eq!(problem(json("/updates", body(MAX_REQUEST_BYTES + 1))).await, too_long);
    // Declared, but not sent.
    let request =
        Request::post("/updates").header("Content-Type", "application/json").header("Content-Length", "65537");
    assert_eq!(problem(request.body(Body::empty()).unwrap()).await, too_long);
}

#[tokio::test]
async fn the_query_chooses_the_mode() {
    let form = format!(r#"{{ "customerId": "{CUSTOMER}", "qualification": "Education" }}"#);
    assert_eq!(send(json("/updates?mode=synchronous", form.clone())).await, (200, b"synchronous".to_vec()));
    for uri in ["/updates", "/updates?x=1", "/updates?mode=asynchronous"] {
        assert_eq!(send(json(uri, form.clone())).await.0, 422, "{uri}");
    }
    let wrong = "The query gives a wrong `mode`: `now` is not one of asynchronous, synchronous.";
    assert_eq!(problem(json("/updates?mode=now", form.clone())).await, (400, wrong.to_owned()));
    let twice = "The query has `mode` more than once.";
    assert_eq!(problem(json("/updates?mode=now&mode=now", form)).await, (400, twice.to_owned()));
}

#[tokio::test]
async fn the_value_of_a_check_in_the_page_states_its_mode() {
    let form = format!(r#"{{ "customerId": "{CUSTOMER}", "mode": "synchronous", "qualification": "Education" }}"#);
    for uri in ["/updates", "/updates?mode=synchronous", &format!("/customers/{CUSTOMER}/updates")] {
        assert_eq!(send(json(uri, form.clone())).await, (200, b"synchronous".to_vec()), "{uri}");
    }
    let (status, body) = send(json("/updates?mode=asynchronous", form)).await;
    let problem: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!((status, &problem["issues"][0]["code"]), (422, &"formOtherMode".into()));
    assert_eq!(problem["issues"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn the_path_chooses_the_customer() {
    let form = r#"{ "qualification": "StateOwnedEntity" }"#;
    assert_eq!(send(json(&format!("/customers/{CUSTOMER}/updates"), form)).await.0, 200);
    let get = |path: &str| Request::get(path).body(Body::empty()).unwrap();
    let upper = format!("/customers/{}", CUSTOMER.to_uppercase());
    assert_eq!(send(get(&upper)).await, (200, CUSTOMER.into()));
    for id in ["7", "%ff", &CUSTOMER.replace('-', ""), &format!("%7B{CUSTOMER}%7D")] {
        let (status, detail) = problem(get(&format!("/customers/{id}"))).await;
        assert_eq!(status, 400, "{id}");
        assert!(detail.starts_with("The customer ID in the path has to be 32 digits"), "{detail}");
    }
    let (status, detail) = problem(get("/customers/00000000-0000-0000-0000-000000000000")).await;
    assert_eq!(status, 400);
    assert!(detail.starts_with("The customer ID in the path is the nil GUID"), "{detail}");
    let detail = "The path of this route has no parameter `customer_id`.";
    assert_eq!(problem(get("/nobody")).await, (500, detail.to_owned()));
}
