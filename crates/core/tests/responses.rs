//! Properties of the readers of responses: nothing is lost or invented, and written values are read back.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed"
)]

use partner_center_rules::*;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Returns the members that a fault has as fields, each with its text.
fn named(fault: &Fault) -> [(&'static str, Option<&str>); 6] {
    [
        ("code", fault.code.as_deref()),
        ("errorName", fault.error_name.as_deref()),
        ("message", fault.message.as_deref()),
        ("description", fault.description.as_deref()),
        ("errorMessageExtended", fault.error_message_extended.as_deref()),
        ("source", fault.source.as_deref()),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec![
            "600074",
            "60003",
            "20002",
            "800073",
            "AccountStatusNotFound",
            "Allowed",
            "Education"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..3).prop_map(|members| json!(members)),
        ]
    })
}

/// Generates any HTTP status, most of the time one with a special meaning.
fn http_status() -> impl Strategy<Value = u16> {
    prop_oneof![3 => prop::sample::select(vec![0, 200, 201, 400, 401, 403, 404, 408, 409, 429, 500, 599]), 1 => any::<u16>()]
}

/// Generates the members of a fault, and others.
fn object() -> impl Strategy<Value = Vec<(String, Value)>> {
    let known = [
        "code",
        "errorName",
        "message",
        "description",
        "errorMessageExtended",
        "source",
        "isRetryable",
        "data",
        "status",
    ];
    let name = prop_oneof![3 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::btree_map(name, value(), 0..6)
        .prop_map(|members| members.into_iter().collect::<Vec<_>>())
        .prop_shuffle()
}

/// Writes an object, with its members in order.
fn written(members: &[(String, Value)], space: &str) -> String {
    let members: Vec<_> =
        members.iter().map(|(name, value)| format!("{space}{}{space}:{space}{value}", json!(name))).collect();
    format!("{space}{{{}{space}}}{space}", members.join(","))
}

fn held() -> impl Strategy<Value = HeldQualification> {
    let qualification = prop_oneof![
        prop::sample::select(Qualification::ALL.to_vec()).prop_map(Open::Known),
        "[A-Z]\\PC{0,8}".prop_map(|text| Open::from(&*text)),
    ];
    let status = prop_oneof![
        prop::sample::select(VettingStatus::ALL.to_vec()).prop_map(Open::Known),
        any::<String>().prop_map(|text| Open::from(&*text)),
    ];
    let entry = (qualification, prop::option::of(status), any::<Option<String>>(), any::<Option<String>>());
    entry.prop_map(|(qualification, vetting_status, vetting_reason, date)| HeldQualification {
        vetting_status,
        vetting_reason,
        // An empty time is read as absent.
        vetting_create_date: date.filter(|text| !text.trim().is_empty()).map(Timestamp::from),
        ..HeldQualification::new(qualification)
    })
}

fn code() -> impl Strategy<Value = PartnerValidationCode> {
    let texts = (any::<Option<String>>(), any::<Option<String>>(), any::<Option<String>>());
    (1..=ValidationCode::MAX, any::<Option<i64>>(), any::<Option<i64>>(), texts).prop_map(
        |(code, max_creates, remaining_creates, (partner_id, organization_name, e_tag))| PartnerValidationCode {
            partner_id,
            organization_name,
            max_creates,
            remaining_creates,
            e_tag,
            ..PartnerValidationCode::new(code.to_string().parse().unwrap())
        },
    )
}

#[test]
fn a_code_has_its_documented_meaning_only_with_the_statuses_it_comes_with() {
    const REFUSED: &[u16] = &[400, 403, 409];
    const NOT_AUTHENTICATED: &[u16] = &[400, 401, 403, 409];
    let documented: [(&[&str], &[u16], IssueCode); 19] = [
        (&["600074"], &[404], IssueCode::Rule(ReasonCode::NoAccountStatus)),
        (&["60003"], &[404], IssueCode::Fault(FaultCode::CustomerNotFound)),
        (&["20002"], &[403], IssueCode::Fault(FaultCode::NoRelationship)),
        (&["800073", "800074"], &[403], IssueCode::Rule(ReasonCode::AccountUnderReview)),
        (&["800075"], &[403], IssueCode::Rule(ReasonCode::AccountNotAllowed)),
        (&["900416"], REFUSED, IssueCode::Rule(ReasonCode::AccountLocked)),
        (&["800086"], REFUSED, IssueCode::Rule(ReasonCode::QualificationMissing)),
        (&["13605"], REFUSED, IssueCode::Rule(ReasonCode::CustomerAgreementMissing)),
        (&["800066", "800067", "800088", "800089", "2002"], REFUSED, IssueCode::Rule(ReasonCode::LimitExceeded)),
        (&["2085", "2091", "800020", "800028", "800070"], REFUSED, IssueCode::Rule(ReasonCode::OfferNotAvailable)),
        (&["800023", "800025", "900121"], REFUSED, IssueCode::Rule(ReasonCode::CreditInsufficient)),
        (&["800069"], REFUSED, IssueCode::Rule(ReasonCode::RiskCheckFailed)),
        (&["800022", "800024", "800026", "800062"], REFUSED, IssueCode::Rule(ReasonCode::NotEligible)),
        (&["900123", "900124", "2006", "2030", "800039"], REFUSED, IssueCode::Rule(ReasonCode::PartnerMayNotSell)),
        (&["900329"], NOT_AUTHENTICATED, IssueCode::Fault(FaultCode::UserRequired)),
        (&["900308", "900150"], NOT_AUTHENTICATED, IssueCode::Fault(FaultCode::RoleMissing)),
        (&["900309"], NOT_AUTHENTICATED, IssueCode::Fault(FaultCode::ConditionalAccessBlocked)),
        (&["900420"], NOT_AUTHENTICATED, IssueCode::Fault(FaultCode::TokenAudienceRetired)),
        (&["1002", "10001", "600006", "2032"], REFUSED, IssueCode::Fault(FaultCode::NotPermitted)),
    ];
    for (codes, statuses, expected) in documented {
        for (code, http_status) in
            codes.iter().flat_map(|code| [400, 401, 403, 404, 409, 500].map(|status| (code, status)))
        {
            let otherwise = Fault::read(http_status, "{}").issue.code;
            let expected = if statuses.contains(&http_status) { expected } else { otherwise };
            let fault = Fault::read(http_status, &format!("{{\"code\":{code}}}"));
            assert_eq!(fault.issue.code, expected, "{code} with {http_status}");
        }
    }
}

proptest! {
    #[test]
    fn a_fault_keeps_all_members_and_invents_none(http_status in http_status(), members in object(), space in "[ \t\r\n]{0,2}") {
        let fault = Fault::read(http_status, &written(&members, &space));
        let mut kept = Vec::new();
        for (name, value) in &members {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            match named(&fault).iter().find(|(own, _)| own == name) {
                Some((_, found)) => prop_assert_eq!(*found, (!value.is_null()).then_some(&*text)),
                None if name == "isRetryable" => {}
                None => kept.push((name.clone(), value.clone())),
            }
        }
        let other: Vec<_> = fault.other.iter().map(|other| (other.name.clone(), serde_json::from_str(&other.json).unwrap())).collect();
        prop_assert_eq!(other, kept);
        let found = named(&fault).iter().filter(|(_, text)| text.is_some()).count();
        let given = members.iter().filter(|(name, value)| !value.is_null() && named(&fault).iter().any(|(own, _)| own == name)).count();
        prop_assert_eq!(found, given);
        prop_assert_eq!((fault.http_status, fault.text.is_none()), (http_status, true));
    }

    #[test]
    fn text_that_serde_json_refuses_is_not_read(text in "([\\[\\]{}\",: 0-9.eE+-]|null|true|\\\\u[0-9a-f]{3,4}|\"[ab]?\"){0,8}") {
        let body = format!("{{\"x\":{text}}}");
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(&body).is_ok();
        prop_assert_eq!(!Fault::read(400, &body).other.is_empty(), is_json);
        let body = format!("[{text}]");
        if serde_json::from_str::<serde::de::IgnoredAny>(&body).is_err() {
            prop_assert!(read_qualifications(200, &body).is_err() && read_validation_codes(200, &body).is_err());
        }
    }

    #[test]
    fn a_fault_is_retryable_by_its_member_or_its_status(http_status in 1..=u16::MAX, stated in any::<Option<bool>>()) {
        let body = stated.map_or_else(String::new, |stated| json!({ "isRetryable": stated }).to_string());
        let usually = matches!(http_status, 408 | 429 | 500..=599);
        prop_assert_eq!(Fault::read(http_status, &body).is_retryable, stated.unwrap_or(usually));
    }

    #[test]
    fn the_origin_of_a_fault_matches_its_field_and_rule(http_status in http_status(), members in object()) {
        let fault = Fault::read(http_status, &written(&members, ""));
        let Issue { code, field, params, severity } = &fault.issue;
        let is_rule = matches!(code, IssueCode::Rule(_));
        prop_assert_eq!(is_rule, params.rule.is_some());
        prop_assert_eq!(*severity == Severity::Warning, params.rule == Some(RuleId::A7));
        if is_rule {
            prop_assert!(matches!(http_status, 403 | 404) && fault.origin == FaultOrigin::Customer);
        }
        if field.is_some() {
            prop_assert!(matches!(code, IssueCode::Fault(FaultCode::CustomerNotFound | FaultCode::NoRelationship)));
        }
        let status = if http_status == 0 { String::new() } else { format!("the service answered with HTTP status {http_status}: ") };
        prop_assert_eq!(fault.to_string(), format!("{status}{}", fault.issue.message()));
    }

    #[test]
    fn white_space_and_the_order_of_members_change_nothing(members in object(), space in "[ \t\r\n]{0,3}") {
        let mut reversed = members.clone();
        reversed.reverse();
        let [mut one, mut two] = [&members, &reversed].map(|members| Fault::read(404, &written(members, "")));
        prop_assert_eq!(&one, &Fault::read(404, &written(&members, &space)));
        let by_name = |left: &OtherMember, right: &OtherMember| left.name.cmp(&right.name);
        one.other.sort_by(by_name);
        two.other.sort_by(by_name);
        prop_assert_eq!(one, two);
    }

    #[test]
    fn written_entries_are_read_back(entries in prop::collection::vec(held(), 0..5)) {
        let body = json!(entries).to_string();
        prop_assert_eq!(read_qualifications(200, &body), Ok(entries.clone()));
        for entry in &entries {
            prop_assert_eq!(read_update(Mode::Asynchronous, 201, &json!(entry).to_string()), Ok(entry.clone()));
        }
    }

    #[test]
    fn written_codes_are_read_back(codes in prop::collection::vec(code(), 0..5)) {
        prop_assert_eq!(read_validation_codes(200, &json!(codes).to_string()), Ok(codes.clone()));
        let mut with_numbers = json!(codes);
        for code in with_numbers.as_array_mut().unwrap() {
            code["validationId"] = code["validationId"].as_str().unwrap().parse::<u32>().unwrap().into();
        }
        prop_assert_eq!(read_validation_codes(200, &with_numbers.to_string()), Ok(codes));
    }

    #[test]
    fn each_reader_accepts_its_documented_status(http_status in http_status()) {
        let is_read = [
            (read_validation_status(http_status, r#"{"status":"Allowed"}"#).is_ok(), http_status == 200),
            (read_validation_status(http_status, r#"{"code":600074}"#).is_ok(), http_status == 404),
            (read_qualification(http_status, "\"education\"").is_ok(), http_status == 200),
            (read_qualifications(http_status, "[]").is_ok(), http_status == 200),
            (read_update(Mode::Synchronous, http_status, "\"education\"").is_ok(), http_status == 200),
            (read_update(Mode::Asynchronous, http_status, r#"{"qualification":"x"}"#).is_ok(), matches!(http_status, 200 | 201)),
            (read_validation_codes(http_status, "[]").is_ok(), http_status == 200),
        ];
        prop_assert!(is_read.iter().all(|(is, should)| is == should), "{http_status}: {is_read:?}");
    }

    #[test]
    fn a_time_keeps_its_text(text in any::<String>()) {
        let time = Timestamp::from(&*text);
        prop_assert_eq!(time.as_str(), &text);
        prop_assert_eq!(time.to_string(), text);
    }
}
