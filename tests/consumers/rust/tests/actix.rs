//! A form check in a handler of actix-web.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use actix_web::http::header::ContentType;
use actix_web::{App, HttpResponse, rt, test, web};
use partner_center_rules::{Context, FormInput, Holdings};
use serde_json::{Value, json};

/// Checks a form for a customer that has no qualification.
fn check(input: &FormInput) -> HttpResponse {
    let context = Context { held: Some(Holdings::default()), ..Context::default() };
    match input.check(&context) {
        Ok(accepted) => HttpResponse::Ok().json(accepted),
        Err(rejected) => HttpResponse::UnprocessableEntity().json(rejected),
    }
}

async fn check_json(web::Json(input): web::Json<FormInput>) -> HttpResponse {
    check(&input)
}

async fn check_html(web::Form(input): web::Form<FormInput>) -> HttpResponse {
    check(&input)
}

/// Sends a body to a service; returns the status and the JSON of the response.
fn send(content_type: ContentType, body: &str) -> (u16, Value) {
    rt::System::new().block_on(async {
        let app = App::new().route("/json", web::post().to(check_json)).route("/html", web::post().to(check_html));
        let uri = if content_type == ContentType::json() { "/json" } else { "/html" };
        let request = test::TestRequest::post().uri(uri).insert_header(content_type).set_payload(body.to_owned());
        let response = test::call_service(&test::init_service(app).await, request.to_request()).await;
        let status = response.status().as_u16();
        (status, test::read_body_json(response).await)
    })
}

fn codes(issues: &Value) -> Vec<&str> {
    issues.as_array().unwrap().iter().map(|issue| issue["code"].as_str().unwrap()).collect()
}

#[test]
fn a_good_form_is_accepted() {
    let form = json!({
        "customerId": "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
        "qualification": "GovernmentCommunityCloud",
        "validationCode": 123456
    });
    let (status, body) = send(ContentType::json(), &form.to_string());
    assert_eq!((status, &body["ok"], &body["warnings"]), (200, &json!(true), &json!([])));
    assert_eq!(body["value"]["validationCode"], "123456");
}

#[test]
fn a_bad_form_gets_every_issue() {
    let form = json!({ "customerId": ["7"], "qualification": "Education", "note": "x" });
    let (status, body) = send(ContentType::json(), &form.to_string());
    assert_eq!((status, &body["ok"]), (422, &json!(false)));
    assert_eq!(codes(&body["issues"]), ["notText", "educationSegmentRequired"]);
    assert_eq!(codes(&body["warnings"]), ["unknownField"]);
}

#[test]
fn a_form_of_html_is_read_too() {
    let form = "customerId=0a1b2c3d-4e5f-6789-abcd-ef0123456789&qualification=Education&educationSegment=K12&website=";
    let (status, body) = send(ContentType::form_url_encoded(), form);
    assert_eq!((status, &body["value"]["educationSegment"]), (200, &json!("K12")));
    let (status, body) = send(ContentType::form_url_encoded(), "qualification=Nonprofit&website=example.edu");
    assert_eq!(
        (status, codes(&body["issues"])),
        (422, vec!["customerIdRequired", "cannotBeSet", "websiteNotApplicable"])
    );
}
