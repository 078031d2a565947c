//! The guard: forms checked as a service of its own checks them.

use serde_json::{Value, json};

use crate::client::*;

fn send(server: &Server, path: &str, form: &Value) -> Answer {
    server.send(&Ask::new("POST", path).ids(1).json(&form.to_string()))
}

fn gcc(customer: &str) -> Value {
    json!({ "customerId": customer, "qualification": "GovernmentCommunityCloud", "validationCode": " 02041187" })
}

fn codes(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|issue| issue["code"].as_str().unwrap()).collect()
}

#[test]
fn an_accepted_form_comes_with_the_request_to_send() {
    let server = Server::start();
    let answer = send(&server, "/sandbox/updates", &gcc(ALLOWED));
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/json")));
    let accepted = answer.json();
    let value = json!({
        "customerId": ALLOWED, "mode": "asynchronous", "qualification": "GovernmentCommunityCloud", "validationCode": "02041187"
    });
    assert_eq!((&accepted["ok"], &accepted["value"]), (&json!(true), &value));
    // The code was issued to another organization than the customer.
    assert_eq!(codes(&accepted["warnings"]), ["validationCodeOtherOrganization"]);
    assert_eq!(codes(&accepted["changes"]), ["whiteSpaceRemoved"]);
    let request = &accepted["request"];
    let url = format!("https://api.partnercenter.microsoft.com{}", qualifications(ALLOWED));
    assert_eq!((&request["method"], &request["url"]), (&json!("POST"), &json!(url)));
    assert_eq!(request["body"], r#"{"qualification":"GovernmentCommunityCloud","validationCode":"02041187"}"#);
    assert_eq!(request["headers"]["MS-RequestId"], request_id(1));
    assert_eq!(request["headers"]["MS-CorrelationId"], "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745");
    // Nothing has changed, and the request does what it says.
    assert_eq!(server.get(&qualifications(ALLOWED)).body, "[]");
    let sent = Ask::new("POST", request["path"].as_str().unwrap()).json(request["body"].as_str().unwrap());
    assert_eq!(server.send(&sent).status, 201);
}

#[test]
fn a_rejected_form_is_a_problem_with_every_issue() {
    let server = Server::start();
    let form = json!({ "customerId": "7", "qualification": "Nonprofit", "website": 7, "note": "x" });
    let answer = send(&server, "/sandbox/updates?mode=synchronous", &form);
    assert_eq!((answer.status, answer.header("content-type")), (422, Some("application/problem+json")));
    let problem = answer.json();
    assert_eq!(problem["type"], "urn:partner-center-rules:rejected-form");
    assert_eq!(problem["title"], "The form cannot be sent");
    assert_eq!(problem["status"], 422);
    assert_eq!(codes(&problem["issues"]), ["customerIdInvalid", "cannotBeSet", "notText"]);
    assert_eq!(codes(&problem["warnings"]), ["unknownField"]);
    let issue = &problem["issues"][0];
    assert_eq!((&issue["path"], &issue["severity"]), (&json!(["customerId"]), &json!("error")));
    assert_eq!(issue["params"], json!({ "input": "7" }));
    let messages: Vec<_> =
        problem["issues"].as_array().unwrap().iter().map(|issue| issue["message"].as_str().unwrap()).collect();
    assert_eq!(problem["detail"], messages.join(" "));
}

#[test]
fn the_guard_knows_what_the_service_knows() {
    let server = Server::start();
    let issues = |form: &Value| codes(&send(&server, "/sandbox/updates", form).json()["issues"]).join(" ");
    assert_eq!(issues(&gcc(EDUCATION)), "requiresNoQualification");
    assert_eq!(issues(&gcc(GCC)), "alreadyHeld");
    let mut form = gcc(ALLOWED);
    form["validationCode"] = json!("2041563");
    assert_eq!(issues(&form), "validationCodeUsedUp");
    let warnings = |customer: &str| {
        let form = json!({ "customerId": customer, "qualification": "StateOwnedEntity" });
        let answer = send(&server, "/sandbox/updates", &form);
        assert_eq!(answer.status, 200, "{answer:?}");
        codes(&answer.json()["warnings"]).join(" ")
    };
    assert_eq!(warnings(ALLOWED), "");
    assert_eq!(warnings(EDUCATION_IN_REVIEW), "reviewInProgress");
    assert_eq!(warnings(NOT_ANSWERING), "holdingsNotKnown");
    assert_eq!(warnings(NOBODY), "holdingsNotKnown");
}

#[test]
fn a_service_may_rather_not_send_what_is_undetermined() {
    let data = json!({ "undetermined": "refuse", "customers": [], "validationCodes": null });
    let server = Server::with_json(&data);
    let answer = send(&server, "/sandbox/updates", &gcc(ALLOWED));
    assert_eq!(answer.status, 422);
    assert_eq!(codes(&answer.json()["issues"]), ["holdingsNotKnown"]);
}

#[test]
fn the_mode_is_in_the_query() {
    let server = Server::start();
    let form = json!({ "customerId": ALLOWED, "qualification": "Education" });
    assert_eq!(send(&server, "/sandbox/updates", &form).status, 422);
    assert_eq!(send(&server, "/sandbox/updates?mode=asynchronous", &form).status, 422);
    let accepted = send(&server, "/sandbox/updates?mode=synchronous", &form).json();
    assert_eq!((&accepted["request"]["method"], &accepted["request"]["body"]), (&json!("PUT"), &json!("1")));
    let problem = send(&server, "/sandbox/updates?mode=now", &form).problem(400);
    assert_eq!(problem, "The query gives a wrong `mode`: `now` is not one of asynchronous, synchronous.");
    send(&server, "/sandbox/updates?mode=synchronous&mode=synchronous", &form).problem(400);
}

#[test]
fn a_customer_in_the_path_is_chosen() {
    let server = Server::start();
    let path = format!("/sandbox/customers/{EDUCATION}/updates");
    let form = json!({ "qualification": "GovernmentCommunityCloud", "validationCode": "2041187" });
    assert_eq!(codes(&send(&server, &path, &form).json()["issues"]), ["requiresNoQualification"]);
    let issues = send(&server, &path, &gcc(ALLOWED)).json();
    assert_eq!(codes(&issues["issues"]), ["customerIdNotApplicable", "requiresNoQualification"]);
    send(&server, "/sandbox/customers/7/updates", &form).problem(400);
}

#[test]
fn a_body_that_is_no_form_is_a_problem() {
    let server = Server::start();
    for body in ["", "[]", "null", "7", "\"x\"", "{", r#"{"website":"a","website":"b"}"#] {
        let answer = server.send(&Ask::new("POST", "/sandbox/updates").ids(1).json(body));
        assert!(answer.problem(400).starts_with("The body has to be a form in JSON: "), "{body}: {answer:?}");
    }
    let ask = Ask::new("POST", "/sandbox/updates").ids(1);
    server.send(&ask.clone().body(b"{}")).problem(415);
    server.send(&ask.clone().json(&format!("{{\"website\":\"{}\"}}", "x".repeat(65_536)))).problem(413);
    server.send(&ask.header("Content-Type", "application/json").body(b"{\"website\":\"\xc3\"}")).problem(400);
}

#[test]
fn the_ids_are_needed_for_the_request() {
    let server = Server::start();
    let form = gcc(ALLOWED);
    let problem = server.post("/sandbox/updates", &form).problem(400);
    assert_eq!(problem, "The headers MS-RequestId and MS-CorrelationId are needed.");
    let ask = Ask::new("POST", "/sandbox/updates").header("MS-RequestId", "7").json(&form.to_string());
    assert!(server.send(&ask).problem(400).starts_with("The header MS-RequestId has to be a GUID"));
}
