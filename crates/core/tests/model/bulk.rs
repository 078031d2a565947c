//! Bulk texts.

use partner_center_rules::*;
use serde_json::value::RawValue;

use super::json::{Json, Kind, MAX_DEPTH, without_mark};

/// The decisions for a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outcomes {
    pub(crate) decisions: Vec<Decision>,
    /// The offsets of the ends of the records.
    pub(crate) ends: Vec<u64>,
    pub(crate) end: Result<(), BulkError>,
}

/// Decides for a text in pieces.
pub(crate) fn decide_pieces<'a>(pieces: impl IntoIterator<Item = &'a [u8]>, options: &BulkOptions) -> Outcomes {
    let (mut decisions, mut ends) = (Vec::new(), Vec::new());
    let mut keep = |decision, end| {
        decisions.push(decision);
        ends.push(end);
    };
    let mut reader = BulkReader::new(options);
    let pushed = pieces.into_iter().try_for_each(|piece| reader.push(piece, &mut keep));
    let end = pushed.and_then(|()| reader.finish(keep));
    Outcomes { decisions, ends, end }
}

/// Decides for a text in one piece.
pub(crate) fn decide_whole(text: &[u8], options: &BulkOptions) -> Outcomes {
    decide_pieces([text], options)
}

/// Decides for a text with a new reader for each piece, which continues from the bits of the one before it.
fn decide_from_bits(text: &[u8], size: usize, options: &BulkOptions) -> Outcomes {
    let (mut decisions, mut ends) = (Vec::new(), Vec::new());
    let mut reader = BulkReader::new(options);
    // What is given to each reader, and how much the readers before it have read.
    let (mut given, mut before) = (Vec::new(), 0);
    let mut end = Ok(());
    for piece in text.chunks(size) {
        let read = given.len() - reader.begun();
        given.drain(..read);
        given.extend_from_slice(piece);
        before += u64::try_from(read).unwrap();
        reader = BulkReader::from_bits(reader.to_bits(), reader.line(), reader.column(), options).unwrap();
        end = reader.push(&given, |decision, end| {
            decisions.push(decision);
            ends.push(before + end);
        });
        if end.is_err() {
            break;
        }
    }
    let end = end.and_then(|()| {
        reader.finish(|decision, end| {
            decisions.push(decision);
            ends.push(before + end);
        })
    });
    Outcomes { decisions, ends, end: end.map_err(|error| BulkError { offset: before + error.offset, ..error }) }
}

/// The decisions are the predicted ones, wherever the text is cut, and an error has its position.
pub(crate) fn text(text: &[u8], size: usize, cut: usize, options: &BulkOptions) {
    let whole = decide_whole(text, options);
    agrees(text, options, &whole);
    assert_eq!(decide_pieces(text.chunks(size), options), whole, "in pieces of {size}");
    assert_eq!(decide_pieces([&text[..cut], &[], &text[cut..]], options), whole, "cut at {cut}");
    assert_eq!(decide_from_bits(text, size, options), whole, "from bits, in pieces of {size}");

    let outcomes: Vec<_> = whole.decisions.iter().map(Decision::outcome).collect();
    let mut tally = Tally::default();
    whole.decisions.iter().for_each(|decision| tally.add(decision));
    let counted: u64 = Outcome::ALL.iter().map(|outcome| tally.outcome(*outcome)).sum();
    assert_eq!(usize::try_from(counted), Ok(outcomes.len()));
    if let Err(error) = &whole.end {
        is_in_place(text, options, error, &whole);
    }
    let expected = match whole.end {
        Ok(()) => Ok(outcomes),
        Err(error) => Err(IncompleteBulk { error, outcomes }),
    };
    assert_eq!(bulk_eligibility(text, options), expected);
}

/// Asserts that the text before the position of an error can go on, and that with the byte there it cannot.
fn is_in_place(text: &[u8], options: &BulkOptions, error: &BulkError, whole: &Outcomes) {
    let at = usize::try_from(error.offset).unwrap();
    match decide_whole(&text[..at], options).end.map_err(|error| error.code) {
        Ok(()) | Err(BulkErrorCode::EndMissing | BulkErrorCode::WrappedList) => {}
        Err(other) => panic!("{other:?} before {error}"),
    }
    match error.code {
        BulkErrorCode::EndMissing => assert_eq!(at, text.len()),
        // Only the end of the text says that it is no record.
        BulkErrorCode::WrappedList => assert!(whole.decisions.is_empty() && text[at] == b'[', "{error}"),
        _ => assert_eq!(&decide_whole(&text[..=at], options), whole),
    }
    assert_eq!(error.member.is_some(), error.code == BulkErrorCode::WrappedList);
    assert_eq!((error.line, error.column), position(&text[..at]), "{error}");
    assert!(error.message().ends_with('.'));
}

