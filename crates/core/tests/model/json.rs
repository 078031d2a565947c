//! A second reading of JSON: `serde_json` says what is JSON, and where each value begins and ends.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The most arrays and objects inside each other that the rules read.
pub(crate) const MAX_DEPTH: usize = 64;

/// A value, as it is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Json<'a>(&'a str);

/// What a value is.
#[derive(Debug)]
pub(crate) enum Kind<'a> {
    Null,
    Boolean,
    Number,
    Text(String),
    Array(Vec<Json<'a>>),
    Object(Members<'a>),
}

/// The members of an object in order, also those that occur twice.
#[derive(Debug)]
pub(crate) struct Members<'a>(Vec<(String, Json<'a>)>);

impl<'a> Json<'a> {
    /// A whole text, which a byte order mark may precede; nothing if it is not JSON.
    pub(crate) fn of(text: &'a str) -> Option<Self> {
        serde_json::from_str::<&RawValue>(without_mark(text)).ok().map(Self::from)
    }

    /// A whole text that is nested no deeper than the rules read.
    pub(crate) fn read(text: &'a str) -> Option<Self> {
        Self::of(text).filter(|json| json.depth() <= MAX_DEPTH)
    }

    pub(crate) fn written(self) -> &'a str {
        self.0
    }

    pub(crate) fn kind(self) -> Kind<'a> {
        match self.0.as_bytes()[0] {
            b'"' => Kind::Text(text(self.0)),
            b'[' => {
                let items: Vec<&RawValue> = serde_json::from_str(self.0).unwrap();
                Kind::Array(items.into_iter().map(Self::from).collect())
            }
            b'{' => {
                let RawMembers(members) = serde_json::from_str(self.0).unwrap();
                Kind::Object(Members(
                    members.into_iter().map(|(name, value)| (text(name.get()), value.into())).collect(),
                ))
            }
            b't' | b'f' => Kind::Boolean,
            b'n' => Kind::Null,
            _ => Kind::Number,
        }
    }

    pub(crate) fn text(self) -> Option<String> {
        if let Kind::Text(text) = self.kind() { Some(text) } else { None }
    }

    pub(crate) fn items(self) -> Option<Vec<Self>> {
        if let Kind::Array(items) = self.kind() { Some(items) } else { None }
    }

    /// What is kept where a text is expected: the text, or another value as it is written. Null is no value.
    pub(crate) fn kept(self) -> Option<String> {
        match self.kind() {
            Kind::Null => None,
            Kind::Text(text) => Some(text),
            _ => Some(self.0.to_owned()),
        }
    }

    /// How many arrays and objects are inside each other.
    pub(crate) fn depth(self) -> usize {
        let (mut depth, mut deepest, mut is_in_string, mut is_escaped) = (0_usize, 0, false, false);
        for byte in self.0.bytes() {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = true,
                b'"' => is_in_string = !is_in_string,
                _ if is_in_string => {}
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth -= 1,
                _ => {}
            }
            deepest = deepest.max(depth);
        }
        deepest
    }
}

impl<'a> From<&'a RawValue> for Json<'a> {
    fn from(raw: &'a RawValue) -> Self {
        Self(raw.get())
    }
}

impl<'a> Members<'a> {
    /// The values of some members, each by all of its names in any ASCII case; nothing if one of them occurs twice.
    pub(crate) fn named<const N: usize>(&self, names: [&[&str]; N]) -> Option<[Option<Json<'a>>; N]> {
        let mut found = [None; N];
        for (name, value) in &self.0 {
            let Some(at) = names.iter().position(|names| is_among(name, names)) else { continue };
            if found[at].replace(*value).is_some() {
                return None;
            }
        }
        Some(found)
    }

    /// The members of no such name, as they are written.
    pub(crate) fn others<const N: usize>(&self, names: [&[&str]; N]) -> Vec<(&str, &'a str)> {
        let is_other = |name: &str| names.iter().all(|names| !is_among(name, names));
        self.0.iter().filter(|(name, _)| is_other(name)).map(|(name, value)| (name.as_str(), value.0)).collect()
    }
}

/// Returns whether a name is one of several, but for the case of letters from A to Z.
fn is_among(name: &str, names: &[&str]) -> bool {
    let small = |name: &str| name.bytes().map(|byte| byte.to_ascii_lowercase()).collect::<Vec<_>>();
    names.iter().any(|other| small(other) == small(name))
}

pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

struct RawMembers<'a>(Vec<(&'a RawValue, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for RawMembers<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = RawMembers<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(RawMembers(members))
    }
}

/// The characters of a string, lone surrogates as U+FFFD, which the other library does not read at all.
fn text(written: &str) -> String {
    let mut mended = String::new();
    let mut rest = written;
    while let Some((plain, escape)) = rest.split_once('\\') {
        mended.push_str(plain);
        let unit = |from: usize| u32::from_str_radix(escape.get(from..from + 4)?, 16).ok();
        let first = if escape.starts_with('u') { unit(1) } else { None };
        let second = if escape.get(5..7) == Some("\\u") { unit(7) } else { None };
        let length = match (first, second) {
            (Some(0xd800..0xdc00), Some(0xdc00..0xe000)) => 11,
            (Some(0xd800..0xe000), _) => {
                mended.push('\u{fffd}');
                rest = &escape[5..];
                continue;
            }
            (Some(_), _) => 5,
            (None, _) => 1,
        };
        mended.push('\\');
        mended.push_str(&escape[..length]);
        rest = &escape[length..];
    }
    mended.push_str(rest);
    serde_json::from_str(&mended).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_read_with_lone_surrogates() {
        for (written, expected) in [
            (r#""a\"\\\u0041\ud83d\ude00""#, "a\"\\A😀"),
            (r#""\ud83dx\ude00\ud83d\n\ud83d\ud83d\ude00""#, "\u{fffd}x\u{fffd}\u{fffd}\n\u{fffd}😀"),
            (r#""\\ud83d""#, "\\ud83d"),
        ] {
            assert_eq!(text(written), expected, "{written}");
        }
    }

    #[test]
    fn members_keep_their_order_and_what_is_written() {
        let text = "\u{feff} {\"a\" : [1, {\"b\":\"]\"}] ,\"\\ud800\":1e999,\"a\":null}";
        let Kind::Object(members) = Json::read(text).unwrap().kind() else { panic!("an object") };
        assert_eq!(members.others([]), [("a", "[1, {\"b\":\"]\"}]"), ("\u{fffd}", "1e999"), ("a", "null")]);
        assert!(members.named([&["a"]]).is_none());
        assert!(members.named([&["A"]]).is_none());
        assert_eq!(members.0[0].1.depth(), 2);
    }
}
