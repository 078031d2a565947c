//! The cases in `tests/cases` are the specification: each runs here as it runs in Node and in a browser.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed"
)]

mod ask;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use partner_center_rules::*;
use serde_json::Value;

use crate::ask::ask;

/// One file of cases.
#[derive(serde::Deserialize)]
struct File {
    call: String,
    cases: Vec<Case>,
}

/// One case.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    source: Vec<String>,
    mistake: Option<u8>,
    input: Value,
    expected: Value,
}

fn files() -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let read = |path: &Path| {
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    };
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

#[test]
fn every_case_gives_what_is_expected() {
    assert!(check(|case| !is_long(case)) >= 1_000);
}

/// A test of its own, since the few long texts take nearly all of the time.
#[test]
fn every_long_case_gives_what_is_expected() {
    assert!(check(is_long) >= 4);
}

/// Returns whether the text of a case is long: a part of it is written once and repeated.
fn is_long(case: &Case) -> bool {
    case.input["text"].as_array().is_some_and(|parts| parts.iter().any(|part| part.get("repeat").is_some()))
}

/// Checks the cases that are chosen, and returns their number.
fn check(is_chosen: impl Fn(&Case) -> bool) -> usize {
    let mut failures = Vec::new();
    let mut count = 0;
    for File { call, cases } in files() {
        for case in cases.iter().filter(|case| is_chosen(case)) {
            count += 1;
            let actual = ask(&call, &case.input);
            if actual != case.expected {
                failures.push(format!(
                    "{call}: {}\n  input    {}\n  expected {}\n  actual   {actual}",
                    case.name, case.input, case.expected
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {count} cases failed\n{}", failures.len(), failures.join("\n"));
    count
}

#[test]
fn the_cases_are_complete_and_cite_known_pages() {
    let mut names = BTreeSet::new();
    let mut mistakes = BTreeSet::new();
    let mut rules = BTreeSet::new();
    let mut codes = BTreeSet::new();
    let mut origins = BTreeSet::new();
    let mut operations = BTreeSet::new();
    for File { call, cases } in files() {
        for case in cases {
            assert!(names.insert(format!("{call}: {}", case.name)), "{} occurs twice", case.name);
            mistakes.extend(case.mistake);
            for tag in &case.source {
                assert!(Source::ALL.iter().any(|source| source.as_str() == tag), "{}: no page {tag}", case.name);
            }
            collect(&case.expected, "rules", &mut rules);
            collect(&case.expected, "codes", &mut codes);
            // A fault is the expected result, or is in it instead of a value.
            for fault in [Some(&case.expected), case.expected.get("fault")].into_iter().flatten() {
                let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
                codes.extend(text(fault.get("issue").and_then(|issue| issue.get("code"))));
                origins.extend(text(fault.get("origin")));
            }
            let error = case.expected.get("error").and_then(|error| error["code"].as_str());
            codes.extend(error.map(str::to_owned));
            let request = case.expected.get("request").unwrap_or(&case.expected);
            operations.extend(request.get("operation").and_then(Value::as_str).map(str::to_owned));
            for found in ["issues", "warnings", "changes"] {
                for item in case.expected.get(found).and_then(Value::as_array).into_iter().flatten() {
                    assert!(item["path"].is_string() || item["path"].is_null(), "{}: a path", case.name);
                    codes.insert(item["code"].as_str().unwrap().to_owned());
                }
            }
        }
    }
    assert!(mistakes.iter().copied().eq(1..=18), "mistakes pinned: {mistakes:?}");
    for rule in RuleId::ALL {
        assert!(rules.contains(rule.as_str()), "no case names rule {rule}");
    }
    let reasons = ReasonCode::ALL.iter().map(|code| code.as_str());
    // JSON cannot have what is no form, and `checkForm` throws for the value of another API: tests/node/schema.test.mjs has these codes.
    let not_in_json = [FieldCode::FormNotObject, FieldCode::FormOtherMode];
    let fields = FieldCode::ALL.iter().filter(|code| !not_in_json.contains(code)).map(|code| code.as_str());
    let changes = ChangeCode::ALL.iter().map(|code| code.as_str());
    let faults = FaultCode::ALL.iter().map(|code| code.as_str());
    let bulk_errors = BulkErrorCode::ALL.iter().map(|code| code.as_str());
    for code in reasons.chain(fields).chain(changes).chain(faults).chain(bulk_errors) {
        assert!(codes.contains(code), "no case has the code {code}");
    }
    for operation in Operation::ALL {
        assert!(operations.contains(operation.as_str()), "no case has the operation {operation}");
    }
    for origin in FaultOrigin::ALL {
        assert!(origins.contains(origin.as_str()), "no case has the origin {origin}");
    }
}

fn collect(expected: &Value, member: &str, into: &mut BTreeSet<String>) {
    let items = expected.get(member).and_then(Value::as_array).into_iter().flatten();
    into.extend(items.map(|item| item.as_str().unwrap().to_owned()));
}
