//! Lines and columns of a text that is read in pieces.

/// A position in a text: line and column, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) line: u64,
    /// The column, in characters of UTF-8.
    pub(crate) column: u64,
    /// Whether a carriage return was read last. A line feed after it belongs to the same line end.
    pub(crate) is_after_return: bool,
}

impl Position {
    /// The position at the start of a text.
    pub(crate) const START: Self = Self { line: 1, column: 1, is_after_return: false };

    /// Returns the position after more bytes.
    pub(crate) fn after(self, bytes: &[u8]) -> Self {
        let is_end = |(at, byte): &(usize, &u8)| {
            let next = at.checked_add(1).and_then(|next| bytes.get(next));
            **byte == b'\n' || (**byte == b'\r' && next != Some(&b'\n'))
        };
        self.after_lines(bytes, length(bytes.iter().enumerate().filter(is_end).count()))
    }

    /// Returns the position after more bytes that have so many line ends. It looks only at the last line.
    pub(crate) fn after_lines(self, bytes: &[u8], line_ends: u64) -> Self {
        let (bytes, line_ends) = match bytes {
            [] => return self,
            [b'\n', rest @ ..] if self.is_after_return => (rest, line_ends.saturating_sub(1)),
            _ => (bytes, line_ends),
        };
        let is_after_return = bytes.last() == Some(&b'\r');
        let line = self.line.saturating_add(line_ends);
        if line_ends == 0 {
            return Self { line, column: self.column.saturating_add(characters(bytes)), is_after_return };
        }
        let last_line = bytes.rsplit(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        Self { line, column: characters(last_line).saturating_add(1), is_after_return }
    }
}

/// Returns the number of characters that begin in some bytes. The blocks are for ASCII text, in which every byte is a character.
fn characters(bytes: &[u8]) -> u64 {
    let (blocks, rest) = bytes.as_chunks::<32>();
    let begin = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
    let in_blocks: usize = blocks.iter().map(|block| if block.is_ascii() { block.len() } else { begin(block) }).sum();
    length(in_blocks.saturating_add(begin(rest)))
}

fn length(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line by line and character by character.
    fn expected(text: &str) -> (u64, u64) {
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        let last = lines.rsplit('\n').next().unwrap();
        (length(lines.split('\n').count()), length(last.chars().chain(['x']).count()))
    }

    #[test]
    fn lines_and_columns_are_counted_wherever_a_text_is_cut() {
        for text in [
            "",
            "a",
            "ab\n",
            "a\nb",
            "a\r\nb",
            "a\rb",
            "\r\r\n\n\r",
            "\n\r\n\r\r\n",
            "é😀\n山é",
            "é\r",
            "a\r\n\r\nb\n\nc",
            "0123456789012345678901234567890123456789é0123456789012345678901234567890123456789\r\n山",
        ] {
            // An interpreter is too slow for all of them.
            let step = if cfg!(miri) { 9 } else { 1 };
            for one in (0..=text.len()).step_by(step) {
                for two in (one..=text.len()).step_by(step) {
                    let bytes = text.as_bytes();
                    let parts = [&bytes[..one], &bytes[one..two], &bytes[two..]];
                    let found = parts.into_iter().fold(Position::START, Position::after);
                    assert_eq!((found.line, found.column), expected(text), "{text:?} at {one} and {two}");
                }
            }
        }
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_characters_if_one_could_begin_with_them() {
        let found = Position::START.after(b"M\xfcller\x80");
        assert_eq!((found.line, found.column), (1, 7));
    }
}
