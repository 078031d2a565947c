//! The customers and validation codes of the sandbox, read from a JSON file.

use std::collections::BTreeMap;
use std::fmt;

use partner_center_rules::{AccountStatus, CustomerId, Holdings, PartnerValidationCode, ValidationCode};
use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, Serialize};

/// The data that the sandbox starts with.
///
/// Reading is strict: an unknown member is an error, so that a misspelt name is noticed.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `customers` and `validationCodes`")]
pub struct Data {
    #[serde(default)]
    pub(crate) undetermined: Undetermined,
    pub(crate) customers: Vec<Customer>,
    /// `None`: the service does not respond.
    #[serde(deserialize_with = "value_or_null")]
    pub(crate) validation_codes: Option<Vec<Code>>,
}

/// The response of the sandbox to an update or a purchase that the rules leave undetermined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Undetermined {
    #[default]
    Accept,
    Refuse,
}

/// A customer of the partner.
#[derive(Clone, Debug, Deserialize)]
#[serde(
    rename_all = "camelCase",
    deny_unknown_fields,
    expecting = "a customer: an object with `id`, `name`, `validationStatus` and `qualifications`"
)]
pub(crate) struct Customer {
    pub(crate) id: CustomerId,
    pub(crate) name: String,
    pub(crate) validation_status: Account,
    /// `None`: the service does not respond.
    #[serde(deserialize_with = "value_or_null")]
    pub(crate) qualifications: Option<Vec<Entry>>,
}

/// The response about the account of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "AccountMembers")]
pub(crate) enum Account {
    Status { status: String, last_update_date_time: Option<String> },
    NoAccountStatus,
    Raw { http_status: u16, body: String },
}

#[derive(Deserialize)]
#[serde(
    rename_all = "camelCase",
    deny_unknown_fields,
    expecting = "an object with `status`, or with `httpStatus` and `body`"
)]
struct AccountMembers {
    status: Option<String>,
    last_update_date_time: Option<String>,
    http_status: Option<WholeNumber>,
    body: Option<String>,
}

impl TryFrom<AccountMembers> for Account {
    type Error = &'static str;

    fn try_from(members: AccountMembers) -> Result<Self, Self::Error> {
        let AccountMembers { status, last_update_date_time, http_status, body } = members;
        match (status, last_update_date_time, http_status, body) {
            (Some(status), last_update_date_time, None, None) => {
                if AccountStatus::from_wire(&status).is_some() {
                    return Ok(Self::Status { status, last_update_date_time });
                }
                match last_update_date_time {
                    None => Ok(Self::NoAccountStatus),
                    Some(_) => Err("`NoAccountStatus` has no `lastUpdateDateTime`"),
                }
            }
            (None, None, Some(WholeNumber(http_status)), Some(body)) => {
                let http_status = u16::try_from(http_status).ok().filter(|status| (200..=599).contains(status));
                let http_status = http_status.ok_or("`httpStatus` is a number from 200 to 599")?;
                Ok(Self::Raw { http_status, body })
            }
            _ => Err("either `status`, with or without `lastUpdateDateTime`, or `httpStatus` and `body` are needed"),
        }
    }
}

/// A qualification of a customer, with the texts of the service. They need not be known values.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `qualification`")]
pub(crate) struct Entry {
    pub(crate) qualification: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) vetting_status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) vetting_reason: Option<String>,
    #[serde(alias = "vettingCreatedDate", skip_serializing_if = "Option::is_none")]
    pub(crate) vetting_create_date: Option<String>,
}

impl Customer {
    /// Returns what the customer holds, or `None` if the service does not respond.
    pub(crate) fn holdings(&self) -> Option<Holdings> {
        let mut holdings = Holdings::default();
        for entry in self.qualifications.as_ref()? {
            holdings.add(&entry.qualification, entry.vetting_status.as_deref());
        }
        Some(holdings)
    }
}

/// A validation code of the partner. Responses have it as it is in the data.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object with `validationId`")]
pub(crate) struct Code {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) partner_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) organization_name: Option<String>,
    #[serde(deserialize_with = "partner_code")]
    pub(crate) validation_id: ValidationCode,
    pub(crate) max_creates: Option<WholeNumber>,
    pub(crate) remaining_creates: Option<WholeNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) e_tag: Option<String>,
}

impl From<&Code> for PartnerValidationCode {
    fn from(code: &Code) -> Self {
        let mut known = Self::new(code.validation_id.clone());
        known.remaining_creates = code.remaining_creates.map(|WholeNumber(creates)| creates.into());
        known.organization_name.clone_from(&code.organization_name);
        known
    }
}

/// A count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct WholeNumber(pub(crate) u32);

impl<'de> Deserialize<'de> for WholeNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberVisitor;

        impl Visitor<'_> for NumberVisitor {
            type Value = WholeNumber;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a whole number from 0 to {}", u32::MAX)
            }

            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<WholeNumber, E> {
                let unexpected = serde::de::Unexpected::Unsigned(number);
                u32::try_from(number).map(WholeNumber).map_err(|_| E::invalid_value(unexpected, &self))
            }
        }

        deserializer.deserialize_u32(NumberVisitor)
    }
}

/// Why data cannot be used: the path of the member, its value, and what is allowed there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct DataError(String);

impl Data {
    /// Returns the built-in data: every account status, every state of a qualification, and codes with uses left, without limit and
    /// used up.
    ///
    /// # Errors
    /// Never: a test reads this data.
    pub fn seed() -> Result<Self, DataError> {
        Self::from_json(include_str!("../data/seed.json"))
    }

