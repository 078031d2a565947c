//! Several texts in one copy.

use partner_center_rules::FieldText;

use crate::boundary::{ABSENT, NOT_TEXT};

/// Texts that the facade joined, each followed by a NUL, with their lengths in UTF-16 code units.
///
/// The NUL keeps half a surrogate pair at the end of one text from joining another at the start of the next.
pub(crate) struct Texts<'a> {
    rest: &'a str,
    lengths: core::slice::Iter<'a, u32>,
}

impl<'a> Texts<'a> {
    pub(crate) fn new(joined: &'a str, lengths: &'a [u32]) -> Self {
        Self { rest: joined, lengths: lengths.iter() }
    }
}

impl<'a> Iterator for Texts<'a> {
    type Item = FieldText<'a>;

    fn next(&mut self) -> Option<FieldText<'a>> {
        Some(match *self.lengths.next()? {
            ABSENT => FieldText::Absent,
            NOT_TEXT => FieldText::NotText,
            units => {
                let (text, rest) = split(self.rest, units);
                self.rest = rest.strip_prefix('\0').unwrap_or(rest);
                FieldText::Text(text)
            }
        })
    }
}

/// Splits a text after a number of UTF-16 code units.
fn split(text: &str, units: u32) -> (&str, &str) {
    let mut left = units;
    let end = text.char_indices().find_map(|(at, character)| {
        let ends_here = left == 0;
        left = left.saturating_sub(if u32::from(character) > 0xffff { 2 } else { 1 });
        ends_here.then_some(at)
    });
    end.and_then(|end| text.split_at_checked(end)).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_apart_where_they_were_joined() {
        let joined = "K12\0\0😀é\0a\0b\0";
        let texts: Vec<_> = Texts::new(joined, &[3, ABSENT, 0, 3, NOT_TEXT, 3]).collect();
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
    }

    #[test]
    fn lengths_beyond_the_text_end_with_it() {
        assert_eq!(Texts::new("ab\0", &[9, 1]).collect::<Vec<_>>(), [FieldText::Text("ab\0"), FieldText::Text("")]);
    }
}
