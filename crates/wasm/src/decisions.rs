//! The decisions, as numbers.

use partner_center_rules::{AccountStatus, Mode, OfferSegment, Open, Purchase, Transaction};
use wasm_bindgen::prelude::*;

use crate::arguments::{HeldEntry, holdings, http_status, index, item};
use crate::boundary::NO_SEGMENT;
use crate::code;

/// Returns whether a qualification can be set, with the fields that go with it.
#[wasm_bindgen]
#[must_use]
pub fn settability(target: &str, mode: u32, held: Option<Vec<HeldEntry>>) -> u32 {
    code::settability(&partner_center_rules::settability(target, item(Mode::ALL, mode), holdings(held)))
}

/// Returns whether the account status lets a transaction go through. A status that is not known has no text.
#[wasm_bindgen]
#[must_use]
pub fn account_eligibility(status: Option<String>, transaction: u32) -> u32 {
    let status = status.as_deref().map(Open::from);
    code::decision(&partner_center_rules::account_eligibility(status.as_ref(), item(Transaction::ALL, transaction)))
}

/// Returns whether the segment of an offer lets a transaction go through.
#[wasm_bindgen]
#[must_use]
pub fn offer_eligibility(held: Option<Vec<HeldEntry>>, segment: u32, transaction: u32) -> u32 {
    let Some(&segment) = OfferSegment::ALL.get(index(segment)) else { return 0 };
    let transaction = item(Transaction::ALL, transaction);
    code::decision(&partner_center_rules::offer_eligibility(holdings(held), segment, transaction))
}

/// Returns whether a purchase goes through.
#[wasm_bindgen]
#[must_use]
pub fn purchase_eligibility(
    status: Option<String>,
    held: Option<Vec<HeldEntry>>,
    segment: u32,
    transaction: u32,
) -> u32 {
    let status: Option<Open<AccountStatus>> = status.as_deref().map(Open::from);
    let segment = match segment {
        NO_SEGMENT => None,
        at => match OfferSegment::ALL.get(index(at)) {
            None => return 0,
            some => some.copied(),
        },
    };
    code::decision(&partner_center_rules::purchase_eligibility(&Purchase {
        status,
        transaction: item(Transaction::ALL, transaction),
        held: holdings(held),
        segment,
    }))
}

/// Returns whether a transaction goes through, from the response about the account status, and where a segment is given, a
/// purchase of it.
#[wasm_bindgen]
#[must_use]
pub fn eligibility_from_response(
    status: f64,
    body: &str,
    transaction: u32,
    held: Option<Vec<HeldEntry>>,
    segment: u32,
) -> u32 {
    let (status, transaction) = (http_status(status), item(Transaction::ALL, transaction));
    let decision = match OfferSegment::ALL.get(index(segment)) {
        _ if segment == NO_SEGMENT => partner_center_rules::eligibility_from_response(status, body, transaction),
        Some(&segment) => {
            partner_center_rules::purchase_eligibility_from_response(status, body, transaction, holdings(held), segment)
        }
        None => return 0,
    };
    code::decision(&decision)
}

/// Returns why the service refused a purchase, and with whom the cause lies; 0 if it is none of the documented refusals.
#[wasm_bindgen]
#[must_use]
pub fn explain_purchase_refusal(status: f64, body: &str) -> u32 {
    partner_center_rules::explain_purchase_refusal(http_status(status), body).as_ref().map_or(0, code::refusal)
}
