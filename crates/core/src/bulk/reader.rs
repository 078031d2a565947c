//! Decides for the customers of a whole text of records, as they come in.

use alloc::string::String;
use alloc::vec::Vec;

use crate::bulk::boundary::RecordBoundary;
use crate::bulk::error::{BYTE_ORDER_MARK, BulkError, BulkErrorCode};
use crate::bulk::position::Position;
use crate::bulk::record::{Record, record};
use crate::bulk::wrapped_list::WrappedList;
use crate::json::document::MAX_BODY_BYTES;
use crate::json::scanner::{Scanner, Stop, is_white_space};
use crate::rules::decision::Decision;
use crate::rules::eligibility::eligibility;
use crate::values::offer::{OfferSegment, Transaction};

/// What is asked of every customer. The default is a new purchase for which only the account is judged.
///
/// ```
/// use partner_center_rules::{BulkOptions, OfferSegment, Outcome, bulk_eligibility};
///
/// let customers = br#"{"status":"Allowed","qualifications":[]}"#;
/// let education = BulkOptions { segment: Some(OfferSegment::Education), ..BulkOptions::default() };
/// assert_eq!(bulk_eligibility(customers, &BulkOptions::default()), Ok(vec![Outcome::Allowed]));
/// assert_eq!(bulk_eligibility(customers, &education), Ok(vec![Outcome::Blocked]));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct BulkOptions {
    /// The kind of transaction.
    pub transaction: Transaction,
    /// The segment of the offer; `None`: only the account is judged.
    pub segment: Option<OfferSegment>,
}

/// Decides whether purchases go through, while the records about the customers come in, cut into pieces anywhere.
///
/// The text is a JSON array of records, or JSON lines: records with white space between them, usually one a line. A text whose first
/// byte that is no white space is `[` is one array, after which nothing follows. A byte order mark may precede it.
///
/// A record is an object. Of its members these are read, their names in any ASCII case, and others passed over:
///
/// * `status`: an account status, or `NoAccountStatus`. Null or absent: it is not known. Anything else is a status that these
///   rules do not know.
/// * `qualifications`, if a segment is asked for: an array as `GET /qualifications` answers it. Null or absent: it is not known
///   what the customer holds. Anything else, and an entry that cannot be read, is something held that these rules do not know.
///
/// The entries of `qualifications` are read as [`read_qualifications`](crate::read_qualifications) reads them, with names in any
/// ASCII case too.
///
/// An object in which a name that is asked for occurs twice, in whatever case, cannot be read: which one is meant cannot be known. Of a
/// record that cannot be read nothing is known, nor of one that is no object.
///
/// An object that is all of a text, has neither `status` nor `qualifications`, and has a list in a member, is no record:
/// [`BulkErrorCode::WrappedList`] says which member to give. A list is any array in a member `items`, `value` or `customers`, or else an
/// array that has an object in it.
///
/// Between the pieces at most one record is kept; while it is read, a record takes no memory.
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
    /// How many bytes are read.
    offset: u64,
    /// The line and the column after them; nothing where whoever has the whole text looks for them.
    position: Option<Position>,
    /// The beginning of a record whose end has not come yet.
    begun: Vec<u8>,
    /// Looks for that end.
    boundary: RecordBoundary,
    /// Why nothing more is read.
    error: Option<BulkError>,
}

/// Between which records a batch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before everything.
    Start,
    /// Before the second byte of a byte order mark.
    MarkByte2,
    /// Before its third byte.
    MarkByte3,
    /// Before the first byte that is no white space.
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
    const ALL: [Self; 11] = [
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

    /// What stands in columns of the bytes that come here: not the rest of a byte order mark, after which the first column begins.
    fn without_mark<'a>(self, bytes: &'a [u8], position: &mut Option<Position>) -> &'a [u8] {
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

/// The bit that says that a carriage return came last.
const AFTER_RETURN: u8 = 0x80;

impl BulkReader {
    /// A reader of which nothing has come yet.
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

    /// A reader of a whole text, which does not know the lines of its errors.
    pub(crate) const fn without_position(options: &BulkOptions) -> Self {
        Self::with_state(State::Start, None, options)
    }

    /// A reader of the beginning of JSON lines, which does not know the lines of its errors.
    #[cfg(feature = "rayon")]
    pub(crate) const fn for_first_lines(options: &BulkOptions) -> Self {
        Self::with_state(State::BeforeText, None, options)
    }

