//! Reads the members of a JSON object without keeping what is not asked for.
//!
//! One rule for each thing that readers of JSON disagree on, the same wherever these rules run: nothing may follow the value, a
//! byte order mark may precede it, numbers need only be numbers by the grammar, lone surrogates read as U+FFFD, and nesting
//! ends at a depth that no answer of the service comes near.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use hifijson::num::{Lex as _, LexWrite as _};
use hifijson::str::{Lex as _, LexWrite as _};
use hifijson::token::Lex as _;
use hifijson::{Expect, SliceLexer};

/// An answer that has more bytes of UTF-8 than this is not read: it is none of the service.
pub const MAX_BODY_BYTES: usize = 1_048_576;

/// How deep arrays and objects may be nested, the outermost among them.
const MAX_DEPTH: u8 = 64;

/// The value of a member, as far as an answer of the service can have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    Null,
    Text(Cow<'a, str>),
    /// The number as it is written.
    Number(&'a str),
    /// A boolean, an array or an object.
    Other,
}

/// The text is not JSON, or more than these rules read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed;

/// A JSON text at its top level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Document<'a, const N: usize> {
    /// An object, with the values of the members that were asked for, in the order of the names.
    Object([Option<Value<'a>>; N]),
    /// Anything else.
    Value(Value<'a>),
}

/// Reads a JSON text and the named members of its top-level object.
///
/// # Errors
/// [`Malformed`], also if one of the named members occurs twice: which one is meant cannot be known.
pub(crate) fn read<'a, const N: usize>(text: &'a str, names: [&str; N]) -> Result<Document<'a, N>, Malformed> {
    let mut found = [const { None }; N];
    Ok(match document(text, &names, &mut found)? {
        Some(value) => Document::Value(value),
        None => Document::Object(found),
    })
}

/// Reads a JSON text: the value, or nothing if it is an object, whose named members are then put into their places.
fn document<'a>(
    text: &'a str,
    names: &[&str],
    found: &mut [Option<Value<'a>>],
) -> Result<Option<Value<'a>>, Malformed> {
    if text.len() > MAX_BODY_BYTES {
        return Err(Malformed);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    SliceLexer::new(text.as_bytes()).exactly_one(SliceLexer::ws_peek, |next, lexer| {
        if next == b'{' { members(lexer, names, found).map(|()| None) } else { value(next, lexer, MAX_DEPTH).map(Some) }
    })
}

fn members<'a>(lexer: &mut SliceLexer<'a>, names: &[&str], found: &mut [Option<Value<'a>>]) -> Result<(), Malformed> {
    lexer.discarded().seq(b'}', SliceLexer::ws_peek, |next, lexer| {
        let name = name(next, lexer)?;
        let next = lexer.ws_peek().ok_or(Malformed)?;
        let member = value(next, lexer, MAX_DEPTH.saturating_sub(1))?;
        match names.iter().zip(found.iter_mut()).find(|(asked, _)| **asked == name) {
            Some((_, Some(_))) => Err(Malformed),
            Some((_, place)) => {
                *place = Some(member);
                Ok(())
            }
            None => Ok(()),
        }
    })
}

fn name<'a>(next: u8, lexer: &mut SliceLexer<'a>) -> Result<Cow<'a, str>, Malformed> {
    if next != b'"' {
        return Err(Malformed);
    }
    let name = string(lexer)?;
    lexer.expect(SliceLexer::ws_peek, b':').ok_or(Malformed)?;
    Ok(name)
}

fn value<'a>(next: u8, lexer: &mut SliceLexer<'a>, depth: u8) -> Result<Value<'a>, Malformed> {
    match next {
        b'"' => string(lexer).map(Value::Text),
        b'-' | b'0'..=b'9' => number(lexer).map(Value::Number),
        b'n' => lexer.null_or_bool().map(|_| Value::Null).ok_or(Malformed),
        _ => skip(next, lexer, depth).map(|()| Value::Other),
    }
}

fn number<'a>(lexer: &mut SliceLexer<'a>) -> Result<&'a str, Malformed> {
    let (digits, _) = lexer.num_bytes().validated().map_err(|_| Malformed)?;
    core::str::from_utf8(digits).map_err(|_| Malformed)
}

fn string<'a>(lexer: &mut SliceLexer<'a>) -> Result<Cow<'a, str>, Malformed> {
    let mut bytes: &[u8] = &[];
    lexer.discarded().str_bytes(&mut bytes).map_err(|_| Malformed)?;
    let written = core::str::from_utf8(bytes).map_err(|_| Malformed)?;
    Ok(if written.contains('\\') { Cow::Owned(unescaped(written)) } else { Cow::Borrowed(written) })
}