/// Returns the line and the column after some bytes, byte by byte.
fn position(before: &[u8]) -> (u64, u64) {
    let (mut line, mut column, mut last) = (1, 1, 0);
    for &byte in before.strip_prefix(b"\xef\xbb\xbf").unwrap_or(before) {
        match byte {
            b'\n' if last == b'\r' => {}
            b'\n' | b'\r' => (line, column) = (line + 1, 1),
            0x80..0xc0 => {}
            _ => column += 1,
        }
        last = byte;
    }
    (line, column)
}

/// A second reader takes the same texts, finds the same in them, and where each record ends. What is not UTF-8 is no name in
/// either, but takes more room where it is replaced.
fn agrees(text: &[u8], options: &BulkOptions, whole: &Outcomes) {
    let read = String::from_utf8_lossy(text);
    let records = records(&read);
    let is_wrapped = matches!(records.as_deref(), Some([record]) if is_wrapped_list(&read, *record));
    assert_eq!(matches!(&whole.end, Err(error) if error.code == BulkErrorCode::WrappedList), is_wrapped);
    let records = records.filter(|_| !is_wrapped);
    let decide = |records: &Vec<_>| records.iter().map(|record| decision(*record, options)).collect();
    assert_eq!(whole.end.is_ok().then_some(&whole.decisions), records.as_ref().map(decide).as_ref());
    if let (Some(records), Ok(text)) = (records, str::from_utf8(text)) {
        let end = |record: Json<'_>| record.written().as_ptr().addr() - read.as_ptr().addr() + record.written().len();
        assert!(records.into_iter().map(|record| u64::try_from(end(record)).unwrap()).eq(whole.ends.clone()), "{text}");
    }
}

/// Returns the records of a text, or `None` if it is no bulk text.
fn records(text: &str) -> Option<Vec<Json<'_>>> {
    let text = without_mark(text).trim_matches([' ', '\t', '\r', '\n']);
    let records = if text.starts_with('[') { Json::of(text)?.items()? } else { lines(text)? };
    records.iter().all(|record| record.depth() <= MAX_DEPTH).then_some(records)
}

/// Returns values with white space between them.
fn lines(text: &str) -> Option<Vec<Json<'_>>> {
    let mut records = Vec::new();
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    while let Some(value) = values.next() {
        records.push(value.ok()?.into());
        if text.as_bytes().get(values.byte_offset()).is_some_and(|after| !b" \t\r\n".contains(after)) {
            return None;
        }
    }
    Some(records)
}

/// Returns whether the only record is an object that is given instead of the list in it.
fn is_wrapped_list(text: &str, record: Json<'_>) -> bool {
    let Kind::Object(members) = record.kind() else { return false };
    let members = members.others([]);
    let is = |name: &str, known: &[&str]| known.iter().any(|known| name.eq_ignore_ascii_case(known));
    let has_list = |&(name, value): &(&str, &str)| match Json::of(value).and_then(Json::items) {
        Some(items) => {
            is(name, &["items", "value", "customers"])
                || items.iter().any(|item| matches!(item.kind(), Kind::Object(_)))
        }
        None => false,
    };
    let is_record = members.iter().any(|(name, _)| is(name, &["status", "qualifications"]));
    !is_record && !without_mark(text).trim_start().starts_with('[') && members.iter().any(has_list)
}

fn decision(record: Json<'_>, options: &BulkOptions) -> Decision {
    let BulkOptions { transaction, segment } = *options;
    let purchase = purchase(record, segment.is_some()).unwrap_or_default();
    purchase_eligibility(&Purchase { transaction, segment, ..purchase })
}

/// Returns the purchase of a record, or `None` if it cannot be read.
fn purchase(record: Json<'_>, wants_holdings: bool) -> Option<Purchase> {
    let Kind::Object(members) = record.kind() else { return None };
    let [status] = members.named([&["status"]])?;
    let status = match status.map(Json::kind) {
        None | Some(Kind::Null) => None,
        Some(Kind::Text(text)) => Some(Open::from(&*text)),
        Some(_) => Some(Open::Unrecognised(String::new())),
    };
    let [held] = if wants_holdings { members.named([&["qualifications"]])? } else { [None] };
    let mut holdings = Holdings::default();
    match held.map(Json::kind) {
        None | Some(Kind::Null) => return Some(Purchase { status, ..Purchase::default() }),
        Some(Kind::Array(entries)) => entries.into_iter().for_each(|entry| match held_of(entry) {
            Some(held) => holdings.add_entry(&held),
            None => holdings.add_unrecognised(),
        }),
        Some(_) => holdings.add_unrecognised(),
    }
    Some(Purchase { status, held: Some(holdings), ..Purchase::default() })
}

fn held_of(entry: Json<'_>) -> Option<HeldQualification> {
    let Kind::Object(members) = entry.kind() else { return None };
    let [qualification, status] = members.named([&["qualification"], &["vettingStatus"]])?;
    let held = HeldQualification::new(&*qualification?.text()?);
    match status.map(Json::kind) {
        None | Some(Kind::Null) => Some(held),
        Some(Kind::Text(status)) => Some(held.with_vetting_status(&*status)),
        Some(_) => None,
    }
}
