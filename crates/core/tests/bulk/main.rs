//! Properties of bulk texts: the decisions are those of the typed calls, wherever the text is cut, and errors have their position.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed"
)]

mod edges;
mod errors;
#[path = "../model/mod.rs"]
mod model;
#[cfg(feature = "rayon")]
mod parallel;
mod texts;

use proptest::prelude::*;
use proptest::sample::Index;

use crate::model::bulk::{Outcomes, decide_whole};
use crate::texts::{array, options, records};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_text_is_decided_as_by_the_typed_calls(text in text(), size in 1..9_usize, cut in any::<Index>(), options in options()) {
        model::bulk::text(text.as_bytes(), size, cut.index(text.len() + 1), &options);
    }

    #[test]
    fn an_array_is_a_text_of_records(text in array(), options in options()) {
        prop_assert_eq!(decide_whole(text.as_bytes(), &options).end, Ok(()));
    }

    #[test]
    fn lines_are_decided_as_an_array(first in "\\{\\}|null|-?7|\"[ a{\\]]*\"", mut records in records(), separator in "[ \t\r]?\n[\n\t ]{0,2}", options in options()) {
        // What begins lines is no array.
        records.insert(0, first);
        let lines = records.join(&separator);
        let decide_pieces = |text: String| {
            let Outcomes { decisions, end, .. } = decide_whole(text.as_bytes(), &options);
            (decisions, end)
        };
        let of_array = decide_pieces(format!("[{}]", records.join(",")));
        prop_assert_eq!(&decide_pieces(lines.clone()), &of_array);
        prop_assert_eq!(&decide_pieces(format!("\u{feff}{separator}{lines}{separator}")), &of_array);
    }
}

/// Generates arrays and JSON lines, most of them damaged.
fn text() -> impl Strategy<Value = String> {
    let lines = records().prop_map(|records| records.join("\n"));
    let list = array().prop_map(|records| format!("{{\"count\":2,\r\n\"Items\":{records}}}\r\n"));
    prop_oneof![1 => array(), 4 => damaged(array()), 4 => damaged(lines), 2 => damaged(list), 1 => "[\\[\\]{}\",:0-9a-z\\\\ \n\ré]{0,30}"]
}

/// Removes, replaces or inserts one character of a text.
fn damaged(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (text, any::<Index>(), 0..3, "[\\[\\]{}\",:0-9a-ztfn\\\\ \n\u{0}.+-]").prop_map(|(text, at, way, other)| {
        let mut characters: Vec<_> = text.chars().map(String::from).collect();
        let start = at.index(characters.len() + 1);
        let end = if way == 2 { start } else { characters.len().min(start + 1) };
        characters.splice(start..end, (way > 0).then_some(other));
        characters.concat()
    })
}
