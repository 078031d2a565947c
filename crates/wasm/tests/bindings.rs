//! Calls the bindings inside WebAssembly with values of JavaScript: codes decode to the decisions of the rules, results are plain
//! objects.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed"
)]

use partner_center_rules::{
    AccountStatus, BulkErrorCode, Decision, HeldQualification, Holdings, Mode, OfferSegment, Open, Operation, Outcome,
    Purchase, Qualification, RuleId, Transaction, VettingStatus,
};
use partner_center_rules_wasm as bindings;
use partner_center_rules_wasm::boundary::{NO_SEGMENT, OUTCOME_BITS, RECORD_SHIFT, RULE_BITS};
use serde::Serialize as _;
use serde_json::{Value, json};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// Decodes the outcome and the rules of a code like the facade.
fn decoded(code: u32) -> (Outcome, Vec<RuleId>) {
    let mask = (1 << RULE_BITS) - 1;
    let places = (OUTCOME_BITS..u32::BITS).step_by(6).map(|shift| (code >> shift) & mask).filter(|place| *place > 0);
    let item = |place: u32| usize::try_from(place).unwrap().checked_sub(1).unwrap();
    let rules = places.map(|place| *RuleId::ALL.get(item(place)).unwrap()).collect();
    (*Outcome::ALL.get(item(code & 3)).unwrap(), rules)
}

fn expected(decision: &Decision) -> (Outcome, Vec<RuleId>) {
    (decision.outcome(), decision.rule_ids().collect())
}

fn index(number: usize) -> u32 {
    u32::try_from(number).unwrap()
}

/// Converts a value to the form in which the facade passes it.
fn passed<T: JsCast>(value: &Value) -> T {
    value.serialize(&Serializer::json_compatible().serialize_missing_as_null(false)).unwrap().unchecked_into()
}

/// Converts a result to a JSON value.
fn returned(result: JsValue) -> Value {
    serde_wasm_bindgen::from_value(result).unwrap()
}

/// Checks a form, given as the texts of its fields.
fn check_form(
    texts: [Option<&str>; 5],
    held: Option<Vec<bindings::HeldEntry>>,
    known: Option<bindings::KnownInput>,
) -> JsValue {
    let [customer_id, qualification, education_segment, website, validation_code] =
        texts.map(|text| text.map(str::to_owned));
    bindings::check_form(
        customer_id,
        qualification,
        education_segment,
        website,
        validation_code,
        0,
        None,
        false,
        0,
        held,
        known,
    )
}

/// Returns all kinds of holdings: none, an entry of each kind, and unknown holdings.
fn held() -> Vec<Option<Vec<HeldQualification>>> {
    let statuses = VettingStatus::ALL.iter().map(Some).chain([None]);
    let entry = |qualification: Qualification, status: Option<&VettingStatus>| HeldQualification {
        vetting_status: status.map(|status| (*status).into()),
        ..HeldQualification::new(qualification)
    };
    let entries =
        statuses.flat_map(|status| Qualification::ALL.iter().map(move |qualification| entry(*qualification, status)));
    let single = entries.map(|entry| Some(vec![entry]));
    single.chain([Some(Vec::new()), None]).collect()
}

fn entries(held: Option<&[HeldQualification]>) -> Option<Vec<bindings::HeldEntry>> {
    held.map(|entries| entries.iter().map(|entry| passed(&json!(entry))).collect())
}

#[wasm_bindgen_test]
fn every_purchase_decodes_to_its_decision() {
    let statuses: Vec<_> =
        AccountStatus::ALL.iter().map(|status| status.as_str()).chain(["Paused"]).map(Some).chain([None]).collect();
    for held in held() {
        let holdings = held.as_ref().map(|entries| entries.iter().collect::<Holdings>());
        for status in &statuses {
            for (transaction, &kind) in Transaction::ALL.iter().enumerate() {
                for (place, segment) in OfferSegment::ALL.iter().map(Some).chain([None]).enumerate() {
                    let place = if segment.is_none() { NO_SEGMENT } else { index(place) };
                    let text = status.map(str::to_owned);
                    let code =
                        bindings::purchase_eligibility(text, entries(held.as_deref()), place, index(transaction));
                    let purchase = Purchase {
                        status: status.map(Open::from),
                        transaction: kind,
                        held: holdings,
                        segment: segment.copied(),
                    };
                    assert_eq!(decoded(code), expected(&partner_center_rules::purchase_eligibility(&purchase)));
                }
            }
        }
    }
}

#[wasm_bindgen_test]
fn every_settability_decodes_to_its_decision() {
    for held in held() {
        let holdings = held.as_ref().map(|entries| entries.iter().collect::<Holdings>());
        for target in Qualification::ALL {
            for (mode, &kind) in Mode::ALL.iter().enumerate() {
                let code = bindings::settability(target.as_str(), index(mode), entries(held.as_deref()));
                let settability = partner_center_rules::settability(*target, kind, holdings);
                let (outcome, rules) = decoded(code);
                assert_eq!(
                    (outcome, rules.first().copied()),
                    (settability.decision.outcome(), settability.decision.rule_ids().next())
                );
            }
        }
    }
}

