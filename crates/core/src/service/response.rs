//! Readers of the responses of the service.

use alloc::vec::Vec;

use crate::json::document::{self, Document, Names, Object};
use crate::json::value::Value;
use crate::service::classification::TAGGING_DENIED;
use crate::service::fault::Fault;
use crate::values::account_status::AccountStatus;
use crate::values::open::Open;
use crate::values::other_member::OtherMember;
use crate::values::partner_validation_code::PartnerValidationCode;
use crate::values::qualification::{Mode, Qualification};
use crate::values::timestamp::Timestamp;
use crate::values::vetting::{HeldQualification, VettingStatus};

/// The account validation status of a customer, from a response.
///
/// Source: `STATUS`.
///
/// ```
/// use partner_center_rules::{AccountStatus, read_validation_status};
///
/// let validation = read_validation_status(200, r#"{"type":"account","status":"Allowed"}"#)?;
/// assert_eq!(validation.status, AccountStatus::Allowed.into());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ValidationStatus {
    /// The status; [`AccountStatus::NoAccountStatus`] after a 404 with code 600074.
    pub status: Open<AccountStatus>,
    /// The time of the last change.
    pub last_update_date_time: Option<Timestamp>,
    /// Other members.
    pub other: Vec<OtherMember>,
}

/// Reads the response to `GET /v1/customers/{id}/validationStatus?type=account`.
///
/// # Errors
/// [`Fault`]: any response other than 200 with a status, or 404 with code 600074.
///
/// ```
/// use partner_center_rules::{AccountStatus, FaultCode, IssueCode, Open, read_validation_status};
///
/// let body = r#"{"type":"account","status":"Allowed","lastUpdateDateTime":"2021-07-14T18:02:00"}"#;
/// let validation = read_validation_status(200, body).unwrap();
/// assert_eq!(validation.status, Open::Known(AccountStatus::Allowed));
/// assert_eq!(validation.last_update_date_time.unwrap().as_str(), "2021-07-14T18:02:00");
///
/// let validation = read_validation_status(404, r#"{"code":600074}"#).unwrap();
/// assert_eq!(validation.status, Open::Known(AccountStatus::NoAccountStatus));
///
/// let fault = read_validation_status(404, "<html>").unwrap_err();
/// assert_eq!(fault.issue.code, IssueCode::Fault(FaultCode::NotFound));
/// ```
///
/// Source: `STATUS`, `STATUS2` (an empty time).
pub fn read_validation_status(http_status: u16, body: &str) -> Result<ValidationStatus, Fault> {
    if let Some(status) = (http_status == 200).then(|| validation_status(body)).flatten() {
        return Ok(status);
    }
    let fault = Fault::read(http_status, body);
    if fault.is_account_status_not_found() {
        let status = AccountStatus::NoAccountStatus.into();
        return Ok(ValidationStatus { status, last_update_date_time: None, other: Vec::new() });
    }
    Err(fault)
}

/// Reads the response to `GET` or `PUT /v1/customers/{id}/qualification`: a bare JSON string.
///
/// # Errors
/// [`Fault`]: any other response, including the bare JSON string with which the service refuses.
///
/// ```
/// use partner_center_rules::{Open, Qualification, read_qualification};
///
/// assert_eq!(read_qualification(200, "\"education\""), Ok(Open::Known(Qualification::Education)));
/// assert!(read_qualification(200, "education").is_err());
/// ```
///
/// Source: `SYNC`.
pub fn read_qualification(http_status: u16, body: &str) -> Result<Open<Qualification>, Fault> {
    match document::read(body, [], None) {
        Ok(Document::Value(Value::Text(quoted))) if http_status == 200 => match &*quoted.unescape() {
            "" | TAGGING_DENIED => Err(Fault::read(http_status, body)),
            text => Ok(Open::from(text)),
        },
        _ => Err(Fault::read(http_status, body)),
    }
}

