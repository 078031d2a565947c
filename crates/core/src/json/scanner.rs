//! Passes over JSON in bytes as fast as it can be told from what is not JSON, and keeps nothing of it.
//!
//! What is JSON is the same as in a whole text, but for one thing: bytes in strings need not be UTF-8, so that a name
//! in an old encoding does not end a whole file. They are the bytes of no name that these rules know.

use crate::json::string::{Text, after_plain};

/// How deep arrays and objects may be nested, the outermost among them.
pub(crate) const MAX_DEPTH: u32 = 64;

/// Why nothing more is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The bytes end, and more are needed.
    End,
    /// The next byte is none of JSON.
    NotJson,
    /// The next byte would open one array or object too many.
    TooDeep,
}

/// The bytes that are not read yet. After a [`Stop`] the first of them is the one that is meant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scanner<'a> {
    pub(crate) rest: &'a [u8],
    /// How many lines end in what is read. In JSON they end between values only, where few bytes are read.
    pub(crate) line_ends: u64,
}

/// A value that may be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value<'a> {
    Null,
    Text(Text<'a>),
    Other,
}

impl<'a> Scanner<'a> {
    #[inline]
    pub(crate) const fn new(rest: &'a [u8]) -> Self {
        Self { rest, line_ends: 0 }
    }

    /// The next byte that is no white space. It is not read yet.
    #[inline]
    pub(crate) fn next(&mut self) -> Result<u8, Stop> {
        while let Some((&byte, after)) = self.rest.split_first() {
            // Most JSON that is sent has no white space at all.
            if byte > b' ' || !is_white(byte) {
                return Ok(byte);
            }
            self.rest = after;
            self.count_line_end(byte);
        }
        Err(Stop::End)
    }

    /// Reads the byte that was looked at.
    #[inline]
    pub(crate) fn read(&mut self) {
        self.rest = self.rest.split_first().map_or(&[], |(_, after)| after);
    }

    /// Counts the byte that was read, if a line ends with it. The line feed after a carriage return is the one that counts.
    #[inline]
    pub(crate) fn count_line_end(&mut self, byte: u8) {
        if byte == b'\n' || (byte == b'\r' && self.rest.first() != Some(&b'\n')) {
            self.line_ends = self.line_ends.saturating_add(1);
        }
    }