    /// A reader of what comes after a line feed in JSON lines, which does not know the lines of its errors.
    #[cfg(feature = "rayon")]
    pub(crate) const fn for_lines(options: &BulkOptions) -> Self {
        Self::with_state(State::NextLine, None, options)
    }

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

    /// Between which records the batch is, as bits, for passing it where only numbers pass. The bytes of a record that is
    /// [begun](Self::begun) have to be given again to the batch of [`BulkReader::from_bits`], and its [line](Self::line) and
    /// [column](Self::column).
    ///
    /// ```
    /// use partner_center_rules::{BulkReader, BulkOptions};
    ///
    /// let options = BulkOptions::default();
    /// let mut reader = BulkReader::new(&options);
    /// reader.push(b"[{}, {\"stat", |_, _| {})?;
    /// assert_eq!(reader.begun(), 6);
    ///
    /// let mut other = BulkReader::from_bits(reader.to_bits(), reader.line(), reader.column(), &options).unwrap();
    /// other.push(b"{\"status\":\"Allowed\"}]", |decision, _| assert!(decision.is_allowed()))?;
    /// assert_eq!(other.finish(|_, _| {}), Ok(()));
    /// # Ok::<(), partner_center_rules::BulkError>(())
    /// ```
    #[must_use]
    #[expect(clippy::as_conversions, reason = "the place of a variant, which is that in the list of all")]
    pub const fn to_bits(&self) -> u8 {
        let is_after_return = matches!(self.position, Some(Position { is_after_return: true, .. }));
        self.state as u8 | if is_after_return { AFTER_RETURN } else { 0 }
    }

    /// A reader that goes on where the one of [`BulkReader::to_bits`] was, and counts offsets from there, but lines and columns on; nothing
    /// for any other bits.
    ///
    /// ```
    /// use partner_center_rules::{BulkReader, BulkOptions};
    ///
    /// assert!(BulkReader::from_bits(u8::MAX, 1, 1, &BulkOptions::default()).is_none());
    /// ```
    #[must_use]
    pub fn from_bits(bits: u8, line: u64, column: u64, options: &BulkOptions) -> Option<Self> {
        let state = *State::ALL.get(usize::from(bits & !AFTER_RETURN))?;
        let position = Position { line, column, is_after_return: bits & AFTER_RETURN != 0 };
        Some(Self::with_state(state, Some(position), options))
    }

    /// The line that the text has come to, or in which the record that is [begun](Self::begun) begins: counted from 1.
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

    /// The column in that line, counted from 1 in characters of UTF-8.
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

    /// How many bytes there are of a record whose end has not come yet.
    ///
    /// ```
    /// use partner_center_rules::{BulkReader, BulkOptions};
    ///
    /// let mut reader = BulkReader::new(&BulkOptions::default());
    /// reader.push(b"[{}, {", |_, _| {})?;
    /// assert_eq!(reader.begun(), 1);
    /// # Ok::<(), partner_center_rules::BulkError>(())
    /// ```
    #[must_use]
    pub fn begun(&self) -> usize {
        self.begun.len()
    }

    /// Decides for each record that ends in a piece of the text, in order. The sink is given the decision and where the record
    /// ends: so many bytes of the text come before that.
    ///
    /// # Errors
    /// [`BulkError`], after the decisions before it; from then on, always the same.
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

    /// Keeps the beginning of a record, if there is one.
    fn keep(&mut self, unread: &[u8]) {
        if !unread.is_empty() {
            self.begun.extend_from_slice(unread);
            self.boundary = RecordBoundary::from_start(unread);
        }
    }

    /// Decides for the last record, if only the end of the text says that it is one. The sink is that of [`BulkReader::push`].
    ///
    /// # Errors
    /// [`BulkError`]: that of [`BulkReader::push`], or the text is not at its end.
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
        // White space may follow every record, and only what follows a number ends it.
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

    /// Reads the records that end in these bytes, and gives what is left: the beginning of the next.
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

    /// The error that comes after more bytes.
    fn error_after(&self, read: &[u8], ReadError { code, member }: ReadError) -> BulkError {
        let mut position = self.position;
        let in_columns = self.state.without_mark(read, &mut position);
        let Position { line, column, .. } = position.unwrap_or(Position::START).after(in_columns);
        BulkError { code, offset: self.offset.saturating_add(length(read)), line, column, member }
    }

