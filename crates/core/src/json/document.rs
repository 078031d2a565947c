//! Reader of JSON texts: the requested members of objects as values, the others as they are written.
//!
//! Where readers of JSON differ, this one does the same on every platform: nothing may follow the value, a byte order mark may
//! precede it, numbers are checked against the grammar only, lone surrogates are read as U+FFFD, and nesting is limited to a depth
//! that no response of the service comes near.

use alloc::vec::Vec;

use crate::json::scanner::{Scanner, Stop};
use crate::json::string::is_name;
use crate::json::value::{Quoted, Value};
use crate::values::other_member::OtherMember;

/// The maximum length of a response body, in bytes of UTF-8. A longer body is not read: the service sends none.
///
/// ```
/// use partner_center_rules::{MAX_BODY_BYTES, read_validation_status};
///
/// let body = " ".repeat(MAX_BODY_BYTES) + r#"{"status":"Allowed"}"#;
/// assert!(read_validation_status(200, &body).is_err());
/// ```
pub const MAX_BODY_BYTES: usize = 1_048_576;

/// The error of a text that is not JSON, or is longer or nested more deeply than the limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed;

/// The values of the requested members, in the order of the names.
pub(crate) type Members<'a, const N: usize> = [Option<Value<'a>>; N];

/// The top level of a JSON text: the requested members of an object, or another value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Document<'a, const N: usize> {
    Object(Members<'a, N>),
    Value(Value<'a>),
}

/// An object in an array: the requested members, and the other ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Object<'a, const N: usize> {
    pub(crate) members: Members<'a, N>,
    pub(crate) others: Vec<OtherMember>,
}

impl<const N: usize> Object<'_, N> {
    const EMPTY: Self = Self { members: [None; N], others: Vec::new() };
}

/// The requested members, each with all spellings of its name. Names are compared in any ASCII case.
pub(crate) type Names<'n, const N: usize> = [&'n [&'n str]; N];

/// Reads a JSON text and the named members of its top-level object. The other ones are added to `others` if they are requested; without
/// them nothing is allocated, unless a name is escaped.
///
/// # Errors
/// [`Malformed`], also if a named member occurs twice, in any case: it is ambiguous. Then `others` is empty.
pub(crate) fn read<'a, const N: usize>(
    text: &'a str,
    names: Names<'_, N>,
    others: Option<&mut Vec<OtherMember>>,
) -> Result<Document<'a, N>, Malformed> {
    let mut members = [None; N];
    let value = read_document(text, &names, &mut members, others)?;
    Ok(value.map_or(Document::Object(members), Document::Value))
}

/// Reads a JSON text that is an array of objects, and converts the named members of each.
///
/// # Errors
/// [`Malformed`], also if the text is not an array of objects, or if an object cannot be converted.
pub(crate) fn read_array<'a, const N: usize, T>(
    text: &'a str,
    names: Names<'_, N>,
    convert: fn(Object<'a, N>) -> Option<T>,
) -> Result<Vec<T>, Malformed> {
    let mut converted = Vec::new();
    read_elements(text, &mut |reader| {
        let mut object = Object::EMPTY;
        reader.members(&names, &mut object.members, Some(&mut object.others), 3)?;
        converted.push(convert(object).ok_or(Malformed)?);
        Ok(())
    })?;
    Ok(converted)
}

/// Reads a JSON text. Returns the value, or `None` if it is an object, whose members are stored in `members` and, if requested, `others`.
/// It is not generic over the number of members, so that it is compiled once.
fn read_document<'a>(
    text: &'a str,
    names: &[&[&str]],
    members: &mut [Option<Value<'a>>],
    mut others: Option<&mut Vec<OtherMember>>,
) -> Result<Option<Value<'a>>, Malformed> {
    let value = Reader::new(text).and_then(|reader| reader.document(names, members, others.as_deref_mut()));
    if let (Err(Malformed), Some(others)) = (value, others) {
        others.clear();
    }
    value
}

/// Reads a JSON text that is an array, with a function that reads an element. It is not generic, so that it is compiled once.
fn read_elements<'a>(
    text: &'a str,
    read_element: &mut dyn FnMut(&mut Reader<'a>) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    let mut reader = Reader::new(text)?;
    reader.list(b'[', b']', read_element)?;
    reader.end()
}

