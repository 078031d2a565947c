//! BulkReaders. The first two bytes of an input are what is asked and how the text is cut, the rest is the text.

use partner_center_rules::*;

use crate::json::{Json, Kind, MAX_DEPTH, without_mark};

/// What came of a text.
#[derive(Debug, PartialEq)]
struct Outcomes {
    decisions: Vec<Decision>,
    /// Where each record ends.
    ends: Vec<u64>,
    end: Result<(), BulkError>,
}

fn judged<'a>(pieces: impl IntoIterator<Item = &'a [u8]>, options: &BulkOptions) -> Outcomes {
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

/// Another reader reads the same, it does not matter where the text is cut, and an error is where it is said to be.
pub fn reader(data: &[u8]) {
    let [asked, cut, text @ ..] = data else { return };
    let options = options(*asked);
    let whole = judged([text], &options);
    hold_for_another_reader(text, &options, &whole);

    let (size, at) = (usize::from(cut % 16) + 1, text.len() * usize::from(*cut) / 255);
    assert_eq!(judged(text.chunks(size), &options), whole, "in pieces of {size}");
    assert_eq!(judged([&text[..at], &[], &text[at..]], &options), whole, "cut at {at}");
    assert_eq!(from_bits(text, size, &options), whole, "from bits, in pieces of {size}");

    let outcomes: Vec<_> = whole.decisions.iter().map(Decision::outcome).collect();
    let mut tally = Tally::default();
    whole.decisions.iter().for_each(|decision| tally.add(decision));
    let counted: u64 = Outcome::ALL.iter().map(|outcome| tally.outcome(*outcome)).sum();
    assert_eq!(usize::try_from(counted), Ok(outcomes.len()));
    match (bulk_eligibility(text, &options), whole.end.clone()) {
        (Ok(many), Ok(())) => assert_eq!(many, outcomes),
        (Err(many), Err(error)) => {
            assert_eq!(many, IncompleteBulk { error: error.clone(), outcomes });
            hold_for_an_error(text, &options, &error, &whole);
        }
        (many, end) => panic!("{many:?} but {end:?}"),
    }
}

fn options(asked: u8) -> BulkOptions {
    let transaction = Transaction::ALL[usize::from(asked) % Transaction::ALL.len()];
    let segment = OfferSegment::ALL.get(usize::from(asked >> 3) % (OfferSegment::ALL.len() + 1)).copied();
    BulkOptions { transaction, segment }
}

/// What is before the place of an error is the beginning of a text, and with the byte there it is none.
fn hold_for_an_error(text: &[u8], options: &BulkOptions, error: &BulkError, whole: &Outcomes) {
    let at = usize::try_from(error.offset).expect("a place in the text");
    let before = judged([&text[..at]], options);
    let is_begun = matches!(
        before.end,
        Ok(()) | Err(BulkError { code: BulkErrorCode::EndMissing | BulkErrorCode::WrappedList, .. })
    );
    assert!(is_begun, "{before:?}");
    match error.code {
        BulkErrorCode::EndMissing => assert_eq!(at, text.len()),
        // Only the end of the text says that it is no record.
        BulkErrorCode::WrappedList => assert!(whole.decisions.is_empty() && text[at] == b'[', "{error}"),
        _ => assert_eq!(&judged([&text[..=at]], options), whole),
    }
    assert_eq!(error.member.is_some(), error.code == BulkErrorCode::WrappedList);
    assert_eq!((error.line, error.column), position(&text[..at]), "{error}");
    assert!(error.message().ends_with('.'));
}

/// The line and the column after some bytes, byte by byte.
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

/// Each piece is given to a batch of its own, which goes on where the one before it was.
fn from_bits(text: &[u8], size: usize, options: &BulkOptions) -> Outcomes {
    let (mut decisions, mut ends) = (Vec::new(), Vec::new());
    let mut reader = BulkReader::new(options);
    let (mut given, mut before) = (Vec::new(), 0);
    let mut end = Ok(());
    for piece in text.chunks(size) {
        let read = given.len() - reader.begun();
        given.drain(..read);
        given.extend_from_slice(piece);
        before += u64::try_from(read).expect("a place in the text");
        reader = BulkReader::from_bits(reader.to_bits(), reader.line(), reader.column(), options)
            .expect("the bits of customers");
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

/// Another reader of JSON takes the same texts, finds the same in them, and where each record ends. What is not UTF-8 is no name in
/// either, but takes more room where it is replaced.
fn hold_for_another_reader(text: &[u8], options: &BulkOptions, whole: &Outcomes) {
    let read = String::from_utf8_lossy(text);
    let records = records(&read);
    let decisions: Option<Vec<_>> =
        records.as_ref().map(|records| records.iter().map(|record| decision(*record, options)).collect());
    if let Some([record]) = records.as_deref()
        && is_wrapped_list(&read, *record)
    {
        let error = whole.end.as_ref().expect_err("a list that is no record");
        assert_eq!(error.code, BulkErrorCode::WrappedList);
        return;
    }
    assert_ne!(whole.end.as_ref().err().map(|error| error.code), Some(BulkErrorCode::WrappedList));
    assert_eq!(whole.end.is_ok().then_some(&whole.decisions), decisions.as_ref());
    if let (Some(records), Ok(text)) = (records, str::from_utf8(text)) {
        let end = |record: Json<'_>| record.written().as_ptr().addr() - read.as_ptr().addr() + record.written().len();
        assert!(records.into_iter().map(end).eq(whole.ends.iter().map(|end| *end as usize)), "{text}");
    }
}

/// The records of a text; nothing if it is no reader.
fn records(text: &str) -> Option<Vec<Json<'_>>> {
    let text = without_mark(text).trim_matches([' ', '\t', '\r', '\n']);
    let records = match text.bytes().next() {
        None => Vec::new(),
        Some(b'[') => match Json::of(text)?.kind() {
            Kind::Array(records) => records,
            kind => unreachable!("{kind:?}"),
        },
        Some(_) => lines(text)?,
    };
    records.iter().all(|record| record.depth() <= MAX_DEPTH).then_some(records)
}

/// Values with white space between them.
fn lines(text: &str) -> Option<Vec<Json<'_>>> {
    let mut records = Vec::new();
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<&serde_json::value::RawValue>();
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
    let none: [&[&str]; 0] = [];
    let has = |wanted: &str| members.others(none).iter().any(|(name, _)| name.eq_ignore_ascii_case(wanted));
    if without_mark(text).trim_start().starts_with('[') || has("status") || has("qualifications") {
        return false;
    }
    members.others(none).into_iter().any(|(name, value)| {
        let value = Json::of(value).expect("a value");
        let Kind::Array(items) = value.kind() else { return false };
        let is_known = ["items", "value", "customers"].iter().any(|known| name.eq_ignore_ascii_case(known));
        is_known || items.into_iter().any(|item| matches!(item.kind(), Kind::Object(_)))
    })
}

fn decision(record: Json<'_>, options: &BulkOptions) -> Decision {
    let BulkOptions { transaction, segment } = *options;
    let purchase = purchase(record, segment.is_some()).unwrap_or_default();
    purchase_eligibility(&Purchase { transaction, segment, ..purchase })
}

/// What a record says; nothing if it cannot be read.
fn purchase(record: Json<'_>, are_holdings_asked: bool) -> Option<Purchase> {
    let Kind::Object(members) = record.kind() else { return None };
    let [status] = members.named([&["status"]])?;
    let status = match status.map(Json::kind) {
        None | Some(Kind::Null) => None,
        Some(Kind::Text(text)) => Some(Open::from(&*text)),
        Some(_) => Some(Open::Unrecognised(String::new())),
    };
    let [held] = if are_holdings_asked { members.named([&["qualifications"]])? } else { [None] };
    let mut holdings = Holdings::default();
    let held = match held.map(Json::kind) {
        None | Some(Kind::Null) => None,
        Some(Kind::Array(entries)) => {
            entries
                .into_iter()
                .for_each(|entry| add(&mut holdings, entry).unwrap_or_else(|| holdings.add_unrecognised()));
            Some(holdings)
        }
        Some(_) => {
            holdings.add_unrecognised();
            Some(holdings)
        }
    };
    Some(Purchase { status, held, ..Purchase::default() })
}

/// Adds an entry; nothing if it cannot be read.
fn add(holdings: &mut Holdings, entry: Json<'_>) -> Option<()> {
    let Kind::Object(members) = entry.kind() else { return None };
    let [qualification, status] = members.named([&["qualification"], &["vettingStatus"]])?;
    let qualification = qualification?.text()?;
    match status.map(Json::kind) {
        None | Some(Kind::Null) => holdings.add(&qualification, None),
        Some(Kind::Text(status)) => holdings.add(&qualification, Some(&status)),
        Some(_) => return None,
    }
    Some(())
}
