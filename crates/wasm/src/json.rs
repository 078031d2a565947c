//! Writes JSON, as which rich results leave: one text crosses the boundary, and the engine's own reader makes the objects.

use alloc::string::{String, ToString as _};
use core::fmt::{Display, Write as _};

/// A JSON text that is being written.
#[derive(Default)]
pub(crate) struct Json {
    text: String,
}

impl Json {
    /// The text of an object.
    pub(crate) fn object(members: impl FnOnce(&mut Self)) -> String {
        let mut json = Self::default();
        json.value(|json| json.nested('{', '}', members));
        json.text
    }

    /// The text of an array.
    pub(crate) fn array<T>(items: impl IntoIterator<Item = T>, write: impl FnMut(&mut Self, T)) -> String {
        let mut json = Self::default();
        json.items(items, write);
        json.text
    }

    pub(crate) fn name(&mut self, name: &str) -> &mut Self {
        self.separate();
        self.text.push('"');
        self.text.push_str(name);
        self.text.push_str("\":");
        self
    }

    pub(crate) fn members(&mut self, members: impl FnOnce(&mut Self)) {
        self.value(|json| json.nested('{', '}', members));
    }

    pub(crate) fn items<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.value(|json| json.nested('[', ']', |json| items.into_iter().for_each(|item| write(json, item))));
    }

    pub(crate) fn flag(&mut self, flag: bool) {
        self.value(|json| json.text.push_str(if flag { "true" } else { "false" }));
    }

    pub(crate) fn number(&mut self, number: i64) {
        self.value(|json| json.text.push_str(&number.to_string()));
    }

    pub(crate) fn string(&mut self, string: &str) {
        self.value(|json| json.quoted(string));
    }

    /// A value as its text. A `String` takes all that is written, so that nothing can panic.
    pub(crate) fn shown(&mut self, value: impl Display) {
        let mut text = String::new();
        let _ = write!(text, "{value}");
        self.string(&text);
    }

    /// A member that is absent if it has no text.
    pub(crate) fn optional(&mut self, name: &str, string: Option<&str>) {
        if let Some(string) = string {
            self.name(name).string(string);
        }
    }

    fn value(&mut self, write: impl FnOnce(&mut Self)) {
        self.separate();
        write(self);
    }

    fn nested(&mut self, open: char, close: char, inside: impl FnOnce(&mut Self)) {
        self.text.push(open);
        inside(self);
        self.text.push(close);
    }

    /// A comma, unless this is the first of something or the value of a name.
    fn separate(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }

    fn quoted(&mut self, string: &str) {
        self.text.push('"');
        let mut rest = string;
        while let Some(at) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
            let (plain, special) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.text.push_str(plain);
            let mut special = special.chars();
            match special.next() {
                Some(quote @ ('"' | '\\')) => self.text.extend(['\\', quote]),
                Some(control) => self.escaped(u32::from(control)),
                None => {}
            }
            rest = special.as_str();
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    fn escaped(&mut self, control: u32) {
        self.text.push_str("\\u00");
        self.text.extend([control / 16, control % 16].iter().filter_map(|digit| char::from_digit(*digit, 16)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let text = "a\"b\\c\n\u{0}\u{1f}é😀\u{2028}:{[";
        let json = Json::object(|json| {
            json.name("empty").members(|_| {});
            json.name("text").string(text);
            json.optional("absent", None);
            json.name("list").items([1, -2], |json, number| json.number(number));
            json.name("nested").items([text, ""], |json, text| json.members(|json| json.optional("text", Some(text))));
            json.name("flag").flag(true);
            json.name("shown").shown(format_args!("{}\"", 7));
        });
        let expected = serde_json::json!({
            "empty": {}, "text": text, "list": [1, -2], "nested": [{ "text": text }, { "text": "" }], "flag": true, "shown": "7\""
        });
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap(), expected);
        assert_eq!(Json::array([[1], [2]], |json, item| json.items(item, Json::number)), "[[1],[2]]");
    }
}
