//! Search for a list of customers inside an object that is given instead of the list.

use alloc::string::String;

use crate::json::scanner::{Scanner, Stop};
use crate::json::string::{Text, unescape};
use crate::values::excerpt::excerpt;

/// A list of customers in an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WrappedList<'a> {
    member: Text<'a>,
    /// The offset of the list in the object, in bytes.
    pub(crate) start: usize,
    has_known_name: bool,
}

/// Names of members that are lists even if they are empty: those of the service and of OData, and a likely name.
const KNOWN_NAMES: [&[u8]; 3] = [b"items", b"value", b"customers"];

/// Names of members that make an object a record.
const RECORD_NAMES: [&[u8]; 2] = [b"status", b"qualifications"];

impl<'a> WrappedList<'a> {
    /// Finds the list in an object: an array in a member with a known name, or else the first array with an object in it. Returns `None`
    /// if the object is a record. The object may be incomplete.
    #[cold]
    #[inline(never)]
    pub(crate) fn find(object: &'a [u8]) -> Option<Self> {
        let mut scanner = Scanner::new(object);
        if scanner.peek() != Ok(b'{') {
            return None;
        }
        let (mut found, mut is_record) = (None::<Self>, false);
        // The object was read before: a stop is the end of an incomplete one.
        let _: Result<(), Stop> = scanner.object(|scanner, member| {
            is_record = is_record || RECORD_NAMES.iter().any(|name| member.is_name(name));
            let has_known_name = KNOWN_NAMES.iter().any(|name| member.is_name(name));
            if scanner.peek()? != b'[' {
                return scanner.value(2).map(|_| ());
            }
            let start = object.len().saturating_sub(scanner.rest.len());
            let mut keep = || {
                if found.is_none_or(|found| has_known_name && !found.has_known_name) {
                    found = Some(Self { member, start, has_known_name });
                }
            };
            if has_known_name {
                keep();
            }
            scanner.array(|scanner| {
                if scanner.peek()? == b'{' {
                    keep();
                }
                scanner.value(3).map(|_| ())
            })
        });
        found.filter(|_| !is_record)
    }

    /// Returns the name of its member, escaped for display.
    pub(crate) fn member(&self) -> String {
        let written = String::from_utf8_lossy(self.member.written());
        excerpt(&if self.member.is_escaped() { unescape(&written).into() } else { written })
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    fn found(object: &str) -> Option<(String, usize)> {
        WrappedList::find(object.as_bytes()).map(|list| (list.member(), list.start))
    }

    #[test]
    fn a_list_is_found_by_its_name_or_by_what_is_in_it() {
        for (object, member) in [
            (r#"{"items":[]}"#, "items"),
            (r#"{ "VALUE" : [7] }"#, "VALUE"),
            (r#"{"a":[1],"b":[{}],"customers":[]}"#, "customers"),
            (r#"{"items":{},"value":null,"b":[[],{}]}"#, "b"),
            (r#"{"items":[1],"value":[{}]}"#, "items"),
            (r#"{"items":[{"status":"Allowed","qualifications":[]}]}"#, "items"),
            // Cut off.
            (r#"{"a":[{"b":"#, "a"),
            (r#"{"items":["#, "items"),
            (r#"{"a":[{}],"stat"#, "a"),
        ] {
            let before = object.split_once(&format!("{member}\"")).map(|(before, after)| {
                let (between, _) = after.split_once('[').unwrap();
                format!("{before}{member}\"{between}").len()
            });
            assert_eq!(found(object), before.map(|start| (member.into(), start)), "{object}");
        }
    }

    #[test]
    fn a_record_is_no_list() {
        for object in [
            "",
            "{",
            "[{}]",
            "{}",
            r#"{"a":[]}"#,
            r#"{"a":["{}"]}"#,
            r#"{"items":{"items":[{}]}}"#,
            r#"{"items":[{}],"Status":null}"#,
            r#"{"QUALIFICATIONS":[{}],"items":[{}]}"#,
            r#"{"st\u0061tus":1,"items":[{}]}"#,
        ] {
            assert_eq!(found(object), None, "{object}");
        }
    }

    #[test]
    fn the_name_is_shown_as_it_reads() {
        let member = |object: &[u8]| WrappedList::find(object).map(|list| list.member());
        assert_eq!(member(br#"{"\u0069tem\ud83d\ude00s":[{}]}"#).as_deref(), Some("item😀s"));
        assert_eq!(member(b"{\"a\xff\":[{}]}").as_deref(), Some("a\u{fffd}"));
        assert_eq!(member(br#"{"a\u200b":[{}]}"#).as_deref(), Some("a\\u{200b}"));
    }
}
