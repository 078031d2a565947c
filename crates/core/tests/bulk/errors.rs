//! Texts that are no records, and where their errors are.

use partner_center_rules::*;

use crate::edges::{ACCOUNT, COMMERCIAL, rules};
use crate::model::bulk::{Outcomes, decide_pieces, decide_whole};

fn error(text: impl AsRef<[u8]>) -> (BulkErrorCode, u64) {
    let BulkError { code, offset, .. } = rules(text, &ACCOUNT).1.unwrap_err();
    (code, offset)
}

/// Returns the code of the error, its line and its column.
fn located(text: &str) -> (BulkErrorCode, u64, u64) {
    let BulkError { code, line, column, .. } = rules(text, &ACCOUNT).1.unwrap_err();
    (code, line, column)
}

#[test]
fn what_is_no_bulk_text_is_refused_at_its_first_byte() {
    for (text, offset) in [
        (&b"(1)"[..], 0),
        (b" \n status,name", 3),
        (b"\xff\xfe[\0]\0", 0),
        (b"\xef\xbbx", 2),
        (b"<html>", 0),
        (b"'a'", 0),
    ] {
        assert_eq!(error(text), (BulkErrorCode::NotRecords, offset), "{}", text.escape_ascii());
    }
    // Only before everything is it a byte order mark, and only once.
    assert_eq!(error(" \u{feff}[]"), (BulkErrorCode::NotRecords, 1));
    assert_eq!(error("\u{feff}\u{feff}[]"), (BulkErrorCode::NotRecords, 3));
}

#[test]
fn a_text_in_columns_is_refused_however_it_begins() {
    for (text, offset) in [
        ("name,status\nContoso,Allowed", 1),
        ("tenant;status", 1),
        ("NaN", 0),
        ("null,null\n", 4),
        ("true-ish\n", 4),
        ("\"a\",\"b\"\n", 3),
        ("\"a\"\"b\"\n", 3),
        ("\"a\nb\"\n", 2),
        ("\"a\\x\"\n", 3),
        ("0a1b,Allowed\n", 1),
        ("1,2\n", 1),
        ("1.\n", 2),
        ("-\n", 1),
        ("12{}", 2),
    ] {
        let (found, end) = rules(text, &ACCOUNT);
        assert_eq!(
            (found, end.map_err(|error| (error.code, error.offset))),
            (vec![], Err((BulkErrorCode::NotRecords, offset))),
            "{text:?}"
        );
    }
    // Once there was a record, what comes is to be JSON.
    assert_eq!(error("null\nname,status"), (BulkErrorCode::NotJson, 6));
}

#[test]
fn a_first_line_that_is_no_object_is_undetermined_and_the_next_is_read() {
    use RuleId::{A1, A9};
    for record in ["7", "-1.5e3", "null", "true", "false", "\"Allowed\"", "\"\"", "\"}{[,\""] {
        for (text, expected) in [
            (format!("{record}\n{{\"status\":\"Allowed\"}}"), vec![A9, A1]),
            (format!("\u{feff} \n{record} {{\"status\":\"Allowed\"}}\n"), vec![A9, A1]),
            (format!("{record}\r\n{record}"), vec![A9, A9]),
            (record.to_owned(), vec![A9]),
            (format!("{record}\n"), vec![A9]),
        ] {
            assert_eq!(rules(&text, &ACCOUNT), (expected, Ok(())), "{text:?}");
        }
    }
    for text in ["nul", "\"a", "-", "1.", "1e"] {
        assert_eq!(error(text), (BulkErrorCode::EndMissing, u64::try_from(text.len()).unwrap()), "{text}");
    }
}

#[test]
fn a_list_in_the_only_object_is_refused_and_in_one_of_several_passed_over() {
    use RuleId::{A1, A9};
    let list = r#"{"totalCount":1,"items":[{"status":"Allowed"}]}"#;
    for (before, after) in [("", ""), ("", "\n"), ("\u{feff}\r\n ", "\n\t\r\n ")] {
        let text = format!("{before}{list}{after}");
        let error = rules(&text, &ACCOUNT).1.unwrap_err();
        let offset = u64::try_from(text.find('[').unwrap()).unwrap();
        assert_eq!((error.code, error.offset), (BulkErrorCode::WrappedList, offset));
        assert_eq!(error.member.as_deref(), Some("items"));
        assert_eq!(decide_pieces(text.as_bytes().chunks(1), &ACCOUNT), decide_whole(text.as_bytes(), &ACCOUNT));
    }
    for next in ["{\"status\":\"Allowed\"}", "  {\"status\":\"Allowed\"} "] {
        assert_eq!(rules(format!("{list}\n{next}"), &ACCOUNT), (vec![A9, A1], Ok(())));
    }
    assert_eq!(rules(format!("{list}\n{list}"), &ACCOUNT), (vec![A9, A9], Ok(())));
    assert_eq!(rules(format!("[{list}]"), &ACCOUNT), (vec![A9], Ok(())));
    assert_eq!(rules(format!("7\n{list}"), &ACCOUNT), (vec![A9, A9], Ok(())));
    assert_eq!(rules(format!("{list},"), &ACCOUNT).0, [A9]);
    assert_eq!(error(format!("{list},")), (BulkErrorCode::NotJson, u64::try_from(list.len()).unwrap()));
    // What is cut off is not there, rather than a list.
    assert_eq!(error(list.strip_suffix('}').unwrap()).0, BulkErrorCode::EndMissing);
    // It is a list for every question.
    assert_eq!(rules(list, &COMMERCIAL).1.unwrap_err().code, BulkErrorCode::WrappedList);
}

