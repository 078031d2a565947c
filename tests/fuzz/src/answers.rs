//! Answers of the service. The first byte stands for the HTTP status, the rest is the body.

use partner_center_rules::*;

use crate::json::{Json, Kind, Members};
use crate::predictions;

/// The HTTP statuses by what the first byte of an input has in its lowest bits: `@` stands for 200, `A` for 201, and so on.
pub const STATUSES: [u16; 16] = [200, 201, 404, 403, 401, 400, 408, 409, 412, 429, 500, 503, 0, 204, 302, u16::MAX];

/// Gives HTTP status and body of an input to what looks at them.
fn split(data: &[u8], look: impl FnOnce(u16, &str)) {
    let Some((&first, body)) = data.split_first() else { return };
    look(STATUSES[usize::from(first) % STATUSES.len()], &String::from_utf8_lossy(body));
}

/// The account validation status, and what it decides. The highest bits of the first byte are what is asked.
pub fn validation_status(data: &[u8]) {
    let asked = data.first().map_or(0, |first| first >> 4);
    split(data, |http_status, body| {
        let expected = match http_status {
            200 => status_of(body),
            404 if says_no_account_status(body) => Some(ValidationStatus {
                status: AccountStatus::NoAccountStatus.into(),
                last_update_date_time: None,
                other: vec![],
            }),
            _ => None,
        };
        let actual = read_validation_status(http_status, body);
        assert_eq!(actual.as_ref().ok(), expected.as_ref());
        if let Err(fault) = actual {
            hold_for_a_fault(&fault, http_status, body);
        }
        let [transaction, segment] = [asked % 6, asked % 4].map(usize::from);
        let (transaction, segment) = (Transaction::ALL[transaction], OfferSegment::ALL[segment]);
        let decision = eligibility_from_response(http_status, body, transaction);
        let outcome = expected.as_ref().map_or(Outcome::Undetermined, |read| outcome(&read.status, transaction));
        assert_eq!(decision.outcome(), outcome, "{transaction}");
        assert_eq!(decision.rules().count(), 1);
        // Two allow together, and none alone.
        let held = (asked < 8).then(Holdings::default);
        let both = purchase_eligibility_from_response(http_status, body, transaction, held, segment);
        assert_eq!(
            both.is_allowed(),
            decision.is_allowed() && offer_eligibility(held, segment, transaction).is_allowed()
        );
    });
}

/// What is decided for a status by the tables of the documentation.
fn outcome(status: &Open<AccountStatus>, transaction: Transaction) -> Outcome {
    let goes_on_in_review =
        matches!(transaction, Transaction::Renewal | Transaction::SeatReduction | Transaction::Cancellation);
    match status.as_str() {
        "Allowed" | "NoAccountStatus" => Outcome::Allowed,
        "UnderReview" if goes_on_in_review => Outcome::Allowed,
        "UnderReview" | "NotAllowed" | "Unknown" => Outcome::Blocked,
        _ => Outcome::Undetermined,
    }
}

fn status_of(body: &str) -> Option<ValidationStatus> {
    const NAMES: [&[&str]; 3] = [&["type"], &["status"], &["lastUpdateDateTime"]];
    const STATUSES: [&[&str]; 5] =
        [&["Allowed"], &["UnderReview"], &["NotAllowed"], &["Unknown"], &["Not Ready", "NotReady"]];
    let members = object(body)?;
    let [kind, status, last_update] = members.named(NAMES)?;
    if kind.is_some_and(|kind| kind.text().is_none_or(|kind| !kind.eq_ignore_ascii_case("account"))) {
        return None;
    }
    let status = status?.text().filter(|status| !status.eq_ignore_ascii_case("NoAccountStatus"))?;
    let canonical = predictions::name(&status, &STATUSES);
    let status = match canonical {
        Some(canonical) => Open::Known(canonical.parse().expect("a status")),
        None => Open::Unrecognised(status),
    };
    let last_update_date_time = last_update.and_then(time);
    Some(ValidationStatus { status, last_update_date_time, other: others(&members, NAMES) })
}

