//! Errors of bulk checks: why reading stops, and where.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::bulk::position::Position;
use crate::rules::rule::Outcome;
use crate::values::enumeration::enumeration;
use crate::values::template::fill;
use crate::values::text::decimal;

enumeration! {
    /// The reason why the reading of a bulk text stops. Codes are stable.
    ///
    /// ```
    /// use partner_center_rules::{BulkErrorCode, BulkOptions, bulk_eligibility};
    ///
    /// let code = |text: &str| bulk_eligibility(text.as_bytes(), &BulkOptions::default()).unwrap_err().error.code;
    /// assert_eq!(code("status,name"), BulkErrorCode::NotRecords);
    /// assert_eq!(code("[{}"), BulkErrorCode::EndMissing);
    /// ```
    pub enum BulkErrorCode: message {
        /// The text does not begin with a JSON value.
        NotRecords = "notRecords",
            "The text is neither a JSON array nor JSON lines.";
        /// The text is one object with a list in it, such as the response `{"totalCount": 2, "items": [...]}` of the service.
        WrappedList = "wrappedList",
            "The customers are in the member {member}. Give only the array in that member, without the object around it.";
        /// The text is not JSON from here on.
        NotJson = "notJson",
            "Line {line} is not valid JSON.";
        /// The text ends inside a record, or before the end of the array.
        EndMissing = "endMissing",
            "The text is incomplete: it ends too early, in line {line}.";
        /// Arrays and objects of a record are nested more than 64 deep.
        RecordTooDeep = "recordTooDeep",
            "The record in line {line} is nested too deeply. At most 64 arrays and objects can be inside each other.";
        /// A record has more than [`MAX_BODY_BYTES`](crate::MAX_BODY_BYTES).
        RecordTooLong = "recordTooLong",
            "The record in line {line} is too long. A record can have at most 1,048,576 bytes.";
    }
}

/// The error of a bulk check: the reason why reading stops, and the position in the text.
///
/// ```
/// use partner_center_rules::{BulkOptions, bulk_eligibility};
///
/// let error = bulk_eligibility(b"[{}, {]", &BulkOptions::default()).unwrap_err().error;
/// assert_eq!(error.to_string(), "not JSON at line 1, column 7");
/// assert_eq!(error.message(), "Line 1 is not valid JSON.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BulkError {
    /// The reason.
    pub code: BulkErrorCode,
    /// The offset in bytes of the first invalid byte, of the end of the text, or of a wrapped list.
    pub offset: u64,
    /// The line, counted from 1. A line ends with a line feed, a carriage return, or both.
    pub line: u64,
    /// The column, counted from 1 in characters of UTF-8. A byte order mark is not counted.
    pub column: u64,
    /// The name of the member that has the customers, for a wrapped list: up to 64 characters, escaped for display.
    pub member: Option<String>,
}

impl BulkError {
    /// Returns the message for people.
    ///
    /// ```
    /// use partner_center_rules::{BulkOptions, bulk_eligibility};
    ///
    /// let error = bulk_eligibility(b"[{}", &BulkOptions::default()).unwrap_err().error;
    /// assert_eq!(error.message(), "The text is incomplete: it ends too early, in line 1.");
    /// ```
    #[must_use]
    pub fn message(&self) -> String {
        let number = |number: u64| Some(decimal(i64::try_from(number).unwrap_or(i64::MAX)));
        fill(self.code.message(), &[("{line}", number(self.line)), ("{member}", self.member.clone())])
    }

    /// Returns the error with the line and column of its offset in the text.
    fn located_in(self, text: &[u8]) -> Self {
        let before = usize::try_from(self.offset).ok().and_then(|offset| text.get(..offset)).unwrap_or(text);
        let Position { line, column, .. } =
            Position::START.after(before.strip_prefix(BYTE_ORDER_MARK).unwrap_or(before));
        Self { line, column, ..self }
    }
}

impl fmt::Display for BulkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.code {
            BulkErrorCode::NotRecords => "neither a JSON array nor JSON lines",
            BulkErrorCode::WrappedList => "the customers are in a member",
            BulkErrorCode::NotJson => "not JSON",
            BulkErrorCode::EndMissing => "the text ends too early",
            BulkErrorCode::RecordTooDeep => "a record is nested too deeply",
            BulkErrorCode::RecordTooLong => "a record is too long",
        };
        f.write_str(what)?;
        if let Some(member) = &self.member {
            write!(f, ", `{member}`,")?;
        }
        write!(f, " at line {}, column {}", self.line, self.column)
    }
}

impl core::error::Error for BulkError {}

/// The error of a bulk check, with the outcomes of the records before it.
///
/// ```
/// use partner_center_rules::{BulkOptions, Outcome, bulk_eligibility};
///
/// let unfinished = bulk_eligibility(br#"[{"status":"Allowed"},"#, &BulkOptions::default()).unwrap_err();
/// assert_eq!(unfinished.outcomes, [Outcome::Allowed]);
/// assert_eq!(unfinished.error.offset, 22);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{error}; {} records come before", outcomes.len())]
pub struct IncompleteBulk {
    /// The error.
    pub error: BulkError,
    /// The outcomes of the records before the error, in order.
    pub outcomes: Vec<Outcome>,
}

impl IncompleteBulk {
    /// Returns the error with the line and column of its offset in the text.
    pub(crate) fn located_in(self, text: &[u8]) -> Self {
        Self { error: self.error.located_in(text), ..self }
    }
}

/// The byte order mark. It may precede a text, and is not counted in columns.
pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::*;

    #[test]
    fn an_error_says_where_it_is_in_both_of_its_texts() {
        let error = |code, member: Option<&str>| BulkError {
            code,
            offset: 70,
            line: 7,
            column: 8,
            member: member.map(String::from),
        };
        for (code, text) in [
            (BulkErrorCode::NotRecords, "neither a JSON array nor JSON lines at line 7, column 8"),
            (BulkErrorCode::NotJson, "not JSON at line 7, column 8"),
            (BulkErrorCode::EndMissing, "the text ends too early at line 7, column 8"),
            (BulkErrorCode::RecordTooDeep, "a record is nested too deeply at line 7, column 8"),
            (BulkErrorCode::RecordTooLong, "a record is too long at line 7, column 8"),
        ] {
            let error = error(code, None);
            assert_eq!(error.to_string(), text);
            let has_line = code != BulkErrorCode::NotRecords;
            assert_eq!(error.message().contains("line 7") || error.message().contains("Line 7"), has_line);
        }
        let wrapped = error(BulkErrorCode::WrappedList, Some("items"));
        assert_eq!(wrapped.to_string(), "the customers are in a member, `items`, at line 7, column 8");
        assert!(wrapped.message().starts_with("The customers are in the member items. "), "{}", wrapped.message());
    }
}