    /// The sink is given what comes after each record.
    fn records(&mut self, scanner: &mut Scanner<'_>, sink: &mut impl FnMut(Decision, &[u8])) -> Result<(), ReadError> {
        while let Some(&byte) = scanner.rest.first() {
            let state = match (self.state, byte) {
                (State::FirstElement | State::NextElement, _) if !is_white_space(byte) && byte != b']' => {
                    if !self.record(scanner, sink)? {
                        return Ok(());
                    }
                    self.state = State::AfterElement;
                    continue;
                }
                (State::FirstLine, _) => {
                    if !self.first_record(scanner, sink)? {
                        return Ok(());
                    }
                    self.state = State::AfterLine;
                    continue;
                }
                (State::NextLine, _) if !is_white_space(byte) => {
                    if !self.record(scanner, sink)? {
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

    /// Reads the first record of lines as [`record`](Self::record) does. Two things are no record. A word, a number or a text that is
    /// not JSON, or that has no white space after it, is how texts of other kinds begin. An object with a list in it is one
    /// only if another record follows: until then nothing is read.
    #[inline(never)]
    fn first_record(
        &self,
        scanner: &mut Scanner<'_>,
        sink: &mut impl FnMut(Decision, &[u8]),
    ) -> Result<bool, ReadError> {
        let start = *scanner;
        let is_object = start.rest.first() == Some(&b'{');
        let mut decided = None;
        match self.record(scanner, &mut |decision, _| decided = Some(decision)) {
            Err(BulkErrorCode::NotJson) if !is_object => return Err(BulkErrorCode::NotRecords.into()),
            Err(BulkErrorCode::RecordTooLong) => {
                let Some(list) = start.rest.get(..MAX_BODY_BYTES).and_then(WrappedList::find) else {
                    return Err(BulkErrorCode::RecordTooLong.into());
                };
                scanner.rest = start.rest.get(list.start..).unwrap_or_default();
                return Err(list.into());
            }
            Err(code) => return Err(code.into()),
            Ok(_) => {}
        }
        let Some(decision) = decided else { return Ok(false) };
        let read = start.rest.len().saturating_sub(scanner.rest.len());
        let list = start.rest.get(..read).and_then(WrappedList::find);
        let white = scanner.rest.iter().take_while(|byte| is_white_space(**byte)).count();
        let next = scanner.rest.get(white);
        match list {
            // So much is kept, of white space too.
            Some(list) if read.saturating_add(white) > MAX_BODY_BYTES => {
                scanner.rest = start.rest.get(list.start..).unwrap_or_default();
                return Err(list.into());
            }
            None if is_object => {}
            None if white == 0 && next.is_some() => return Err(BulkErrorCode::NotRecords.into()),
            None if white > 0 => {}
            _ if next.is_some() => {}
            _ => {
                *scanner = start;
                return Ok(false);
            }
        }
        sink(decision, scanner.rest);
        Ok(true)
    }

    /// Reads a record and passes its decision on; `false` if its end is not there yet, and then nothing is read.
    #[inline]
    fn record(&self, scanner: &mut Scanner<'_>, sink: &mut impl FnMut(Decision, &[u8])) -> Result<bool, BulkErrorCode> {
        let BulkOptions { transaction, segment } = self.options;
        let (start, line_ends) = (scanner.rest, scanner.line_ends);
        let result = scanner.with_copy(|scanner| record(scanner, segment.is_some()));
        let read = start.len().saturating_sub(scanner.rest.len());
        Err(match result {
            Ok(Record { status, held }) if read <= MAX_BODY_BYTES => {
                sink(eligibility(status.as_ref(), transaction, held, segment), scanner.rest);
                return Ok(true);
            }
            Err(Stop::End) if start.len() <= MAX_BODY_BYTES => {
                *scanner = Scanner { rest: start, line_ends };
                return Ok(false);
            }
            Err(Stop::NotJson) if read < MAX_BODY_BYTES => BulkErrorCode::NotJson,
            Err(Stop::TooDeep) if read < MAX_BODY_BYTES => BulkErrorCode::RecordTooDeep,
            _ => {
                scanner.rest = start.get(MAX_BODY_BYTES..).unwrap_or_default();
                BulkErrorCode::RecordTooLong
            }
        })
    }
}

/// Why the text is not read to its end, and the member that has the customers.
struct ReadError {
    code: BulkErrorCode,
    member: Option<String>,
}

impl From<BulkErrorCode> for ReadError {
    fn from(code: BulkErrorCode) -> Self {
        Self { code, member: None }
    }
}

impl From<WrappedList<'_>> for ReadError {
    fn from(list: WrappedList<'_>) -> Self {
        Self { code: BulkErrorCode::WrappedList, member: Some(list.member()) }
    }
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
