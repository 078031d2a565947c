//! Strings of JSON in bytes: their end, their escapes, and comparison with names.

use alloc::string::String;
use alloc::vec::Vec;

use crate::values::text::{is_same, single};

/// A string as it is written, without its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Text<'a> {
    written: &'a [u8],
    is_escaped: bool,
}

impl<'a> Text<'a> {
    pub(crate) const fn new(written: &'a [u8], is_escaped: bool) -> Self {
        Self { written, is_escaped }
    }

    pub(crate) const fn is_escaped(&self) -> bool {
        self.is_escaped
    }

    pub(crate) const fn written(&self) -> &'a [u8] {
        self.written
    }

    /// Returns whether the string equals a name, compared as by [`is_name`].
    #[inline]
    pub(crate) fn is_name(&self, name: &[u8]) -> bool {
        is_name(self.name(&mut [0; LONGEST_NAME]), name)
    }

    /// Returns the bytes of the string, those of an escaped one in a buffer. An escaped one that is longer than every name of the rules,
    /// or is not ASCII, is returned as empty, which equals no name either.
    #[inline]
    pub(crate) fn name<'t>(&self, buffer: &'t mut [u8; LONGEST_NAME]) -> &'t [u8]
    where
        'a: 't,
    {
        if self.is_escaped { unescaped_name(self.written, buffer).unwrap_or_default() } else { self.written }
    }
}

/// The maximum length of an unescaped name. All names of the rules are shorter.
pub(crate) const LONGEST_NAME: usize = 32;

/// Unescapes a name into a buffer, if it is ASCII and fits.
#[cold]
fn unescaped_name<'b>(written: &[u8], buffer: &'b mut [u8; LONGEST_NAME]) -> Option<&'b [u8]> {
    let mut rest = written;
    let mut length: usize = 0;
    while let Some((&plain, after)) = rest.split_first() {
        let (character, after) = if plain == b'\\' { read_escape(after)? } else { (plain.into(), after) };
        *buffer.get_mut(length)? = u8::try_from(character).ok().filter(u8::is_ascii)?;
        length = length.saturating_add(1);
        rest = after;
    }
    buffer.get(..length)
}

/// Unescapes a string whose escapes are well-formed. A lone surrogate becomes U+FFFD.
pub(crate) fn unescape(written: &str) -> String {
    let mut units: Vec<u16> = Vec::with_capacity(written.len());
    let mut rest = written;
    while let Some((plain, after)) = rest.split_once(single('\\')) {
        units.extend(plain.encode_utf16());
        let (unit, bytes) = read_escape(after.as_bytes()).unwrap_or((0xfffd, b""));
        units.push(unit);
        rest = after.get(after.len().saturating_sub(bytes.len())..).unwrap_or_default();
    }
    units.extend(rest.encode_utf16());
    String::from_utf16_lossy(&units)
}

/// Returns the UTF-16 code unit of an escape sequence, given the bytes after its backslash, and the bytes after the sequence.
fn read_escape(written: &[u8]) -> Option<(u16, &[u8])> {
    let (kind, after) = written.split_first()?;
    let unit = match kind {
        b'u' => {
            let (digits, after) = after.split_first_chunk::<4>()?;
            let value = |digit: &u8| char::from(*digit).to_digit(16).and_then(|value| u16::try_from(value).ok());
            return Some((digits.iter().try_fold(0, |unit, digit| Some(unit << 4 | value(digit)?))?, after));
        }
        b'b' => 0x08,
        b'f' => 0x0c,
        b'n' => 0x0a,
        b'r' => 0x0d,
        b't' => 0x09,
        // A quote, a slash or a backslash.
        itself => (*itself).into(),
    };
    Some((unit, after))
}

/// Returns whether the name of a member equals a requested one in any ASCII case, as the documentation mixes them. Names are usually
/// equal byte by byte.
#[inline(always)]
pub(crate) fn is_name(name: &[u8], requested: &[u8]) -> bool {
    name.len() == requested.len() && (is_same(name, requested) || is_same_in_any_case(name, requested))
}

