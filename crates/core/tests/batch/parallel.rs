//! Batches on all cores are decided as on one.

use partner_center_rules::*;

const OPTIONS: BatchOptions =
    BatchOptions { transaction: Transaction::Renewal, segment: Some(OfferSegment::Commercial) };

/// Enough for many pieces.
fn lines(separator: &str) -> String {
    let line = |at: usize| {
        let status = AccountStatus::ALL[at * 7 % AccountStatus::ALL.len()];
        let padding = "x".repeat(at % 97);
        format!(r#"{{"name":"{padding}","status":"{status}","qualifications":[{{"qualification":"Education"}}]}}"#)
    };
    (0..20_000).map(line).collect::<Vec<_>>().join(separator)
}

fn assert_alike(text: &str) -> Result<Vec<Outcome>, UnfinishedBatch> {
    let outcomes = eligibility_of_many(text.as_bytes(), &OPTIONS);
    assert_eq!(par_eligibility_of_many(text.as_bytes(), &OPTIONS), outcomes);
    outcomes
}

#[test]
fn texts_are_decided_as_on_one_core() {
    let lines = lines("\n");
    assert_eq!(assert_alike(&lines).unwrap().len(), 20_000);
    assert_eq!(assert_alike(&format!("\u{feff}\n{lines}\n")).unwrap().len(), 20_000);
    assert_eq!(assert_alike(&format!("[{}]", lines.replace('\n', ",\n"))).unwrap().len(), 20_000);
    // White space in the records, so that a line feed ends none.
    assert_eq!(assert_alike(&lines.replace(',', ",\n")).unwrap().len(), 20_000);
    // A line that is an array is a record that cannot be read, also where it begins a piece.
    assert_eq!(assert_alike(&lines.replace('\n', "\n[{},{}]\n")).unwrap().len(), 39_999);
}

#[test]
fn errors_are_those_of_one_core() {
    let lines = lines("\n");
    let mut damaged = lines.clone();
    damaged.replace_range(1_000_000..1_000_001, "\0");
    let unfinished = assert_alike(&damaged).unwrap_err();
    assert_eq!(unfinished.error.offset, 1_000_000);
    assert!(unfinished.outcomes.len() > 5_000);
    assert_eq!(assert_alike(&format!("{lines},")).unwrap_err().outcomes.len(), 20_000);
    assert_eq!(assert_alike(&format!("[]\n{lines}")).unwrap_err().error.offset, 3);
    assert!(assert_alike("\u{c}{}").is_err());
    assert_eq!(assert_alike(""), Ok(Vec::new()));
}

#[test]
fn purchases_are_decided_as_on_one_core() {
    let purchase = |at: usize| Purchase {
        status: Some(AccountStatus::ALL[at % AccountStatus::ALL.len()].into()),
        held: Some(Holdings::default()),
        segment: Some(OfferSegment::ALL[at % OfferSegment::ALL.len()]),
        ..Purchase::default()
    };
    let purchases: Vec<_> = (0..10_000).map(purchase).collect();
    assert_eq!(par_eligibility_of_slice(&purchases), eligibility_of_slice(&purchases));
}
