//! Decides for the customers of a whole text of records, as they come in.

use alloc::vec::Vec;

use crate::account_status::{OfferSegment, Transaction};
use crate::batch_error::{BatchError, BatchFault};
use crate::decision::Decision;
use crate::eligibility::eligibility;
use crate::ending::Ending;
use crate::json::MAX_BODY_BYTES;
use crate::record::{Record, record};
use crate::scan::{Scanner, Stop, is_white};

/// What is asked of every customer. The default is a new purchase for which only the account is judged.
///
/// ```
/// use partner_center_rules::{BatchOptions, OfferSegment, Outcome, eligibility_of_many};
///
/// let customers = br#"{"status":"Allowed","qualifications":[]}"#;
/// let education = BatchOptions { segment: Some(OfferSegment::Education), ..BatchOptions::default() };
/// assert_eq!(eligibility_of_many(customers, &BatchOptions::default()), Ok(vec![Outcome::Allowed]));
/// assert_eq!(eligibility_of_many(customers, &education), Ok(vec![Outcome::Blocked]));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct BatchOptions {
    /// The kind of transaction.
    pub transaction: Transaction,
    /// The segment of the offer; `None`: only the account is judged.
    pub segment: Option<OfferSegment>,
}

/// Decides whether purchases go through, while the records about the customers come in, cut into pieces anywhere.
///
/// The text is a JSON array of records, or JSON lines: records with white space between them, usually one a line. The first byte
/// that is no white space says which: `[` or `{`. A byte order mark may precede it.
///
/// A record is an object. Of its members these are read, and others passed over:
///
/// * `status`: an account status, or `NoAccountStatus`. Null or absent: it is not known. Anything else is a status that these
///   rules do not know.
/// * `qualifications`, if a segment is asked for: an array as `GET /qualifications` answers it. Null or absent: it is not known
///   what the customer holds. Anything else, and an entry that cannot be read, is something held that these rules do not know.
///
/// An object in which a name that is asked for occurs twice cannot be read: which one is meant cannot be known. Of a record that
/// cannot be read nothing is known, nor of one that is no object.
///
/// Between the pieces at most one record is kept; while it is read, a record takes no memory.
///
/// ```
/// use partner_center_rules::{Batch, BatchOptions, OfferSegment, Outcome, RuleId, Tally};
///
/// let options = BatchOptions { segment: Some(OfferSegment::Education), ..BatchOptions::default() };
/// let mut batch = Batch::new(&options);
/// let mut tally = Tally::default();
/// for piece in [r#"{"status":"Allowed","qualifications":[{"qualific"#, "ation\":\"Education\"}]}\n{}"] {
///     batch.push(piece.as_bytes(), |decision, _| tally.add(&decision))?;
/// }
/// batch.finish(|decision, _| tally.add(&decision))?;
/// assert_eq!((tally.outcome(Outcome::Allowed), tally.outcome(Outcome::Undetermined)), (1, 1));
/// assert_eq!(tally.rule(RuleId::O13), 1);
/// # Ok::<(), partner_center_rules::BatchError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Batch {
    options: BatchOptions,
    place: Place,
    /// How many bytes are read.
    offset: u64,
    /// The beginning of a record whose end has not come yet.
    begun: Vec<u8>,
    /// Looks for that end.
    ending: Ending,
    /// Why nothing more is read.
    error: Option<BatchError>,
}

/// Between which records a batch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before everything.
    Start,
    /// Before the second byte of a byte order mark.
    MarkBegun,
    /// Before its third byte.
    MarkHalf,
    /// Before the first byte that is no white space.
    Opening,
    /// Before the first record of an array, or its end.
    First,
    /// Before another record of an array.
    Next,
    /// After a record of an array.
    Between,
    /// After the array.
    Closed,
    /// Before a record of lines, or their end.
    Line,
    /// After a record of lines.
    LineEnd,
}

impl Place {
    const ALL: [Self; 10] = [
        Self::Start,
        Self::MarkBegun,
        Self::MarkHalf,
        Self::Opening,
        Self::First,
        Self::Next,
        Self::Between,
        Self::Closed,
        Self::Line,
        Self::LineEnd,
    ];
}

impl Batch {
    /// A batch of which nothing has come yet.
    ///
    /// ```
    /// use partner_center_rules::{Batch, BatchOptions};
    ///
    /// let batch = Batch::new(&BatchOptions::default());
    /// assert_eq!(batch.finish(|_, _| panic!("there are no records")), Ok(()));
    /// ```
    #[must_use]
    pub const fn new(options: &BatchOptions) -> Self {
        Self::at(Place::Start, options)
    }

