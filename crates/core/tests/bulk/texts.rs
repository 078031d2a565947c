//! Generated bulk texts, and their decisions.

use partner_center_rules::*;
use proptest::prelude::*;
use proptest::sample::select;

pub(crate) fn options() -> impl Strategy<Value = BulkOptions> {
    let segment = prop::option::of(select(OfferSegment::ALL));
    (select(Transaction::ALL), segment).prop_map(|(transaction, segment)| BulkOptions { transaction, segment })
}

/// Generates an array of records, most of them plausible.
pub(crate) fn array() -> impl Strategy<Value = String> {
    (records(), white_space()).prop_map(|(records, space)| format!("{space}[{space}{}]{space}", records.join(",")))
}

pub(crate) fn records() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop_oneof![9 => record(), 1 => value()], 0..5)
}

fn record() -> impl Strategy<Value = String> {
    let status = member(
        &["status", "status", "Status", "STATUS"],
        prop_oneof![9 => select(STATUSES).prop_map(str::to_owned), 1 => value()],
    );
    let entry = object(prop_oneof![
        4 => member(&["qualification", "Qualification", "QUALIFICATION"], select(QUALIFICATIONS).prop_map(str::to_owned)),
        2 => member(&["vettingStatus", "VettingStatus", "vettingstatus"], select(VETTING_STATUSES).prop_map(str::to_owned)),
        1 => member(&["vettingReason", "qualification", "status"], value()),
    ]);
    let entries = prop::collection::vec(prop_oneof![9 => entry, 1 => value()], 0..3);
    let entries =
        (entries, white_space()).prop_map(|(entries, space)| format!("[{space}{}{space}]", entries.join(",")));
    let held = member(&["qualifications", "Qualifications"], prop_oneof![9 => entries, 1 => value()]);
    let other = member(&["name", "statu", "\u{17f}tatus", "status\u{e9}", "qualification", "items", "data"], value());
    object(prop_oneof![4 => status, 3 => held, 2 => other])
}

fn object(member: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (prop::collection::vec(member, 0..4), white_space())
        .prop_map(|(members, space)| format!("{{{space}{}{space}}}", members.join(",")))
}

fn member(names: &'static [&'static str], value: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (select(names), any::<bool>(), white_space(), value).prop_map(|(name, is_escaped, space, value)| {
        let name = if is_escaped { escaped(name) } else { name.to_owned() };
        format!("{space}\"{name}\"{space}:{space}{value}{space}")
    })
}

/// Returns a name with its first character escaped.
fn escaped(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(|first| format!("\\u{:04x}", u32::from(first))).unwrap_or_default();
    first + characters.as_str()
}

/// Generates any value.
fn value() -> impl Strategy<Value = String> {
    let text = "[a-zA-Z ]{0,20}|\\\\[nrtbf/\\\\\"]|[é😀]{0,9}|\\\\u00e9".prop_map(|text| format!("\"{text}\""));
    let plain = select(&["null", "true", "false", "0", "-0", "12", "-3.5", "1e2", "0.0E-12", "10.25e+1"][..]);
    let leaf = prop_oneof![text, plain.prop_map(str::to_owned), select(STATUSES).prop_map(str::to_owned)];
    leaf.prop_recursive(4, 12, 3, |inner| {
        let items = (prop::collection::vec(inner.clone(), 0..3), white_space());
        let name = select(&["status", "a", "", "\\\\", "qualifications"][..]);
        let members = prop::collection::vec((name, inner), 0..3);
        prop_oneof![
            items.prop_map(|(items, space)| format!("[{space}{}]", items.join(","))),
            members.prop_map(|members| {
                let members: Vec<_> = members.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
                format!("{{{}}}", members.join(" ,\n"))
            }),
        ]
    })
}

fn white_space() -> impl Strategy<Value = &'static str> {
    select(&["", "", "", " ", "\n", "\t \r\n"][..])
}

const STATUSES: &[&str] = &[
    "\"Allowed\"",
    "\"underreview\"",
    "\"NotAllowed\"",
    "\"Unknown\"",
    "\"Not Ready\"",
    "\"NotReady\"",
    "\"NoAccountStatus\"",
    "\"\\u0041llowe\\u0064\"",
    "\"Not\\u0020Ready\"",
    "\"Allowed \"",
    "\"Allowed\\u0000\"",
    "\"\"",
    "\"Paused\"",
    "\"NotAllowedNotAllowedNotAllowedNotAllowed\"",
    "null",
];

const QUALIFICATIONS: &[&str] = &[
    "\"Education\"",
    "\"nonprofit\"",
    "\"GovernmentCommunityCloud\"",
    "\"StateOwned\\u0045ntity\"",
    "\"None\"",
    "\"Healthcare\"",
    "\"\"",
    "null",
];

const VETTING_STATUSES: &[&str] = &["\"Approved\"", "\"InReview\"", "\"denied\"", "\"Paused\"", "null", "true"];
