//! Reader of records about customers that decides for each while the text comes in.

use alloc::vec::Vec;

use crate::bulk::boundary::RecordBoundary;
use crate::bulk::decide::ReadError;
use crate::bulk::error::{BulkError, BulkErrorCode};
use crate::bulk::options::BulkOptions;
use crate::bulk::position::Position;
use crate::bulk::state::State;
use crate::bulk::wrapped_list::WrappedList;
use crate::json::document::MAX_BODY_BYTES;
use crate::json::scanner::{Scanner, is_white_space};
use crate::rules::decision::Decision;

/// A reader of records about customers that decides for each whether a purchase is possible. The text can come in pieces, cut anywhere.
///
/// The text is a JSON array of records, or JSON lines: records separated by white space, usually one per line. If the first byte that is
/// not white space is `[`, the text is one array, and nothing may follow it. A byte order mark may precede the text.
///
/// A record is an object. These members are read, with names in any ASCII case; others are ignored:
///
/// * `status`: an account status, or `NoAccountStatus`. Null or absent: the status is not known. Any other value is an unrecognised
///   status.
/// * `qualifications`, if the options have a segment: an array as in the response to `GET /qualifications`. Null or absent: the holdings
///   are not known. Any other value, and an entry that cannot be read, are unrecognised holdings.
///
/// The entries of `qualifications` are read as by [`read_qualifications`](crate::read_qualifications), with names in any ASCII case too.
///
/// An object with a requested member that occurs twice, in any case, is ambiguous and cannot be read. If a record cannot be read or is
/// not an object, neither its status nor its holdings are known.
///
/// A text that is a single object with a list in a member, and without `status` and `qualifications`, is not a record: the error
/// [`BulkErrorCode::WrappedList`] names the member. A list is any array in a member `items`, `value` or `customers`, or else an array with
/// an object in it.
///
/// Between pieces the reader keeps at most one record. Reading a record allocates no memory.
///
/// ```
/// use partner_center_rules::{BulkReader, BulkOptions, OfferSegment, Outcome, RuleId, Tally};
///
/// let options = BulkOptions { segment: Some(OfferSegment::Education), ..BulkOptions::default() };
/// let mut reader = BulkReader::new(&options);
/// let mut tally = Tally::default();
/// for piece in [r#"{"status":"Allowed","qualifications":[{"qualific"#, "ation\":\"Education\"}]}\n{}"] {
///     reader.push(piece.as_bytes(), |decision, _| tally.add(&decision))?;
/// }
/// reader.finish(|decision, _| tally.add(&decision))?;
/// assert_eq!((tally.outcome(Outcome::Allowed), tally.outcome(Outcome::Undetermined)), (1, 1));
/// assert_eq!(tally.rule(RuleId::O13), 1);
/// # Ok::<(), partner_center_rules::BulkError>(())
/// ```
#[derive(Clone, Debug)]
pub struct BulkReader {
    options: BulkOptions,
    state: State,
    /// The number of bytes that are read.
    offset: u64,
    /// The line and column after these bytes; `None` if the caller has the whole text and computes them after an error.
    position: Option<Position>,
    /// The start of a record whose end is still missing.
    begun: Vec<u8>,
    /// The search for that end.
    boundary: RecordBoundary,
    /// The error after which nothing more is read.
    error: Option<BulkError>,
}

/// The bit for a carriage return as the last byte.
const AFTER_RETURN: u8 = 0x80;

impl BulkReader {
    /// Creates a reader at the start of a text.
    ///
    /// ```
    /// use partner_center_rules::{BulkReader, BulkOptions};
    ///
    /// let reader = BulkReader::new(&BulkOptions::default());
    /// assert_eq!(reader.finish(|_, _| panic!("there are no records")), Ok(()));
    /// ```
    #[must_use]
    pub const fn new(options: &BulkOptions) -> Self {
        Self::with_state(State::Start, Some(Position::START), options)
    }

    /// Creates a reader that does not count lines and columns.
    pub(crate) const fn without_position(options: &BulkOptions) -> Self {
        Self::with_state(State::Start, None, options)
    }

    /// Creates a reader of the first JSON lines of a text that does not count lines and columns.
    #[cfg(feature = "rayon")]
    pub(crate) const fn for_first_lines(options: &BulkOptions) -> Self {
        Self::with_state(State::BeforeText, None, options)
    }

    /// Creates a reader of JSON lines after a line feed that does not count lines and columns.
    #[cfg(feature = "rayon")]
    pub(crate) const fn for_lines(options: &BulkOptions) -> Self {
        Self::with_state(State::NextLine, None, options)
    }

    /// Creates a reader with a state.
    const fn with_state(state: State, position: Option<Position>, options: &BulkOptions) -> Self {
        Self {
            options: *options,
            state,
            offset: 0,
            position,
            begun: Vec::new(),
            boundary: RecordBoundary::NEW,
            error: None,
        }
    }

