//! Bulk checks.

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use partner_center_rules::{
    AccountStatus, BulkOptions, Open, Outcome, Purchase, bulk_eligibility, par_bulk_eligibility,
    par_purchase_eligibilities, purchase_eligibilities, purchase_eligibility,
};
use serde::Deserialize;

use crate::records;

const SIZES: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// How often each is measured in a run.
const SAMPLES: u32 = 5;

/// A typed record for `serde_json`, which keeps no text.
#[derive(Deserialize)]
struct Record {
    status: Option<Status>,
}

#[derive(Deserialize)]
enum Status {
    Allowed,
    UnderReview,
    NotAllowed,
    Unknown,
    #[serde(rename = "Not Ready", alias = "NotReady")]
    NotReady,
    #[serde(other)]
    Other,
}

impl From<Status> for Open<AccountStatus> {
    fn from(status: Status) -> Self {
        Self::Known(match status {
            Status::Allowed => AccountStatus::Allowed,
            Status::UnderReview => AccountStatus::UnderReview,
            Status::NotAllowed => AccountStatus::NotAllowed,
            Status::Unknown => AccountStatus::Unknown,
            Status::NotReady => AccountStatus::NotReady,
            Status::Other => return Self::from(""),
        })
    }
}

fn with_serde_json(text: &[u8]) -> Vec<Outcome> {
    let records: Vec<Record> = serde_json::from_slice(text).unwrap();
    let purchase = |Record { status }| Purchase { status: status.map(Open::from), ..Purchase::default() };
    records.into_iter().map(|record| purchase_eligibility(&purchase(record)).outcome()).collect()
}

fn purchases(count: u32) -> Vec<Purchase> {
    let status = |at| serde_json::from_str(records::status(at)).unwrap();
    (0..count).map(|at| Purchase { status: status(at), ..Purchase::default() }).collect()
}

/// Panics unless all implementations give the same outcomes.
pub(crate) fn compare(count: u32) {
    let options = BulkOptions::default();
    let (array, lines, purchases) = (records::array(count), records::lines(count), purchases(count));
    let outcomes = bulk_eligibility(array.as_bytes(), &options).unwrap();
    assert_eq!(outcomes, with_serde_json(array.as_bytes()));
    assert_eq!(outcomes, bulk_eligibility(lines.as_bytes(), &options).unwrap());
    assert_eq!(outcomes, par_bulk_eligibility(lines.as_bytes(), &options).unwrap());
    assert_eq!(outcomes, purchase_eligibilities(&purchases));
    assert_eq!(outcomes, par_purchase_eligibilities(&purchases));
}

#[divan::bench(args = SIZES, sample_count = SAMPLES, sample_size = 1)]
fn array(bencher: Bencher<'_, '_>, count: u32) {
    of_text(bencher, &records::array(count), count, |text| bulk_eligibility(text, &BulkOptions::default()).unwrap());
}

#[divan::bench(args = SIZES, sample_count = SAMPLES, sample_size = 1)]
fn array_with_serde_json(bencher: Bencher<'_, '_>, count: u32) {
    of_text(bencher, &records::array(count), count, with_serde_json);
}

#[divan::bench(args = SIZES, sample_count = SAMPLES, sample_size = 1)]
fn lines(bencher: Bencher<'_, '_>, count: u32) {
    of_text(bencher, &records::lines(count), count, |text| bulk_eligibility(text, &BulkOptions::default()).unwrap());
}

#[divan::bench(args = SIZES, sample_count = SAMPLES, sample_size = 1)]
fn lines_on_all_cores(bencher: Bencher<'_, '_>, count: u32) {
    of_text(bencher, &records::lines(count), count, |text| {
        par_bulk_eligibility(text, &BulkOptions::default()).unwrap()
    });
}

#[divan::bench(args = SIZES, sample_count = SAMPLES, sample_size = 1)]
fn slice(bencher: Bencher<'_, '_>, count: u32) {
    let purchases = purchases(count);
    bencher.counter(ItemsCount::new(count)).bench_local(|| purchase_eligibilities(black_box(&purchases)));
}

#[divan::bench(args = SIZES, sample_count = SAMPLES, sample_size = 1)]
fn slice_on_all_cores(bencher: Bencher<'_, '_>, count: u32) {
    let purchases = purchases(count);
    bencher.counter(ItemsCount::new(count)).bench_local(|| par_purchase_eligibilities(black_box(&purchases)));
}

fn of_text(bencher: Bencher<'_, '_>, text: &str, count: u32, decide: impl Fn(&[u8]) -> Vec<Outcome>) {
    bencher
        .counter(BytesCount::of_str(text))
        .counter(ItemsCount::new(count))
        .bench_local(|| decide(black_box(text.as_bytes())));
}

#[cfg(test)]
mod tests {
    #[test]
    fn all_implementations_give_the_same_outcomes() {
        super::compare(100);
    }
}