    /// A batch of what comes after a line feed in JSON lines.
    #[cfg(feature = "rayon")]
    pub(crate) const fn of_lines(options: &BatchOptions) -> Self {
        Self::at(Place::Line, options)
    }

    const fn at(place: Place, options: &BatchOptions) -> Self {
        Self { options: *options, place, offset: 0, begun: Vec::new(), ending: Ending::NEW, error: None }
    }

    /// Between which records the batch is, as bits, for passing it where only numbers pass. The bytes of a record that is
    /// [begun](Self::begun) have to be given again to the batch of [`Batch::from_bits`].
    ///
    /// ```
    /// use partner_center_rules::{Batch, BatchOptions};
    ///
    /// let options = BatchOptions::default();
    /// let mut batch = Batch::new(&options);
    /// batch.push(b"[{}, {\"stat", |_, _| {})?;
    /// assert_eq!(batch.begun(), 6);
    ///
    /// let mut other = Batch::from_bits(batch.to_bits(), &options).unwrap();
    /// other.push(b"{\"status\":\"Allowed\"}]", |decision, _| assert!(decision.is_allowed()))?;
    /// assert_eq!(other.finish(|_, _| {}), Ok(()));
    /// # Ok::<(), partner_center_rules::BatchError>(())
    /// ```
    #[must_use]
    #[expect(clippy::as_conversions, reason = "the place of a variant, which is that in the list of all")]
    pub const fn to_bits(&self) -> u8 {
        self.place as u8
    }

    /// A batch that goes on where the one of [`Batch::to_bits`] was, and counts offsets from there; nothing for any other bits.
    ///
    /// ```
    /// use partner_center_rules::{Batch, BatchOptions};
    ///
    /// assert!(Batch::from_bits(u8::MAX, &BatchOptions::default()).is_none());
    /// ```
    #[must_use]
    pub fn from_bits(bits: u8, options: &BatchOptions) -> Option<Self> {
        Some(Self::at(*Place::ALL.get(usize::from(bits))?, options))
    }

    /// How many bytes there are of a record whose end has not come yet.
    ///
    /// ```
    /// use partner_center_rules::{Batch, BatchOptions};
    ///
    /// let mut batch = Batch::new(&BatchOptions::default());
    /// batch.push(b"[{}, {", |_, _| {})?;
    /// assert_eq!(batch.begun(), 1);
    /// # Ok::<(), partner_center_rules::BatchError>(())
    /// ```
    #[must_use]
    pub fn begun(&self) -> usize {
        self.begun.len()
    }

    /// Decides for each record that ends in a piece of the text, in order. The sink is given the decision and where the record
    /// ends: so many bytes of the text come before that.
    ///
    /// # Errors
    /// [`BatchError`], after the decisions before it; from then on, always the same.
    ///
    /// ```
    /// use partner_center_rules::{Batch, BatchFault, BatchOptions, Outcome};
    ///
    /// let mut records = Vec::new();
    /// let mut batch = Batch::new(&BatchOptions::default());
    /// let error = batch.push(b"[{},oops", |decision, end| records.push((decision.outcome(), end))).unwrap_err();
    /// assert_eq!((error.fault, error.offset), (BatchFault::NotJson, 4));
    /// assert_eq!(records, [(Outcome::Undetermined, 3)]);
    /// ```
    pub fn push(&mut self, bytes: &[u8], mut sink: impl FnMut(Decision, u64)) -> Result<(), BatchError> {
        let mut rest = bytes;
        if !self.begun.is_empty() {
            let end = self.ending.find(bytes);
            let (record, after) = bytes.split_at_checked(end.unwrap_or(bytes.len())).unwrap_or((bytes, &[]));
            self.begun.extend_from_slice(record);
            if end.is_none() && self.begun.len() <= MAX_BODY_BYTES {
                return Ok(());
            }
            let record = core::mem::take(&mut self.begun);
            self.read(&record, &mut sink)?;
            rest = after;
        }
        let unread = self.read(rest, &mut sink)?;
        if !unread.is_empty() {
            self.begun.extend_from_slice(unread);
            self.ending = Ending::NEW;
            self.ending.find(unread);
        }
        Ok(())
    }

