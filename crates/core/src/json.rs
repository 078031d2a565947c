//! Reads the members of JSON objects: those that are asked for as values, the others as they are written.
//!
//! One rule for each thing that readers of JSON disagree on, the same wherever these rules run: nothing may follow the value, a
//! byte order mark may precede it, numbers need only be numbers by the grammar, lone surrogates read as U+FFFD, and nesting
//! ends at a depth that no answer of the service comes near.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use hifijson::num::Lex as _;
use hifijson::str::Lex as _;
use hifijson::token::Lex as _;
use hifijson::{Expect, SliceLexer};

use crate::text::only;

/// An answer that has more bytes of UTF-8 than this is not read: it is none of the service.
///
/// ```
/// use partner_center_rules::{MAX_BODY_BYTES, read_validation_status};
///
/// let body = " ".repeat(MAX_BODY_BYTES) + r#"{"status":"Allowed"}"#;
/// assert!(read_validation_status(200, &body).is_err());
/// ```
pub const MAX_BODY_BYTES: usize = 1_048_576;

/// How deep arrays and objects may be nested, the outermost among them.
pub(crate) const MAX_DEPTH: u8 = 64;

/// The value of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    Null,
    Boolean(bool),
    Text(Cow<'a, str>),
    /// The number as it is written.
    Number(&'a str),
    /// An array or an object, as it is written.
    Other(&'a str),
}

impl Value<'_> {
    /// What is kept of a value where a text is expected: the text, or another value as it is written. Null is no value.
    pub(crate) fn into_text(self) -> Option<String> {
        Some(match self {
            Self::Null => return None,
            Self::Boolean(value) => if value { "true" } else { "false" }.into(),
            Self::Text(text) => text.into_owned(),
            Self::Number(text) | Self::Other(text) => text.into(),
        })
    }
}

/// A member of an answer that these rules do not know: it is kept, and plays no part.
///
/// ```
/// use partner_center_rules::{Fault, OtherMember};
///
/// let fault = Fault::read(429, r#"{"statusCode":429,"message":"Rate limit is exceeded.","seen":12345678901234567890}"#);
/// let other = |name: &str, json: &str| OtherMember { name: name.to_owned(), json: json.to_owned() };
/// assert_eq!(fault.other, [other("statusCode", "429"), other("seen", "12345678901234567890")]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct OtherMember {
    /// Its name.
    pub name: String,
    /// Its value, as the JSON text that was written, so that no digit of a number is lost.
    pub json: String,
}

/// The text is not JSON, or more than these rules read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed;

/// A JSON text at its top level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Document<'a, const N: usize> {
    Object(Object<'a, N>),
    Value(Value<'a>),
}

/// An object: the values of the members that were asked for, in the order of the names, and the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Object<'a, const N: usize> {
    pub(crate) members: [Option<Value<'a>>; N],
    pub(crate) others: Vec<OtherMember>,
}

/// What is asked for: each member with every spelling of its name.
pub(crate) type Names<'n, const N: usize> = [&'n [&'n str]; N];

/// Reads a JSON text and the named members of its top-level object.
///
/// # Errors
/// [`Malformed`], also if one of the named members occurs twice: which one is meant cannot be known.
pub(crate) fn read<'a, const N: usize>(text: &'a str, names: Names<'_, N>) -> Result<Document<'a, N>, Malformed> {
    let mut object = Object { members: [const { None }; N], others: Vec::new() };
    let mut found = Found { names: &names, members: &mut object.members, others: &mut object.others };
    Ok(match document(text, &mut found)? {
        Some(value) => Document::Value(value),
        None => Document::Object(object),
    })
}

/// Reads a JSON text that is an array of objects, and the named members of each.
///
/// # Errors
/// [`Malformed`], also if it is anything else.
pub(crate) fn read_array<'a, const N: usize>(
    text: &'a str,
    names: Names<'_, N>,
) -> Result<Vec<Object<'a, N>>, Malformed> {
    let mut objects = Vec::new();
    lexer(text)?.exactly_one(SliceLexer::ws_peek, |next, lexer| {
        if next != b'[' {
            return Err(Malformed);
        }
        lexer.discarded().seq(b']', SliceLexer::ws_peek, |next, lexer| {
            let mut object = Object { members: [const { None }; N], others: Vec::new() };
            let mut found = Found { names: &names, members: &mut object.members, others: &mut object.others };
            if next != b'{' {
                return Err(Malformed);
            }
            members(lexer, &mut found, MAX_DEPTH.saturating_sub(2))?;
            objects.push(object);
            Ok(())
        })
    })?;
    Ok(objects)
}

