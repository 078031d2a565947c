//! Requests that are sent again, and the ids of all.

use serde_json::json;

use crate::client::*;

const GCC_BODY: &str = r#"{"qualification":"GovernmentCommunityCloud","validationCode":"2041187"}"#;

fn remaining(server: &Server) -> u64 {
    server.get(VALIDATIONS).json()[0]["remainingCreates"].as_u64().unwrap()
}

fn gcc(customer: &str, number: u32) -> Ask {
    Ask::new("POST", &qualifications(customer)).ids(number).json(GCC_BODY)
}

#[test]
fn a_request_that_is_sent_again_has_no_second_effect() {
    let server = Server::start();
    let first = server.send(&gcc(ALLOWED, 1));
    assert_eq!((first.status, remaining(&server)), (201, 2));
    let again = server.send(&gcc(ALLOWED, 1));
    assert_eq!((again.status, &again.body), (201, &first.body));
    assert_eq!(remaining(&server), 2);
    assert_eq!(server.send(&gcc(ALLOWED, 2)).status, 201);
    assert_eq!(remaining(&server), 1);
    // The spelling of an id is not what tells it from another.
    let again = Ask::new("POST", &qualifications(ALLOWED)).header("ms-requestid", &request_id(1).to_uppercase());
    assert_eq!(server.send(&again.json(GCC_BODY)).body, first.body);
    assert_eq!(remaining(&server), 1);
}

#[test]
fn a_put_that_is_sent_again_has_no_second_effect() {
    let server = Server::start();
    let ask = Ask::new("PUT", &format!("{}?code=2041187", qualification(ALLOWED))).ids(1).json("3");
    assert_eq!(server.send(&ask).body, "\"governmentcommunitycloud\"");
    let again = server.send(&ask);
    assert_eq!((again.status, &*again.body), (200, "\"governmentcommunitycloud\""));
    assert_eq!(remaining(&server), 2);
}

#[test]
fn a_refusal_is_answered_again_as_well() {
    let server = Server::start();
    assert_eq!(server.send(&gcc(EDUCATION, 1)).status, 403);
    assert_eq!(server.send(&gcc(EDUCATION_IN_REVIEW, 2)).status, 201);
    // By now the code alone is not what is wrong.
    let data = json!({ "customers": [{ "id": ALLOWED, "name": "x", "validationStatus": { "status": "Allowed" }, "qualifications": [] }], "validationCodes": [] });
    let server = Server::with_json(&data);
    let first = server.send(&gcc(ALLOWED, 1));
    first.fault(400, 3_000);
    assert_eq!(server.send(&gcc(ALLOWED, 1)).body, first.body);
}

#[test]
fn the_id_of_another_request_is_a_conflict() {
    let server = Server::start();
    assert_eq!(server.send(&gcc(ALLOWED, 1)).status, 201);
    for other in [
        gcc(NO_STATUS, 1),
        Ask::new("POST", &qualifications(ALLOWED)).ids(1).json(r#"{"qualification":"StateOwnedEntity"}"#),
        Ask::new("POST", &format!("{}?x", qualifications(ALLOWED))).ids(1).json(GCC_BODY),
        Ask::new("PUT", &format!("{}?code=2041187", qualification(ALLOWED))).ids(1).json("3"),
    ] {
        let answer = server.send(&other);
        assert_eq!(answer.fault(409, 800_002)["errorName"], "Conflict", "{other:?}");
    }
    assert_eq!(remaining(&server), 2);
    assert_eq!(server.get(&qualifications(NO_STATUS)).body, "[]");
}

#[test]
fn without_an_id_every_request_counts() {
    let server = Server::start();
    let ask = Ask::new("POST", &qualifications(ALLOWED)).json(GCC_BODY);
    assert_eq!((server.send(&ask).status, server.send(&ask).status, remaining(&server)), (201, 201, 1));
}

#[test]
fn one_id_at_the_same_time_is_one_request() {
    let server = Server::start();
    let answers = server.send_at_once(&vec![gcc(ALLOWED, 1); 50]);
    assert!(answers.iter().all(|answer| answer.status == 201 && answer.body == answers[0].body));
    assert_eq!(remaining(&server), 2);
}

#[test]
fn other_data_know_of_no_request() {
    let server = Server::start();
    assert_eq!(server.send(&gcc(ALLOWED, 1)).status, 201);
    assert_eq!(server.send(&Ask::new("DELETE", "/sandbox/data")).status, 204);
    assert_eq!(remaining(&server), 3);
    assert_eq!(server.send(&gcc(ALLOWED, 1)).status, 201);
    assert_eq!(remaining(&server), 2);
}

#[test]
fn the_ids_come_back_with_every_answer() {
    let server = Server::start();
    let statuses: Vec<_> = [
        Ask::new("GET", &validation_status(ALLOWED)),
        Ask::new("GET", &validation_status(NO_STATUS)),
        Ask::new("GET", "/v1/nothing"),
        Ask::new("DELETE", VALIDATIONS),
        Ask::new("GET", &qualification("7")),
        Ask::new("POST", &qualifications(ALLOWED)).json("{"),
        Ask::new("POST", &qualifications(ALLOWED)).body(b"x"),
        Ask::new("POST", &qualifications(ALLOWED)).json(&"x".repeat(70_000)),
        Ask::new("POST", &qualifications(ALLOWED)).json(GCC_BODY),
    ]
    .into_iter()
    .map(|ask| {
        let answer = server.send(&ask.ids(7));
        assert_eq!(answer.header("ms-requestid"), Some(&*request_id(7)), "{answer:?}");
        assert_eq!(answer.header("ms-correlationid"), Some("7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"), "{answer:?}");
        answer.status
    })
    .collect();
    assert_eq!(statuses, [200, 404, 404, 405, 400, 400, 415, 413, 201]);
    let without = server.get(&validation_status(ALLOWED));
    assert_eq!((without.header("ms-requestid"), without.header("ms-correlationid")), (None, None));
}

#[test]
fn an_id_is_a_guid() {
    let server = Server::start();
    for header in ["MS-RequestId", "MS-CorrelationId"] {
        for value in ["", "7", "{037db222-6d8e-4d7f-ba78-df3dca33fb68}", "é"] {
            let fault = server.send(&Ask::new("GET", VALIDATIONS).header(header, value)).fault(400, 800_002);
            assert!(fault["message"].as_str().unwrap().starts_with(&format!("The header {header} has to be a GUID")));
        }
        let nil = Ask::new("GET", VALIDATIONS).header(header, "00000000-0000-0000-0000-000000000000");
        let message = format!("The header {header} is the nil GUID: all zeros name nothing.");
        assert_eq!(server.send(&nil).fault(400, 800_002)["message"], message);
        server
            .send(&Ask::new("GET", VALIDATIONS).header(header, &request_id(1)).header(header, &request_id(1)))
            .fault(400, 800_002);
    }
}
