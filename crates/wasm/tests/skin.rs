//! The skin as JavaScript meets it, inside WebAssembly: numbers that decode to what the rules decide, and plain objects.

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
use partner_center_rules_wasm as skin;
use partner_center_rules_wasm::boundary::{NO_SEGMENT, NOT_KNOWN, OUTCOME_BITS, RECORD_SHIFT, RULE_BITS};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// The outcome and the rules of a code, read as the facade reads them.
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

/// Several texts as the facade joins them.
fn joined(texts: &[Option<&str>]) -> String {
    let kind = |text: &Option<&str>| text.map_or("-".to_owned(), |text| text.encode_utf16().count().to_string()) + ",";
    let kinds: String = texts.iter().map(kind).collect();
    let text: String = texts.iter().flatten().map(|text| format!("{text}\0")).collect();
    format!("{kinds}\0{text}")
}

#[wasm_bindgen_test]
fn every_purchase_decodes_to_what_the_rules_decide() {
    let statuses = AccountStatus::ALL.iter().map(|status| status.as_str()).chain(["Paused"]);
    for status in statuses.map(Some).chain([None]) {
        for (transaction, &kind) in Transaction::ALL.iter().enumerate() {
            for held in (0..32).map(Holdings::from_bits).chain([None]) {
                let bits = held.map_or(NOT_KNOWN, |held| held.to_bits().into());
                for (place, segment) in OfferSegment::ALL.iter().map(Some).chain([None]).enumerate() {
                    let place = if segment.is_none() { NO_SEGMENT } else { index(place) };
                    let (is_known, text) = (status.is_some(), status.unwrap_or_default());
                    let code = skin::purchase_eligibility(is_known, text, bits, place, index(transaction));
                    let purchase =
                        Purchase { status: status.map(Open::from), transaction: kind, held, segment: segment.copied() };
                    assert_eq!(decoded(code), expected(&partner_center_rules::purchase_eligibility(&purchase)));
                }
            }
        }
    }
}

#[wasm_bindgen_test]
fn every_settability_decodes_to_what_the_rules_decide() {
    for target in Qualification::ALL {
        for (mode, &kind) in Mode::ALL.iter().enumerate() {
            for held in (0..=u16::MAX).filter_map(Holdings::from_bits) {
                let code = skin::settability(target.as_str(), index(mode), held.to_bits().into());
                let answer = partner_center_rules::settability(*target, kind, Some(held));
                let (outcome, rules) = decoded(code);
                assert_eq!(
                    (outcome, rules.first().copied()),
                    (answer.decision.outcome(), answer.decision.rule_ids().next())
                );
            }
        }
    }
}

#[wasm_bindgen_test]
fn a_place_that_is_in_no_table_is_never_a_yes() {
    assert_eq!(skin::offer_eligibility(0, 99, 0), 0);
    assert_eq!(skin::purchase_eligibility(true, "Allowed", 0, 99, 0), 0);
    // Bits that are no holdings are not known, which is not the same as nothing.
    let decision = decoded(skin::offer_eligibility(0x1_0000, 0, 0));
    assert_eq!(decision, (Outcome::Undetermined, vec![RuleId::O13]));
}

#[wasm_bindgen_test]
fn what_is_held_is_read_from_pairs_of_texts() {
    let text = joined(&[Some("education"), Some("Approved"), Some("StateOwnedEntity"), None]);
    let entries = [
        HeldQualification::new(Qualification::Education).with_vetting_status(VettingStatus::Approved),
        HeldQualification::new(Qualification::StateOwnedEntity),
    ];
    assert_eq!(skin::holdings(&text), u32::from(entries.iter().collect::<Holdings>().to_bits()));
    let unreadable = Holdings::from_bits(u16::try_from(skin::holdings("!,-,\0")).unwrap()).unwrap();
    assert!(unreadable.is_unrecognised());
}

#[wasm_bindgen_test]
fn an_http_status_is_not_wrapped_or_cut() {
    let body = r#"{"status":"Allowed"}"#;
    for status in [65_736.0, 200.5, -200.0, f64::NAN, f64::INFINITY, 4_294_967_496.0, 0.0] {
        let (outcome, rules) = decoded(skin::eligibility_from_response(status, body, 0, NOT_KNOWN, NO_SEGMENT));
        assert_eq!((outcome, rules), (Outcome::Undetermined, vec![RuleId::R5]), "{status}");
    }
    assert_eq!(decoded(skin::eligibility_from_response(200.0, body, 0, NOT_KNOWN, NO_SEGMENT)).0, Outcome::Allowed);
}

