//! Several texts in one copy.

use partner_center_rules::FieldText;

/// Texts that the facade joined. Before them stands what each is: its length in UTF-16 code units, `-` if it is absent, `!` if it is no
/// text, each with a comma behind it.
///
/// A NUL follows that list, and each text, so that half a surrogate pair at the end of one text does not join another at the start
/// of the next.
pub(crate) struct Texts<'a> {
    kinds: &'a str,
    rest: &'a str,
    /// Whether lengths count bytes as well.
    is_ascii: bool,
}

impl<'a> Texts<'a> {
    pub(crate) fn new(joined: &'a str) -> Self {
        let (kinds, rest) = joined.split_once('\0').unwrap_or((joined, ""));
        Self { kinds, rest, is_ascii: rest.is_ascii() }
    }

    fn split(&self, units: usize) -> (&'a str, &'a str) {
        let end = if self.is_ascii { Some(units) } else { end_of(self.rest, units) };
        end.and_then(|end| self.rest.split_at_checked(end)).unwrap_or((self.rest, ""))
    }
}

impl<'a> Iterator for Texts<'a> {
    type Item = FieldText<'a>;

    fn next(&mut self) -> Option<FieldText<'a>> {
        let (kind, kinds) = self.kinds.split_once(',')?;
        self.kinds = kinds;
        Some(match kind {
            "-" => FieldText::Absent,
            "!" => FieldText::NotText,
            length => {
                let (text, rest) = self.split(length.parse().unwrap_or(usize::MAX));
                self.rest = rest.strip_prefix('\0').unwrap_or(rest);
                FieldText::Text(text)
            }
        })
    }
}

/// Where so many UTF-16 code units of a text end.
fn end_of(text: &str, units: usize) -> Option<usize> {
    let mut left = units;
    text.char_indices().find_map(|(at, character)| {
        let ends_here = left == 0;
        left = left.saturating_sub(character.len_utf16());
        ends_here.then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn texts_come_apart_where_they_were_joined() {
        let joined = "3,-,0,3,!,3,\0K12\0\0😀é\0a\0b\0";
        let texts: Vec<_> = Texts::new(joined).collect();
        assert_eq!(
            texts,
            [
                FieldText::Text("K12"),
                FieldText::Absent,
                FieldText::Text(""),
                FieldText::Text("😀é"),
                FieldText::NotText,
                FieldText::Text("a\0b"),
            ]
        );
        assert_eq!(Texts::new("3,1,\0a\0b\0c\0").collect::<Vec<_>>(), [FieldText::Text("a\0b"), FieldText::Text("c")]);
        assert_eq!(Texts::new("").count(), 0);
    }

    #[test]
    fn lengths_beyond_the_text_end_with_it() {
        for end in ["", "é"] {
            let joined = ["9,x,\0ab", end].concat();
            let all = ["ab", end].concat();
            assert_eq!(Texts::new(&joined).collect::<Vec<_>>(), [FieldText::Text(&all), FieldText::Text("")]);
        }
    }
}
