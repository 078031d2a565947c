//! Single facts about bulk texts.

use partner_center_rules::*;

use crate::model::bulk::{Outcomes, decide_whole};
use crate::model::holdings;

pub(crate) const ACCOUNT: BulkOptions = BulkOptions { transaction: Transaction::NewPurchase, segment: None };
pub(crate) const COMMERCIAL: BulkOptions = BulkOptions { segment: Some(OfferSegment::Commercial), ..ACCOUNT };

/// Returns the rules that the decisions name, and the result.
pub(crate) fn rules(text: impl AsRef<[u8]>, options: &BulkOptions) -> (Vec<RuleId>, Result<(), BulkError>) {
    let Outcomes { decisions, end, .. } = decide_whole(text.as_ref(), options);
    (decisions.iter().flat_map(Decision::rule_ids).collect(), end)
}

#[test]
fn every_combination_is_decided_as_by_the_typed_call() {
    let statuses: Vec<_> =
        AccountStatus::ALL.iter().map(|status| Some(status.as_str())).chain([Some("Paused"), None]).collect();
    let recognised: Vec<_> = (0..16).flat_map(|active| (0..16).map(move |pending| holdings(active, pending))).collect();
    let unrecognised = recognised.iter().map(|held| {
        let mut held = *held;
        held.add_unrecognised();
        held
    });
    let held: Vec<_> = recognised.iter().copied().chain(unrecognised).map(Some).chain([None]).collect();
    let customers: Vec<_> = statuses.iter().flat_map(|status| held.iter().map(move |held| (*status, *held))).collect();
    let text: String = customers.iter().map(|(status, held)| record(*status, *held)).collect();
    assert_eq!(customers.len(), 8 * (16 * 16 * 2 + 1));
    for &transaction in Transaction::ALL {
        for segment in OfferSegment::ALL.iter().copied().map(Some).chain([None]) {
            let Outcomes { decisions, end, .. } = decide_whole(text.as_bytes(), &BulkOptions { transaction, segment });
            assert_eq!((decisions.len(), end), (customers.len(), Ok(())));
            for (&(status, held), decision) in customers.iter().zip(decisions) {
                let purchase = Purchase { status: status.map(Open::from), transaction, held, segment };
                assert_eq!(decision, purchase_eligibility(&purchase), "{purchase:?}");
            }
        }
    }
}