/// The documented pair: 404 with this code, or without any code with this name.
fn says_no_account_status(body: &str) -> bool {
    let Some([code, name]) = fault_texts(body).map(|[code, name, ..]| [code, name]) else { return false };
    match code {
        Some(code) => code == "600074",
        None => name.is_some_and(|name| name.eq_ignore_ascii_case("AccountStatusNotFound")),
    }
}

/// A qualification, from the synchronous interface.
pub fn qualification(data: &[u8]) {
    split(data, |http_status, body| {
        let text = Json::read(body).and_then(Json::text);
        let expected =
            text.filter(|text| http_status == 200 && !["", "Customer tagging denied."].contains(&text.as_str()));
        let actual = read_qualification(http_status, body);
        assert_eq!(
            actual.as_ref().ok().map(Open::<Qualification>::as_str),
            expected.as_deref().map(canonical_qualification)
        );
        let update = read_update(Mode::Synchronous, http_status, body);
        assert_eq!(update.as_ref().map(|entry| &entry.qualification), actual.as_ref());
        if let Err(fault) = actual {
            hold_for_a_fault(&fault, http_status, body);
        }
    });
}

fn canonical_qualification(text: &str) -> &str {
    let names = ["None", "Education", "Nonprofit", "GovernmentCommunityCloud", "StateOwnedEntity"];
    names.into_iter().find(|name| name.eq_ignore_ascii_case(text)).unwrap_or(text)
}

/// What a customer holds, and what that decides.
pub fn qualifications(data: &[u8]) {
    split(data, |http_status, body| {
        let expected = (http_status == 200).then(|| entries(body)).flatten();
        let actual = read_qualifications(http_status, body);
        assert_eq!(actual.as_ref().ok(), expected.as_ref());
        match &actual {
            Err(fault) => hold_for_a_fault(fault, http_status, body),
            Ok(entries) => {
                let again = serde_json::to_string(&entries).expect("JSON");
                let mut without_others = entries.clone();
                without_others.iter_mut().for_each(|entry| entry.other.clear());
                assert_eq!(serde_json::from_str::<Vec<HeldQualification>>(&again).expect("entries"), without_others);
                hold_for_holdings(entries.iter().collect(), body);
            }
        }
    });
}

/// The entries of an answer: an array, an object with the array in `qualifications`, or one entry.
fn entries(body: &str) -> Option<Vec<HeldQualification>> {
    if let Some(items) = array(body) {
        return items.iter().map(held).collect();
    }
    let members = object(body)?;
    match members.named([&["qualifications"], &["qualification", "Qualification"]])? {
        [None, _] => Some(vec![held(&Json::read(body)?)?]),
        [Some(list), None] => match list.kind() {
            Kind::Array(items) => items.iter().map(held).collect(),
            _ => None,
        },
        [Some(_), Some(_)] => None,
    }
}

/// A time, which is none where it is empty.
fn time(value: Json<'_>) -> Option<Timestamp> {
    value.kept().filter(|text| text.chars().any(|character| !character.is_whitespace())).map(Timestamp::from)
}

/// A list of customers reads the same holdings.
fn hold_for_holdings(held: Holdings, body: &str) {
    if array(body).is_none() {
        return;
    }
    let record = format!("{{\"status\":\"Allowed\",\"qualifications\":{}}}", crate::json::without_mark(body));
    if Json::read(&record).is_none() {
        return;
    }
    for segment in OfferSegment::ALL.iter().copied() {
        let options = BulkOptions { segment: Some(segment), ..BulkOptions::default() };
        let outcome = offer_eligibility(Some(held), segment, options.transaction).outcome();
        assert_eq!(bulk_eligibility(record.as_bytes(), &options), Ok(vec![outcome]), "{segment}");
    }
}