    /// Lets a function read that is called, not inlined, from another scanner. Only so can the scanner itself stay in registers: one
    /// that is copied as a whole would be written in parts and read in one, for which processors wait.
    #[inline(always)]
    pub(crate) fn aside<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let mut scanner = Self::new(self.rest);
        let result = read(&mut scanner);
        self.rest = scanner.rest;
        self.line_ends = self.line_ends.saturating_add(scanner.line_ends);
        result
    }

    /// Reads a byte that has to come next.
    #[inline]
    pub(crate) fn expect(&mut self, expected: u8) -> Result<(), Stop> {
        if self.next()? != expected {
            return Err(Stop::NotJson);
        }
        self.read();
        Ok(())
    }

    /// Reads an object, whose brace comes next, and gives the name of each member to a function that reads its value.
    #[inline(always)]
    pub(crate) fn object(
        &mut self,
        mut member: impl FnMut(&mut Self, Text<'a>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.read();
        if self.next()? == b'}' {
            self.read();
            return Ok(());
        }
        loop {
            let name = self.name()?;
            member(self, name)?;
            match self.next()? {
                b',' => self.read(),
                b'}' => break,
                _ => return Err(Stop::NotJson),
            }
        }
        self.read();
        Ok(())
    }

    /// Reads an array, whose bracket comes next, with a function that reads an item.
    pub(crate) fn array(&mut self, mut item: impl FnMut(&mut Self) -> Result<(), Stop>) -> Result<(), Stop> {
        self.read();
        if self.next()? == b']' {
            self.read();
            return Ok(());
        }
        loop {
            item(self)?;
            match self.next()? {
                b',' => self.read(),
                b']' => break,
                _ => return Err(Stop::NotJson),
            }
        }
        self.read();
        Ok(())
    }

    /// Reads a value that lies so deep, the outermost at 1; passes over it if it is no name.
    #[inline(always)]
    pub(crate) fn value(&mut self, depth: u32) -> Result<Value<'a>, Stop> {
        Ok(match self.next()? {
            b'"' => {
                self.read();
                Value::Text(self.text()?)
            }
            b'n' => {
                self.aside(|scanner| scanner.word(b"null"))?;
                Value::Null
            }
            b'{' | b'[' => {
                self.aside(|scanner| scanner.skip_nested(depth))?;
                Value::Other
            }
            _ => {
                self.aside(Self::skip_plain)?;
                Value::Other
            }
        })
    }

    /// Reads the name of a member, and the colon after it.
    #[inline(always)]
    fn name(&mut self) -> Result<Text<'a>, Stop> {
        self.expect(b'"')?;
        let name = self.text()?;
        self.expect(b':')?;
        Ok(name)
    }

    /// Reads a string whose first quote is read.
    #[inline(always)]
    pub(crate) fn text(&mut self) -> Result<Text<'a>, Stop> {
        let start = self.rest;
        let mut is_escaped = false;
        loop {
            self.rest = after_plain(self.rest);
            match self.rest {
                [b'"', after @ ..] => {
                    let length = start.len().saturating_sub(self.rest.len());
                    self.rest = after;
                    return Ok(Text::new(start.get(..length).unwrap_or_default(), is_escaped));
                }
                [b'\\', after @ ..] => {
                    self.rest = after;
                    self.aside(Self::escape)?;
                    is_escaped = true;
                }
                [_, ..] => return Err(Stop::NotJson),
                [] => return Err(Stop::End),
            }
        }
    }

    #[cold]
    fn escape(&mut self) -> Result<(), Stop> {
        let Some((kind, after)) = self.rest.split_first() else { return Err(Stop::End) };
        match kind {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.rest = after,
            b'u' => {
                self.rest = after;
                for _ in 0..4 {
                    self.one_of(u8::is_ascii_hexdigit)?;
                }
            }
            _ => return Err(Stop::NotJson),
        }
        Ok(())
    }

    /// Passes over an array or an object. However deep it is nested, the stack of the program is not.
    fn skip_nested(&mut self, outermost: u32) -> Result<(), Stop> {
        // For each array or object that is open, the innermost lowest, whether it is an object.
        let mut are_objects: u64 = 0;
        let mut depth = outermost;
        loop {
            // Before a value.
            let mut is_after_value = true;
            match self.next()? {
                b'"' => {
                    self.read();
                    self.text()?;
                }
                bracket @ (b'{' | b'[') => {
                    if depth > MAX_DEPTH {
                        return Err(Stop::TooDeep);
                    }
                    let is_object = bracket == b'{';
                    are_objects = are_objects << 1 | u64::from(is_object);
                    depth = depth.saturating_add(1);
                    self.read();
                    // An empty one ends as if after a value.
                    is_after_value = self.next()? == if is_object { b'}' } else { b']' };
                    if is_object && !is_after_value {
                        self.name()?;
                    }
                }
                _ => self.aside(Self::skip_plain)?,
            }
            while is_after_value {
                if depth == outermost {
                    return Ok(());
                }
                let is_object = are_objects & 1 == 1;
                match self.next()? {
                    b',' => {
                        self.read();
                        if is_object {
                            self.name()?;
                        }
                        is_after_value = false;
                    }
                    bracket @ (b'}' | b']') if (bracket == b'}') == is_object => {
                        self.read();
                        are_objects >>= 1;
                        depth = depth.saturating_sub(1);
                    }
                    _ => return Err(Stop::NotJson),
                }
            }
        }
    }

    /// Passes over a number, `true`, `false` or `null`.
    fn skip_plain(&mut self) -> Result<(), Stop> {
        match self.first()? {
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            b'n' => self.word(b"null"),
            _ => Err(Stop::NotJson),
        }
    }

    /// Passes over a number. It ends with the byte after it: where the bytes end there may be more of it.
    fn number(&mut self) -> Result<(), Stop> {
        let _ = self.one_of(|byte| *byte == b'-');
        if self.one_of(u8::is_ascii_digit)? != b'0' {
            self.digits()?;
        }
        if self.first()? == b'.' {
            self.read();
            self.one_of(u8::is_ascii_digit)?;
            self.digits()?;
        }
        if matches!(self.first()?, b'e' | b'E') {
            self.read();
            if matches!(self.first()?, b'+' | b'-') {
                self.read();
            }
            self.one_of(u8::is_ascii_digit)?;
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Stop> {
        while self.first()?.is_ascii_digit() {
            self.read();
        }
        Ok(())
    }

    fn word(&mut self, word: &[u8]) -> Result<(), Stop> {
        word.iter().try_for_each(|expected| self.one_of(|byte| byte == expected).map(|_| ()))
    }

    fn one_of(&mut self, is_allowed: impl Fn(&u8) -> bool) -> Result<u8, Stop> {
        let byte = self.first()?;
        if !is_allowed(&byte) {
            return Err(Stop::NotJson);
        }
        self.read();
        Ok(byte)
    }

    fn first(&self) -> Result<u8, Stop> {
        self.rest.first().copied().ok_or(Stop::End)
    }
}

pub(crate) const fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}
