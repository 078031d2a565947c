//! The decisions for all combinations of values, against the tables in `tests/tables`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use partner_center_rules::*;

/// A table: column names and rows.
struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Returns the cells by the first `keys` cells of their row and the name of their column.
    fn cells(&self, keys: usize) -> BTreeMap<(Vec<String>, String), String> {
        let mut cells = BTreeMap::new();
        for row in &self.rows {
            for (column, cell) in self.header.iter().zip(row).skip(keys) {
                assert!(cells.insert((row[..keys].to_vec(), column.clone()), cell.clone()).is_none(), "{row:?} twice");
            }
        }
        cells
    }
}

fn tables(name: &str) -> Vec<Table> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tables").join(name);
    let text = fs::read_to_string(path).unwrap();
    let mut tables: Vec<Table> = Vec::new();
    let mut before = "";
    for line in text.lines() {
        if let Some(line) = line.strip_prefix('|') {
            let cells = line.trim_end_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
            if !before.starts_with('|') {
                tables.push(Table { header: cells, rows: Vec::new() });
            } else if !line.starts_with('-') {
                tables.last_mut().unwrap().rows.push(cells);
            }
        }
        before = line;
    }
    tables
}

/// Formats an outcome like a cell.
fn outcome_cell(outcome: Outcome) -> String {
    match outcome {
        Outcome::Allowed => "yes".to_owned(),
        Outcome::Blocked => "no".to_owned(),
        _ => "?".to_owned(),
    }
}

/// Formats a decision like a cell.
fn cell(decision: &Decision) -> String {
    decision.rule_ids().fold(outcome_cell(decision.outcome()), |cell, rule| format!("{cell} {rule}"))
}

const QUALIFICATIONS: [&str; 6] =
    ["None", "Education", "Nonprofit", "GovernmentCommunityCloud", "StateOwnedEntity", "Healthcare"];
const VETTING_STATUSES: [Option<&str>; 5] =
    [None, Some("Approved"), Some("InReview"), Some("Denied"), Some("Escalated")];

/// Returns every set of up to three entries of a customer, with repetition.
fn held_sets() -> Vec<Vec<(&'static str, Option<&'static str>)>> {
    let entries: Vec<_> =
        QUALIFICATIONS.iter().flat_map(|held| VETTING_STATUSES.iter().map(|status| (*held, *status))).collect();
    let mut sets = vec![vec![]];
    for (one, first) in entries.iter().enumerate() {
        sets.push(vec![*first]);
        for (two, second) in entries.iter().enumerate().skip(one) {
            sets.push(vec![*first, *second]);
            sets.extend(entries.iter().skip(two).map(|third| vec![*first, *second, *third]));
        }
    }
    sets
}

fn holdings(entries: &[(&str, Option<&str>)]) -> Holdings {
    let mut holdings = Holdings::default();
    entries.iter().for_each(|(qualification, status)| holdings.add(qualification, *status));
    holdings
}

/// Returns the key of holdings in the tables: active, pending, unrecognised.
fn key(held: Option<Holdings>) -> [String; 3] {
    let Some(held) = held else { return ["not known", "not known", "not known"].map(str::to_owned) };
    let list = |is_in: &dyn Fn(Qualification) -> bool| {
        let names: Vec<_> = Qualification::ALL.iter().filter(|held| is_in(**held)).map(|held| held.as_str()).collect();
        if names.is_empty() { "-".to_owned() } else { names.join(" + ") }
    };
    let unrecognised = if held.is_unrecognised() { "yes" } else { "no" };
    [list(&|one| held.is_active(one)), list(&|one| held.is_pending(one)), unrecognised.to_owned()]
}

#[test]
fn entries_match_the_table() {
    let [table] = &tables("holdings.md")[..] else { panic!("one table is expected") };
    let mut count = 0;
    for ((row, column), state) in table.cells(1) {
        let qualification = if row[0] == "any other" { "Healthcare" } else { &row[0] };
        let status = match &*column {
            "no vetting status" => None,
            "any other" => Some("Escalated"),
            status => Some(status),
        };
        let held = holdings(&[(qualification, status)]);
        let expected = match &*state {
            "active" => [qualification, "-", "no"],
            "pending" => ["-", qualification, "no"],
            "unrecognised" => ["-", "-", "yes"],
            "dropped" | "not held" => ["-", "-", "no"],
            _ => panic!("no state is named {state}"),
        };
        assert_eq!(key(Some(held)), expected.map(str::to_owned), "{qualification} {status:?}");
        count += 1;
    }
    assert_eq!(count, 6 * 5);
}