/// Reads the response to `GET /v1/customers/{id}/qualifications` in every documented format: an array, an object with the array in
/// `qualifications`, or a single entry.
///
/// # Errors
/// [`Fault`]: any other response. If one entry cannot be read, the qualifications of the customer are not known.
///
/// ```
/// use partner_center_rules::{Open, VettingStatus, read_qualifications};
///
/// let body = r#"[{"Qualification":"Education","vettingStatus":"InReview","vettingCreatedDate":"2020-12-03T10:37:38.885Z"}]"#;
/// let held = read_qualifications(200, body).unwrap();
/// assert_eq!(held[0].vetting_status, Some(Open::Known(VettingStatus::InReview)));
///
/// let wrapped = read_qualifications(200, r#"{"qualifications":[{"qualification":"Education"}]}"#).unwrap();
/// assert_eq!(wrapped.len(), 1);
/// ```
///
/// Source: `GETQ`, `EDU`, `CHANGES`.
pub fn read_qualifications(http_status: u16, body: &str) -> Result<Vec<HeldQualification>, Fault> {
    (http_status == 200).then(|| entries(body)).flatten().ok_or_else(|| Fault::read(http_status, body))
}

/// Reads the entries of a body.
fn entries(body: &str) -> Option<Vec<HeldQualification>> {
    const NAMES: Names<'_, 2> = [&["qualifications"], &["qualification", "Qualification"]];
    let Document::Object([list, qualification]) = document::read(body, NAMES, None).ok()? else {
        return document::read_array(body, HELD, held).ok();
    };
    match (list, qualification) {
        (None, _) => entry(body).map(|entry| [entry].into()),
        (Some(Value::Other(list)), None) => document::read_array(list, HELD, held).ok(),
        // An object that is both a list and an entry is ambiguous.
        (Some(_), _) => None,
    }
}

/// Reads a body that is a single entry.
fn entry(body: &str) -> Option<HeldQualification> {
    let mut others = Vec::new();
    match document::read(body, HELD, Some(&mut others)).ok()? {
        Document::Object(members) => held(Object { members, others }),
        Document::Value(_) => None,
    }
}

/// Reads the response to an update: 201 or 200 with the entry from the asynchronous API, 200 with a bare JSON string from the synchronous
/// API.
///
/// # Errors
/// [`Fault`]: any other response.
///
/// ```
/// use partner_center_rules::{Mode, Open, VettingStatus, read_update};
///
/// let body = r#"{"qualification":"Education","vettingStatus":"InReview","vettingCreateDate":"2020-12-04T20:54:24Z"}"#;
/// let entry = read_update(Mode::Asynchronous, 201, body).unwrap();
/// assert_eq!(entry.vetting_status, Some(Open::Known(VettingStatus::InReview)));
/// assert!(read_update(Mode::Synchronous, 200, "\"governmentcommunitycloud\"").unwrap().vetting_status.is_none());
/// ```
///
/// Source: `ASYNC`, `SYNC`.
pub fn read_update(mode: Mode, http_status: u16, body: &str) -> Result<HeldQualification, Fault> {
    match mode {
        Mode::Synchronous => read_qualification(http_status, body).map(HeldQualification::new),
        Mode::Asynchronous => {
            let entry = || entry(body);
            matches!(http_status, 200 | 201).then(entry).flatten().ok_or_else(|| Fault::read(http_status, body))
        }
    }
}

/// Reads the response to `GET /v1/customers/all/validations`.
///
/// # Errors
/// [`Fault`]: any response other than an array of codes. If one entry cannot be read, the list is not known, since a code may be that one.
///
/// ```
/// use partner_center_rules::read_validation_codes;
///
/// let body = r#"[{"organizationName":"Contoso, Inc.","validationId":"12345","maxCreates":5,"remainingCreates":4}]"#;
/// let codes = read_validation_codes(200, body).unwrap();
/// assert_eq!((codes[0].code.as_str(), codes[0].remaining_creates), ("12345", Some(4)));
/// ```
///
/// Source: `CODES`.
pub fn read_validation_codes(http_status: u16, body: &str) -> Result<Vec<PartnerValidationCode>, Fault> {
    let codes = || document::read_array(body, CODE, code).ok();
    (http_status == 200).then(codes).flatten().ok_or_else(|| Fault::read(http_status, body))
}

/// Reads a time. An empty string is no time: the later version of the documentation shows one.
fn timestamp(value: Value<'_>) -> Option<Timestamp> {
    value.into_text().filter(|text| !text.trim().is_empty()).map(Timestamp::from)
}

/// The members of a validation status.
pub(crate) const VALIDATION_STATUS: Names<'static, 3> = [&["type"], &["status"], &["lastUpdateDateTime"]];

