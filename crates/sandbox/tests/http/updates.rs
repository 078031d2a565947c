//! The two endpoints that update.

use partner_center_rules::{Mode, Open, Qualification, VettingStatus, read_update};
use serde_json::{Value, json};

use crate::client::*;

const DENIED: &str = "\"Customer tagging denied.\"";

fn education() -> Value {
    json!({ "qualification": "Education", "educationSegment": "K12", "website": "https://www.example.edu" })
}

fn gcc(code: &str) -> Value {
    json!({ "qualification": "GovernmentCommunityCloud", "validationCode": code })
}

fn remaining(server: &Server, code: &str) -> Value {
    let codes = server.get(VALIDATIONS).json();
    let code = codes.as_array().unwrap().iter().find(|entry| entry["validationId"] == code);
    code.unwrap()["remainingCreates"].clone()
}

#[test]
fn a_post_begins_a_review() {
    let server = Server::start();
    let answer = server.post(&qualifications(ALLOWED), &education());
    assert_eq!(answer.status, 201);
    let created = answer.json();
    let date = created["vettingCreateDate"].as_str().unwrap();
    let shape = date.replace(|c: char| c.is_ascii_digit(), "0");
    assert_eq!(shape, "0000-00-00T00:00:00Z");
    let body = format!(r#"{{"qualification":"Education","vettingStatus":"InReview","vettingCreateDate":"{date}"}}"#);
    assert_eq!(answer.body, body);

    let entry = read_update(Mode::Asynchronous, 201, &answer.body).unwrap();
    assert_eq!(entry.qualification, Open::Known(Qualification::Education));
    assert_eq!(entry.vetting_status, Some(Open::Known(VettingStatus::InReview)));
    let listed = body.replace("vettingCreateDate", "vettingCreatedDate");
    assert_eq!(server.get(&qualifications(ALLOWED)).body, format!("[{listed}]"));
    assert_eq!(server.get(&qualification(ALLOWED)).body, "\"none\"");
}

#[test]
fn a_put_takes_effect_at_once() {
    let server = Server::start();
    let answer = server.put(&qualification(ALLOWED), &json!(1));
    assert_eq!((answer.status, &*answer.body), (200, "\"education\""));
    assert!(read_update(Mode::Synchronous, 200, &answer.body).is_ok());
    assert_eq!(server.get(&qualification(ALLOWED)).body, "\"education\"");
    assert_eq!(server.get(&qualifications(ALLOWED)).body, r#"[{"qualification":"Education"}]"#);
}

#[test]
fn a_validation_code_counts_down() {
    let server = Server::start();
    let path = format!("{}?code=2041187", qualification(ALLOWED));
    let answer = server.put(&path, &json!(3));
    assert_eq!((answer.status, &*answer.body), (200, "\"governmentcommunitycloud\""));
    assert_eq!(remaining(&server, "2041187"), 2);
    assert_eq!(server.post(&qualifications(NO_STATUS), &gcc(" 02041187")).status, 201);
    assert_eq!(remaining(&server, "2041187"), 1);
    assert_eq!(server.post(&qualifications(UNKNOWN), &gcc("2041322")).status, 201);
    assert_eq!(remaining(&server, "2041322"), Value::Null);
    assert_eq!(server.post(&qualifications(NOT_READY), &json!({ "qualification": "StateOwnedEntity" })).status, 201);
    assert_eq!(remaining(&server, "2041187"), 1);
}

#[test]
fn what_the_rules_block_is_refused_as_it_was_seen() {
    let server = Server::start();
    for (customer, qualification) in [
        (ALLOWED, json!({ "qualification": "None" })),
        (ALLOWED, json!({ "qualification": "Nonprofit" })),
        (ALLOWED, json!({ "qualification": "Healthcare" })),
        (EDUCATION, gcc("2041187")),
        (EDUCATION, education()),
        (GCC, education()),
        (GCC, gcc("2041187")),
    ] {
        let before = server.get(&qualifications(customer));
        let answer = server.post(&qualifications(customer), &qualification);
        assert_eq!((answer.status, &*answer.body), (403, DENIED), "{qualification}");
        assert_eq!(answer.header("content-type"), Some("application/json"));
        assert_eq!(server.get(&qualifications(customer)), before);
    }
    for integer in [0, 2, 4, 5, 255, 256, 4_294_967_295_u32] {
        let answer = server.put(&qualification(ALLOWED), &json!(integer));
        assert_eq!((answer.status, &*answer.body), (403, DENIED), "{integer}");
    }
    assert_eq!(remaining(&server, "2041187"), 3);
}

#[test]
fn what_is_wrong_in_a_field_is_said() {
    let server = Server::start();
    for (body, message) in [
        (json!({}), "Choose a qualification: Education, Government Community Cloud (GCC) or State-owned entity (SOE)."),
        (json!({ "qualification": 1 }), "The value of this field is not text."),
        (json!({ "qualification": "Education" }), "Choose an education segment: K-12 or Higher education."),
        (
            json!({ "qualification": "GovernmentCommunityCloud" }),
            "Enter the validation code. Government Community Cloud needs one.",
        ),
        (gcc("2041563"), "The validation code `2041563` is used up. Use another one."),
        (gcc("7"), "`7` is not one of your validation codes that can be used: 2041187 or 2041322."),
        (
            json!({ "qualification": "StateOwnedEntity", "website": "example.edu", "validationCode": "1" }),
            "A website goes only with Education through the asynchronous API. Leave it empty. \
             A validation code goes only with Government Community Cloud. Leave it empty.",
        ),
    ] {
        let fault = server.post(&qualifications(ALLOWED), &body).fault(400, 3_000);
        assert_eq!(fault["description"], message, "{body}");
        assert_eq!((&fault["message"], &fault["errorName"]), (&fault["description"], &json!("InvalidProperty")));
    }
    let put = |query: &str, integer: u32| server.put(&format!("{}{query}", qualification(ALLOWED)), &json!(integer));
    put("", 3).fault(400, 3_000);
    put("?code=", 3).fault(400, 3_000);
    put("?code=x", 3).fault(400, 3_000);
    put("?code=2041187", 1).fault(400, 3_000);
    put("?code=2041187&code=2041322", 3).fault(400, 800_002);
    assert_eq!(server.get(&qualifications(ALLOWED)).body, "[]");
    assert_eq!(remaining(&server, "2041187"), 3);
}

#[test]
fn a_description_is_no_longer_than_documented() {
    let codes: Vec<_> = (1_000_000_000_u32..1_000_000_300).map(|code| json!({ "validationId": code })).collect();
    let customer =
        json!({ "id": ALLOWED, "name": "x", "validationStatus": { "status": "Allowed" }, "qualifications": [] });
    let server = Server::with_json(&json!({ "customers": [customer], "validationCodes": codes }));
    let fault = server.post(&qualifications(ALLOWED), &gcc("7")).fault(400, 3_000);
    assert_eq!(fault["description"].as_str().unwrap().chars().count(), 1_024);
}

#[test]
fn what_a_field_needs_comes_before_what_the_customer_holds() {
    let server = Server::start();
    server.post(&qualifications(EDUCATION), &gcc("")).fault(400, 3_000);
}

#[test]
fn members_that_the_service_does_not_know_are_ignored() {
    let server = Server::start();
    let body =
        json!({ "qualification": "StateOwnedEntity", "customerId": EDUCATION, "x": [1], "validationCode": null });
    assert_eq!(server.post(&qualifications(ALLOWED), &body).status, 201);
    assert_eq!(server.get(&qualifications(EDUCATION)).json().as_array().unwrap().len(), 1);
}

#[test]
fn what_was_denied_can_be_submitted_again() {
    let server = Server::start();
    assert_eq!(server.post(&qualifications(EDUCATION_DENIED), &education()).status, 201);
    let listed = server.get(&qualifications(EDUCATION_DENIED)).json();
    assert_eq!(listed.as_array().unwrap().len(), 1, "{listed}");
    assert_eq!((&listed[0]["vettingStatus"], &listed[0]["vettingReason"]), (&json!("InReview"), &Value::Null));
}

#[test]
fn what_the_rules_leave_undetermined_is_for_the_data_to_say() {
    let update = json!({ "qualification": "StateOwnedEntity" });
    let server = Server::start();
    let answer = server.post(&qualifications(EDUCATION_IN_REVIEW), &update);
    assert_eq!(answer.status, 201);
    assert_eq!(server.get(&qualifications(EDUCATION_IN_REVIEW)).json().as_array().unwrap().len(), 2);

    let in_review = json!([{ "qualification": "Education", "vettingStatus": "InReview" }]);
    let customer = |id, qualifications| json!({ "id": id, "name": "x", "validationStatus": { "status": "Allowed" }, "qualifications": qualifications });
    let customers = [customer(EDUCATION_IN_REVIEW, in_review), customer(ALLOWED, json!([]))];
    let data = json!({ "undetermined": "refuse", "customers": customers, "validationCodes": [] });
    let server = Server::with_json(&data);
    let answer = server.post(&qualifications(EDUCATION_IN_REVIEW), &update);
    assert_eq!((answer.status, &*answer.body), (403, DENIED));
    assert_eq!(server.get(&qualifications(EDUCATION_IN_REVIEW)).json().as_array().unwrap().len(), 1);
    assert_eq!(server.post(&qualifications(ALLOWED), &update).status, 201);
}

#[test]
fn a_body_that_is_none_is_refused() {
    let server = Server::start();
    let post = |body: &[u8]| {
        let ask = Ask::new("POST", &qualifications(ALLOWED)).header("Content-Type", "application/json");
        server.send(&ask.body(body)).fault(400, 800_002)["message"].as_str().unwrap().to_owned()
    };
    for body in ["", "{", "[]", "\"Education\"", "{} x", "null", r#"{"qualification":"Education","qualification":"x"}"#]
    {
        let message = post(body.as_bytes());
        assert!(message.starts_with("The body has to be an object in JSON: "), "{body}: {message}");
    }
    assert_eq!(post(b"{\"qualification\":\"\xff\"}"), "The body is not UTF-8: byte 18, counted from 0, is wrong.");
    for body in ["", "1.0", "1e0", "-1", "\"1\"", "\"Education\"", "[1]", "4294967296", "1 1", "01", "null"] {
        let answer = server.send(&Ask::new("PUT", &qualification(ALLOWED)).json(body));
        let message = answer.fault(400, 800_002)["message"].as_str().unwrap().to_owned();
        assert!(
            message.starts_with("The body has to be the integer of a qualification in JSON: "),
            "{body}: {message}"
        );
    }
    assert_eq!(server.get(&qualifications(ALLOWED)).body, "[]");
}

#[test]
fn a_body_is_declared_to_be_json() {
    let server = Server::start();
    let body = education().to_string();
    for content_type in
        [None, Some("text/plain"), Some("application/x-www-form-urlencoded"), Some("application/json; charset=latin1")]
    {
        let ask = Ask::new("POST", &qualifications(ALLOWED)).body(body.as_bytes());
        let ask = content_type.map_or(ask.clone(), |content_type| ask.header("Content-Type", content_type));
        let fault = server.send(&ask).fault(415, 800_002);
        assert_eq!(fault["errorName"], "UnsupportedMediaType", "{content_type:?}");
    }
    let ask =
        Ask::new("PUT", &qualification(ALLOWED)).header("content-type", "application/json; charset=UTF-8").body(b"1");
    assert_eq!(server.send(&ask).status, 200);
}

/// 200 clients, one customer, one code with five creates left.
#[test]
fn five_creates_are_five_creates() {
    let customer =
        json!({ "id": ALLOWED, "name": "x", "validationStatus": { "status": "Allowed" }, "qualifications": [] });
    // With many codes a decision takes its time, so that others would come between if they could.
    let mut codes = vec![json!({ "validationId": "12345", "maxCreates": 5, "remainingCreates": 5 })];
    codes.extend((0..10_000).map(|code| json!({ "validationId": 20_000 + code, "organizationName": "x" })));
    let server = Server::with_json(&json!({ "customers": [customer], "validationCodes": codes }));
    let asks: Vec<_> = (0..200)
        .map(|number| Ask::new("POST", &qualifications(ALLOWED)).ids(number + 1).json(&gcc("12345").to_string()))
        .collect();
    let answers = server.send_at_once(&asks);
    let (accepted, refused): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.status == 201);
    assert_eq!((accepted.len(), refused.len()), (5, 195));
    for (number, answer) in (1..).zip(&answers) {
        assert_eq!(answer.header("ms-requestid"), Some(&*request_id(number)));
    }
    for answer in refused {
        let fault = answer.fault(400, 3_000);
        assert_eq!(fault["description"], "The validation code `12345` is used up. Use another one.");
    }
    assert_eq!(remaining(&server, "12345"), 0);
    assert_eq!(server.get(&qualifications(ALLOWED)).json().as_array().unwrap().len(), 1);
}