    // For the bindings to JavaScript, which keep the state of a reader between two calls where only numbers pass.

    /// Returns between which records the reader is, as bits. The bytes of a record that is [begun](Self::begun) have to be given again
    /// to the reader of [`BulkReader::from_bits`], and its [line](Self::line) and [column](Self::column).
    #[doc(hidden)]
    #[must_use]
    #[expect(clippy::as_conversions, reason = "the index of a variant, which is that in the list of all")]
    pub const fn to_bits(&self) -> u8 {
        let is_after_return = matches!(self.position, Some(Position { is_after_return: true, .. }));
        self.state as u8 | if is_after_return { AFTER_RETURN } else { 0 }
    }

    /// Returns a reader that continues where the one of [`BulkReader::to_bits`] was. It counts offsets from there, but lines and columns
    /// on; nothing for any other bits.
    #[doc(hidden)]
    #[must_use]
    pub fn from_bits(bits: u8, line: u64, column: u64, options: &BulkOptions) -> Option<Self> {
        let state = *State::ALL.get(usize::from(bits & !AFTER_RETURN))?;
        let position = Position { line, column, is_after_return: bits & AFTER_RETURN != 0 };
        Some(Self::with_state(state, Some(position), options))
    }

    /// Returns the line after the bytes that are read, or of the start of a record that is [begun](Self::begun), counted from 1.
    ///
    /// ```
    /// use partner_center_rules::{BulkReader, BulkOptions};
    ///
    /// let mut reader = BulkReader::new(&BulkOptions::default());
    /// reader.push(b"{}\r\n{}\n  {", |_, _| {})?;
    /// assert_eq!((reader.line(), reader.column()), (3, 3));
    /// # Ok::<(), partner_center_rules::BulkError>(())
    /// ```
    #[must_use]
    pub fn line(&self) -> u64 {
        self.position.unwrap_or(Position::START).line
    }

    /// Returns the column in that line, counted from 1 in characters of UTF-8.
    ///
    /// ```
    /// use partner_center_rules::{BulkReader, BulkOptions};
    ///
    /// let mut reader = BulkReader::new(&BulkOptions::default());
    /// reader.push("[\"é\", ".as_bytes(), |_, _| {})?;
    /// assert_eq!(reader.column(), 7);
    /// # Ok::<(), partner_center_rules::BulkError>(())
    /// ```
    #[must_use]
    pub fn column(&self) -> u64 {
        self.position.unwrap_or(Position::START).column
    }

    /// Returns the number of bytes of a record whose end is still missing.
    #[must_use]
    pub fn begun(&self) -> usize {
        self.begun.len()
    }