fn lexer(text: &str) -> Result<SliceLexer<'_>, Malformed> {
    if text.len() > MAX_BODY_BYTES {
        return Err(Malformed);
    }
    Ok(SliceLexer::new(text.strip_prefix('\u{feff}').unwrap_or(text).as_bytes()))
}

/// Reads a JSON text: the value, or nothing if it is an object, whose members are then put into their places.
fn document<'a>(text: &'a str, found: &mut Found<'a, '_>) -> Result<Option<Value<'a>>, Malformed> {
    lexer(text)?.exactly_one(SliceLexer::ws_peek, |next, lexer| {
        if next == b'{' {
            members(lexer, found, MAX_DEPTH.saturating_sub(1)).map(|()| None)
        } else {
            value(next, lexer, MAX_DEPTH).map(Some)
        }
    })
}

/// The places for the members of an object.
struct Found<'a, 'f> {
    names: &'f [&'f [&'f str]],
    members: &'f mut [Option<Value<'a>>],
    others: &'f mut Vec<OtherMember>,
}

impl<'a> Found<'a, '_> {
    fn take(&mut self, name: Cow<'a, str>, value: Value<'a>, json: &'a str) -> Result<(), Malformed> {
        let mut places = self.names.iter().zip(self.members.iter_mut());
        match places.find(|(spellings, _)| spellings.contains(&&*name)) {
            Some((_, Some(_))) => return Err(Malformed),
            Some((_, place)) => *place = Some(value),
            None => self.others.push(OtherMember { name: name.into_owned(), json: json.into() }),
        }
        Ok(())
    }
}

/// Reads the members of an object, whose values may be nested so deep.
fn members<'a>(lexer: &mut SliceLexer<'a>, found: &mut Found<'a, '_>, depth: u8) -> Result<(), Malformed> {
    lexer.discarded().seq(b'}', SliceLexer::ws_peek, |next, lexer| {
        let name = name(next, lexer)?;
        let next = lexer.ws_peek().ok_or(Malformed)?;
        let start = lexer.as_slice();
        let value = value(next, lexer, depth)?;
        found.take(name, value, written(start, lexer)?)
    })
}

/// What was read since a place.
fn written<'a>(start: &'a [u8], lexer: &SliceLexer<'a>) -> Result<&'a str, Malformed> {
    let length = start.len().saturating_sub(lexer.as_slice().len());
    start.get(..length).and_then(|bytes| core::str::from_utf8(bytes).ok()).ok_or(Malformed)
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
        b'[' | b'{' => {
            let start = lexer.as_slice();
            skip(next, lexer, depth)?;
            written(start, lexer).map(Value::Other)
        }
        _ => lexer.null_or_bool().map(|value| value.map_or(Value::Null, Value::Boolean)).ok_or(Malformed),
    }
}

fn number<'a>(lexer: &mut SliceLexer<'a>) -> Result<&'a str, Malformed> {
    let start = lexer.as_slice();
    lexer.num_ignore().validate().map_err(|_| Malformed)?;
    written(start, lexer)
}

fn string<'a>(lexer: &mut SliceLexer<'a>) -> Result<Cow<'a, str>, Malformed> {
    let start = lexer.discarded().as_slice();
    lexer.str_ignore().map_err(|_| Malformed)?;
    let written = written(start, lexer)?.strip_suffix('"').ok_or(Malformed)?;
    Ok(if written.contains('\\') { Cow::Owned(unescaped(written)) } else { Cow::Borrowed(written) })
}

