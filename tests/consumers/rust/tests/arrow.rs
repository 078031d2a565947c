//! The account status of many customers in a column of Arrow, as engines such as DataFusion and Polars have it.

use arrow_array::{Array as _, StringArray};
use partner_center_rules::{Open, Outcome, Transaction, account_eligibility};

const ROWS: usize = 1_000_000;

/// Decides for each row. The column of outcomes has no nulls: an absent status is undetermined.
fn outcomes(statuses: &StringArray, transaction: Transaction) -> StringArray {
    let outcome = |status: Option<&str>| account_eligibility(status.map(Open::from).as_ref(), transaction).outcome();
    StringArray::from_iter_values(statuses.iter().map(|status| outcome(status).as_str()))
}

#[test]
fn a_column_of_statuses_becomes_a_column_of_outcomes() {
    let expected = [
        (Some("Allowed"), Outcome::Allowed),
        (Some("UnderReview"), Outcome::Blocked),
        (Some("NotAllowed"), Outcome::Blocked),
        (Some("A status added later"), Outcome::Undetermined),
        (None, Outcome::Undetermined),
    ];
    let statuses: StringArray = expected.iter().map(|(status, _)| *status).cycle().take(ROWS).collect();
    assert_eq!((statuses.len(), statuses.null_count()), (ROWS, ROWS / expected.len()));

    let outcomes = outcomes(&statuses, Transaction::NewPurchase);
    assert_eq!((outcomes.len(), outcomes.null_count()), (ROWS, 0));
    let expected = expected.iter().map(|(_, outcome)| Some(outcome.as_str())).cycle().take(ROWS);
    assert!(outcomes.iter().eq(expected));
}
