//! Texts made so that the compiler, too, sees that nothing can panic: `cargo xtask check nopanic` counts what it does not see.

use alloc::string::String;
use core::fmt::{Display, Write as _};

/// The text of a value. `to_string` panics when a value says that it cannot be written; a `String` takes all that is written.
pub(crate) fn text_of(value: impl Display) -> String {
    let mut text = String::new();
    let _ = write!(text, "{value}");
    text
}

/// Texts with commas between them. `join` panics when they are too long for any memory.
pub(crate) fn listed<T: AsRef<str>>(texts: &[T]) -> String {
    let mut list = String::new();
    for text in texts {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(text.as_ref());
    }
    list
}

/// One character to be searched for. The search for a bare `char` slices where the compiler cannot tell that it may.
pub(crate) const fn only(character: char) -> [char; 1] {
    [character]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_have_commas_between_their_texts() {
        assert_eq!(listed::<&str>(&[]), "");
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a, b, c");
    }
}