/// Reads the escapes of a string whose escapes the lexer has found well-formed.
fn unescaped(written: &str) -> String {
    let mut units: Vec<u16> = Vec::with_capacity(written.len());
    let mut rest = written;
    while let Some((plain, escape)) = rest.split_once(only('\\')) {
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
            // A quote, a slash or a backslash.
            itself => units.extend(itself.and_then(|itself| u16::try_from(u32::from(itself)).ok())),
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
        let mut document = read(text, [&["status"]])?;
        if let Document::Object(object) = &mut document {
            object.others.clear();
        }
        Ok(document)
    }

    fn found(status: Value<'_>) -> Result<Document<'_, 1>, Malformed> {
        Ok(Document::Object(Object { members: [Some(status)], others: Vec::new() }))
    }

    fn text(text: &str) -> Result<Document<'_, 1>, Malformed> {
        found(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn other(name: &str, json: &str) -> OtherMember {
        OtherMember { name: name.to_owned(), json: json.to_owned() }
    }

    #[test]
    fn other_members_are_kept_as_they_are_written() {
        let body = r#"{"a" : [1, {"b":"]"}] ,"n":12345678901234567890.0,"\u0061":"\u0062", "t":true,"a":null}"#;
        let Ok(Document::Object(object)) = read(body, [&["t"]]) else { panic!("an object is expected") };
        assert_eq!(object.members, [Some(Value::Boolean(true))]);
        let kept = [
            other("a", r#"[1, {"b":"]"}]"#),
            other("n", "12345678901234567890.0"),
            other("a", r#""\u0062""#),
            other("a", "null"),
        ];
        assert_eq!(object.others, kept);
    }

    #[test]
    fn a_member_has_several_spellings_and_occurs_once() {
        const NAMES: Names<'_, 1> = [&["name", "Name"]];
        let objects = read_array(r#"[{"Name":1},{"name":[2],"x":3},{}]"#, NAMES).unwrap();
        assert_eq!(
            objects.iter().map(|object| object.members[0].clone()).collect::<Vec<_>>(),
            [Some(Value::Number("1")), Some(Value::Other("[2]")), None]
        );
        assert_eq!(objects[1].others, [other("x", "3")]);
        assert_eq!(read_array(r#"[{"name":1,"Name":1}]"#, NAMES), Err(Malformed));
    }

    #[test]
    fn an_array_of_objects_is_nothing_else() {
        for body in ["{}", "null", "[1]", "[[]]", "[{}", "[{},]", "[{}] x", "[null]", ""] {
            assert_eq!(read_array(body, [&["a"]]), Err(Malformed), "{body}");
        }
        assert_eq!(read_array(" [ ] ", [&["a"]]), Ok(Vec::new()));
        let nested = |depth: usize| format!("[{{\"a\":{}{}}}]", "[".repeat(depth), "]".repeat(depth));
        assert!(read_array(&nested(62), [&["a"]]).is_ok());
        assert_eq!(read_array(&nested(63), [&["a"]]), Err(Malformed));
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
    fn depth_ends_somewhere() {
        let nested = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
        assert!(status(&nested(63)).is_ok());
        assert_eq!(status(&nested(64)), Err(Malformed));
        assert_eq!(status(&nested(100_000)), Err(Malformed));
    }

    #[test]
    #[cfg_attr(miri, ignore = "a megabyte is long for an interpreter")]
    fn length_ends_somewhere() {
        let long = |bytes: usize| format!("{{\"a\":\"{}\"}}", "x".repeat(bytes - 8));
        assert!(status(&long(MAX_BODY_BYTES)).is_ok());
        assert_eq!(status(&long(MAX_BODY_BYTES + 1)), Err(Malformed));
    }

    #[test]
    fn numbers_stay_as_they_are_written() {
        assert_eq!(status(r#"{"status":600074.0,"x":1e400}"#), found(Value::Number("600074.0")));
    }

    #[test]
    fn other_documents_are_values() {
        assert_eq!(status("\u{feff}\"x\""), Ok(Document::Value(Value::Text(Cow::Borrowed("x")))));
        assert_eq!(status("null"), Ok(Document::Value(Value::Null)));
        assert_eq!(status("[]"), Ok(Document::Value(Value::Other("[]"))));
    }
}
