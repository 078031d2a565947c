//! Texts of the enumerations: messages and codes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeSet;

use partner_center_rules::*;

#[test]
fn messages_are_sentences_and_codes_are_unique() {
    let mut codes = BTreeSet::new();
    let reasons = ReasonCode::ALL.iter().map(|code| (code.as_str(), code.message()));
    let fields = FieldCode::ALL.iter().map(|code| (code.as_str(), code.message()));
    let faults = FaultCode::ALL.iter().map(|code| (code.as_str(), code.message()));
    let changes = ChangeCode::ALL.iter().map(|code| (code.as_str(), code.message()));
    for (code, message) in reasons.chain(fields).chain(faults).chain(changes) {
        assert!(codes.insert(code), "{code} occurs twice");
        assert!(message.ends_with('.') && !message.to_lowercase().contains("please"), "{code}: {message}");
        assert!(message.starts_with(|first: char| first.is_ascii_uppercase() || first == '`'), "{code}: {message}");
    }
}

#[test]
fn statements_are_sentences_and_rules_match_their_ids() {
    for id in RuleId::ALL {
        let rule = id.rule();
        assert_eq!(rule.id, *id);
        assert!(rule.statement.ends_with('.') && !rule.statement.contains('\n'), "{id}: {}", rule.statement);
    }
}

#[test]
fn pages_have_unique_urls() {
    let addresses: BTreeSet<_> = Source::ALL.iter().map(|source| source.url()).collect();
    let tags: BTreeSet<_> = Source::ALL.iter().map(|source| source.as_str()).collect();
    assert_eq!((addresses.len(), tags.len()), (Source::ALL.len(), Source::ALL.len()));
    let are_of_microsoft = ["https://learn.microsoft.com/", "https://github.com/microsoft/"];
    assert!(addresses.iter().all(|address| are_of_microsoft.iter().any(|start| address.starts_with(start))));
}
