//! Where a record ends that is cut into pieces.

use crate::scan::is_white;

/// Looks for the end of a record that is cut into pieces, so that it is read once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ending {
    depth: u32,
    is_in_string: bool,
    is_escaped: bool,
}

impl Ending {
    pub(crate) const NEW: Self = Self { depth: 0, is_in_string: false, is_escaped: false };

    /// The number of bytes up to the end, which is a last bracket, or what follows a value that has none.
    pub(crate) fn find(&mut self, bytes: &[u8]) -> Option<usize> {
        bytes.iter().position(|byte| self.is(*byte)).map(|at| at.saturating_add(1))
    }

    fn is(&mut self, byte: u8) -> bool {
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
            _ => return self.depth == 0 && (byte == b',' || is_white(byte)),
        }
        false
    }
}