/// Reads the escapes of a string whose escapes the lexer has found well-formed.
fn unescaped(written: &str) -> String {
    let mut units: Vec<u16> = Vec::with_capacity(written.len());
    let mut rest = written;
    while let Some((plain, escape)) = rest.split_once('\\') {
        units.extend(plain.encode_utf16());
        let mut characters = escape.chars();
        match characters.next() {
            Some('u') => {
                let (digits, after) = characters.as_str().split_at_checked(4).unwrap_or_default();
                units.push(u16::from_str_radix(digits, 16).unwrap_or(0xfffd));
                rest = after;
                continue;
            }
            Some('b') => units.push(0x08),
            Some('f') => units.push(0x0c),
            Some('n') => units.push(0x0a),
            Some('r') => units.push(0x0d),
            Some('t') => units.push(0x09),
            Some(itself) => units.extend(itself.encode_utf16(&mut [0; 2]).iter()),
            None => {}
        }
        rest = characters.as_str();
    }
    units.extend(rest.encode_utf16());
    String::from_utf16_lossy(&units)
}

/// Passes over a value that is not asked for.
fn skip(next: u8, lexer: &mut SliceLexer<'_>, depth: u8) -> Result<(), Malformed> {
    let inside = || depth.checked_sub(1).ok_or(Malformed);
    match next {
        b'"' => lexer.discarded().str_ignore().map_err(|_| Malformed),
        b'-' | b'0'..=b'9' => lexer.num_ignore().validate().map(|_| ()).map_err(|_| Malformed),
        b'[' => {
            let depth = inside()?;
            lexer.discarded().seq(b']', SliceLexer::ws_peek, |next, lexer| skip(next, lexer, depth))
        }
        b'{' => {
            let depth = inside()?;
            lexer.discarded().seq(b'}', SliceLexer::ws_peek, |next, lexer| {
                name(next, lexer)?;
                skip(lexer.ws_peek().ok_or(Malformed)?, lexer, depth)
            })
        }
        _ => lexer.null_or_bool().map(|_| ()).ok_or(Malformed),
    }
}

impl From<Expect> for Malformed {
    fn from(_: Expect) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::format;

    use super::*;

    fn status(text: &str) -> Result<Document<'_, 1>, Malformed> {
        read(text, ["status"])
    }

    fn text(text: &str) -> Result<Document<'_, 1>, Malformed> {
        Ok(Document::Object([Some(Value::Text(Cow::Owned(text.to_owned())))]))
    }

    #[test]
    fn members_are_found_among_others() {
        let body = r#" { "a": [1, -2.5e3, true, null, {"status": "x"}], "status" : "Allowed", "b": {} } "#;
        assert_eq!(status(body), text("Allowed"));
    }

    #[test]
    fn escapes_are_read_and_lone_surrogates_replaced() {
        assert_eq!(
            status(r#"{"\u0073tatus":"A\n\"\\\/\b\f\r\té\ud83d\ude00\ud800x"}"#),
            text("A\n\"\\/\u{8}\u{c}\r\té😀\u{fffd}x")
        );
    }

    #[test]
    fn what_is_not_json_is_malformed() {
        for body in [
            "",
            " ",
            "{",
            "{}x",
            "{,}",
            "{\"a\":1,}",
            "{\"a\":01}",
            "{\"a\":1.}",
            "{\"a\":-}",
            "{\"a\":+1}",
            "{\"a\":nul}",
            "{\"a\":\"\n\"}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12g4\"}",
            "{\"a\" 1}",
            "{a:1}",
            "{'a':1}",
            "[1 2]",
            "\"a",
            "nulll",
            "\u{feff}\u{feff}{}",
        ] {
            assert_eq!(status(body), Err(Malformed), "{body}");
        }
    }

    #[test]
    fn a_member_that_is_asked_for_occurs_once() {
        assert_eq!(status(r#"{"status":"a","status":"a"}"#), Err(Malformed));
        assert_eq!(status(r#"{"x":1,"x":2,"status":"a"}"#), text("a"));
    }

    #[test]
    fn depth_and_length_end_somewhere() {
        let nested = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
        assert!(status(&nested(63)).is_ok());
        assert_eq!(status(&nested(64)), Err(Malformed));
        assert_eq!(status(&nested(100_000)), Err(Malformed));
        let long = |bytes: usize| format!("{{\"a\":\"{}\"}}", "x".repeat(bytes - 8));
        assert!(status(&long(MAX_BODY_BYTES)).is_ok());
        assert_eq!(status(&long(MAX_BODY_BYTES + 1)), Err(Malformed));
    }

    #[test]
    fn numbers_stay_as_they_are_written() {
        assert_eq!(status(r#"{"status":600074.0,"x":1e400}"#), Ok(Document::Object([Some(Value::Number("600074.0"))])));
    }

    #[test]
    fn other_documents_are_values() {
        assert_eq!(status("\u{feff}\"x\""), Ok(Document::Value(Value::Text(Cow::Borrowed("x")))));
        assert_eq!(status("null"), Ok(Document::Value(Value::Null)));
        assert_eq!(status("[]"), Ok(Document::Value(Value::Other)));
    }
}
