//! What the sandbox offers beside the service.

use partner_center_rules::{ReasonCode, explain_purchase_refusal};
use serde_json::{Value, json};

use crate::client::*;

fn reviews(id: &str) -> String {
    format!("/sandbox/customers/{id}/reviews")
}

fn purchases(id: &str) -> String {
    format!("/sandbox/customers/{id}/purchases")
}

#[test]
fn customers_are_listed_in_the_order_of_the_data() {
    let answer = Server::start().get("/sandbox/customers");
    let customers = answer.json();
    assert_eq!(customers[0], json!({ "id": ALLOWED, "name": "Contoso Manufacturing" }));
    assert_eq!(customers.as_array().unwrap().len(), 21);
}

#[test]
fn a_review_that_is_approved_changes_what_may_be_sold() {
    let server = Server::start();
    let segment = json!({ "segment": "Education" });
    server.post(&purchases(EDUCATION_IN_REVIEW), &segment).fault(400, 800_086);
    let end = json!({ "qualification": "education", "outcome": "approve" });
    let answer = server.post(&reviews(EDUCATION_IN_REVIEW), &end);
    let entry = json!({ "qualification": "Education", "vettingStatus": "Approved", "vettingCreateDate": "2020-12-04T20:54:24Z" });
    assert_eq!((answer.status, answer.json()), (200, entry));
    assert_eq!(server.get(&qualification(EDUCATION_IN_REVIEW)).body, "\"education\"");
    assert_eq!(server.post(&purchases(EDUCATION_IN_REVIEW), &segment).status, 201);
    // It has ended.
    assert_eq!(server.post(&reviews(EDUCATION_IN_REVIEW), &end).problem(409), "The qualification is not in review.");
}

#[test]
fn a_review_can_be_denied_with_a_reason() {
    let server = Server::start();
    let end = json!({ "qualification": "Education", "outcome": "deny", "reason": "Not an Education Customer" });
    assert_eq!(server.post(&reviews(EDUCATION_IN_REVIEW), &end).status, 200);
    let listed = server.get(&qualifications(EDUCATION_IN_REVIEW)).json();
    assert_eq!(listed[0]["vettingStatus"], "Denied");
    assert_eq!(listed[0]["vettingReason"], "Not an Education Customer");
}

#[test]
fn a_review_that_cannot_end_so_goes_on() {
    let server = Server::start();
    for (id, end, status, detail) in [
        (NOBODY, json!({ "qualification": "Education", "outcome": "deny" }), 404, "There is no such customer."),
        (
            EDUCATION,
            json!({ "qualification": "Education", "outcome": "deny" }),
            409,
            "The qualification is not in review.",
        ),
        (
            NOT_ANSWERING,
            json!({ "qualification": "Education", "outcome": "deny" }),
            409,
            "The qualification is not in review.",
        ),
        (
            EDUCATION_IN_REVIEW,
            json!({ "qualification": "StateOwnedEntity", "outcome": "deny" }),
            409,
            "The qualification is not in review.",
        ),
        (
            EDUCATION_IN_REVIEW,
            json!({ "qualification": "Education", "outcome": "approve", "reason": "x" }),
            400,
            "A reason goes only with `deny`.",
        ),
        (
            EDUCATION_IN_REVIEW,
            json!({ "qualification": "Education", "outcome": "accept" }),
            400,
            "outcome: unknown variant `accept`, expected `approve` or `deny`",
        ),
        (
            EDUCATION_IN_REVIEW,
            json!({ "qualification": "Healthcare", "outcome": "deny" }),
            400,
            "qualification: `Healthcare` is not one of",
        ),
        (EDUCATION_IN_REVIEW, json!({ "outcome": "deny" }), 400, "missing field `qualification`"),
        (
            EDUCATION_IN_REVIEW,
            json!({ "qualification": "Education", "outcome": "deny", "x": 1 }),
            400,
            "x: unknown field `x`",
        ),
    ] {
        let problem = server.post(&reviews(id), &end).problem(status);
        assert!(problem.starts_with(detail), "{end}: {problem}");
    }
    let listed = server.get(&qualifications(EDUCATION_IN_REVIEW)).json();
    assert_eq!(listed[0]["vettingStatus"], "InReview");
}