/// Converts the members `type` and `status` of a validation status, if it is that of an account.
pub(crate) fn account_status(kind: Option<Value<'_>>, status: Option<Value<'_>>) -> Option<Open<AccountStatus>> {
    let is_account = match kind {
        None => true,
        Some(Value::Text(kind)) => kind.unescape().eq_ignore_ascii_case("account"),
        Some(_) => false,
    };
    match status {
        Some(Value::Text(status)) if is_account => AccountStatus::from_wire(&status.unescape()),
        _ => None,
    }
}

/// Reads the body of a response with 200, if it is the status of an account.
fn validation_status(body: &str) -> Option<ValidationStatus> {
    let mut other = Vec::new();
    let document = document::read(body, VALIDATION_STATUS, Some(&mut other));
    let Ok(Document::Object([kind, status, last_update])) = document else { return None };
    Some(ValidationStatus {
        status: account_status(kind, status)?,
        last_update_date_time: last_update.and_then(timestamp),
        other,
    })
}

/// The members of an entry of the qualifications.
const HELD: Names<'_, 4> = [
    &["qualification", "Qualification"],
    &["vettingStatus", "VettingStatus"],
    &["vettingReason", "VettingReason"],
    &["vettingCreateDate", "vettingCreatedDate", "VettingCreateDate", "VettingCreatedDate"],
];

/// Converts an entry of the qualifications.
fn held(object: Object<'_, 4>) -> Option<HeldQualification> {
    let [qualification, vetting_status, vetting_reason, vetting_create_date] = object.members;
    let Some(Value::Text(qualification)) = qualification else { return None };
    let qualification = qualification.unescape();
    if qualification.is_empty() {
        return None;
    }
    let vetting_status = match vetting_status {
        None | Some(Value::Null) => None,
        Some(Value::Text(status)) => Some(Open::<VettingStatus>::from(&*status.unescape())),
        Some(_) => return None,
    };
    Some(HeldQualification {
        qualification: Open::from(&*qualification),
        vetting_status,
        vetting_reason: vetting_reason.and_then(Value::into_text),
        vetting_create_date: vetting_create_date.and_then(timestamp),
        other: object.others,
    })
}

/// The members of an entry of the validation codes.
const CODE: Names<'_, 6> =
    [&["partnerId"], &["organizationName"], &["validationId"], &["maxCreates"], &["remainingCreates"], &["eTag"]];

/// Converts an entry of the validation codes.
fn code(object: Object<'_, 6>) -> Option<PartnerValidationCode> {
    let [partner_id, organization_name, code, max_creates, remaining_creates, e_tag] = object.members;
    let code = match code? {
        Value::Text(digits) => PartnerValidationCode::from_digits(&digits.unescape()),
        Value::Number(digits) => PartnerValidationCode::from_digits(digits),
        _ => return None,
    };
    Some(PartnerValidationCode {
        code: code?.code,
        partner_id: partner_id.and_then(Value::into_text),
        organization_name: organization_name.and_then(Value::into_text),
        max_creates: creates(max_creates)?,
        remaining_creates: creates(remaining_creates)?,
        e_tag: e_tag.and_then(Value::into_text),
        other: object.others,
    })
}

/// Reads a limit of creates. `Some(None)` is no limit, `None` an invalid value.
#[expect(clippy::option_option, reason = "no limit and an invalid value have different results")]
fn creates(value: Option<Value<'_>>) -> Option<Option<i64>> {
    match value {
        None | Some(Value::Null) => Some(None),
        Some(Value::Number(number)) => number.parse().ok().map(Some),
        Some(_) => None,
    }
}

/// In JSON a validation status is `{ "status", "recognised", "lastUpdateDateTime", "other" }`.
#[cfg(feature = "serde")]
impl serde::Serialize for ValidationStatus {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Answer<'a> {
            status: &'a Open<AccountStatus>,
            recognised: bool,
            #[serde(skip_serializing_if = "Option::is_none")]
            last_update_date_time: Option<&'a Timestamp>,
            #[serde(skip_serializing_if = "<[OtherMember]>::is_empty")]
            other: &'a [OtherMember],
        }
        Answer {
            status: &self.status,
            recognised: self.status.known().is_some(),
            last_update_date_time: self.last_update_date_time.as_ref(),
            other: &self.other,
        }
        .serialize(serializer)
    }
}
