//! Single decisions.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use partner_center_rules::{
    AccountStatus, Holdings, OfferSegment, Open, Purchase, Transaction, eligibility_from_response, purchase_eligibility,
};

use crate::cases::cases;

/// How often each is measured in a run. It takes microseconds, and the first hundred times are slower: the processor does not predict the
/// branches yet.
const SAMPLES: u32 = 2_000;

/// Returns purchases with every status, six kinds of holdings, every segment and every transaction.
fn purchases() -> Vec<Purchase> {
    let statuses = AccountStatus::ALL.iter().map(|status| Some(Open::Known(*status))).chain([None]);
    let held =
        [None, Some(""), Some("Education"), Some("GovernmentCommunityCloud"), Some("StateOwnedEntity"), Some("?")];
    let held = held.map(|held| {
        held.map(|qualification| {
            let mut holdings = Holdings::default();
            if !qualification.is_empty() {
                holdings.add(qualification, Some("Approved"));
            }
            holdings
        })
    });
    let mut purchases = Vec::new();
    for status in statuses {
        for held in held {
            for segment in OfferSegment::ALL {
                for transaction in Transaction::ALL {
                    let (segment, transaction) = (Some(*segment), *transaction);
                    purchases.push(Purchase { status: status.clone(), held, segment, transaction });
                }
            }
        }
    }
    purchases
}

/// From typed status and holdings to a decision with its rules.
#[divan::bench(sample_count = SAMPLES)]
fn purchase(bencher: Bencher<'_, '_>) {
    let purchases = purchases();
    bencher.counter(ItemsCount::new(purchases.len())).bench_local(|| {
        for purchase in &purchases {
            black_box(purchase_eligibility(black_box(purchase)));
        }
    });
}

/// The same, with the message of every reason.
#[divan::bench(sample_count = SAMPLES)]
fn purchase_with_messages(bencher: Bencher<'_, '_>) {
    let purchases = purchases();
    bencher.counter(ItemsCount::new(purchases.len())).bench_local(|| {
        for purchase in &purchases {
            for rule in purchase_eligibility(black_box(purchase)).rules() {
                black_box(rule.reason.message());
            }
        }
    });
}

/// From the text of a response to a decision.
#[divan::bench(sample_count = SAMPLES)]
fn answer(bencher: Bencher<'_, '_>) {
    let answers: Vec<_> = cases("answers").iter().map(|case| case["body"].as_str().unwrap().to_owned()).collect();
    bencher.counter(ItemsCount::new(answers.len())).bench_local(|| {
        for body in &answers {
            black_box(eligibility_from_response(200, black_box(body), Transaction::NewPurchase));
        }
    });
}
