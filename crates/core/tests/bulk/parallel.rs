//! The parallel functions decide as the others do.

use partner_center_rules::*;

const OPTIONS: BulkOptions = BulkOptions { transaction: Transaction::Renewal, segment: Some(OfferSegment::Commercial) };

/// Returns enough lines for many pieces.
fn lines(separator: &str) -> String {
    let line = |at: usize| {
        let status = AccountStatus::ALL[at * 7 % AccountStatus::ALL.len()];
        let padding = "x".repeat(at % 97);
        format!(r#"{{"name":"{padding}","status":"{status}","qualifications":[{{"qualification":"Education"}}]}}"#)
    };
    (0..20_000).map(line).collect::<Vec<_>>().join(separator)
}

fn assert_alike(text: &str) -> Result<Vec<Outcome>, IncompleteBulk> {
    let outcomes = bulk_eligibility(text.as_bytes(), &OPTIONS);
    assert_eq!(par_bulk_eligibility(text.as_bytes(), &OPTIONS), outcomes);
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
    assert_eq!((unfinished.error.line, unfinished.error.column > 1), (line_of(&damaged, 1_000_000), true));
    assert_eq!(assert_alike(&format!("[]\n{lines}")).unwrap_err().error.offset, 3);
    for first in ["\u{feff}\u{feff}", "\u{feff}\n\u{feff}", "null,", "x", "\"a\","] {
        assert!(assert_alike(&format!("{first}\n{lines}")).unwrap_err().outcomes.is_empty(), "{first}");
    }
    assert!(assert_alike("\u{c}{}").is_err());
    assert_eq!(assert_alike(""), Ok(Vec::new()));
}

#[test]
fn the_first_record_is_read_as_on_one_core() {
    let lines = lines("\n");
    for first in ["null", "7", "\"x\"", "{\"items\":[{}]}"] {
        assert_eq!(assert_alike(&format!("{first}\n{lines}")).unwrap().len(), 20_001, "{first}");
    }
    let list = format!("{{\"items\":[{}]}}", lines.replace('\n', ",\n"));
    for list in [&list, "{\"items\":[{}]}"] {
        for space in ["", "\n", &" \n".repeat(200_000)] {
            for text in [format!("{space}{list}"), format!("{list}{space}"), format!("\u{feff}{space}{list}")] {
                assert_eq!(assert_alike(&text).unwrap_err().error.code, BulkErrorCode::WrappedList);
            }
        }
    }
}

fn line_of(text: &str, offset: usize) -> u64 {
    u64::try_from(text.split_at(offset).0.matches('\n').count()).unwrap() + 1
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
    assert_eq!(par_purchase_eligibilities(&purchases), purchase_eligibilities(&purchases));
}
