//! Scanner that validates JSON in bytes and skips over it, without allocating.
//!
//! It accepts the same grammar as the reader of texts, with one difference: bytes in strings need not be UTF-8, so that a name in
//! another encoding does not end the reading of a file. Such a string equals no name of the rules.

use crate::json::string::{Text, skip_plain};

/// The maximum depth of nested arrays and objects, including the outermost.
pub(crate) const MAX_DEPTH: u32 = 64;

/// The reason why the scanner stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The bytes end, and more are needed.
    End,
    /// The next byte is not JSON.
    NotJson,
    /// The next byte opens an array or object that is nested too deeply.
    TooDeep,
}

/// A scanner of bytes. After a [`Stop`], the first of the rest is the byte that it is about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scanner<'a> {
    /// The bytes that are not read yet.
    pub(crate) rest: &'a [u8],
    /// The number of line ends that are read. In JSON they are only between values, where few bytes are read.
    pub(crate) line_ends: u64,
}

/// A value, as far as the rules need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    Null,
    Text(Text<'a>),
    Other,
}

impl<'a> Scanner<'a> {
    /// Creates a scanner of bytes.
    #[inline]
    pub(crate) const fn new(rest: &'a [u8]) -> Self {
        Self { rest, line_ends: 0 }
    }

    /// Skips white space and returns the next byte without reading it.
    #[inline]
    pub(crate) fn peek(&mut self) -> Result<u8, Stop> {
        while let Some((&byte, after)) = self.rest.split_first() {
            // Most JSON that is sent has no white space.
            if byte > b' ' || !is_white_space(byte) {
                return Ok(byte);
            }
            self.rest = after;
            self.count_line_end(byte);
        }
        Err(Stop::End)
    }

    /// Reads the byte that was peeked.
    #[inline]
    pub(crate) fn advance(&mut self) {
        self.rest = self.rest.split_first().map_or(&[], |(_, after)| after);
    }

    /// Counts a line end, if the byte that was read is one. Of a carriage return and a line feed, the line feed counts.
    #[inline]
    pub(crate) fn count_line_end(&mut self, byte: u8) {
        if byte == b'\n' || (byte == b'\r' && self.rest.first() != Some(&b'\n')) {
            self.line_ends = self.line_ends.saturating_add(1);
        }
    }