#[wasm_bindgen_test]
fn an_index_out_of_range_is_never_allowed() {
    assert_eq!(bindings::offer_eligibility(Some(Vec::new()), 99, 0), 0);
    assert_eq!(bindings::purchase_eligibility(Some("Allowed".to_owned()), Some(Vec::new()), 99, 0), 0);
}

#[wasm_bindgen_test]
fn an_entry_that_cannot_be_read_is_not_recognised() {
    for entry in [json!({}), json!({ "vettingStatus": "Approved" })] {
        let decision = decoded(bindings::offer_eligibility(Some(vec![passed(&entry)]), 0, 0));
        let mut unreadable = Holdings::default();
        unreadable.add_unrecognised();
        let segment = OfferSegment::Commercial;
        let transaction = Transaction::NewPurchase;
        assert_eq!(
            decision,
            expected(&partner_center_rules::offer_eligibility(Some(unreadable), segment, transaction))
        );
    }
}

#[wasm_bindgen_test]
fn an_http_status_is_not_wrapped_or_cut() {
    let body = r#"{"status":"Allowed"}"#;
    for status in [65_736.0, 200.5, -200.0, f64::NAN, f64::INFINITY, 4_294_967_496.0, 0.0] {
        let (outcome, rules) = decoded(bindings::eligibility_from_response(status, body, 0, None, NO_SEGMENT));
        assert_eq!((outcome, rules), (Outcome::Undetermined, vec![RuleId::R5]), "{status}");
    }
    assert_eq!(decoded(bindings::eligibility_from_response(200.0, body, 0, None, NO_SEGMENT)).0, Outcome::Allowed);
}

const ID: &str = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

