//! Excerpts of untrusted text for display: cut, with invisible and direction-changing characters escaped.

use alloc::string::String;

/// The maximum number of characters of an excerpt.
const MAX_CHARACTERS: usize = 64;

/// Returns the text, cut to 64 characters, with control, invisible and direction-changing characters written as `\u{200b}`.
///
/// A backtick is escaped as well, since messages put the excerpt between backticks.
pub(crate) fn excerpt(text: &str) -> String {
    excerpt_escaping(text, |_| false)
}

/// Returns the excerpt of a field that takes only ASCII. Other characters are escaped, since they can look the same.
pub(crate) fn ascii_excerpt(text: &str) -> String {
    excerpt_escaping(text, |character| !character.is_ascii())
}

/// Returns the excerpt with more characters escaped: those that a field does not take and that can look like others.
pub(crate) fn excerpt_escaping(text: &str, is_escaped: impl Fn(char) -> bool) -> String {
    let mut shown = String::new();
    let mut characters = text.chars();
    for character in characters.by_ref().take(MAX_CHARACTERS) {
        if character == '`' || is_unseen(character) || is_escaped(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    if characters.next().is_some() {
        shown.push('…');
    }
    shown
}

/// Returns whether a character is not visible as itself: control, white space other than the space, invisible, private
/// use, or a noncharacter.
pub(crate) fn is_unseen(character: char) -> bool {
    let is_annotation = matches!(character, '\u{fff9}'..='\u{fffb}');
    character != ' '
        && (is_invisible(character)
            || is_annotation
            || character.is_control()
            || character.is_whitespace()
            || is_private_or_none(character))
}

/// Returns whether a character is for private use, or is a noncharacter (the Unicode Standard, section 23.7).
fn is_private_or_none(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{f0000}'..)
        || u32::from(character) & 0xfffe == 0xfffe
}

/// Returns whether a character is trimmed from the ends of a pasted text. A direction override is not: it is not copied by accident.
pub(crate) fn is_trimmable(character: char) -> bool {
    character.is_whitespace() || (is_invisible(character) && !matches!(character, '\u{202d}' | '\u{202e}'))
}

/// Returns whether a character is ignorable by default, or changes the direction of others.
///
/// Source: the Unicode property `Default_Ignorable_Code_Point`, and the format characters of `Cf` that change direction.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_shown_as_it_is() {
        assert_eq!(excerpt("Not Ready é 例"), "Not Ready é 例");
    }

    #[test]
    fn what_cannot_be_seen_is_written_out() {
        assert_eq!(excerpt("\u{fff8}\u{fff9}\u{fffb}"), "\\u{fff8}\\u{fff9}\\u{fffb}");
        assert_eq!(excerpt("a\u{202e}b\u{200b}c\nd`e\u{a0}\u{0}"), "a\\u{202e}b\\u{200b}c\\u{a}d\\u{60}e\\u{a0}\\u{0}");
    }

    #[test]
    fn what_has_no_meaning_is_written_out() {
        assert_eq!(excerpt("\u{e000}\u{f8ff}\u{f900}"), "\\u{e000}\\u{f8ff}\u{f900}");
        assert_eq!(excerpt("\u{fdd0}\u{fffd}\u{fffe}"), "\\u{fdd0}\u{fffd}\\u{fffe}");
        assert_eq!(excerpt("\u{1fffd}\u{1ffff}\u{10ffff}"), "\u{1fffd}\\u{1ffff}\\u{10ffff}");
    }

    #[test]
    fn what_only_looks_like_ascii_is_written_out_where_ascii_is_right() {
        assert_eq!(ascii_excerpt("0\u{430}\u{2011}1"), "0\\u{430}\\u{2011}1");
        assert_eq!(excerpt_escaping("0\u{430}\u{2011}1", |character| character == '\u{2011}'), "0\u{430}\\u{2011}1");
    }

    #[test]
    fn long_text_is_cut_between_characters() {
        assert_eq!(excerpt(&"ä".repeat(64)), "ä".repeat(64));
        assert_eq!(excerpt(&"ä".repeat(65)), "ä".repeat(64) + "…");
    }
}
