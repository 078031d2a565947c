//! JSON of the types: one of each kind.

#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use partner_center_rules::*;
use serde::Deserialize as _;
use serde::de::value::MapDeserializer;
use serde_json::{from_str, from_value, json, to_value};

const ID: &str = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

#[test]
fn a_decision_has_its_outcome_and_its_reasons() {
    let decision = account_eligibility(Some(&AccountStatus::NotAllowed.into()), Transaction::Renewal);
    let reason = json!({
        "code": "accountNotAllowed",
        "message": ReasonCode::AccountNotAllowed.message(),
        "rule": "A4",
        "source": [to_value(Source::Status).unwrap()],
    });
    assert_eq!(to_value(decision).unwrap(), json!({ "outcome": "blocked", "reasons": [reason] }));
}

#[test]
fn a_settability_is_a_decision_with_its_fields() {
    let settability = settability(Qualification::Education, Mode::Asynchronous, Some(Holdings::default()));
    let mut expected = to_value(settability.decision).unwrap();
    expected["required"] = json!(["educationSegment"]);
    expected["optional"] = json!(["website"]);
    assert_eq!(to_value(settability).unwrap(), expected);
}

#[test]
fn a_rule_and_its_pages_have_all_members() {
    for rule in RuleId::ALL.iter().map(|id| id.rule()) {
        let source: Vec<_> = rule.source.iter().map(|page| to_value(page).unwrap()).collect();
        let expected = json!({
            "id": rule.id, "statement": rule.statement, "outcome": rule.outcome, "code": rule.reason, "basis": rule.basis, "source": source,
        });
        assert_eq!(to_value(rule).unwrap(), expected);
    }
    for page in Source::ALL {
        let expected = json!({ "tag": page.as_str(), "title": page.title(), "url": page.url(), "date": page.date() });
        assert_eq!(to_value(page).unwrap(), expected);
    }
}

#[test]
fn an_entry_is_read_with_names_in_any_ascii_case_and_each_once() {
    let read = |entry: &str| from_str::<HeldQualification>(entry);
    let expected = HeldQualification::new("Education").with_vetting_status(VettingStatus::Denied);
    for entry in [
        r#"{"qualification":"Education","vettingStatus":"Denied"}"#,
        r#"{"QUALIFICATION":"education","VettingStatus":"denied","vettingreason":null,"x":[1]}"#,
        r#"{"qualif\u0049cation":"Education","VETTINGSTATUS":"Denied","vettingſtatus":1,"x":1,"x":2}"#,
    ] {
        assert_eq!(read(entry).unwrap(), expected, "{entry}");
    }
    let dated = read(r#"{"qualification":"Education","VETTINGCREATEDDATE":"2023-07-28","VettingREASON":"x"}"#).unwrap();
    assert_eq!(
        (dated.vetting_create_date.unwrap().as_str(), dated.vetting_reason.unwrap().as_str()),
        ("2023-07-28", "x")
    );
    for (entry, error) in [
        (r#"{"vettingStatus":"Denied"}"#, "missing field `qualification`"),
        (r#"{"qualification":"Education","Qualification":"Education"}"#, "duplicate field `qualification`"),
        (
            r#"{"qualification":"Education","vettingStatus":null,"VETTINGSTATUS":null}"#,
            "duplicate field `vettingStatus`",
        ),
        (r#"{"qualification":"Education","vettingReason":"x","VettingReason":"y"}"#, "duplicate field `vettingReason`"),
        (
            r#"{"qualification":"Education","vettingCreateDate":"x","VettingCreatedDate":"x"}"#,
            "duplicate field `vettingCreateDate`",
        ),
        (r#"["Education"]"#, "expected an entry of the qualifications of a customer"),
        (r#"{"qualification":null}"#, "invalid type"),
    ] {
        assert!(read(entry).unwrap_err().to_string().contains(error), "{entry}");
    }
}

#[test]
fn the_members_of_an_entry_have_names() {
    let numbered = MapDeserializer::<_, serde::de::value::Error>::new([(1_u8, "Education")].into_iter());
    let error = HeldQualification::deserialize(numbered).unwrap_err().to_string();
    assert_eq!(error, "invalid type: integer `1`, expected the name of a member");
}

#[test]
fn ids_are_read_like_texts_and_written_in_canonical_form() {
    let upper_case = json!(ID.to_uppercase());
    assert_eq!(to_value(from_value::<Guid>(upper_case.clone()).unwrap()).unwrap(), json!(ID));
    assert_eq!(to_value(from_value::<CustomerId>(upper_case).unwrap()).unwrap(), json!(ID));
    assert!(from_str::<Guid>("\"1\"").unwrap_err().to_string().contains("`1` is not a GUID"));
    assert!(from_str::<CustomerId>("\"1\"").unwrap_err().to_string().contains("`1` is not a customer id"));
    assert!(from_str::<CustomerId>("1").is_err());
}

#[test]
fn names_of_closed_lists_are_read_in_any_case_and_others_are_errors() {
    assert_eq!(from_str::<Mode>("\"SYNCHRONOUS\"").unwrap(), Mode::Synchronous);
    let error = from_str::<Mode>("\"batch\"").unwrap_err().to_string();
    assert!(error.contains("`batch` is not one of asynchronous, synchronous"), "{error}");
}

#[test]
fn texts_are_borrowed_unchanged() {
    assert_eq!(AsRef::<str>::as_ref(&Timestamp::from("now")), "now");
    assert_eq!(AsRef::<str>::as_ref(&"Example.edu".parse::<Website>().unwrap()), "example.edu");
    assert_eq!(AsRef::<str>::as_ref(&"0042".parse::<ValidationCode>().unwrap()), "0042");
}

#[test]
fn each_operation_has_its_page() {
    let pages: Vec<_> =
        Operation::ALL.iter().map(|operation| (operation.as_str(), operation.source().as_str())).collect();
    assert_eq!(
        pages,
        [
            ("readValidationStatus", "STATUS"),
            ("readQualification", "GETQ"),
            ("setQualification", "SYNC"),
            ("readQualifications", "GETQ"),
            ("createQualification", "ASYNC"),
            ("readValidationCodes", "CODES"),
        ]
    );
}

#[test]
fn refusals_and_undetermined_decisions_display_a_sentence() {
    let request_context = RequestContext {
        cloud: Cloud::default(),
        request_id: ID.parse().unwrap(),
        correlation_id: ID.parse().unwrap(),
    };
    let form = Form { customer_id: ID.into(), qualification: "StateOwnedEntity".into(), ..Form::default() };
    let accepted = check_form(&form, &Context::default()).unwrap();
    let open = Request::update(&accepted.value, &request_context).unwrap_err().to_string();
    assert!(open.starts_with("the rules leave it open whether the qualification can be set: "), "{open}");

    assert_eq!(Fault::read(0, "").to_string(), FaultCode::NoAnswer.message());
}