#[wasm_bindgen_test]
fn structured_results_are_plain_objects() {
    let place = |operation| index(Operation::ALL.iter().position(|each| *each == operation).unwrap());
    let read = |operation, body| returned(bindings::read_response(place(operation), 200.0, body, ""));
    let status = read(Operation::ReadValidationStatus, r#"{"type":"account","status":"Allowed"}"#);
    assert_eq!(status, json!({ "ok": true, "value": { "status": "Allowed", "recognised": true } }));
    let qualification = read(Operation::ReadQualification, "\"Healthcare\"");
    assert_eq!(qualification, json!({ "ok": true, "value": { "qualification": "Healthcare", "recognised": false } }));

    let texts = [Some(ID), Some("GovernmentCommunityCloud"), None, None, Some(" 0042")];
    let known = json!({ "validationCodes": [{ "validationId": "42", "remainingCreates": 9.3e18 }] });
    let form = returned(check_form(texts, Some(Vec::new()), Some(passed(&known))));
    let value = json!({
        "customerId": ID,
        "mode": "asynchronous",
        "qualification": "GovernmentCommunityCloud",
        "validationCode": "0042",
    });
    assert_eq!(form.get("ok"), Some(&json!(true)));
    assert_eq!(form.get("value"), Some(&value));
}

#[wasm_bindgen_test]
fn results_have_no_messages() {
    let result = returned(check_form([Some("x"), None, None, None, None], None, None));
    let issue =
        json!({ "code": "customerIdInvalid", "path": ["customerId"], "params": { "input": "x" }, "severity": "error" });
    assert_eq!(result.pointer("/issues/0"), Some(&issue));
}

#[wasm_bindgen_test]
fn an_invalid_operation_or_id_has_no_result() {
    assert!(bindings::read_response(99, 200.0, "[]", "").is_null());
    let ids = json!({ "requestId": ID, "correlationId": ID, "cloud": 0 });
    assert!(bindings::read_request(0, "1", &passed(&ids)).is_null());
    let known = json!({ "customerId": "1" });
    assert!(bindings::field_plan(None, 0, None, Some(passed(&known))).is_null());
}

#[wasm_bindgen_test]
fn an_unchanged_form_has_no_issues_warnings_or_changes() {
    let check = |customer, qualification, segment, website, code| {
        check_form([customer, qualification, segment, website, code], Some(Vec::new()), None)
    };
    let education = Some("Education");
    let accepted = [
        check(Some(ID), education, Some("K12"), None, None),
        check(Some(ID), education, Some("K12"), Some("https://example.edu"), Some("")),
        check(Some(ID), Some("GovernmentCommunityCloud"), Some(""), None, Some("042")),
    ];
    assert!(accepted.iter().all(JsValue::is_undefined));
    let upper = ID.to_uppercase();
    let others = [
        check(Some(&upper), education, Some("K12"), None, None),
        check(Some(ID), Some("education"), Some("K12"), None, None),
        check(Some(ID), education, Some("k12"), None, None),
        check(Some(ID), education, Some("K12"), Some("Example.edu"), None),
        check(Some(ID), education, Some("K12"), Some(" "), None),
        check(Some(ID), education, Some("K12"), None, Some(" ")),
        check(Some(ID), Some("GovernmentCommunityCloud"), None, None, Some(" 42")),
        check(Some(ID), education, Some("K12"), Some("http://192.0.2.1"), None),
        check(Some(ID), education, None, None, None),
    ];
    assert!(others.iter().all(JsValue::is_object));
}

/// The start of a text: offset, line and column.
const START: &[u32] = &[0, 1, 1];

/// Decodes the result of a piece like the facade: outcomes and ends of the records, then the other numbers.
fn piece(numbers: &[u32]) -> (Vec<(Outcome, u32)>, &[u32]) {
    let (numbers, rest) = numbers.split_at(numbers.len() - 8);
    let (numbers, lengths) = numbers.split_at(numbers.len() - 2);
    let &[different, units] = lengths else { panic!("there are two") };
    let (numbers, _) = numbers.split_at(numbers.len() - usize::try_from(units).unwrap());
    let (records, decisions) = numbers.split_at(numbers.len() - 2 * usize::try_from(different).unwrap());
    let (codes, counts): (Vec<_>, Vec<_>) = decisions.chunks(2).map(|pair| (pair.first(), pair.last())).unzip();
    let place = |number: &u32| usize::try_from(number & ((1 << RECORD_SHIFT) - 1)).unwrap();
    for (at, count) in counts.iter().enumerate() {
        assert_eq!(index(records.iter().filter(|number| place(number) == at).count()), *count.unwrap());
    }
    let outcome = |number: &u32| {
        let code = codes.get(place(number)).unwrap().unwrap();
        *Outcome::ALL.get(usize::try_from(code & 3).unwrap() - 1).unwrap()
    };
    (records.iter().map(|number| (outcome(number), number >> RECORD_SHIFT)).collect(), rest)
}

#[wasm_bindgen_test]
fn reading_continues_where_the_piece_before_ended() {
    let text = b"[{\"status\":\"Allowed\"},\n{\"status\":\"UnderReview\"},7\r\n,{]";
    let whole = bindings::push_bulk(START, 0, NO_SEGMENT, &[], text, true);
    let (records, rest) = piece(&whole);
    assert_eq!(records, [(Outcome::Allowed, 21), (Outcome::Blocked, 47), (Outcome::Undetermined, 49)]);
    let fault = BulkErrorCode::ALL.iter().position(|fault| *fault == BulkErrorCode::NotJson).map(index).unwrap();
    assert_eq!(rest.get(4..), Some(&[fault + 1, 53, 3, 3][..]));
    for cut in 0..=text.len() {
        let (before, after) = text.split_at(cut);
        let first = bindings::push_bulk(START, 0, NO_SEGMENT, &[], before, false);
        let (mut records, rest) = piece(&first);
        let &[place, line, column, left, fault, ..] = rest else { panic!("there is more") };
        let read = cut - usize::try_from(left).unwrap();
        if fault == 0 {
            let begun = before.get(read..).unwrap();
            let second = bindings::push_bulk(&[place, line, column], 0, NO_SEGMENT, begun, after, true);
            let (others, rest) = piece(&second);
            records.extend(others.into_iter().map(|(outcome, end)| (outcome, end + index(read))));
            let [.., offset, line, column] = rest else { panic!("there is more") };
            assert_eq!((offset + index(read), *line, *column), (53, 3, 3), "{cut}");
        }
        assert_eq!(records, piece(&whole).0, "{cut}");
    }
}

#[wasm_bindgen_test]
fn an_invalid_state_or_segment_has_no_result() {
    assert!(bindings::push_bulk(&[99, 1, 1], 0, NO_SEGMENT, &[], b"[]", true).is_empty());
    assert!(bindings::push_bulk(&[256, 1, 1], 0, NO_SEGMENT, &[], b"[]", true).is_empty());
    assert!(bindings::push_bulk(&[0], 0, NO_SEGMENT, &[], b"[]", true).is_empty());
    assert!(bindings::push_bulk(START, 0, 99, &[], b"[]", true).is_empty());
}

#[wasm_bindgen_test]
fn the_name_of_a_wrapped_list_is_in_utf_16_code_units() {
    let numbers = bindings::push_bulk(START, 0, NO_SEGMENT, &[], "{\"a😀\":[{}]}".as_bytes(), true);
    assert_eq!(numbers.get(..5), Some(&[0x61, 0xd83d, 0xde00, 0, 3][..]));
    assert_eq!(piece(&numbers).1.get(5..), Some(&[9, 1, 7][..]));
}