#[wasm_bindgen_test]
fn rich_results_leave_as_json() {
    let read = |json: String| -> Value { serde_json::from_str(&json).unwrap() };

    let place = Operation::ALL.iter().position(|operation| *operation == Operation::ReadValidationStatus).unwrap();
    let answer = read(skin::read_answer(index(place), 200.0, r#"{"type":"account","status":"Allowed"}"#, ""));
    assert_eq!(answer, json!({ "ok": true, "value": { "status": "Allowed", "recognised": true } }));

    let id = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
    let customer = [None, None];
    let fields = [Some(id), Some("GovernmentCommunityCloud"), None, None, Some(" 0042")];
    let code = [Some("42"), None, None];
    let texts = [&fields[..], &customer, &code].concat();
    let text = joined(&texts);
    let form = read(skin::check_form(&text, 0, 0, 0, true).unwrap());
    let value = json!({
        "customerId": id,
        "mode": "asynchronous",
        "qualification": "GovernmentCommunityCloud",
        "validationCode": "0042",
    });
    assert_eq!(form.get("ok"), Some(&json!(true)));
    assert_eq!(form.get("value"), Some(&value));
}

#[wasm_bindgen_test]
fn a_place_that_is_no_operation_or_an_id_that_is_none_has_no_answer() {
    assert_eq!(skin::read_answer(99, 200.0, "[]", ""), "");
    let text = joined(&[Some("1"), Some("2"), None]);
    assert_eq!(skin::read_request(0, 0, &text), "");
}

#[wasm_bindgen_test]
fn a_form_that_is_accepted_as_it_is_has_nothing_to_be_said() {
    let id = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
    let check = |customer, qualification, segment, website, code| {
        skin::check_form(&joined(&[customer, qualification, segment, website, code, None]), 0, 0, 0, false)
    };
    let education = Some("Education");
    assert_eq!(check(Some(id), education, Some("K12"), None, None), None);
    assert_eq!(check(Some(id), education, Some("K12"), Some("https://example.edu"), Some("")), None);
    assert_eq!(check(Some(id), Some("GovernmentCommunityCloud"), Some(""), None, Some("042")), None);
    let upper = id.to_uppercase();
    let others = [
        check(Some(&upper), education, Some("K12"), None, None),
        check(Some(id), Some("education"), Some("K12"), None, None),
        check(Some(id), education, Some("k12"), None, None),
        check(Some(id), education, Some("K12"), Some("Example.edu"), None),
        check(Some(id), education, Some("K12"), Some(" "), None),
        check(Some(id), education, Some("K12"), None, Some(" ")),
        check(Some(id), Some("GovernmentCommunityCloud"), None, None, Some(" 42")),
        check(Some(id), education, Some("K12"), Some("http://192.0.2.1"), None),
        check(Some(id), education, None, None, None),
    ];
    assert!(others.iter().all(Option::is_some));
}

/// Before everything: a place, a line and a column.
const START: &[u32] = &[0, 1, 1];

/// What a piece of customers comes to, read as the facade reads it: outcomes and ends of the records, then the other numbers.
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
fn a_batch_goes_on_where_the_piece_before_ended() {
    let text = b"[{\"status\":\"Allowed\"},\n{\"status\":\"UnderReview\"},7\r\n,{]";
    let whole = skin::push_bulk(START, 0, NO_SEGMENT, &[], text, true);
    let (records, rest) = piece(&whole);
    assert_eq!(records, [(Outcome::Allowed, 21), (Outcome::Blocked, 47), (Outcome::Undetermined, 49)]);
    let fault = BulkErrorCode::ALL.iter().position(|fault| *fault == BulkErrorCode::NotJson).map(index).unwrap();
    assert_eq!(rest.get(4..), Some(&[fault + 1, 53, 3, 3][..]));
    for cut in 0..=text.len() {
        let (before, after) = text.split_at(cut);
        let first = skin::push_bulk(START, 0, NO_SEGMENT, &[], before, false);
        let (mut records, rest) = piece(&first);
        let &[place, line, column, left, fault, ..] = rest else { panic!("there is more") };
        let read = cut - usize::try_from(left).unwrap();
        if fault == 0 {
            let begun = before.get(read..).unwrap();
            let second = skin::push_bulk(&[place, line, column], 0, NO_SEGMENT, begun, after, true);
            let (others, rest) = piece(&second);
            records.extend(others.into_iter().map(|(outcome, end)| (outcome, end + index(read))));
            let [.., offset, line, column] = rest else { panic!("there is more") };
            assert_eq!((offset + index(read), *line, *column), (53, 3, 3), "{cut}");
        }
        assert_eq!(records, piece(&whole).0, "{cut}");
    }
}

#[wasm_bindgen_test]
fn a_batch_that_is_nowhere_or_asks_of_no_segment_has_no_answer() {
    assert!(skin::push_bulk(&[99, 1, 1], 0, NO_SEGMENT, &[], b"[]", true).is_empty());
    assert!(skin::push_bulk(&[256, 1, 1], 0, NO_SEGMENT, &[], b"[]", true).is_empty());
    assert!(skin::push_bulk(&[0], 0, NO_SEGMENT, &[], b"[]", true).is_empty());
    assert!(skin::push_bulk(START, 0, 99, &[], b"[]", true).is_empty());
}

#[wasm_bindgen_test]
fn the_name_of_a_wrapped_list_comes_in_units_of_utf_16() {
    let numbers = skin::push_bulk(START, 0, NO_SEGMENT, &[], "{\"a😀\":[{}]}".as_bytes(), true);
    assert_eq!(numbers.get(..5), Some(&[0x61, 0xd83d, 0xde00, 0, 3][..]));
    assert_eq!(piece(&numbers).1.get(5..), Some(&[9, 1, 7][..]));
}
