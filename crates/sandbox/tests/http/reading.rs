//! The four endpoints that read.

use partner_center_rules::{
    AccountStatus, Open, Qualification, read_qualification, read_qualifications, read_validation_codes,
    read_validation_status,
};
use serde_json::json;

use crate::client::*;

#[test]
fn an_account_status_is_answered_as_documented() {
    let server = Server::start();
    for (customer, status) in [
        (ALLOWED, "Allowed"),
        (UNDER_REVIEW, "UnderReview"),
        (NOT_ALLOWED, "NotAllowed"),
        (UNKNOWN, "Unknown"),
        (NOT_READY, "Not Ready"),
        (NEW_STATUS, "Suspended"),
    ] {
        let answer = server.get(&validation_status(customer));
        let body = format!(r#"{{"type":"account","status":"{status}","lastUpdateDateTime":"2021-07-14T18:02:00"}}"#);
        assert_eq!((answer.status, &*answer.body), (200, &*body));
        assert_eq!(answer.header("content-type"), Some("application/json"));
        assert_eq!(read_validation_status(200, &answer.body).unwrap().status, Open::from(status));
    }
}

#[test]
fn the_status_is_in_a_header_for_those_who_ask_for_it() {
    let server = Server::start();
    for (path, status) in [(validation_status(NO_STATUS), "404"), (validation_status(ALLOWED), "200")] {
        let plain = server.get(&path);
        let hidden = server.send(&Ask::new("GET", &path).header("Sandbox-Status-In-Header", "true"));
        assert_eq!((plain.status.to_string().as_str(), plain.header("sandbox-status")), (status, None));
        assert_eq!((hidden.status, hidden.header("sandbox-status"), &hidden.body), (200, Some(status), &plain.body));
    }
}

#[test]
fn no_account_status_is_answered_as_documented() {
    let server = Server::start();
    let answer = server.get(&validation_status(NO_STATUS));
    let text = "Account Status for the customer, f46e0d97-b218-4a73-8c5d-29e7b0c41a56 was not found.";
    let body = format!(
        r#"{{"code":600074,"message":"{text}","description":"{text}","errorName":"AccountStatusNotFound","isRetryable":false,"errorMessageExtended":"InternalErrorCode=600074"}}"#
    );
    assert_eq!((answer.status, answer.body.clone()), (404, body));
    let read = read_validation_status(404, &answer.body).unwrap();
    assert_eq!(read.status, Open::Known(AccountStatus::NoAccountStatus));
}

#[test]
fn a_raw_answer_is_played_as_it_is() {
    let raw = |http_status: u16, body: &str| {
        let validation_status = json!({ "httpStatus": http_status, "body": body });
        let customer =
            json!({ "id": ALLOWED, "name": "x", "validationStatus": validation_status, "qualifications": [] });
        let server = Server::with_json(&json!({ "customers": [customer], "validationCodes": [] }));
        let answer = server.get(&validation_status_path());
        assert_eq!((answer.status, &*answer.body), (http_status, body));
    };
    fn validation_status_path() -> String {
        validation_status(ALLOWED)
    }
    raw(200, r#"{"status":"Allowed""#);
    raw(404, "");
    raw(502, "<html>Bad gateway</html>");
    raw(403, "\"Customer tagging denied.\"");
    let answer = Server::start().get(&validation_status(RAW_STATUS));
    answer.json();
    assert!(read_validation_status(answer.status, &answer.body).is_err());
}

#[test]
fn the_type_has_to_be_account() {
    let server = Server::start();
    let path = |query: &str| format!("/v1/customers/{ALLOWED}/validationStatus{query}");
    for query in ["", "?", "?type", "?type=", "?type=education", "?Type=account", "?type=account&type=account"] {
        server.get(&path(query)).fault(400, 800_002);
    }
    for query in ["?type=account", "?type=Account", "?x=1&type=account", "?type=%61ccount"] {
        assert_eq!(server.get(&path(query)).status, 200, "{query}");
    }
}

#[test]
fn one_qualification_is_a_bare_lower_case_text() {
    let server = Server::start();
    for (customer, text) in [
        (ALLOWED, "\"none\""),
        (EDUCATION, "\"education\""),
        (EDUCATION_IN_REVIEW, "\"none\""),
        (EDUCATION_DENIED, "\"none\""),
        (NONPROFIT, "\"nonprofit\""),
        (GCC, "\"governmentcommunitycloud\""),
        (SOE_AND_EDUCATION, "\"stateownedentity\""),
        (NEW_QUALIFICATION, "\"researchinstitution\""),
    ] {
        let answer = server.get(&qualification(customer));
        assert_eq!((answer.status, &*answer.body), (200, text));
        assert!(read_qualification(200, &answer.body).is_ok(), "{text}");
    }
    let gcc = server.get(&qualification(GCC)).body;
    assert_eq!(read_qualification(200, &gcc).unwrap(), Open::Known(Qualification::GovernmentCommunityCloud));
}

#[test]
fn qualifications_are_listed_as_documented() {
    let server = Server::start();
    for (customer, list) in [
        (ALLOWED, "[]"),
        (GCC, r#"[{"qualification":"GovernmentCommunityCloud"}]"#),
        (
            EDUCATION_DENIED,
            r#"[{"qualification":"Education","vettingStatus":"Denied","vettingReason":"Not an Academic Domain","vettingCreatedDate":"2020-12-04T20:54:24Z"}]"#,
        ),
        (
            SOE_AND_EDUCATION,
            r#"[{"qualification":"StateOwnedEntity","vettingStatus":"Approved"},{"qualification":"Education","vettingStatus":"Approved","vettingCreatedDate":"2020-12-04T20:54:24Z"}]"#,
        ),
    ] {
        let answer = server.get(&qualifications(customer));
        assert_eq!((answer.status, &*answer.body), (200, list));
        assert!(read_qualifications(200, &answer.body).is_ok(), "{list}");
    }
}

#[test]
fn validation_codes_are_listed_as_documented() {
    let answer = Server::start().get(VALIDATIONS);
    let first = r#"[{"partnerId":"e2b51c94-70ad-4f38-9c6e-a4d083f7b512","organizationName":"Contoso City Council","validationId":"2041187","maxCreates":5,"remainingCreates":3,"eTag":"sample-1"},"#;
    assert!(answer.status == 200 && answer.body.starts_with(first), "{answer:?}");
    let remaining =
        answer.json().as_array().unwrap().iter().map(|code| code["remainingCreates"].as_u64()).collect::<Vec<_>>();
    assert_eq!(remaining, [Some(3), None, Some(0)]);
    let codes = read_validation_codes(200, &answer.body).unwrap();
    assert_eq!(codes.iter().map(|code| code.is_usable()).collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn what_the_service_does_not_answer_may_be_tried_again() {
    let server = Server::start();
    for answer in [
        server.get(&qualification(NOT_ANSWERING)),
        server.get(&qualifications(NOT_ANSWERING)),
        server.put(&qualification(NOT_ANSWERING), &json!(1)),
        server.post(&qualifications(NOT_ANSWERING), &json!({ "qualification": "StateOwnedEntity" })),
        Server::with_json(&json!({ "customers": [], "validationCodes": null })).get(VALIDATIONS),
    ] {
        answer.fault(503, 800_003);
    }
    assert_eq!(server.get(&validation_status(NOT_ANSWERING)).status, 200);
}

#[test]
fn an_unknown_customer_is_not_found() {
    let server = Server::start();
    for answer in [
        server.get(&validation_status(NOBODY)),
        server.get(&qualification(NOBODY)),
        server.get(&qualifications(NOBODY)),
        server.put(&qualification(NOBODY), &json!(1)),
        server.post(&qualifications(NOBODY), &json!({ "qualification": "StateOwnedEntity" })),
    ] {
        let fault = answer.fault(404, 60_003);
        assert_eq!(fault["message"], format!("Tenant {NOBODY} was not found."));
        assert!(read_validation_status(answer.status, &answer.body).is_err());
    }
}

#[test]
fn an_id_in_any_case_is_that_of_the_customer() {
    assert_eq!(Server::start().get(&qualification(&GCC.to_uppercase())).body, "\"governmentcommunitycloud\"");
}

#[test]
fn an_id_that_is_none_is_refused() {
    let server = Server::start();
    for id in [
        "",
        "all",
        "7",
        "00000000-0000-0000-0000-000000000000",
        "3d4b9c1e6a524f0b9a771f2c8e50b6d1",
        "%7B3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1%7D",
        "%203d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1",
        "urn:uuid:3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1",
        "3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1%2F..",
        "..%2Fcustomers",
        "%ff",
        "%00",
    ] {
        server.get(&validation_status(id)).fault(400, 800_002);
        server.get(&qualification(id)).fault(400, 800_002);
        server.get(&qualifications(id)).fault(400, 800_002);
        server.put(&qualification(id), &json!(1)).fault(400, 800_002);
        server.post(&qualifications(id), &json!({})).fault(400, 800_002);
    }
}

#[test]
fn another_path_is_not_found() {
    let server = Server::start();
    for path in ["/v1", "/v1/customers", "/v1/customers/all", "/v1/invoices"] {
        server.get(path).fault(404, 1_000);
    }
}

#[test]
fn another_method_is_not_allowed() {
    let server = Server::start();
    for (method, path, allowed) in [
        ("POST", VALIDATIONS.to_owned(), "GET,HEAD"),
        ("DELETE", validation_status(ALLOWED), "GET,HEAD"),
        ("POST", qualification(ALLOWED), "GET,HEAD,PUT"),
        ("PATCH", qualification(ALLOWED), "GET,HEAD,PUT"),
        ("PUT", qualifications(ALLOWED), "GET,HEAD,POST"),
        ("OPTIONS", qualifications(ALLOWED), "GET,HEAD,POST"),
        ("BREW", qualifications(ALLOWED), "GET,HEAD,POST"),
    ] {
        let answer = server.send(&Ask::new(method, &path));
        assert_eq!(answer.fault(405, 800_002)["errorName"], "MethodNotAllowed");
        assert_eq!(answer.header("allow"), Some(allowed), "{method} {path}");
    }
}