/// A reader of a text.
struct Reader<'a> {
    text: &'a str,
    scanner: Scanner<'a>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Result<Self, Malformed> {
        if text.len() > MAX_BODY_BYTES {
            return Err(Malformed);
        }
        let rest = text.strip_prefix('\u{feff}').unwrap_or(text).as_bytes();
        Ok(Self { text, scanner: Scanner::new(rest) })
    }

    /// Reads the whole text, as [`read_document`] does.
    fn document(
        mut self,
        names: &[&[&str]],
        members: &mut [Option<Value<'a>>],
        others: Option<&mut Vec<OtherMember>>,
    ) -> Result<Option<Value<'a>>, Malformed> {
        let value = match self.scanner.peek()? {
            b'{' => self.members(names, members, others, 2).map(|()| None)?,
            next => Some(self.value(next, 1)?),
        };
        self.end().map(|()| value)
    }

    /// Errors if anything but white space follows.
    fn end(mut self) -> Result<(), Malformed> {
        if self.scanner.peek() == Err(Stop::End) { Ok(()) } else { Err(Malformed) }
    }

    /// Returns the number of bytes that are read.
    fn offset(&self) -> usize {
        self.text.len().saturating_sub(self.scanner.rest.len())
    }

    /// Returns the text that was read since an offset.
    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.offset()).unwrap_or_default()
    }

    /// Reads the members of an object, whose values have this depth. The outermost value has depth 1.
    fn members(
        &mut self,
        names: &[&[&str]],
        members: &mut [Option<Value<'a>>],
        mut others: Option<&mut Vec<OtherMember>>,
        depth: u32,
    ) -> Result<(), Malformed> {
        self.list(b'{', b'}', &mut |reader| {
            let name = reader.string()?;
            reader.scanner.expect(b':')?;
            let next = reader.scanner.peek()?;
            let start = reader.offset();
            let value = reader.value(next, depth)?;
            let text = name.unescape();
            let mut slots = names.iter().zip(members.iter_mut());
            let is_requested =
                |spellings: &[&str]| spellings.iter().any(|one| is_name(text.as_bytes(), one.as_bytes()));
            match slots.find(|(spellings, _)| is_requested(spellings)) {
                Some((_, Some(_))) => return Err(Malformed),
                Some((_, slot)) => *slot = Some(value),
                None => {
                    if let Some(others) = others.as_deref_mut() {
                        others.push(OtherMember { name: text.into_owned(), json: reader.since(start).into() });
                    }
                }
            }
            Ok(())
        })
    }

    /// Reads a list between two brackets, with a function that reads an entry.
    fn list(
        &mut self,
        open: u8,
        close: u8,
        read_entry: &mut dyn FnMut(&mut Self) -> Result<(), Malformed>,
    ) -> Result<(), Malformed> {
        self.scanner.expect(open)?;
        if self.scanner.peek()? != close {
            loop {
                read_entry(self)?;
                match self.scanner.peek()? {
                    b',' => self.scanner.advance(),
                    byte if byte == close => break,
                    _ => return Err(Malformed),
                }
            }
        }
        self.scanner.advance();
        Ok(())
    }

    /// Reads a value with this depth, whose first byte was peeked.
    fn value(&mut self, next: u8, depth: u32) -> Result<Value<'a>, Malformed> {
        if next == b'"' {
            return self.string().map(Value::Text);
        }
        let start = self.offset();
        self.scanner.value(depth)?;
        let written = self.since(start);
        Ok(match next {
            b'[' | b'{' => Value::Other(written),
            b'n' => Value::Null,
            b't' | b'f' => Value::Boolean(next == b't'),
            _ => Value::Number(written),
        })
    }

    /// Reads a string.
    fn string(&mut self) -> Result<Quoted<'a>, Malformed> {
        self.scanner.expect(b'"')?;
        let start = self.offset();
        let is_escaped = self.scanner.string()?.is_escaped();
        let written = self.since(start);
        Ok(Quoted { written: written.strip_suffix('"').unwrap_or(written), is_escaped })
    }
}

impl From<Stop> for Malformed {
    fn from(_: Stop) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::format;

    use super::*;

    type Status<'a> = Result<Document<'a, 1>, Malformed>;