    /// Decides for the last record, if only the end of the text says that it is one. The sink is that of [`Batch::push`].
    ///
    /// # Errors
    /// [`BatchError`]: that of [`Batch::push`], or the text is not at its end.
    ///
    /// ```
    /// use partner_center_rules::{Batch, BatchFault, BatchOptions};
    ///
    /// let mut batch = Batch::new(&BatchOptions::default());
    /// batch.push(b"[{}", |_, _| {})?;
    /// assert_eq!(batch.finish(|_, _| {}).unwrap_err().fault, BatchFault::EndMissing);
    /// # Ok::<(), partner_center_rules::BatchError>(())
    /// ```
    pub fn finish(mut self, mut sink: impl FnMut(Decision, u64)) -> Result<(), BatchError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let mut record = core::mem::take(&mut self.begun);
        let end = self.offset.saturating_add(length(&record));
        // White space may follow every record, and only what follows a number ends it.
        record.push(b'\n');
        let missing = BatchError { fault: BatchFault::EndMissing, offset: end };
        let unread = self.read(&record, &mut sink).map_err(|error| if error.offset < end { error } else { missing })?;
        match self.place {
            Place::Opening | Place::Closed | Place::Line if unread.is_empty() => Ok(()),
            _ => Err(missing),
        }
    }

    /// Reads the records that end in these bytes, and gives what is left: the beginning of the next.
    fn read<'a>(&mut self, bytes: &'a [u8], sink: &mut impl FnMut(Decision, u64)) -> Result<&'a [u8], BatchError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let mut scanner = Scanner { rest: bytes };
        let end = self.offset.saturating_add(length(bytes));
        let before = |rest: &[u8]| end.saturating_sub(length(rest));
        let result = self.records(&mut scanner, &mut |decision, rest| sink(decision, before(rest)));
        self.offset = before(scanner.rest);
        result.map(|()| scanner.rest).map_err(|fault| {
            let error = BatchError { fault, offset: self.offset };
            self.error = Some(error);
            error
        })
    }

    /// The sink is given what comes after each record.
    fn records(&mut self, scanner: &mut Scanner<'_>, sink: &mut impl FnMut(Decision, &[u8])) -> Result<(), BatchFault> {
        while let Some(&byte) = scanner.rest.first() {
            let place = match (self.place, byte) {
                (Place::First | Place::Next, _) if !is_white(byte) && byte != b']' => {
                    if !self.record(scanner, sink)? {
                        return Ok(());
                    }
                    self.place = Place::Between;
                    continue;
                }
                (Place::Line, _) if !is_white(byte) => {
                    if !self.record(scanner, sink)? {
                        return Ok(());
                    }
                    self.place = Place::LineEnd;
                    continue;
                }
                (Place::Between, b',') => Place::Next,
                (Place::First | Place::Between, b']') => Place::Closed,
                (Place::LineEnd, _) if is_white(byte) => Place::Line,
                (Place::Start, 0xef) => Place::MarkBegun,
                (Place::MarkBegun, 0xbb) => Place::MarkHalf,
                (Place::MarkHalf, 0xbf) => Place::Opening,
                (Place::MarkBegun | Place::MarkHalf, _) => return Err(BatchFault::NotRecords),
                (Place::Start, _) if is_white(byte) => Place::Opening,
                (place, _) if is_white(byte) => place,
                (Place::Start | Place::Opening, b'[') => Place::First,
                (Place::Start | Place::Opening, b'{') => {
                    self.place = Place::Line;
                    continue;
                }
                (Place::Start | Place::Opening, _) => return Err(BatchFault::NotRecords),
                _ => return Err(BatchFault::NotJson),
            };
            scanner.read();
            self.place = place;
        }
        Ok(())
    }

    /// Reads a record and passes its decision on; `false` if its end is not there yet, and then nothing is read.
    #[inline]
    fn record(&self, scanner: &mut Scanner<'_>, sink: &mut impl FnMut(Decision, &[u8])) -> Result<bool, BatchFault> {
        let BatchOptions { transaction, segment } = self.options;
        let start = scanner.rest;
        let result = scanner.aside(|scanner| record(scanner, segment.is_some()));
        let read = start.len().saturating_sub(scanner.rest.len());
        Err(match result {
            Ok(Record { status, held }) if read <= MAX_BODY_BYTES => {
                sink(eligibility(status.as_ref(), transaction, held, segment), scanner.rest);
                return Ok(true);
            }
            Err(Stop::End) if start.len() <= MAX_BODY_BYTES => {
                scanner.rest = start;
                return Ok(false);
            }
            Err(Stop::NotJson) if read < MAX_BODY_BYTES => BatchFault::NotJson,
            Err(Stop::TooDeep) if read < MAX_BODY_BYTES => BatchFault::RecordTooDeep,
            _ => {
                scanner.rest = start.get(MAX_BODY_BYTES..).unwrap_or_default();
                BatchFault::RecordTooLong
            }
        })
    }
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