#[test]
fn settability_matches_the_table() {
    let [decided, constant, fields] = &tables("settability.md")[..] else { panic!("three tables are expected") };
    let (decided, constant, fields) = (decided.cells(3), constant.cells(2), fields.cells(2));
    let mut reached = BTreeSet::new();
    let mut count = 0;
    let sets = held_sets().into_iter().map(|entries| Some(holdings(&entries))).chain([None]);
    for held in sets {
        for target in QUALIFICATIONS {
            for &mode in Mode::ALL {
                let row_of_two = vec![
                    if target == "Healthcare" { "any other".to_owned() } else { target.to_owned() },
                    mode.to_string(),
                ];
                let column = (key(held).to_vec(), format!("{target} {mode}"));
                let settability = settability(target, mode, held);
                let expected = constant.get(&(row_of_two.clone(), "answer".to_owned())).unwrap_or_else(|| {
                    reached.insert(column.clone());
                    &decided[&column]
                });
                assert_eq!(cell(&settability.decision), *expected, "{target} {mode} {:?}", key(held));

                let list = |column: &str, given: &[Field]| {
                    let names: Vec<_> = given.iter().map(|field| field.as_str()).collect();
                    let given = if names.is_empty() { "-".to_owned() } else { names.join(" + ") };
                    let of_target = fields.get(&(row_of_two.clone(), column.to_owned()));
                    let is_blocked = settability.decision.outcome() == Outcome::Blocked;
                    let expected = of_target.filter(|_| !is_blocked).map_or("-", String::as_str);
                    assert_eq!(given, expected, "{target} {mode} {column}");
                };
                list("required", settability.fields.required);
                list("optional", settability.fields.optional);
                count += 1;
            }
        }
    }
    assert_eq!(reached.len(), decided.len(), "every cell of the table is reached");
    assert_eq!(count, (1 + 30 + 465 + 4_960 + 1) * 6 * 2);
}

/// Returns the statuses of the table as arguments.
fn statuses(table: &Table) -> Vec<(String, Option<Open<AccountStatus>>)> {
    let argument = |row: &Vec<String>| match &*row[0] {
        "not known" => None,
        "any other" => Some(Open::from("Paused")),
        status => Some(Open::from(status)),
    };
    table.rows.iter().map(|row| (row[0].clone(), argument(row))).collect()
}

/// Returns the cells about offers, for transactions that sell and for others.
fn offers() -> [BTreeMap<(Vec<String>, String), String>; 2] {
    let [sales, others] = &tables("offers.md")[..] else { panic!("two tables are expected") };
    [sales.cells(2), others.cells(2)]
}

fn sells(transaction: Transaction) -> bool {
    matches!(transaction, Transaction::NewPurchase | Transaction::SeatIncrease | Transaction::Upgrade)
}

#[test]
fn accounts_and_purchases_match_the_tables() {
    let [accounts] = &tables("account.md")[..] else { panic!("one table is expected") };
    let offers = offers();
    let account_cells = accounts.cells(1);
    let mut holdings_of_offers: Vec<_> =
        held_sets().iter().map(|entries| Some(holdings(entries))).chain([None]).collect();
    holdings_of_offers.sort_by_key(|held| key(*held));
    holdings_of_offers.dedup();
    assert_eq!(holdings_of_offers.len(), 131, "effective holdings");

    let mut reached = BTreeSet::new();
    let mut count = 0;
    for (name, status) in statuses(accounts) {
        for &transaction in Transaction::ALL {
            let account = account_eligibility(status.as_ref(), transaction);
            assert_eq!(
                cell(&account),
                account_cells[&(vec![name.clone()], transaction.to_string())],
                "{name} {transaction}"
            );
            let purchase = Purchase { status: status.clone(), transaction, ..Purchase::default() };
            assert_eq!(purchase_eligibility(&purchase), account);

            for &held in &holdings_of_offers {
                for &segment in OfferSegment::ALL {
                    let [active, _, unrecognised] = key(held);
                    let row = if unrecognised == "yes" {
                        vec!["any".to_owned(), unrecognised]
                    } else {
                        vec![active, unrecognised]
                    };
                    let offer = offer_eligibility(held, segment, transaction);
                    let is_sale = sells(transaction);
                    let expected = &offers[usize::from(!is_sale)][&(row.clone(), segment.to_string())];
                    assert_eq!(cell(&offer), *expected, "{row:?} {segment} {transaction}");
                    reached.insert((row, segment, is_sale));

                    let both = purchase_eligibility(&Purchase { held, segment: Some(segment), ..purchase.clone() });
                    assert_eq!(both.outcome(), account.outcome().and(offer.outcome()));
                    let is_named = |rule: &RuleId| both.is_allowed() || rule.outcome() != Outcome::Allowed;
                    let named: Vec<_> = account.rule_ids().chain(offer.rule_ids()).filter(is_named).collect();
                    assert_eq!(both.rule_ids().collect::<Vec<_>>(), named);
                    count += 1;
                }
            }
        }
    }
    assert_eq!(account_cells.len(), 8 * 6);
    assert_eq!(count, 8 * 6 * 131 * 4);
    // Each table also has a row for four active qualifications, which three entries cannot have.
    let cells: usize = offers.iter().map(|cells| cells.len() - 4).sum();
    assert_eq!(reached.len(), cells, "every other cell of the tables is reached");
}

#[test]
fn four_active_qualifications_match_the_table() {
    let held = QUALIFICATIONS[1..5].iter().map(|held| (*held, None)).collect::<Vec<_>>();
    let held = Some(holdings(&held));
    for (offers, transaction) in offers().iter().zip([Transaction::NewPurchase, Transaction::Renewal]) {
        for &segment in OfferSegment::ALL {
            let row = key(held)[..1].iter().cloned().chain(["no".to_owned()]).collect::<Vec<_>>();
            let offer = offer_eligibility(held, segment, transaction);
            assert_eq!(cell(&offer), offers[&(row, segment.to_string())]);
        }
    }
}

#[test]
fn rules_match_the_table() {
    let [table] = &tables("rules.md")[..] else { panic!("one table is expected") };
    let rules = RuleId::ALL.iter().map(|id| vec![id.to_string(), outcome_cell(id.outcome()), id.reason().to_string()]);
    assert_eq!(table.rows, rules.collect::<Vec<_>>());
}
