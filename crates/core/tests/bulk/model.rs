//! An independent reader of bulk texts: `serde_json` reads the JSON, and the typed calls decide.

use partner_center_rules::*;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value that has every member of an object, also those that occur twice.
#[derive(Debug)]
pub(crate) enum Json {
    Null,
    Text(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
    /// A boolean or a number.
    Other,
}

/// Returns the decision for each record of an array, or `None` if the text is not an array.
pub(crate) fn decisions(text: &str, options: &BulkOptions) -> Option<Vec<Decision>> {
    let records: Vec<Json> = serde_json::from_str(text).ok()?;
    Some(records.iter().map(|record| decision(record, options)).collect())
}

fn decision(record: &Json, options: &BulkOptions) -> Decision {
    let BulkOptions { transaction, segment } = *options;
    let purchase = purchase(record, segment.is_some()).unwrap_or_default();
    purchase_eligibility(&Purchase { transaction, segment, ..purchase })
}

/// Returns the purchase of a record, or `None` if it cannot be read.
fn purchase(record: &Json, wants_holdings: bool) -> Option<Purchase> {
    let status = match member(record, "status")? {
        None | Some(Json::Null) => None,
        Some(Json::Text(text)) => Some(Open::from(&**text)),
        Some(_) => Some(Open::Unrecognised(String::new())),
    };
    let held = if wants_holdings { member(record, "qualifications")? } else { None };
    let held = match held {
        None | Some(Json::Null) => None,
        Some(Json::Array(entries)) => Some(holdings(entries)),
        Some(_) => Some(holdings(&[Json::Null])),
    };
    Some(Purchase { status, held, ..Purchase::default() })
}

fn holdings(entries: &[Json]) -> Holdings {
    let mut holdings = Holdings::default();
    for entry in entries {
        match held(entry) {
            Some(entry) => holdings.add_entry(&entry),
            None => holdings.add_unrecognised(),
        }
    }
    holdings
}

fn held(entry: &Json) -> Option<HeldQualification> {
    let Some(Json::Text(qualification)) = member(entry, "qualification")? else { return None };
    let held = HeldQualification::new(&**qualification);
    match member(entry, "vettingStatus")? {
        None | Some(Json::Null) => Some(held),
        Some(Json::Text(status)) => Some(held.with_vetting_status(&**status)),
        Some(_) => None,
    }
}

/// Returns the only member with a name, in any ASCII case. `None` if there are several, or the value is not an object.
fn member<'a>(object: &'a Json, asked: &str) -> Option<Option<&'a Json>> {
    let Json::Object(members) = object else { return None };
    let is_asked = |name: &str| name.chars().map(|letter| letter.to_ascii_lowercase()).eq(asked.to_lowercase().chars());
    let mut found = members.iter().filter(|(name, _)| is_asked(name)).map(|(_, value)| value);
    let first = found.next();
    if found.next().is_none() { Some(first) } else { None }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element()? {
            array.push(item);
        }
        Ok(Json::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        while let Some(member) = members.next_entry()? {
            object.push(member);
        }
        Ok(Json::Object(object))
    }
}