    /// Decides for each record that ends in a piece of the text, in order. The sink gets the decision and the offset of the end of the
    /// record, in bytes.
    ///
    /// # Errors
    /// [`BulkError`], after the decisions for the records before it. All further calls return the same error.
    ///
    /// ```
    /// use partner_center_rules::{BulkReader, BulkErrorCode, BulkOptions, Outcome};
    ///
    /// let mut records = Vec::new();
    /// let mut reader = BulkReader::new(&BulkOptions::default());
    /// let error = reader.push(b"[{},oops", |decision, end| records.push((decision.outcome(), end))).unwrap_err();
    /// assert_eq!((error.code, error.offset), (BulkErrorCode::NotJson, 4));
    /// assert_eq!(records, [(Outcome::Undetermined, 3)]);
    /// ```
    pub fn push(&mut self, bytes: &[u8], mut sink: impl FnMut(Decision, u64)) -> Result<(), BulkError> {
        let mut rest = bytes;
        while !self.begun.is_empty() {
            let end = self.boundary.find_end(rest);
            let (record, after) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, &[]));
            self.begun.extend_from_slice(record);
            if end.is_none() && self.begun.len() <= MAX_BODY_BYTES {
                return Ok(());
            }
            let record = core::mem::take(&mut self.begun);
            let unread = self.read(&record, &mut sink)?;
            self.keep(unread);
            rest = after;
        }
        let unread = self.read(rest, &mut sink)?;
        self.keep(unread);
        Ok(())
    }

    /// Keeps the start of a record, if there is one.
    fn keep(&mut self, unread: &[u8]) {
        if !unread.is_empty() {
            self.begun.extend_from_slice(unread);
            self.boundary = RecordBoundary::from_start(unread);
        }
    }

    /// Ends the text, and decides for a last record that was still waiting for more bytes. The sink is that of [`BulkReader::push`].
    ///
    /// # Errors
    /// [`BulkError`]: that of [`BulkReader::push`], or the text is incomplete.
    ///
    /// ```
    /// use partner_center_rules::{BulkReader, BulkErrorCode, BulkOptions};
    ///
    /// let mut reader = BulkReader::new(&BulkOptions::default());
    /// reader.push(b"[{}", |_, _| {})?;
    /// assert_eq!(reader.finish(|_, _| {}).unwrap_err().code, BulkErrorCode::EndMissing);
    /// # Ok::<(), partner_center_rules::BulkError>(())
    /// ```
    pub fn finish(mut self, mut sink: impl FnMut(Decision, u64)) -> Result<(), BulkError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let mut record = core::mem::take(&mut self.begun);
        let missing = self.error_after(&record, ReadError::from(BulkErrorCode::EndMissing));
        let is_waiting = self.state == State::FirstLine && self.boundary.is_found();
        let list = if is_waiting { WrappedList::find(&record) } else { None };
        let wrapped = list.map(|list| self.error_after(record.get(..list.start).unwrap_or_default(), list.into()));
        // White space may follow every record, and only the byte after a number shows its end.
        record.push(b'\n');
        let unread = match self.read(&record, &mut sink) {
            Err(error) if error.offset < missing.offset => return Err(error),
            Err(_) => return Err(missing),
            Ok(unread) => unread,
        };
        match self.state {
            State::BeforeText | State::AfterArray | State::NextLine if unread.is_empty() => Ok(()),
            _ => Err(wrapped.unwrap_or(missing)),
        }
    }

    /// Reads the records that end in these bytes. Returns the rest: the start of the next record.
    fn read<'a>(&mut self, bytes: &'a [u8], sink: &mut impl FnMut(Decision, u64)) -> Result<&'a [u8], BulkError> {
        if let Some(error) = &self.error {
            return Err(error.clone());
        }
        let (state, mut scanner) = (self.state, Scanner::new(bytes));
        let end = self.offset.saturating_add(length(bytes));
        let before = |rest: &[u8]| end.saturating_sub(length(rest));
        let result = self.records(&mut scanner, &mut |decision, rest| sink(decision, before(rest)));
        let read = bytes.get(..bytes.len().saturating_sub(scanner.rest.len())).unwrap_or_default();
        match result {
            Ok(()) => {
                let read = state.without_mark(read, &mut self.position);
                self.position = self.position.map(|position| position.after_lines(read, scanner.line_ends));
                self.offset = before(scanner.rest);
                Ok(scanner.rest)
            }
            Err(error) => {
                let state = core::mem::replace(&mut self.state, state);
                let error = self.error_after(read, error);
                self.state = state;
                self.error = Some(error.clone());
                Err(error)
            }
        }
    }

    /// Returns the error at the position after more bytes.
    fn error_after(&self, read: &[u8], ReadError { code, member }: ReadError) -> BulkError {
        let mut position = self.position;
        let in_columns = self.state.without_mark(read, &mut position);
        let Position { line, column, .. } = position.unwrap_or(Position::START).after(in_columns);
        BulkError { code, offset: self.offset.saturating_add(length(read)), line, column, member }
    }

    /// Reads records up to the end of the bytes. The sink gets each decision with the bytes after the record.
    fn records(&mut self, scanner: &mut Scanner<'_>, sink: &mut impl FnMut(Decision, &[u8])) -> Result<(), ReadError> {
        while let Some(&byte) = scanner.rest.first() {
            let state = match (self.state, byte) {
                (State::FirstElement | State::NextElement, _) if !is_white_space(byte) && byte != b']' => {
                    if !self.options.decide(scanner, sink)? {
                        return Ok(());
                    }
                    self.state = State::AfterElement;
                    continue;
                }
                (State::FirstLine, _) => {
                    if !self.options.decide_first(scanner, sink)? {
                        return Ok(());
                    }
                    self.state = State::AfterLine;
                    continue;
                }
                (State::NextLine, _) if !is_white_space(byte) => {
                    if !self.options.decide(scanner, sink)? {
                        return Ok(());
                    }
                    self.state = State::AfterLine;
                    continue;
                }
                (State::AfterElement, b',') => State::NextElement,
                (State::FirstElement | State::AfterElement, b']') => State::AfterArray,
                (State::AfterLine, _) if is_white_space(byte) => State::NextLine,
                (State::Start, 0xef) => State::MarkByte2,
                (State::MarkByte2, 0xbb) => State::MarkByte3,
                (State::MarkByte3, 0xbf) => State::BeforeText,
                (State::MarkByte2 | State::MarkByte3, _) => return Err(BulkErrorCode::NotRecords.into()),
                (State::Start, _) if is_white_space(byte) => State::BeforeText,
                (state, _) if is_white_space(byte) => state,
                (State::Start | State::BeforeText, b'[') => State::FirstElement,
                (State::Start | State::BeforeText, b'{' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => {
                    self.state = State::FirstLine;
                    continue;
                }
                (State::Start | State::BeforeText, _) => return Err(BulkErrorCode::NotRecords.into()),
                _ => return Err(BulkErrorCode::NotJson.into()),
            };
            scanner.advance();
            scanner.count_line_end(byte);
            self.state = state;
        }
        Ok(())
    }
}

/// Returns a length as a number that does not depend on the platform.
fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
