//! Search for the end of a record in pieces of a text.

use crate::json::scanner::is_white_space;

/// A search for the end of a record that is cut into pieces, so that the record is read only once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecordBoundary {
    depth: u32,
    is_in_string: bool,
    is_escaped: bool,
    /// The end is found, and the search is for the next byte that is not white space.
    is_found: bool,
}

impl RecordBoundary {
    /// A search that has seen no bytes.
    pub(crate) const NEW: Self = Self { depth: 0, is_in_string: false, is_escaped: false, is_found: false };

    /// Creates a search that has seen the start of a record. If that has the end of the record, the record waits for the next byte that is
    /// not white space.
    pub(crate) fn from_start(start: &[u8]) -> Self {
        let mut boundary = Self::NEW;
        let is_found = boundary.find_end(start).is_some();
        Self { is_found, ..boundary }
    }

    /// Returns whether the end of the record is found.
    pub(crate) const fn is_found(&self) -> bool {
        self.is_found
    }

    /// Returns the number of bytes up to the end: a closing bracket, or the byte after a value without brackets.
    pub(crate) fn find_end(&mut self, bytes: &[u8]) -> Option<usize> {
        bytes.iter().position(|byte| self.is_end(*byte)).map(|index| index.saturating_add(1))
    }

    /// Returns whether the record ends with this byte.
    fn is_end(&mut self, byte: u8) -> bool {
        if self.is_found {
            return !is_white_space(byte);
        }
        if self.is_in_string {
            self.is_in_string = self.is_escaped || byte != b'"';
            self.is_escaped = !self.is_escaped && byte == b'\\';
            return false;
        }
        match byte {
            b'"' => self.is_in_string = true,
            b'[' | b'{' => self.depth = self.depth.saturating_add(1),
            b']' | b'}' => {
                self.depth = self.depth.saturating_sub(1);
                return self.depth == 0;
            }
            _ => return self.depth == 0 && (byte == b',' || is_white_space(byte)),
        }
        false
    }
}