#[cold]
#[inline(never)]
fn is_same_in_any_case(name: &[u8], requested: &[u8]) -> bool {
    name.eq_ignore_ascii_case(requested)
}

/// Skips the plain bytes of a string. The rest begins with a quote, a backslash or a control character.
#[inline]
pub(crate) fn skip_plain(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk::<8>() {
        let mask = special_byte_mask(u64::from_le_bytes(*word));
        if mask != 0 {
            return rest.get(usize::try_from(mask.trailing_zeros() / 8).unwrap_or(0)..).unwrap_or_default();
        }
        rest = after;
    }
    let plain = rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..b' ')).count();
    rest.get(plain..).unwrap_or_default()
}

/// Returns a mask with the highest bit of each byte of a word that is a quote, a backslash or below a space. Bytes above the lowest of
/// these may be in the mask as well.
#[inline]
const fn special_byte_mask(word: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGHEST: u64 = EACH << 7;
    // Swaps quotes (0x22) and spaces (0x20), so that one comparison with 0x21 finds quotes and bytes below a space.
    let swapped = word ^ EACH << 1;
    let low = swapped.wrapping_sub(EACH.wrapping_mul(0x21)) & !swapped;
    // A backslash becomes 0.
    let other = word ^ EACH.wrapping_mul(0x5c);
    let backslash = other.wrapping_sub(EACH) & !other;
    (low | backslash) & HIGHEST
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::account_status::AccountStatus;
    use crate::values::qualification::Qualification;
    use crate::values::vetting::VettingStatus;

    #[test]
    #[cfg_attr(miri, ignore = "many texts for an interpreter")]
    fn plain_characters_end_at_the_first_that_is_none() {
        for special in 0..=u8::MAX {
            let is_plain = special >= b' ' && special != b'"' && special != b'\\';
            for at in 0..20 {
                for other in [b'a', b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
                    let mut bytes = [other; 20];
                    bytes[at] = special;
                    assert_eq!(skip_plain(&bytes).len(), if is_plain { 0 } else { 20 - at }, "{special} after {other}");
                    bytes[19] = b'"';
                    assert_eq!(skip_plain(&bytes).len(), if is_plain || at == 19 { 1 } else { 20 - at });
                }
            }
        }
    }

    #[test]
    fn names_are_the_same_in_any_ascii_case() {
        for (name, is_asked) in [
            ("status", true),
            ("Status", true),
            ("STATUS", true),
            ("\\u0053tatuS", true),
            ("statu", false),
            ("status ", false),
            ("ſtatus", false),
            ("\\u017ftatus", false),
            ("SrATUS", false),
        ] {
            let text = Text::new(name.as_bytes(), name.contains('\\'));
            assert_eq!(text.is_name(b"status"), is_asked, "{name}");
        }
        assert!(!is_name(b"@[`{", b"`{@["));
    }

    #[test]
    fn no_name_is_longer_than_the_buffer() {
        let statuses = AccountStatus::ALL.iter().map(|value| value.as_str());
        let qualifications = Qualification::ALL.iter().map(|value| value.as_str());
        let vetting_statuses = VettingStatus::ALL.iter().map(|value| value.as_str());
        for name in statuses.chain(qualifications).chain(vetting_statuses).chain(["qualifications", "vettingStatus"]) {
            assert!(name.len() < LONGEST_NAME, "{name}");
        }
    }

    #[test]
    fn escapes_of_ascii_are_read() {
        let mut buffer = [0; LONGEST_NAME];
        let mut name = |written: &'static str| Text::new(written.as_bytes(), true).name(&mut buffer).to_vec();
        assert_eq!(name(r#"\u0041\u007F\"\\\/\b\f\n\r\tz"#), b"A\x7f\"\\/\x08\x0c\n\r\tz");
        for other in [r"A\u0080", r"\ud83d\ude00", r"A\u0141", r"\u0041AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
            assert_eq!(name(other), b"", "{other}");
        }
        assert_eq!(name(r"\u0041AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").len(), LONGEST_NAME);
    }
}