#[test]
fn a_list_that_is_longer_than_a_record_is_refused_as_one() {
    let entry = "{\"status\":\"Allowed\"},";
    let list = |length: usize| {
        let begin = "{\"items\":[";
        let entries = entry.repeat((length - begin.len() - 4) / entry.len());
        let padding = " ".repeat(length - begin.len() - entries.len() - 4);
        format!("{begin}{entries}{{}}{padding}]}}")
    };
    let whole = |text: &str| {
        let whole = decide_whole(text.as_bytes(), &ACCOUNT);
        for size in [65_536, MAX_BODY_BYTES, MAX_BODY_BYTES + 1] {
            assert_eq!(decide_pieces(text.as_bytes().chunks(size), &ACCOUNT), whole, "in pieces of {size}");
        }
        whole
    };
    for length in [MAX_BODY_BYTES - 1, MAX_BODY_BYTES, MAX_BODY_BYTES + 1, 3 * MAX_BODY_BYTES] {
        let text = list(length);
        assert_eq!(text.len(), length);
        for after in ["", "\n", "\n \n"] {
            let error = whole(&format!("{text}{after}")).end.unwrap_err();
            assert_eq!((error.code, error.offset), (BulkErrorCode::WrappedList, 9), "{length}");
        }
        let Outcomes { decisions, end, .. } = whole(&format!("{text}\n{{}}"));
        let expected = if length < MAX_BODY_BYTES { (2, None) } else { (0, Some(BulkErrorCode::WrappedList)) };
        assert_eq!((decisions.len(), end.err().map(|error| error.code)), expected, "{length}");
        // In an array it is a record that is too long, or one of which nothing is known.
        let code = whole(&format!("[{text}]")).end.err().map(|error| error.code);
        assert_eq!(code, (length > MAX_BODY_BYTES).then_some(BulkErrorCode::RecordTooLong));
    }
    // So much white space is kept after it.
    let spaced = |count: usize| whole(&format!("{{\"items\":[]}}{}{{}}", " ".repeat(count))).end.is_ok();
    assert!(spaced(MAX_BODY_BYTES - 12));
    assert!(!spaced(MAX_BODY_BYTES - 11));
}

#[test]
fn an_error_has_the_line_and_the_column_of_its_place() {
    use BulkErrorCode::{EndMissing, NotJson, NotRecords, RecordTooDeep};
    for (text, expected) in [
        ("<", (NotRecords, 1, 1)),
        ("\u{feff}<", (NotRecords, 1, 1)),
        ("\r\n<", (NotRecords, 2, 1)),
        ("[\n{},\r{},\r\n\n\r  x", (NotJson, 6, 3)),
        ("{\n\"é😀\" : x", (NotJson, 2, 8)),
        ("{}\r\n{\"a\":\r", (EndMissing, 3, 1)),
        ("{}\n{\"a\":\"\r", (NotJson, 2, 7)),
        ("[", (EndMissing, 1, 2)),
        ("[\n", (EndMissing, 2, 1)),
    ] {
        assert_eq!(located(text), expected, "{text:?}");
        let many = bulk_eligibility(text.as_bytes(), &ACCOUNT).unwrap_err().error;
        assert_eq!((many.code, many.line, many.column), expected, "{text:?}");
    }
    let deep = format!("{{}}\n{{\"a\":\n{}", "[".repeat(64));
    assert_eq!(located(&deep), (RecordTooDeep, 3, 64));
}

#[test]
fn a_line_end_of_two_bytes_counts_once_for_two_readers() {
    for start in [b"{}\r".as_slice(), b"{}"] {
        let mut reader = BulkReader::new(&ACCOUNT);
        reader.push(start, |_, _| {}).unwrap();
        let mut next = BulkReader::from_bits(reader.to_bits(), reader.line(), reader.column(), &ACCOUNT).unwrap();
        let error = next.push(b"\nx", |_, _| {}).unwrap_err();
        assert_eq!((error.line, error.column), (2, 1), "{start:?}");
    }
}