/// The entry that an asynchronous update is answered with.
pub fn update(data: &[u8]) {
    split(data, |http_status, body| {
        let entry = || held(&Json::read(body)?);
        let expected = [200, 201].contains(&http_status).then(entry).flatten();
        let actual = read_update(Mode::Asynchronous, http_status, body);
        assert_eq!(actual.as_ref().ok(), expected.as_ref());
        if let Err(fault) = actual {
            hold_for_a_fault(&fault, http_status, body);
        }
    });
}

/// The validation codes of the partner.
pub fn validation_codes(data: &[u8]) {
    split(data, |http_status, body| {
        let expected =
            (http_status == 200).then(|| array(body)?.iter().map(code).collect::<Option<Vec<_>>>()).flatten();
        let actual = read_validation_codes(http_status, body);
        assert_eq!(actual.as_ref().ok(), expected.as_ref());
        match actual {
            Err(fault) => hold_for_a_fault(&fault, http_status, body),
            Ok(codes) => {
                for code in codes {
                    assert_eq!(code.is_usable(), code.remaining_creates.is_none_or(|left| left > 0));
                }
            }
        }
    });
}

fn code(value: &Json<'_>) -> Option<PartnerValidationCode> {
    const NAMES: [&[&str]; 6] =
        [&["partnerId"], &["organizationName"], &["validationId"], &["maxCreates"], &["remainingCreates"], &["eTag"]];
    let Kind::Object(members) = value.kind() else { return None };
    let [partner_id, organization_name, code, max_creates, remaining_creates, e_tag] = members.named(NAMES)?;
    let code = match code?.kind() {
        Kind::Text(text) => text,
        Kind::Number => code?.written().to_owned(),
        _ => return None,
    };
    predictions::validation_code_integer(&code)?;
    let code = predictions::validation_code(&code)?;
    let [max_creates, remaining_creates] = [limit(max_creates), limit(remaining_creates)];
    Some(PartnerValidationCode {
        partner_id: partner_id.and_then(Json::kept),
        organization_name: organization_name.and_then(Json::kept),
        max_creates: max_creates.ok()?,
        remaining_creates: remaining_creates.ok()?,
        e_tag: e_tag.and_then(Json::kept),
        other: others(&members, NAMES),
        ..PartnerValidationCode::new(code.parse().ok()?)
    })
}

/// How often a code can be used: a whole number, or no limit.
fn limit(value: Option<Json<'_>>) -> Result<Option<i64>, ()> {
    let Some(value) = value else { return Ok(None) };
    match value.kind() {
        Kind::Null => Ok(None),
        Kind::Number => {
            value.written().parse::<i128>().ok().and_then(|number| i64::try_from(number).ok()).map(Some).ok_or(())
        }
        _ => Err(()),
    }
}

/// What is read of any answer that is not what was asked for.
pub fn fault(data: &[u8]) {
    split(data, |http_status, body| {
        let fault = Fault::read(http_status, body);
        hold_for_a_fault(&fault, http_status, body);
        let expected = fault_texts(body).unwrap_or_default();
        let actual = [
            &fault.code,
            &fault.error_name,
            &fault.message,
            &fault.description,
            &fault.error_message_extended,
            &fault.source,
        ];
        assert_eq!(actual.map(|text| text.as_deref()), expected.each_ref().map(|text| text.as_deref()));
        assert_eq!(fault.text, Json::read(body).and_then(Json::text));

        let refusal = explain_purchase_refusal(http_status, body);
        let code = fault.code.as_deref().unwrap_or_default();
        let is_refused = (http_status == 403 && ["800073", "800074", "800075"].contains(&code))
            || ([400, 403, 409].contains(&http_status) && REFUSALS.contains(&code));
        assert_eq!(refusal.is_some(), is_refused);
        assert!(refusal.is_none_or(|refusal| refusal.decision.outcome() == Outcome::Blocked));
    });
}

