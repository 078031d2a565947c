//! State of a bulk reader between records.

use crate::bulk::error::BYTE_ORDER_MARK;
use crate::bulk::position::Position;

/// The position of a reader between the parts of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// At the start of the text.
    Start,
    /// Before the second byte of a byte order mark.
    MarkByte2,
    /// Before the third byte of a byte order mark.
    MarkByte3,
    /// Before the first byte that is not white space.
    BeforeText,
    /// Before the first record of an array, or its end.
    FirstElement,
    /// Before another record of an array.
    NextElement,
    /// After a record of an array.
    AfterElement,
    /// After the array.
    AfterArray,
    /// Before the first record of lines.
    FirstLine,
    /// Before another record of lines, or their end.
    NextLine,
    /// After a record of lines.
    AfterLine,
}

impl State {
    /// Every state, in the order of the variants.
    pub(crate) const ALL: [Self; 11] = [
        Self::Start,
        Self::MarkByte2,
        Self::MarkByte3,
        Self::BeforeText,
        Self::FirstElement,
        Self::NextElement,
        Self::AfterElement,
        Self::AfterArray,
        Self::FirstLine,
        Self::NextLine,
        Self::AfterLine,
    ];

    /// Returns bytes that were read from here, without the rest of a byte order mark, and moves the position to the start after one.
    pub(crate) fn without_mark<'a>(self, bytes: &'a [u8], position: &mut Option<Position>) -> &'a [u8] {
        let begun = match self {
            Self::Start => 0,
            Self::MarkByte2 => 1,
            Self::MarkByte3 => 2,
            _ => return bytes,
        };
        let Some(rest) = BYTE_ORDER_MARK.get(begun..).and_then(|mark| bytes.strip_prefix(mark)) else { return bytes };
        *position = position.map(|_| Position::START);
        rest
    }
}
