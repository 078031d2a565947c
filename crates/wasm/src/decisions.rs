//! The functions that decide. They return decisions as numbers.

use partner_center_rules::{AccountStatus, Mode, OfferSegment, Open, Purchase, Transaction};
use wasm_bindgen::prelude::*;

use crate::arguments::{HeldEntry, holdings, http_status, index, item};
use crate::boundary::NO_SEGMENT;
use crate::code;

/// Decides whether a qualification can be set, and with which fields.
#[wasm_bindgen]
#[must_use]
pub fn settability(target: &str, mode: u32, held: Option<Vec<HeldEntry>>) -> u32 {
    code::settability(&partner_center_rules::settability(target, item(Mode::ALL, mode), holdings(held)))
}

/// Decides whether the account status allows a transaction. `None`: the status is not known.
#[wasm_bindgen]
#[must_use]
pub fn account_eligibility(status: Option<String>, transaction: u32) -> u32 {
    let status = status.as_deref().map(Open::from);
    code::decision(&partner_center_rules::account_eligibility(status.as_ref(), item(Transaction::ALL, transaction)))
}

/// Decides whether the qualifications of a customer allow a transaction for an offer of a segment.
#[wasm_bindgen]
#[must_use]
pub fn offer_eligibility(held: Option<Vec<HeldEntry>>, segment: u32, transaction: u32) -> u32 {
    let Some(&segment) = OfferSegment::ALL.get(index(segment)) else { return 0 };
    let transaction = item(Transaction::ALL, transaction);
    code::decision(&partner_center_rules::offer_eligibility(holdings(held), segment, transaction))
}

/// Decides whether a purchase is allowed.
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
        segment => match OfferSegment::ALL.get(index(segment)) {
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

/// Decides whether a transaction is allowed, from the response about the account status. If a segment is given, decides whether its
/// purchase is allowed.
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

/// Returns why the service refused a purchase, and what caused it. Returns 0 if the response is not a documented refusal.
#[wasm_bindgen]
#[must_use]
pub fn explain_purchase_refusal(status: f64, body: &str) -> u32 {
    partner_center_rules::explain_purchase_refusal(http_status(status), body).as_ref().map_or(0, code::refusal)
}