    fn status(text: &str) -> Status<'_> {
        read(text, [&["status"]], None)
    }

    fn found(status: Value<'_>) -> Status<'_> {
        Ok(Document::Object([Some(status)]))
    }

    fn entries<'a, const N: usize>(text: &'a str, names: Names<'_, N>) -> Result<Vec<Object<'a, N>>, Malformed> {
        read_array(text, names, Some)
    }

    fn text(text: &str) -> Status<'_> {
        found(quoted(text))
    }

    fn quoted(written: &str) -> Value<'_> {
        Value::Text(Quoted { written, is_escaped: false })
    }

    fn other(name: &str, json: &str) -> OtherMember {
        OtherMember { name: name.to_owned(), json: json.to_owned() }
    }

    #[test]
    fn other_members_are_kept_as_they_are_written() {
        let body = r#"{"a" : [1, {"b":"]"}] ,"n":12345678901234567890.0,"\u0061":"\u0062", "t":true,"a":null}"#;
        let mut others = Vec::new();
        let document = read(body, [&["t"]], Some(&mut others));
        assert_eq!(document, Ok(Document::Object([Some(Value::Boolean(true))])));
        let kept = [
            other("a", r#"[1, {"b":"]"}]"#),
            other("n", "12345678901234567890.0"),
            other("a", r#""\u0062""#),
            other("a", "null"),
        ];
        assert_eq!(others, kept);
    }

    #[test]
    fn a_member_has_several_spellings_and_occurs_once() {
        const NAMES: Names<'_, 1> = [&["name", "label"]];
        let objects = entries(r#"[{"Name":1},{"label":[2],"x":3},{"L\u0041bel":4,"name ":5},{}]"#, NAMES).unwrap();
        assert_eq!(
            objects.iter().map(|object| object.members[0]).collect::<Vec<_>>(),
            [Some(Value::Number("1")), Some(Value::Other("[2]")), Some(Value::Number("4")), None]
        );
        assert_eq!(objects[1].others, [other("x", "3")]);
        for twice in [r#"[{"name":1,"Name":1}]"#, r#"[{"name":1,"LABEL":1}]"#, r#"[{"NAME":1,"name":1}]"#] {
            assert_eq!(entries(twice, NAMES), Err(Malformed), "{twice}");
        }
    }

    #[test]
    fn an_array_with_something_of_which_nothing_can_be_made_is_malformed() {
        let make = |object: Object<'_, 1>| object.members[0].map(|_| ());
        assert_eq!(read_array(r#"[{"a":1},{"a":2}]"#, [&["a"]], make), Ok(alloc::vec![(), ()]));
        assert_eq!(read_array(r#"[{"a":1},{"b":2}]"#, [&["a"]], make), Err(Malformed));
    }

    #[test]
    fn an_array_of_objects_is_nothing_else() {
        for body in ["{}", "null", "[1]", "[[]]", "[{}", "[{},]", "[{}] x", "[null]", ""] {
            assert_eq!(entries(body, [&["a"]]), Err(Malformed), "{body}");
        }
        assert_eq!(entries(" [ ] ", [&["a"]]), Ok(Vec::new()));
        let nested = |depth: usize| format!("[{{\"a\":{}{}}}]", "[".repeat(depth), "]".repeat(depth));
        assert!(entries(&nested(62), [&["a"]]).is_ok());
        assert_eq!(entries(&nested(63), [&["a"]]), Err(Malformed));
    }

    #[test]
    fn members_are_found_among_others() {
        let body = r#" { "a": [1, -2.5e3, true, null, {"status": "x"}], "status" : "Allowed", "b": {} } "#;
        assert_eq!(status(body), text("Allowed"));
    }

    #[test]
    fn escapes_are_read_and_lone_surrogates_replaced() {
        let written = r#"A\n\"\\\/\b\f\r\té\ud83d\ude00\ud800x"#;
        let body = format!("{{\"\\u0073tatus\":\"{written}\"}}");
        let quoted = Quoted { written, is_escaped: true };
        assert_eq!(status(&body), found(Value::Text(quoted)));
        assert_eq!(quoted.unescape(), "A\n\"\\/\u{8}\u{c}\r\té😀\u{fffd}x");
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
        assert_eq!(status("\u{feff}\"x\""), Ok(Document::Value(quoted("x"))));
        assert_eq!(status("null"), Ok(Document::Value(Value::Null)));
        assert_eq!(status("[]"), Ok(Document::Value(Value::Other("[]"))));
    }
}