#[test]
fn a_purchase_goes_through_or_is_refused_with_the_code_of_its_cause() {
    let server = Server::start();
    let probe = |id: &str, transaction: &str, segment: Option<&str>| {
        let mut request = json!({ "transaction": transaction });
        if let Some(segment) = segment {
            request["segment"] = json!(segment);
        }
        server.post(&purchases(id), &request)
    };
    for (id, transaction, segment) in [
        (ALLOWED, "newPurchase", None),
        (NO_STATUS, "newPurchase", None),
        (ALLOWED, "newPurchase", Some("Commercial")),
        (EDUCATION, "newPurchase", Some("Education")),
        (UNDER_REVIEW, "renewal", None),
        // Undetermined, which these data accept.
        (NOT_READY, "newPurchase", None),
        (NEW_STATUS, "newPurchase", None),
        (RAW_STATUS, "newPurchase", None),
        (NEW_QUALIFICATION, "newPurchase", Some("Education")),
        (NOT_ANSWERING, "newPurchase", Some("Education")),
    ] {
        let answer = probe(id, transaction, segment);
        assert_eq!(answer.status, 201, "{answer:?}");
        let purchased = answer.json();
        assert_eq!((&purchased["customerId"], &purchased["transaction"]), (&json!(id), &json!(transaction)));
        assert_eq!(purchased["segment"], segment.map_or(Value::Null, Value::from));
        assert_ne!(purchased["decision"]["outcome"], "blocked");
    }
    for (id, transaction, segment, status, code) in [
        (UNDER_REVIEW, "newPurchase", None, 403, 800_073),
        (UNDER_REVIEW, "seatIncrease", None, 403, 800_074),
        (UNDER_REVIEW, "upgrade", Some("Education"), 403, 800_074),
        (NOT_ALLOWED, "newPurchase", None, 403, 800_075),
        (NOT_ALLOWED, "cancellation", Some("Education"), 403, 800_075),
        (UNKNOWN, "newPurchase", None, 400, 800_024),
        (ALLOWED, "newPurchase", Some("Education"), 400, 800_086),
        (GCC, "newPurchase", Some("Commercial"), 400, 800_086),
        (NOT_READY, "newPurchase", Some("Education"), 400, 800_086),
    ] {
        let answer = probe(id, transaction, segment);
        answer.fault(status, code);
        let cause = explain_purchase_refusal(status, &answer.body)
            .map(|refusal| refusal.decision.rules().next().unwrap().reason);
        assert_eq!(
            cause,
            match code {
                800_073 | 800_074 => Some(ReasonCode::AccountUnderReview),
                800_075 => Some(ReasonCode::AccountNotAllowed),
                800_086 => Some(ReasonCode::QualificationMissing),
                _ => Some(ReasonCode::NotEligible),
            }
        );
    }
    assert_eq!(server.post(&purchases(ALLOWED), &json!({})).json()["transaction"], "newPurchase");
    server.post(&purchases(NOBODY), &json!({})).fault(404, 60_003);
    assert!(
        server.post(&purchases(ALLOWED), &json!({ "segment": "Retail" })).problem(400).starts_with("segment: `Retail`")
    );
    server.post(&purchases("7"), &json!({})).problem(400);
}

#[test]
fn an_undetermined_purchase_is_for_the_data_to_say() {
    let customer =
        json!({ "id": ALLOWED, "name": "x", "validationStatus": { "status": "Not Ready" }, "qualifications": [] });
    let data = json!({ "undetermined": "refuse", "customers": [customer], "validationCodes": [] });
    Server::with_json(&data).post(&purchases(ALLOWED), &json!({})).fault(400, 800_024);
}

#[test]
fn the_data_can_be_replaced_and_come_back() {
    let server = Server::start();
    assert_eq!(server.put(&qualification(ALLOWED), &json!(1)).status, 200);
    let customer =
        json!({ "id": NOBODY, "name": "Somebody", "validationStatus": { "status": "Allowed" }, "qualifications": [] });
    let answer = server.put("/sandbox/data", &json!({ "customers": [customer], "validationCodes": [] }));
    assert_eq!((answer.status, &*answer.body), (204, ""));
    assert_eq!(server.get("/sandbox/customers").json(), json!([{ "id": NOBODY, "name": "Somebody" }]));
    server.get(&qualification(ALLOWED)).fault(404, 60_003);
    assert_eq!(server.send(&Ask::new("DELETE", "/sandbox/data")).status, 204);
    assert_eq!(server.get(&qualification(ALLOWED)).body, "\"none\"");
}

#[test]
fn data_that_are_wrong_change_nothing() {
    let server = Server::start();
    let problem = server
        .put("/sandbox/data", &json!({ "customers": [], "validationCodes": [{ "validationId": "x" }] }))
        .problem(400);
    assert!(problem.starts_with("validationCodes[0].validationId: `x` is not a validation code"), "{problem}");
    assert_eq!(server.get("/sandbox/customers").json().as_array().unwrap().len(), 21);
}

#[test]
fn requests_can_be_turned_away() {
    let server = Server::start();
    assert_eq!(server.post("/sandbox/throttle", &json!({ "requests": 2, "retryAfter": 57 })).status, 204);
    for path in [VALIDATIONS.to_owned(), "/v1/nothing".to_owned()] {
        let answer = server.send(&Ask::new("GET", &path).ids(3));
        assert_eq!((answer.status, answer.header("retry-after")), (429, Some("57")));
        assert_eq!(answer.body, r#"{"statusCode":429,"message":"Rate limit is exceeded. Try again in 57 seconds."}"#);
        assert_eq!(answer.header("ms-requestid"), Some(&*request_id(3)));
        assert_eq!(server.get("/sandbox/customers").status, 200);
    }
    assert_eq!(server.get(VALIDATIONS).status, 200);
    server.post("/sandbox/throttle", &json!({ "requests": 2, "retryAfter": 57 }));
    server.post("/sandbox/throttle", &json!({ "requests": 0, "retryAfter": 0 }));
    assert_eq!(server.get(VALIDATIONS).status, 200);
    for wrong in
        [json!({}), json!({ "requests": -1, "retryAfter": 1 }), json!({ "requests": 1, "retryAfter": 0.5 }), json!([])]
    {
        server.post("/sandbox/throttle", &wrong).problem(400);
    }
}

#[test]
fn other_paths_methods_and_bodies_are_problems() {
    let server = Server::start();
    assert_eq!(server.get("/sandbox/nothing").problem(404), "There is nothing at this path.");
    let answer = server.get("/sandbox/data");
    answer.problem(405);
    assert_eq!(answer.header("allow"), Some("PUT,DELETE"));
    server.send(&Ask::new("PUT", "/sandbox/data").body(b"{}")).problem(415);
    server.send(&Ask::new("PUT", "/sandbox/data").json("{")).problem(400);
    server.send(&Ask::new("PUT", "/sandbox/data").json(&" ".repeat(65_537))).problem(413);
    server
        .send(&Ask::new("POST", "/sandbox/throttle").header("Content-Type", "application/json").body(b"\"\xff\""))
        .problem(400);
}