/// Returns a line about a customer.
fn record(status: Option<&str>, held: Option<Holdings>) -> String {
    let entry = |qualification: &str, status: &str| {
        format!(r#"{{"qualification":"{qualification}","vettingStatus":"{status}"}}"#)
    };
    let entries = |held: Holdings| {
        let all = Qualification::ALL.iter();
        let active = all.clone().filter(|one| held.is_active(**one)).map(|one| entry(one.as_str(), "Approved"));
        let pending = all.filter(|one| held.is_pending(**one)).map(|one| entry(one.as_str(), "InReview"));
        let unrecognised = held.is_unrecognised().then(|| entry("Healthcare", "Approved"));
        active.chain(pending).chain(unrecognised).collect::<Vec<_>>().join(",")
    };
    let status = status.map(|status| format!(r#""status":"{status}""#));
    let held = held.map(|held| format!(r#""qualifications":[{}]"#, entries(held)));
    format!("{{{}}}\n", status.into_iter().chain(held).collect::<Vec<_>>().join(","))
}

#[test]
fn a_text_without_records_has_no_outcomes() {
    for text in ["", " ", "\n\n", "\u{feff}", "\u{feff} \r\n", "[]", " [ ] \n", "\u{feff}[]"] {
        assert_eq!(rules(text, &ACCOUNT), (Vec::new(), Ok(())), "{text:?}");
    }
}

#[test]
fn the_end_of_a_record_is_seen_at_once_whatever_its_strings_have() {
    for inner in ["{", "[", "}", "\\\"{", "\\\\"] {
        let mut decided = 0;
        let mut reader = BulkReader::new(&ACCOUNT);
        for piece in ["{}\n{\"a\":\"", inner, "\"}\n"] {
            reader.push(piece.as_bytes(), |_, _| decided += 1).unwrap();
        }
        assert_eq!(decided, 2, "{inner}");
    }
}

#[test]
fn a_record_that_cannot_be_read_is_undetermined_and_the_next_is_read() {
    use RuleId::{A1, A8, A9, O1, O12, O13};
    for record in [
        "7",
        "null",
        "true",
        "\"Allowed\"",
        "[]",
        "[{\"status\":\"Allowed\"}]",
        "{}",
        r#"{"status":null}"#,
        r#"{"state":"Allowed"}"#,
        r#"{"Status":"Allowed","status":"Allowed"}"#,
    ] {
        assert_eq!(
            rules(format!(r#"[{record},{{"status":"Allowed"}}]"#), &ACCOUNT),
            (vec![A9, A1], Ok(())),
            "{record}"
        );
    }
    for status in ["7", "true", "[\"Allowed\"]", "{}", "\"\"", "\"Allowed \"", "\"\\u0000Allowed\"", "\"Ａllowed\""] {
        assert_eq!(rules(format!(r#"[{{"status":{status}}}]"#), &ACCOUNT), (vec![A8], Ok(())), "{status}");
    }
    for (held, rule) in [
        ("null", O13),
        ("[]", O1),
        ("7", O12),
        ("{}", O12),
        ("\"Education\"", O12),
        ("[7]", O12),
        ("[{}]", O12),
        (r#"[{"qualification":null}]"#, O12),
        (r#"[{"qualification":"None","vettingStatus":[]}]"#, O12),
        (r#"[{"qualification":"None","Qualification":"None"}]"#, O12),
        (r#"[{"qualification":"None","vettingStatus":null,"VettingStatus":null}]"#, O12),
        (r#"[{"QUALIFICATION":"None","qualification":"None"}]"#, O12),
        (r#"[{"Qualification":"Education","VettingStatus":"Denied","vettingReason":1,"vettingReason":2}]"#, O1),
        (r#"[{"QUALIFICATION":"Education","vettingstatus":"Denied"}]"#, O1),
    ] {
        let text = format!(r#"{{"status":"NoAccountStatus","qualifications":{held}}}"#);
        let expected = if rule == O1 { vec![RuleId::A7, O1] } else { vec![rule] };
        assert_eq!(rules(text, &COMMERCIAL), (expected, Ok(())), "{held}");
    }
    // A name that is asked for occurs twice.
    let twice = r#"{"status":"NotAllowed","x":1,"x":2,"qualifications":[],"qualifications":[]}"#;
    assert_eq!(rules(twice, &COMMERCIAL), (vec![A9, O13], Ok(())));
    assert_eq!(rules(twice, &ACCOUNT), (vec![RuleId::A4], Ok(())));
    assert_eq!(rules(r#"{"status":"Allowed","\u0073tatus":"Allowed"}"#, &ACCOUNT), (vec![A9], Ok(())));
}

#[test]
fn what_is_not_utf_8_is_passed_over() {
    let text = b"{\"name\":\"M\xfcller\",\"\xff\":1,\"status\":\"Allowed\"}\n{\"status\":\"Allowed\xff\"}";
    assert_eq!(rules(text, &ACCOUNT), (vec![RuleId::A1, RuleId::A8], Ok(())));
}

#[test]
fn a_record_is_decided_as_soon_as_its_end_is_there() {
    let mut reader = BulkReader::new(&ACCOUNT);
    let mut count = 0;
    let mut after = |piece: &[u8]| {
        reader.push(piece, |_, _| count += 1).unwrap();
        count
    };
    assert_eq!(after(b"[{\"status\":\"All"), 0);
    assert_eq!(after(b"owed\",\"x\":\"}\\"), 0);
    assert_eq!(after(b"\"]\"}"), 1);
    assert_eq!(after(b",1"), 1);
    assert_eq!(after(b"2,{}"), 3);
    assert_eq!(after(b"]"), 3);
}

#[test]
fn purchases_of_a_slice_are_decided_one_by_one() {
    let purchases = [
        Purchase { status: Some(AccountStatus::UnderReview.into()), ..Purchase::default() },
        Purchase {
            status: Some(AccountStatus::UnderReview.into()),
            transaction: Transaction::Renewal,
            ..Purchase::default()
        },
        Purchase { status: Some("Paused".into()), ..Purchase::default() },
    ];
    assert_eq!(purchase_eligibilities(&purchases), [Outcome::Blocked, Outcome::Allowed, Outcome::Undetermined]);
    assert_eq!(purchase_eligibilities(&[]), []);
}

#[test]
fn a_record_in_pieces_is_decided_with_the_byte_that_ends_it() {
    for (begun, end) in [
        (r#"[{"a":"}\""#, "\"}"),
        (r#"[{"a":[1,{}]"#, "}"),
        ("[7", ","),
        ("[7", "]"),
        ("[-1.5", "\n"),
        ("{\"a\":1", "}"),
    ] {
        let mut reader = BulkReader::new(&ACCOUNT);
        let mut ends = Vec::new();
        reader.push(begun.as_bytes(), |_, end| ends.push(end)).unwrap();
        assert!(ends.is_empty(), "{begun}");
        reader.push(end.as_bytes(), |_, end| ends.push(end)).unwrap();
        assert_eq!(ends.len(), 1, "{begun} and {end}");
    }
}