    /// Reads data from JSON.
    ///
    /// # Errors
    /// [`DataError`], with the path of the member, for a text that is not JSON, has unknown members, or has an id or code twice.
    ///
    /// ```
    /// use partner_center_sandbox::Data;
    ///
    /// let error = Data::from_json(r#"{ "customers": [{ "id": "7" }], "validationCodes": null }"#).unwrap_err();
    /// assert!(error.to_string().starts_with("customers[0].id: `7` is not a customer id"));
    /// ```
    pub fn from_json(json: &str) -> Result<Self, DataError> {
        let data: Self = read(json).map_err(DataError)?;
        let ids = data.customers.iter().map(|customer| customer.id.to_string());
        once(ids, |at| format!("customers[{at}].id"))?;
        // Codes are compared as numbers: leading zeros make no difference.
        let codes = data.validation_codes.iter().flatten().map(|code| match code.validation_id.as_str() {
            digits if code.validation_id.is_digits() => digits.trim_start_matches('0').to_owned(),
            text => text.to_owned(),
        });
        once(codes, |at| format!("validationCodes[{at}].validationId"))?;
        Ok(data)
    }

    pub(crate) fn customer(&self, id: CustomerId) -> Option<&Customer> {
        self.customers.iter().find(|customer| customer.id == id)
    }

    pub(crate) fn customer_mut(&mut self, id: CustomerId) -> Option<&mut Customer> {
        self.customers.iter_mut().find(|customer| customer.id == id)
    }

    /// Returns the validation codes of the partner, or `None` if the service does not respond.
    pub(crate) fn known_codes(&self) -> Option<Vec<PartnerValidationCode>> {
        self.validation_codes.as_ref().map(|codes| codes.iter().map(Into::into).collect())
    }
}

/// Reads JSON, with or without a byte order mark, into a value. The error has the path: `customers[2].id: ...`.
pub(crate) fn read<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, String> {
    let mut reader = serde_json::Deserializer::from_str(json.strip_prefix('\u{feff}').unwrap_or(json));
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        // The path of the whole text is `.`, and a member whose name is cut off is `?`.
        let path = error.path().to_string();
        let place = path.trim_end_matches(['.', '?']);
        if place.is_empty() { error.inner().to_string() } else { format!("{place}: {}", error.inner()) }
    })?;
    reader.end().map_err(|error| error.to_string())?;
    Ok(value)
}

/// Errors if a value occurs twice.
fn once(values: impl Iterator<Item = String>, place: impl Fn(usize) -> String) -> Result<(), DataError> {
    let mut first = BTreeMap::new();
    for (at, value) in values.enumerate() {
        if let Some(before) = first.insert(value.clone(), at) {
            return Err(DataError(format!("{}: `{value}` is that of {} as well", place(at), place(before))));
        }
    }
    Ok(())
}

/// Deserializes a validation code, which has to be a number.
fn partner_code<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ValidationCode, D::Error> {
    let code = ValidationCode::deserialize(deserializer)?;
    let refused =
        || serde::de::Error::custom(format!("`{code}` is not a validation code of the service: a number is needed"));
    PartnerValidationCode::from_digits(code.as_str()).map(|known| known.code).ok_or_else(refused)
}

/// Deserializes a member that may be null but not missing, so that `null` (no response) is always deliberate.
fn value_or_null<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

#[cfg(test)]
mod tests {
    use partner_center_rules::{Qualification, VettingStatus};

    use super::*;

    #[test]
    fn the_seed_has_every_state() {
        let data = Data::seed().unwrap();
        let accounts: Vec<_> = data.customers.iter().map(|customer| &customer.validation_status).collect();
        let has = |status: Option<AccountStatus>| {
            accounts.iter().any(|account| match account {
                Account::Status { status: text, .. } => text.parse().ok() == status,
                Account::NoAccountStatus => status == Some(AccountStatus::NoAccountStatus),
                Account::Raw { .. } => false,
            })
        };
        assert!(AccountStatus::ALL.iter().all(|status| has(Some(*status))) && has(None));
        assert!(accounts.iter().any(|account| matches!(account, Account::Raw { .. })));

        let entries: Vec<_> = data.customers.iter().filter_map(|customer| customer.qualifications.as_ref()).collect();
        assert!(entries.iter().any(|held| held.is_empty()) && entries.len() < data.customers.len());
        let entries: Vec<_> = entries.into_iter().flatten().collect();
        let qualifications: Vec<_> =
            entries.iter().map(|entry| entry.qualification.parse::<Qualification>().ok()).collect();
        let settable = Qualification::ALL.iter().filter(|qualification| **qualification != Qualification::None);
        assert!(settable.map(|known| Some(*known)).chain([None]).all(|wanted| qualifications.contains(&wanted)));
        let statuses: Vec<_> = entries
            .iter()
            .map(|entry| entry.vetting_status.as_deref().map(|status| status.parse::<VettingStatus>().ok()))
            .collect();
        let known = VettingStatus::ALL.iter().map(|status| Some(Some(*status)));
        assert!(known.chain([None, Some(None)]).all(|wanted| statuses.contains(&wanted)));

        let remaining: Vec<_> = data.validation_codes.iter().flatten().map(|code| code.remaining_creates).collect();
        assert!(remaining.contains(&None) && remaining.contains(&Some(WholeNumber(0))) && remaining.len() > 2);
    }

    #[test]
    fn the_example_of_the_readme_is_read() {
        let readme = include_str!("../README.md");
        let (_, example) = readme.split_once("```json\n").unwrap();
        let data = Data::from_json(example.split_once("```").unwrap().0).unwrap();
        assert_eq!((data.undetermined, data.customers.len()), (Undetermined::Refuse, 2));
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert!(Data::from_json("\u{feff}{ \"customers\": [], \"validationCodes\": [] }").is_ok());
    }
}