    /// Calls a function with another scanner at the same byte. One of the two functions reads many bytes: its scanner stays in registers,
    /// since the other one has a scanner of its own. It is not copied as a whole: that would store its fields one by one and load them at
    /// once, which stalls processors.
    #[inline(always)]
    pub(crate) fn with_copy<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let mut scanner = Self::new(self.rest);
        let result = read(&mut scanner);
        self.rest = scanner.rest;
        self.line_ends = self.line_ends.saturating_add(scanner.line_ends);
        result
    }

    /// Reads white space and a byte that has to follow.
    #[inline]
    pub(crate) fn expect(&mut self, expected: u8) -> Result<(), Stop> {
        if self.peek()? != expected {
            return Err(Stop::NotJson);
        }
        self.advance();
        Ok(())
    }

    /// Reads an object, whose brace was peeked. A function is called with the name of each member and reads its value.
    #[inline(always)]
    pub(crate) fn object(
        &mut self,
        mut read_member: impl FnMut(&mut Self, Text<'a>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.advance();
        if self.peek()? == b'}' {
            self.advance();
            return Ok(());
        }
        loop {
            let name = self.member_name()?;
            read_member(self, name)?;
            match self.peek()? {
                b',' => self.advance(),
                b'}' => break,
                _ => return Err(Stop::NotJson),
            }
        }
        self.advance();
        Ok(())
    }

    /// Reads an array, whose bracket was peeked, with a function that reads an element.
    pub(crate) fn array(&mut self, mut read_element: impl FnMut(&mut Self) -> Result<(), Stop>) -> Result<(), Stop> {
        self.advance();
        if self.peek()? == b']' {
            self.advance();
            return Ok(());
        }
        loop {
            read_element(self)?;
            match self.peek()? {
                b',' => self.advance(),
                b']' => break,
                _ => return Err(Stop::NotJson),
            }
        }
        self.advance();
        Ok(())
    }

    /// Reads a value with this depth. The outermost value has depth 1. Values other than strings and null are skipped.
    #[inline(always)]
    pub(crate) fn value(&mut self, depth: u32) -> Result<Value<'a>, Stop> {
        Ok(match self.peek()? {
            b'"' => {
                self.advance();
                Value::Text(self.string()?)
            }
            b'n' => {
                self.with_copy(|scanner| scanner.literal(b"null"))?;
                Value::Null
            }
            b'{' | b'[' => {
                self.with_copy(|scanner| scanner.skip_nested(depth))?;
                Value::Other
            }
            _ => {
                self.with_copy(Self::skip_scalar)?;
                Value::Other
            }
        })
    }

    /// Reads the name of a member and the colon after it.
    #[inline(always)]
    fn member_name(&mut self) -> Result<Text<'a>, Stop> {
        self.expect(b'"')?;
        let name = self.string()?;
        self.expect(b':')?;
        Ok(name)
    }

    /// Reads a string whose first quote is read.
    #[inline(always)]
    pub(crate) fn string(&mut self) -> Result<Text<'a>, Stop> {
        let start = self.rest;
        let mut is_escaped = false;
        loop {
            self.rest = skip_plain(self.rest);
            match self.rest {
                [b'"', after @ ..] => {
                    let length = start.len().saturating_sub(self.rest.len());
                    self.rest = after;
                    return Ok(Text::new(start.get(..length).unwrap_or_default(), is_escaped));
                }
                [b'\\', after @ ..] => {
                    self.rest = after;
                    self.with_copy(Self::escape)?;
                    is_escaped = true;
                }
                [_, ..] => return Err(Stop::NotJson),
                [] => return Err(Stop::End),
            }
        }
    }

    /// Reads an escape sequence, whose backslash is read.
    #[cold]
    fn escape(&mut self) -> Result<(), Stop> {
        let Some((kind, after)) = self.rest.split_first() else { return Err(Stop::End) };
        match kind {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.rest = after,
            b'u' => {
                self.rest = after;
                for _ in 0..4 {
                    self.expect_one_of(u8::is_ascii_hexdigit)?;
                }
            }
            _ => return Err(Stop::NotJson),
        }
        Ok(())
    }

    /// Skips an array or an object, without recursion.
    fn skip_nested(&mut self, outermost: u32) -> Result<(), Stop> {
        // A bit for each open array or object, the innermost in the lowest: 1 for an object.
        let mut are_objects: u64 = 0;
        let mut depth = outermost;
        loop {
            // Here comes a value.
            let mut is_after_value = true;
            match self.peek()? {
                b'"' => {
                    self.advance();
                    self.string()?;
                }
                bracket @ (b'{' | b'[') => {
                    if depth > MAX_DEPTH {
                        return Err(Stop::TooDeep);
                    }
                    let is_object = bracket == b'{';
                    are_objects = are_objects << 1 | u64::from(is_object);
                    depth = depth.saturating_add(1);
                    self.advance();
                    // The end of an empty one is read like the end after a value.
                    is_after_value = self.peek()? == if is_object { b'}' } else { b']' };
                    if is_object && !is_after_value {
                        self.member_name()?;
                    }
                }
                _ => self.with_copy(Self::skip_scalar)?,
            }
            while is_after_value {
                if depth == outermost {
                    return Ok(());
                }
                let is_object = are_objects & 1 == 1;
                match self.peek()? {
                    b',' => {
                        self.advance();
                        if is_object {
                            self.member_name()?;
                        }
                        is_after_value = false;
                    }
                    bracket @ (b'}' | b']') if (bracket == b'}') == is_object => {
                        self.advance();
                        are_objects >>= 1;
                        depth = depth.saturating_sub(1);
                    }
                    _ => return Err(Stop::NotJson),
                }
            }
        }
    }

    /// Skips a number, `true`, `false` or `null`.
    fn skip_scalar(&mut self) -> Result<(), Stop> {
        match self.peek_byte()? {
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.literal(b"true"),
            b'f' => self.literal(b"false"),
            b'n' => self.literal(b"null"),
            _ => Err(Stop::NotJson),
        }
    }

    /// Skips a number. Only the byte after it shows its end: at the end of the bytes more digits may follow.
    fn number(&mut self) -> Result<(), Stop> {
        let _ = self.expect_one_of(|byte| *byte == b'-');
        if self.expect_one_of(u8::is_ascii_digit)? != b'0' {
            self.digits()?;
        }
        if self.peek_byte()? == b'.' {
            self.advance();
            self.expect_one_of(u8::is_ascii_digit)?;
            self.digits()?;
        }
        if matches!(self.peek_byte()?, b'e' | b'E') {
            self.advance();
            if matches!(self.peek_byte()?, b'+' | b'-') {
                self.advance();
            }
            self.expect_one_of(u8::is_ascii_digit)?;
            self.digits()?;
        }
        Ok(())
    }

    /// Skips digits.
    fn digits(&mut self) -> Result<(), Stop> {
        while self.peek_byte()?.is_ascii_digit() {
            self.advance();
        }
        Ok(())
    }

    /// Reads the bytes of a literal.
    fn literal(&mut self, literal: &[u8]) -> Result<(), Stop> {
        literal.iter().try_for_each(|expected| self.expect_one_of(|byte| byte == expected).map(|_| ()))
    }

    /// Reads a byte that is allowed.
    fn expect_one_of(&mut self, is_allowed: impl Fn(&u8) -> bool) -> Result<u8, Stop> {
        let byte = self.peek_byte()?;
        if !is_allowed(&byte) {
            return Err(Stop::NotJson);
        }
        self.advance();
        Ok(byte)
    }

    /// Returns the next byte without reading it.
    fn peek_byte(&self) -> Result<u8, Stop> {
        self.rest.first().copied().ok_or(Stop::End)
    }
}

/// Returns whether a byte is white space in JSON.
pub(crate) const fn is_white_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}
