//! Functions on texts that the compiler can see not to panic: `cargo xtask check nopanic` counts the panics that it leaves in.

use alloc::string::{String, ToString as _};

/// Concatenates texts.
pub(crate) fn concat(parts: &[&str]) -> String {
    let mut text = String::new();
    parts.iter().for_each(|part| text.push_str(part));
    text
}

/// Returns a number in decimal digits. `format!` would write the same with many times the code.
pub(crate) fn decimal(number: impl Into<i64>) -> String {
    number.into().to_string()
}

/// Returns the four hexadecimal digits of an escaped character in JSON.
pub(crate) fn hex_digits(number: u32) -> impl Iterator<Item = char> {
    [12, 8, 4, 0].into_iter().filter_map(move |shift| char::from_digit(number >> shift & 15, 16))
}

/// Joins texts with commas. `join` of the standard library can panic if they are too long.
pub(crate) fn comma_separated<T: AsRef<str>>(texts: &[T]) -> String {
    let mut list = String::new();
    for text in texts {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(text.as_ref());
    }
    list
}

/// Returns a pattern that matches one character. A search for a bare `char` slices, and the compiler does not see that it cannot
/// panic.
pub(crate) const fn single(character: char) -> [char; 1] {
    [character]
}

/// Returns whether two texts are equal. Names are short, and the comparison of the standard library goes byte by byte in WebAssembly.
#[inline]
pub(crate) fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    if let (Some(one), Some(other)) = (ends::<4>(one), ends::<4>(other)) {
        return one.map(u32::from_le_bytes) == other.map(u32::from_le_bytes);
    }
    if let (Some(one), Some(other)) = (ends::<8>(one), ends::<8>(other)) {
        return one.map(u64::from_le_bytes) == other.map(u64::from_le_bytes);
    }
    one == other
}

/// Returns the first and the last `N` bytes of a text, which may overlap, if they are all of it.
#[inline]
fn ends<const N: usize>(text: &[u8]) -> Option<[[u8; N]; 2]> {
    let (first, last) = (text.first_chunk()?, text.last_chunk()?);
    (text.len() <= N.saturating_mul(2)).then_some([*first, *last])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_formatter_writes_them() {
        for number in [0, 9, 10, 999_999, u32::MAX] {
            assert_eq!(decimal(number), alloc::format!("{number}"));
            assert_eq!(hex_digits(number & 0xffff).collect::<String>(), alloc::format!("{:04x}", number & 0xffff));
        }
    }

    #[test]
    fn lists_have_commas_between_their_texts() {
        assert_eq!(comma_separated::<&str>(&[]), "");
        assert_eq!(comma_separated(&["a"]), "a");
        assert_eq!(comma_separated(&["a", "b", "c"]), "a, b, c");
    }

    #[test]
    fn ends_leave_nothing_out() {
        assert_eq!(ends(b"a"), None::<[[u8; 2]; 2]>);
        assert_eq!(ends(b"ab"), Some([*b"ab", *b"ab"]));
        assert_eq!(ends(b"abc"), Some([*b"ab", *b"bc"]));
        assert_eq!(ends(b"abcd"), Some([*b"ab", *b"cd"]));
        assert_eq!(ends(b"abcde"), None::<[[u8; 2]; 2]>);
    }

    #[test]
    fn texts_are_the_same_byte_by_byte() {
        for length in 0..40 {
            let text: alloc::vec::Vec<u8> = (0..length).collect();
            assert!(is_same(&text, &text.clone()));
            assert!(!is_same(&text, &[&*text, b"x"].concat()));
            for at in 0..text.len() {
                let mut other = text.clone();
                other[at] ^= 0x80;
                assert!(!is_same(&text, &other), "{at} of {length}");
            }
        }
    }
}
