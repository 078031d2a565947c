//! Where a record ends that is cut into pieces, and where the next thing begins after one that waits for it.

use crate::json::scanner::is_white_space;

/// Looks for the end of a record that is cut into pieces, so that it is read once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecordBoundary {
    depth: u32,
    is_in_string: bool,
    is_escaped: bool,
    /// The end is found, and what is looked for is the next byte that is no white space.
    is_found: bool,
}

impl RecordBoundary {
    pub(crate) const NEW: Self = Self { depth: 0, is_in_string: false, is_escaped: false, is_found: false };

    /// Looks for the end from the beginning of a record, of which there are these bytes. If the end is among them, the record
    /// waits for what comes next.
    pub(crate) fn from_start(start: &[u8]) -> Self {
        let mut boundary = Self::NEW;
        let is_found = boundary.find_end(start).is_some();
        Self { is_found, ..boundary }
    }

    pub(crate) const fn is_found(&self) -> bool {
        self.is_found
    }

    /// The number of bytes up to the end, which is a last bracket, or what follows a value that has none.
    pub(crate) fn find_end(&mut self, bytes: &[u8]) -> Option<usize> {
        bytes.iter().position(|byte| self.is_end(*byte)).map(|index| index.saturating_add(1))
    }

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
