//! Properties of bulk texts: the decisions are those of the typed calls, wherever the text is cut, and errors have their position.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed"
)]

mod edges;
mod model;
#[cfg(feature = "rayon")]
mod parallel;
mod texts;

use partner_center_rules::*;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::texts::{Outcomes, array, decide_pieces, decide_whole, options, records};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_batch_decides_as_the_typed_calls_do(text in array(), options in options()) {
        let expected = model::decisions(&text, &options).unwrap();
        let Outcomes { decisions, ends, end } = decide_whole(text.as_bytes(), &options);
        prop_assert_eq!((&decisions, end), (&expected, Ok(())));
        for (place, end) in ends.into_iter().enumerate() {
            let (before, _) = text.split_at(usize::try_from(end).unwrap());
            prop_assert_eq!(model::decisions(&format!("{before}]"), &options).unwrap(), &expected[..=place]);
            prop_assert_eq!(before, before.trim_end());
        }
        let outcomes: Vec<_> = expected.iter().map(Decision::outcome).collect();
        prop_assert_eq!(bulk_eligibility(text.as_bytes(), &options), Ok(outcomes));
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

    #[test]
    fn it_does_not_matter_where_a_text_is_cut(text in text(), cuts in prop::collection::vec(any::<Index>(), 0..6), options in options()) {
        let whole = decide_whole(text.as_bytes(), &options);
        let mut cuts: Vec<_> = cuts.iter().map(|cut| cut.index(text.len() + 1)).collect();
        cuts.sort_unstable();
        cuts.push(text.len());
        let mut rest = text.as_bytes();
        let pieces = cuts.iter().map(|cut| {
            let (piece, after) = rest.split_at(cut - (text.len() - rest.len()));
            rest = after;
            piece
        });
        prop_assert_eq!(&decide_pieces(pieces, &options), &whole);
        prop_assert_eq!(&decide_pieces(text.as_bytes().chunks(1), &options), &whole);
    }

    #[test]
    fn a_batch_goes_on_from_its_bits(text in text(), size in 1..9_usize, options in options()) {
        let (mut decisions, mut ends) = (Vec::new(), Vec::new());
        let mut reader = BulkReader::new(&options);
        // What is given to each batch, and how much the batches before it have read.
        let (mut given, mut before) = (Vec::new(), 0);
        let mut end = Ok(());
        for piece in text.as_bytes().chunks(size) {
            let read = given.len() - reader.begun();
            given.drain(..read);
            given.extend_from_slice(piece);
            before += u64::try_from(read).unwrap();
            reader = BulkReader::from_bits(reader.to_bits(), reader.line(), reader.column(), &options).unwrap();
            end = reader.push(&given, |decision, end| {
                decisions.push(decision);
                ends.push(before + end);
            });
            if end.is_err() {
                break;
            }
        }
        let end = end.and_then(|()| reader.finish(|decision, end| {
            decisions.push(decision);
            ends.push(before + end);
        }));
        let end = end.map_err(|error| BulkError { offset: before + error.offset, ..error });
        prop_assert_eq!(Outcomes { decisions, ends, end }, decide_whole(text.as_bytes(), &options));
    }

    #[test]
    fn a_batch_takes_what_another_reader_takes(text in damaged(array()), options in options()) {
        let expected = model::decisions(&text, &options);
        let Outcomes { decisions, end, .. } = decide_whole(text.as_bytes(), &options);
        match expected {
            Some(expected) => prop_assert_eq!((decisions, end), (expected, Ok(()))),
            // Lines are no array.
            None => prop_assert!(end.is_err() || !text.trim_start().starts_with('['), "{:?}", text),
        }
    }

    #[test]
    fn an_error_has_the_line_and_the_column_of_its_offset(text in text(), options in options()) {
        let Outcomes { end: Err(error), .. } = decide_whole(text.as_bytes(), &options) else { return Ok(()) };
        let (before, _) = text.split_at(usize::try_from(error.offset).unwrap());
        let lines = before.replace("\r\n", "\n").replace('\r', "\n");
        let last = lines.rsplit('\n').next().unwrap();
        let [line, column] = [lines.matches('\n').count(), last.chars().count()].map(|count| u64::try_from(count).unwrap() + 1);
        prop_assert_eq!((error.line, error.column), (line, column));
        prop_assert_eq!(bulk_eligibility(text.as_bytes(), &options).unwrap_err().error, error);
    }

    #[test]
    fn an_error_is_at_the_first_byte_that_cannot_be_there(text in text(), options in options()) {
        let Outcomes { decisions, ends, end: Err(error) } = decide_whole(text.as_bytes(), &options) else { return Ok(()) };
        let at = usize::try_from(error.offset).unwrap();
        let before = decide_whole(&text.as_bytes()[..at], &options);
        prop_assert!(matches!(before.end, Ok(()) | Err(BulkError { code: BulkErrorCode::EndMissing | BulkErrorCode::WrappedList, .. })), "{:?}", before.end);
        // Only the end of the text says that it is no record.
        if error.code == BulkErrorCode::WrappedList {
            prop_assert!(decisions.is_empty() && text.as_bytes()[at] == b'[', "{}", error);
        } else if error.code == BulkErrorCode::EndMissing {
            prop_assert_eq!(at, text.len());
        } else {
            let with_it = decide_whole(&text.as_bytes()[..=at], &options);
            prop_assert_eq!(with_it, Outcomes { decisions, ends, end: Err(error) });
        }
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
