//! Writes JSON, as which rich results leave: one text crosses the boundary, and the engine's own reader makes the objects.

use alloc::string::{String, ToString as _};

/// A JSON text that is being written.
#[derive(Default)]
pub(crate) struct Json {
    text: String,
}

impl Json {
    /// The text of an object.
    pub(crate) fn object(members: impl FnOnce(&mut Self)) -> String {
        let mut json = Self::default();
        json.members(members);
        json.text
    }

    /// The text of an array.
    pub(crate) fn array<T>(items: impl IntoIterator<Item = T>, write: impl FnMut(&mut Self, T)) -> String {
        let mut json = Self::default();
        json.items(items, write);
        json.text
    }

    #[inline(never)]
    pub(crate) fn name(&mut self, name: &str) -> &mut Self {
        self.separate();
        for part in ["\"", name, "\":"] {
            self.write(part);
        }
        self
    }

    pub(crate) fn members(&mut self, members: impl FnOnce(&mut Self)) {
        self.open("{");
        members(self);
        self.write("}");
    }

    pub(crate) fn items<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.open("[");
        items.into_iter().for_each(|item| write(self, item));
        self.write("]");
    }

    /// An array whose places mean different things.
    pub(crate) fn places(&mut self, places: impl FnOnce(&mut Self)) {
        self.open("[");
        places(self);
        self.write("]");
    }

    /// A place that has nothing.
    pub(crate) fn nothing(&mut self) {
        self.open("null");
    }

    #[inline(never)]
    pub(crate) fn flag(&mut self, flag: bool) {
        self.open(if flag { "true" } else { "false" });
    }

    #[inline(never)]
    pub(crate) fn number(&mut self, number: i64) {
        self.open(&number.to_string());
    }

    #[inline(never)]
    pub(crate) fn string(&mut self, string: &str) {
        self.separate();
        self.quoted(string);
    }

    /// A member that is absent if it has no text.
    #[inline(never)]
    pub(crate) fn optional(&mut self, name: &str, string: Option<&str>) {
        if let Some(string) = string {
            self.name(name).string(string);
        }
    }

    /// The beginning of a value, or all of it.
    #[inline(never)]
    fn open(&mut self, text: &str) {
        self.separate();
        self.write(text);
    }

    #[inline(never)]
    fn write(&mut self, text: &str) {
        self.text.push_str(text);
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
            json.name("places").places(|json| {
                json.nothing();
                json.string("");
                json.places(|_| {});
            });
        });
        let expected = serde_json::json!({
            "empty": {}, "text": text, "list": [1, -2], "nested": [{ "text": text }, { "text": "" }], "flag": true, "places": [null, "", []]
        });
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap(), expected);
        assert_eq!(Json::array([[1], [2]], |json, item| json.items(item, Json::number)), "[[1],[2]]");
    }
}
