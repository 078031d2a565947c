//! Responses of the service.

use std::fmt::Debug;

use partner_center_rules::*;

use super::json::{Json, Kind, Members, without_mark};
use super::texts;

const OK: u16 = 200;

/// Asserts that a reader returns what is predicted, and otherwise an error with everything that the response has.
fn agrees<T: Debug + PartialEq>(read: Result<T, Fault>, predicted: Option<T>, http_status: u16, body: &str) {
    assert_eq!(read.as_ref().ok(), predicted.as_ref());
    if let Err(fault) = read {
        is_complete(&fault, http_status, body);
    }
}

pub(crate) fn validation_status(http_status: u16, body: &str) {
    agrees(read_validation_status(http_status, body), status(http_status, body), http_status, body);
}

/// A purchase is allowed where the account and what the customer holds both allow it.
pub(crate) fn decisions(
    http_status: u16,
    body: &str,
    transaction: Transaction,
    segment: OfferSegment,
    held: Option<Holdings>,
) {
    let goes_on_in_review =
        matches!(transaction, Transaction::Renewal | Transaction::SeatReduction | Transaction::Cancellation);
    let status = status(http_status, body);
    let outcome = match status.as_ref().map(|read| read.status.as_str()) {
        Some("Allowed" | "NoAccountStatus") => Outcome::Allowed,
        Some("UnderReview") if goes_on_in_review => Outcome::Allowed,
        Some("UnderReview" | "NotAllowed" | "Unknown") => Outcome::Blocked,
        _ => Outcome::Undetermined,
    };
    let decision = eligibility_from_response(http_status, body, transaction);
    assert_eq!((decision.outcome(), decision.rules().count()), (outcome, 1), "{transaction}");
    let both = purchase_eligibility_from_response(http_status, body, transaction, held, segment);
    let is_offered = offer_eligibility(held, segment, transaction).is_allowed();
    assert_eq!(both.is_allowed(), decision.is_allowed() && is_offered, "{transaction} of {segment}");
}

fn status(http_status: u16, body: &str) -> Option<ValidationStatus> {
    const NAMES: [&[&str]; 3] = [&["type"], &["status"], &["lastUpdateDateTime"]];
    const STATUSES: [&[&str]; 5] =
        [&["Allowed"], &["UnderReview"], &["NotAllowed"], &["Unknown"], &["Not Ready", "NotReady"]];
    match http_status {
        OK => {}
        404 if says_no_account_status(body) => {
            let status = AccountStatus::NoAccountStatus.into();
            return Some(ValidationStatus { status, last_update_date_time: None, other: vec![] });
        }
        _ => return None,
    }
    let members = object(body)?;
    let [kind, status, last_update] = members.named(NAMES)?;
    if kind.is_some_and(|kind| kind.text().is_none_or(|kind| !kind.eq_ignore_ascii_case("account"))) {
        return None;
    }
    let status = status?.text().filter(|status| !status.eq_ignore_ascii_case("NoAccountStatus"))?;
    Some(ValidationStatus {
        status: open(status, &STATUSES),
        last_update_date_time: last_update.and_then(time),
        other: others(&members, NAMES),
    })
}

