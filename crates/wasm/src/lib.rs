//! The skin between the rules and JavaScript: strings and numbers in, numbers and JSON out.
//!
//! The facade of the npm package reads and checks what its callers give, so that nothing can throw through WebAssembly frames.
//! Enumerated arguments arrive as indexes into their tables. A decision leaves as one number, which the facade
//! decodes with tables made from those of the rules. Nothing is decided here.

#![cfg_attr(all(feature = "standalone", target_arch = "wasm32"), no_std)]

extern crate alloc;

pub mod boundary;
pub mod failure;

mod answers;
mod bulk;
mod call;
mod code;
mod forms;
mod json;
mod requests;
#[cfg(all(feature = "standalone", target_arch = "wasm32"))]
mod standalone;
mod texts;
mod view;

use partner_center_rules::{AccountStatus, FieldText, Holdings, Mode, OfferSegment, Open, Purchase, Transaction};
use wasm_bindgen::prelude::*;

pub use crate::answers::{read_answer, read_fault, read_timestamp};
use crate::boundary::{NO_SEGMENT, NOT_KNOWN};
pub use crate::bulk::push_bulk;
use crate::call::Call;
pub use crate::forms::{check_field, check_form, field_plan, is_customer_id, is_nil_guid, is_same_customer};
pub use crate::requests::{is_guid, read_request, update_request};
use crate::texts::Texts;

/// What a customer effectively holds, from pairs of qualification and vetting status.
#[wasm_bindgen]
#[must_use]
pub fn holdings(text: &str) -> u32 {
    let _call = Call;
    let mut holdings = Holdings::default();
    let mut texts = Texts::new(text);
    while let (Some(qualification), Some(vetting_status)) = (texts.next(), texts.next()) {
        match (qualification, vetting_status) {
            (FieldText::Text(qualification), FieldText::Text(status)) => holdings.add(qualification, Some(status)),
            (FieldText::Text(qualification), FieldText::Absent) => holdings.add(qualification, None),
            _ => holdings.add_unrecognised(),
        }
    }
    holdings.to_bits().into()
}

/// Returns whether a qualification can be set, with the fields that go with it.
#[wasm_bindgen]
#[must_use]
pub fn settability(target: &str, mode: u32, holdings: u32) -> u32 {
    let _call = Call;
    code::settability(&partner_center_rules::settability(target, item(Mode::ALL, mode), held(holdings)))
}

/// Returns whether the account status lets a transaction go through. A status that is not known has no text.
#[wasm_bindgen]
#[must_use]
pub fn account_eligibility(is_known: bool, status: &str, transaction: u32) -> u32 {
    let _call = Call;
    let status = is_known.then(|| Open::from(status));
    code::decision(&partner_center_rules::account_eligibility(status.as_ref(), item(Transaction::ALL, transaction)))
}

/// Returns whether the segment of an offer lets a transaction go through.
#[wasm_bindgen]
#[must_use]
pub fn offer_eligibility(holdings: u32, segment: u32, transaction: u32) -> u32 {
    let _call = Call;
    let Some(&segment) = OfferSegment::ALL.get(index(segment)) else { return 0 };
    let transaction = item(Transaction::ALL, transaction);
    code::decision(&partner_center_rules::offer_eligibility(held(holdings), segment, transaction))
}

/// Returns whether a purchase goes through.
#[wasm_bindgen]
#[must_use]
pub fn purchase_eligibility(is_known: bool, status: &str, holdings: u32, segment: u32, transaction: u32) -> u32 {
    let _call = Call;
    let status: Option<Open<AccountStatus>> = is_known.then(|| status.into());
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
        held: held(holdings),
        segment,
    }))
}

/// Returns whether a transaction goes through, from the answer about the account status, and where a segment is given, a purchase of it.
#[wasm_bindgen]
#[must_use]
pub fn eligibility_from_response(http_status: f64, body: &str, transaction: u32, holdings: u32, segment: u32) -> u32 {
    let _call = Call;
    let (http_status, transaction) = (whole(http_status), item(Transaction::ALL, transaction));
    let decision = match OfferSegment::ALL.get(index(segment)) {
        _ if segment == NO_SEGMENT => partner_center_rules::eligibility_from_response(http_status, body, transaction),
        Some(&segment) => partner_center_rules::purchase_eligibility_from_response(
            http_status,
            body,
            transaction,
            held(holdings),
            segment,
        ),
        None => return 0,
    };
    code::decision(&decision)
}

/// Why the service refused a purchase, and with whom the cause lies; 0 if it is none of the documented refusals.
#[wasm_bindgen]
#[must_use]
pub fn explain_purchase_refusal(http_status: f64, body: &str) -> u32 {
    let _call = Call;
    partner_center_rules::explain_purchase_refusal(whole(http_status), body).as_ref().map_or(0, code::refusal)
}

/// The item of a table. The facade passes only indexes that it found there; of any other, the first item.
pub(crate) fn item<T: Copy + Default>(all: &[T], at: u32) -> T {
    all.get(index(at)).copied().unwrap_or_default()
}

pub(crate) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

pub(crate) fn held(bits: u32) -> Option<Holdings> {
    if bits == NOT_KNOWN { None } else { u16::try_from(bits).ok().and_then(Holdings::from_bits) }
}

/// An HTTP status as the rules take it; 0, which is none, for a number that is not whole or does not fit.
#[expect(clippy::as_conversions, reason = "it saturates, and what does not come back the same is refused")]
pub(crate) fn whole(http_status: f64) -> u16 {
    let status = http_status as u16;
    if f64::from(status) == http_status { status } else { 0 }
}