/// The codes of the documentation for a purchase that is refused, but for those of the account's validation.
const REFUSALS: [&str; 26] = [
    "900416", "800086", "13605", "800066", "800067", "800088", "800089", "2002", "2085", "2091", "800020", "800028",
    "800070", "800023", "800025", "900121", "800069", "800022", "800024", "800026", "800062", "900123", "900124",
    "2006", "2030", "800039",
];

fn hold_for_a_fault(fault: &Fault, http_status: u16, body: &str) {
    assert_eq!(fault.http_status, http_status);
    let message = fault.issue.message();
    assert!(message.ends_with('.') && !message.contains(['{', '}']), "{message}");
    // What is shown is cut to 64 characters, each of which may be written out.
    let shown = fault.issue.params.input.as_deref().unwrap_or_default();
    assert!(shown.chars().count() <= 64 * 10 + 1 && !shown.chars().any(|c| c.is_control() || c == '`'), "{shown}");
    let said = object(body).and_then(|members| members.named(FAULT)).and_then(|[.., said]| said).map(Json::written);
    let retryable_status = matches!(http_status, 408 | 429 | 500..600) || (http_status == 0 && body.is_empty());
    assert_eq!(fault.is_retryable, said.and_then(|said| said.parse().ok()).unwrap_or(retryable_status));
    let kept: Vec<_> = fault.other.iter().map(|other| (other.name.as_str(), other.json.as_str())).collect();
    let members = object(body).filter(|members| members.named(FAULT).is_some());
    assert_eq!(kept, members.as_ref().map(|members| members.others(FAULT)).unwrap_or_default());
}

const FAULT: [&[&str]; 7] = [
    &["code"],
    &["errorName"],
    &["message"],
    &["description"],
    &["errorMessageExtended"],
    &["source"],
    &["isRetryable"],
];

/// The texts of a fault, in the order of their names.
fn fault_texts(body: &str) -> Option<[Option<String>; 6]> {
    let [texts @ .., _] = object(body)?.named(FAULT)?;
    Some(texts.map(|text| text.and_then(Json::kept)))
}

fn held(value: &Json<'_>) -> Option<HeldQualification> {
    const NAMES: [&[&str]; 4] = [
        &["qualification", "Qualification"],
        &["vettingStatus", "VettingStatus"],
        &["vettingReason", "VettingReason"],
        &["vettingCreateDate", "vettingCreatedDate", "VettingCreateDate", "VettingCreatedDate"],
    ];
    const VETTING: [&[&str]; 3] = [&["Approved"], &["InReview"], &["Denied"]];
    let Kind::Object(members) = value.kind() else { return None };
    let [qualification, vetting_status, vetting_reason, vetting_create_date] = members.named(NAMES)?;
    let qualification = qualification?.text().filter(|text| !text.is_empty())?;
    let vetting_status = match vetting_status.map(Json::kind) {
        None | Some(Kind::Null) => None,
        Some(Kind::Text(status)) => Some(match predictions::name(&status, &VETTING) {
            Some(known) => Open::Known(known.parse().expect("a vetting status")),
            None => Open::Unrecognised(status),
        }),
        Some(_) => return None,
    };
    Some(HeldQualification {
        vetting_status,
        vetting_reason: vetting_reason.and_then(Json::kept),
        vetting_create_date: vetting_create_date.and_then(time),
        other: others(&members, NAMES),
        ..HeldQualification::new(canonical_qualification(&qualification))
    })
}

fn others<const N: usize>(members: &Members<'_>, names: [&[&str]; N]) -> Vec<OtherMember> {
    let others = members.others(names).into_iter();
    others.map(|(name, json)| OtherMember { name: name.to_owned(), json: json.to_owned() }).collect()
}

fn object(body: &str) -> Option<Members<'_>> {
    if let Kind::Object(members) = Json::read(body)?.kind() { Some(members) } else { None }
}

fn array(body: &str) -> Option<Vec<Json<'_>>> {
    if let Kind::Array(items) = Json::read(body)?.kind() { Some(items) } else { None }
}