/// Returns a value by the names that are read for it, in any ASCII case.
fn open<T>(text: String, names: &[&[&'static str]]) -> Open<T>
where
    T: std::str::FromStr<Err: Debug>,
{
    match texts::name(&text, names) {
        Some(known) => Open::Known(known.parse().unwrap()),
        None => Open::Unrecognised(text),
    }
}

/// The documented pair: 404 with this code, or without any code with this name.
fn says_no_account_status(body: &str) -> bool {
    match fault_texts(body).unwrap_or_default() {
        [Some(code), ..] => code == "600074",
        [None, name, ..] => name.is_some_and(|name| name.eq_ignore_ascii_case("AccountStatusNotFound")),
    }
}

/// The qualification of the synchronous API, which an update returns as well.
pub(crate) fn qualification(http_status: u16, body: &str) {
    let text = Json::read(body).and_then(Json::text).filter(|text| http_status == OK && !text.is_empty());
    let predicted = text.filter(|text| text != "Customer tagging denied.").map(qualification_of);
    let update = read_update(Mode::Synchronous, http_status, body);
    assert_eq!(update.ok().map(|entry| entry.qualification), predicted);
    agrees(read_qualification(http_status, body), predicted, http_status, body);
}

fn qualification_of(text: String) -> Open<Qualification> {
    open(text, &[&["None"], &["Education"], &["Nonprofit"], &["GovernmentCommunityCloud"], &["StateOwnedEntity"]])
}

pub(crate) fn qualifications(http_status: u16, body: &str) {
    let predicted = entries(body).filter(|_| http_status == OK);
    if let Some(entries) = &predicted {
        decide_in_bulk(entries.iter().collect(), body);
    }
    agrees(read_qualifications(http_status, body), predicted, http_status, body);
}

/// Returns the entries of a response: an array, an object with the array in `qualifications`, or one entry.
fn entries(body: &str) -> Option<Vec<HeldQualification>> {
    let value = Json::read(body)?;
    let members = match value.kind() {
        Kind::Array(items) => return items.into_iter().map(held).collect(),
        Kind::Object(members) => members,
        _ => return None,
    };
    match members.named([&["qualifications"], &["qualification", "Qualification"]])? {
        [None, _] => Some(vec![held(value)?]),
        [Some(list), None] => list.items()?.into_iter().map(held).collect(),
        [Some(_), Some(_)] => None,
    }
}

/// A list of customers reads the same holdings.
fn decide_in_bulk(held: Holdings, body: &str) {
    let record = format!("{{\"status\":\"Allowed\",\"qualifications\":{}}}", without_mark(body));
    if Json::read(body).is_none_or(|value| value.items().is_none()) || Json::read(&record).is_none() {
        return;
    }
    for segment in OfferSegment::ALL.iter().copied() {
        let options = BulkOptions { segment: Some(segment), ..BulkOptions::default() };
        let outcome = offer_eligibility(Some(held), segment, options.transaction).outcome();
        assert_eq!(bulk_eligibility(record.as_bytes(), &options), Ok(vec![outcome]), "{segment}");
    }
}

/// The entry that the asynchronous API returns for an update.
pub(crate) fn update(http_status: u16, body: &str) {
    let predicted = Json::read(body).filter(|_| [OK, 201].contains(&http_status)).and_then(held);
    agrees(read_update(Mode::Asynchronous, http_status, body), predicted, http_status, body);
}

fn held(value: Json<'_>) -> Option<HeldQualification> {
    const NAMES: [&[&str]; 4] = [
        &["qualification", "Qualification"],
        &["vettingStatus", "VettingStatus"],
        &["vettingReason", "VettingReason"],
        &["vettingCreateDate", "vettingCreatedDate", "VettingCreateDate", "VettingCreatedDate"],
    ];
    let Kind::Object(members) = value.kind() else { return None };
    let [qualification, vetting_status, vetting_reason, vetting_create_date] = members.named(NAMES)?;
    let qualification = qualification?.text().filter(|text| !text.is_empty())?;
    let vetting_status = match vetting_status.map(Json::kind) {
        None | Some(Kind::Null) => None,
        Some(Kind::Text(status)) => Some(open(status, &[&["Approved"], &["InReview"], &["Denied"]])),
        Some(_) => return None,
    };
    Some(HeldQualification {
        vetting_status,
        vetting_reason: vetting_reason.and_then(Json::kept),
        vetting_create_date: vetting_create_date.and_then(time),
        other: others(&members, NAMES),
        ..HeldQualification::new(qualification_of(qualification))
    })
}

pub(crate) fn validation_codes(http_status: u16, body: &str) {
    let items = Json::read(body).filter(|_| http_status == OK).and_then(Json::items);
    let predicted = items.and_then(|items| items.into_iter().map(code).collect());
    let read = read_validation_codes(http_status, body);
    for code in read.iter().flatten() {
        assert_eq!(code.is_usable(), code.remaining_creates.is_none_or(|left| left > 0));
    }
    agrees(read, predicted, http_status, body);
}

fn code(value: Json<'_>) -> Option<PartnerValidationCode> {
    const NAMES: [&[&str]; 6] =
        [&["partnerId"], &["organizationName"], &["validationId"], &["maxCreates"], &["remainingCreates"], &["eTag"]];
    let Kind::Object(members) = value.kind() else { return None };
    let [partner_id, organization_name, code, max_creates, remaining_creates, e_tag] = members.named(NAMES)?;
    let code = code.filter(|code| matches!(code.kind(), Kind::Text(_) | Kind::Number))?.kept()?;
    texts::validation_code_integer(&code)?;
    Some(PartnerValidationCode {
        partner_id: partner_id.and_then(Json::kept),
        organization_name: organization_name.and_then(Json::kept),
        max_creates: limit(max_creates)?,
        remaining_creates: limit(remaining_creates)?,
        e_tag: e_tag.and_then(Json::kept),
        other: others(&members, NAMES),
        ..PartnerValidationCode::new(texts::validation_code(&code)?.parse().ok()?)
    })
}

/// Returns how often a code can be used: a whole number, or no limit. `None` if it is neither.
fn limit(value: Option<Json<'_>>) -> Option<Option<i64>> {
    match value.map(Json::kind) {
        None | Some(Kind::Null) => Some(None),
        Some(Kind::Number) => Some(Some(i64::try_from(value?.written().parse::<i128>().ok()?).ok()?)),
        Some(_) => None,
    }
}

/// Asserts how any response is read as an error, and as a refused purchase.
pub(crate) fn fault(http_status: u16, body: &str) {
    let fault = Fault::read(http_status, body);
    is_complete(&fault, http_status, body);
    let Fault { code, error_name, message, description, error_message_extended, source, .. } = &fault;
    let read = [code, error_name, message, description, error_message_extended, source];
    assert_eq!(read, fault_texts(body).unwrap_or_default().each_ref());
    assert_eq!(fault.text, Json::read(body).and_then(Json::text));

    let refusal = explain_purchase_refusal(http_status, body);
    let code = code.as_deref().unwrap_or_default();
    let is_refused = (http_status == 403 && ["800073", "800074", "800075"].contains(&code))
        || ([400, 403, 409].contains(&http_status) && REFUSALS.contains(&code));
    assert_eq!(refusal.is_some(), is_refused);
    assert!(refusal.is_none_or(|refusal| refusal.decision.outcome() == Outcome::Blocked));
}

/// The codes of the documentation for a purchase that is refused, but for those of the account's validation.
const REFUSALS: [&str; 26] = [
    "900416", "800086", "13605", "800066", "800067", "800088", "800089", "2002", "2085", "2091", "800020", "800028",
    "800070", "800023", "800025", "900121", "800069", "800022", "800024", "800026", "800062", "900123", "900124",
    "2006", "2030", "800039",
];

const FAULT: [&[&str]; 7] = [
    &["code"],
    &["errorName"],
    &["message"],
    &["description"],
    &["errorMessageExtended"],
    &["source"],
    &["isRetryable"],
];

/// An error has what the response says, in words that can be shown.
fn is_complete(fault: &Fault, http_status: u16, body: &str) {
    assert_eq!(fault.http_status, http_status);
    let message = fault.issue.message();
    assert!(message.ends_with('.') && !message.contains(['{', '}']), "{message}");
    // What is shown is cut to 64 characters, each of which may be written out.
    let shown = fault.issue.params.input.as_deref().unwrap_or_default();
    assert!(shown.chars().count() <= 64 * 10 + 1 && !shown.chars().any(|c| c.is_control() || c == '`'), "{shown}");
    let members = object(body).and_then(|members| Some((members.named(FAULT)?, others(&members, FAULT))));
    let ([.., is_retryable], other) = members.unwrap_or_default();
    let is_retryable = is_retryable.and_then(|value| value.written().parse().ok());
    let by_status = matches!(http_status, 408 | 429 | 500..600) || (http_status == 0 && body.is_empty());
    assert_eq!(fault.is_retryable, is_retryable.unwrap_or(by_status));
    assert_eq!(fault.other, other);
}

/// Returns the texts of an error, in the order of their names.
fn fault_texts(body: &str) -> Option<[Option<String>; 6]> {
    let [texts @ .., _] = object(body)?.named(FAULT)?;
    Some(texts.map(|text| text.and_then(Json::kept)))
}

/// Returns a time, which is none where it is empty.
fn time(value: Json<'_>) -> Option<Timestamp> {
    value.kept().filter(|text| text.chars().any(|character| !character.is_whitespace())).map(Timestamp::from)
}

fn others<const N: usize>(members: &Members<'_>, names: [&[&str]; N]) -> Vec<OtherMember> {
    let others = members.others(names).into_iter();
    others.map(|(name, json)| OtherMember { name: name.to_owned(), json: json.to_owned() }).collect()
}

fn object(body: &str) -> Option<Members<'_>> {
    if let Kind::Object(members) = Json::read(body)?.kind() { Some(members) } else { None }
}