#[test]
fn an_error_says_where_it_is_and_comes_after_the_outcomes_before_it() {
    use BulkErrorCode::{EndMissing, NotJson};
    let good = r#"[{"status":"Allowed"},"#;
    for (text, code, at) in [
        ("", EndMissing, 0),
        ("]", NotJson, 0),
        ("{\"a\":01}]", NotJson, 6),
        ("{\"a\":nul}]", NotJson, 8),
        ("{\"a\":\"\u{1}\"}]", NotJson, 6),
        ("{\"a\":\"\\x\"}]", NotJson, 7),
        ("{\"a\":\"\\u00g0\"}]", NotJson, 10),
        ("{\"a\":[1 2]}]", NotJson, 8),
        ("{\"a\":[1}}]", NotJson, 7),
        ("{\"a\":1,}]", NotJson, 7),
        ("{a:1}]", NotJson, 1),
        ("{\"a\"}]", NotJson, 4),
        ("1.]", NotJson, 2),
        ("-]", NotJson, 1),
        ("1e+]", NotJson, 3),
        ("{\"a\":\"", EndMissing, 6),
        ("1", EndMissing, 1),
        ("{}", EndMissing, 2),
    ] {
        let offset = u64::try_from(good.len() + at).unwrap();
        let (found, end) = rules(format!("{good}{text}"), &ACCOUNT);
        let column = offset + 1;
        assert_eq!(end, Err(BulkError { code, offset, line: 1, column, member: None }), "{text}");
        // Two of the texts have another record.
        assert_eq!(found[0], RuleId::A1);
        assert!(found.len() == 1 || matches!(text, "{}" | "1"), "{text}");
    }
    assert_eq!(error("[] []"), (NotJson, 3));
    assert_eq!(error("{}{}"), (NotJson, 2));
    assert_eq!(error("{}\n[}"), (NotJson, 4));
    assert_eq!(error("{},\n{}"), (NotJson, 2));
}

#[test]
fn after_an_error_nothing_more_is_read() {
    let mut reader = BulkReader::new(&ACCOUNT);
    let error = reader.push(b"{}\n}", |_, _| {}).unwrap_err();
    assert_eq!(error.offset, 3);
    assert_eq!(reader.push(b"\n{}\n", |_, _| panic!("a record was read")), Err(error.clone()));
    assert_eq!(reader.finish(|_, _| panic!("a record was read")), Err(error));
}

#[test]
fn depth_and_length_of_a_record_end_somewhere() {
    let nested = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
    for format in ["R", "[R]", "[1,R]"] {
        let before = u64::try_from(format.find('R').unwrap()).unwrap();
        let end = |record: &str| rules(format.replace('R', record), &ACCOUNT).1;
        assert_eq!(end(&nested(63)), Ok(()));
        let error = |code, offset| BulkError { code, offset, line: 1, column: offset + 1, member: None };
        assert_eq!(end(&nested(64)), Err(error(BulkErrorCode::RecordTooDeep, before + 5 + 63)));

        let long = |bytes: usize| format!("{{\"a\":\"{}\"}}", "x".repeat(bytes - 8));
        assert_eq!(end(&long(MAX_BODY_BYTES)), Ok(()));
        let too_long = Err(error(BulkErrorCode::RecordTooLong, before + u64::try_from(MAX_BODY_BYTES).unwrap()));
        for record in
            [long(MAX_BODY_BYTES + 1), long(3 * MAX_BODY_BYTES), "\n{\"a\":\"".to_owned() + &long(MAX_BODY_BYTES)]
        {
            let text = format.replace('R', &record);
            let whole = decide_whole(text.as_bytes(), &ACCOUNT);
            assert_eq!(decide_pieces(text.as_bytes().chunks(65_536), &ACCOUNT), whole);
            assert_eq!(decide_pieces(text.as_bytes().chunks(1_000_003), &ACCOUNT), whole);
            assert!(record.starts_with('\n') || whole.end == too_long);
        }
    }
    let entries = format!(r#"{{"qualifications":[{{"a":{}{}}}]}}"#, "[".repeat(61), "]".repeat(61));
    assert_eq!(rules(&entries, &COMMERCIAL).1, Ok(()));
    assert!(rules(entries.replace("[]", "[[]]"), &COMMERCIAL).1.is_err());
}

#[test]
fn what_is_wrong_beyond_the_longest_record_is_its_length() {
    let after = |bytes: usize, wrong: &str| error(format!("[{{\"x\":\"{}\",{wrong}", "y".repeat(bytes)));
    let (deep, limit) = ("\"z\":".to_owned() + &"[".repeat(100), u64::try_from(MAX_BODY_BYTES).unwrap() + 1);
    for (wrong, code) in [("?", BulkErrorCode::NotJson), (&*deep, BulkErrorCode::RecordTooDeep)] {
        let (found, at) = after(1_000, wrong);
        assert_eq!(found, code);
        // The last byte that a record may have, and the first that it may not.
        let last = 1_000 + MAX_BODY_BYTES - usize::try_from(at).unwrap();
        assert_eq!(after(last, wrong), (code, limit - 1));
        assert_eq!(after(last + 1, wrong), (BulkErrorCode::RecordTooLong, limit));
        assert_eq!(after(MAX_BODY_BYTES, wrong), (BulkErrorCode::RecordTooLong, limit));
    }
}
