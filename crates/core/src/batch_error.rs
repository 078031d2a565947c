//! Why the text of a batch is not read to its end, and where.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::enumeration::enumeration;
use crate::issue::filled;
use crate::rule::Outcome;
use crate::text::decimal;

enumeration! {
    /// Why the text of a batch is not read to its end. Codes are stable.
    ///
    /// ```
    /// use partner_center_rules::{BatchFault, BatchOptions, eligibility_of_many};
    ///
    /// let fault = |text: &str| eligibility_of_many(text.as_bytes(), &BatchOptions::default()).unwrap_err().error.fault;
    /// assert_eq!(fault("status,name"), BatchFault::NotRecords);
    /// assert_eq!(fault("[{}"), BatchFault::EndMissing);
    /// ```
    pub enum BatchFault: message {
        /// It begins with something else than a bracket or a brace.
        NotRecords = "notRecords",
            "The text is neither a JSON array nor JSON lines.";
        /// What comes next is not JSON.
        NotJson = "notJson",
            "The text is not JSON from byte {offset} on.";
        /// It ends within a record, or before the end of the array.
        EndMissing = "endMissing",
            "The text ends too early, after {offset} bytes.";
        /// Arrays and objects are nested more than 64 deep.
        RecordTooDeep = "recordTooDeep",
            "At byte {offset} a record is nested too deep. At most 64 arrays and objects are read inside each other.";
        /// A record has more than [`MAX_BODY_BYTES`](crate::MAX_BODY_BYTES).
        RecordTooLong = "recordTooLong",
            "At byte {offset} a record is too long. At most 1,048,576 bytes of a record are read.";
    }
}

/// The text of a batch is not read to its end.
///
/// ```
/// use partner_center_rules::{BatchOptions, eligibility_of_many};
///
/// let error = eligibility_of_many(b"[{}, {]", &BatchOptions::default()).unwrap_err().error;
/// assert_eq!(error.to_string(), "not JSON from byte 6 on");
/// assert_eq!(error.message(), "The text is not JSON from byte 6 on.");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BatchError {
    /// Why.
    pub fault: BatchFault,
    /// The place of the first byte that cannot be there, or of the end: so many bytes come before it.
    pub offset: u64,
}

impl BatchError {
    /// What people read.
    ///
    /// ```
    /// use partner_center_rules::{BatchOptions, eligibility_of_many};
    ///
    /// let error = eligibility_of_many(b"[{}", &BatchOptions::default()).unwrap_err().error;
    /// assert_eq!(error.message(), "The text ends too early, after 3 bytes.");
    /// ```
    #[must_use]
    pub fn message(&self) -> String {
        filled(self.fault.message(), &[("{offset}", Some(decimal(i64::try_from(self.offset).unwrap_or(i64::MAX))))])
    }
}

impl fmt::Display for BatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let offset = self.offset;
        match self.fault {
            BatchFault::NotRecords => write!(f, "neither a JSON array nor JSON lines"),
            BatchFault::NotJson => write!(f, "not JSON from byte {offset} on"),
            BatchFault::EndMissing => write!(f, "the text ends too early, after {offset} bytes"),
            BatchFault::RecordTooDeep => write!(f, "at byte {offset} a record is nested too deep"),
            BatchFault::RecordTooLong => write!(f, "at byte {offset} a record is too long"),
        }
    }
}

impl core::error::Error for BatchError {}

/// A batch that was not read to its end, with the outcomes of the records before.
///
/// ```
/// use partner_center_rules::{BatchOptions, Outcome, eligibility_of_many};
///
/// let unfinished = eligibility_of_many(br#"[{"status":"Allowed"},"#, &BatchOptions::default()).unwrap_err();
/// assert_eq!(unfinished.outcomes, [Outcome::Allowed]);
/// assert_eq!(unfinished.error.offset, 22);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{error}; {} records come before", outcomes.len())]
pub struct UnfinishedBatch {
    /// Why.
    pub error: BatchError,
    /// The outcomes of the records before, in order.
    pub outcomes: Vec<Outcome>,
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::*;

    #[test]
    fn an_error_says_where_it_is_in_both_of_its_texts() {
        for (fault, text) in [
            (BatchFault::NotRecords, "neither a JSON array nor JSON lines"),
            (BatchFault::NotJson, "not JSON from byte 7 on"),
            (BatchFault::EndMissing, "the text ends too early, after 7 bytes"),
            (BatchFault::RecordTooDeep, "at byte 7 a record is nested too deep"),
            (BatchFault::RecordTooLong, "at byte 7 a record is too long"),
        ] {
            let error = BatchError { fault, offset: 7 };
            assert_eq!(error.to_string(), text);
            assert_eq!(error.message().contains('7'), text.contains('7'), "{}", error.message());
        }
    }
}
