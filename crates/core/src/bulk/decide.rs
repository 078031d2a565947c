//! Reads a record of a bulk text and decides for it.

use alloc::string::String;

use crate::bulk::error::BulkErrorCode;
use crate::bulk::options::BulkOptions;
use crate::bulk::record::{Record, record};
use crate::bulk::wrapped_list::WrappedList;
use crate::json::document::MAX_BODY_BYTES;
use crate::json::scanner::{Scanner, Stop, is_white_space};
use crate::rules::decision::Decision;
use crate::rules::eligibility::eligibility;

impl BulkOptions {
    /// Reads a record and passes its decision to the sink, with the bytes after it. Returns `false`, and reads nothing, if the end of the
    /// record is missing.
    #[inline(always)] // 4 % fewer instructions for a record.
    pub(super) fn decide(
        &self,
        scanner: &mut Scanner<'_>,
        sink: &mut impl FnMut(Decision, &[u8]),
    ) -> Result<bool, BulkErrorCode> {
        let BulkOptions { transaction, segment } = *self;
        let (start, line_ends) = (scanner.rest, scanner.line_ends);
        let result = record(scanner, segment.is_some());
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

    /// Reads the first record of JSON lines as [`decide`](Self::decide) does, with two exceptions. A literal, a number or a string that is
    /// not valid JSON, or is not followed by white space, is the start of a text in another format: an error. An object with a list in it
    /// is a record only if another record follows: until then nothing is read.
    #[inline(never)]
    pub(super) fn decide_first(
        &self,
        scanner: &mut Scanner<'_>,
        sink: &mut impl FnMut(Decision, &[u8]),
    ) -> Result<bool, ReadError> {
        let start = *scanner;
        let is_object = start.rest.first() == Some(&b'{');
        let mut decided = None;
        match self.decide(scanner, &mut |decision, _| decided = Some(decision)) {
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
            // No more bytes are kept, including white space.
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
}

/// The reason why reading stops, with the member that has the customers.
pub(super) struct ReadError {
    pub(super) code: BulkErrorCode,
    pub(super) member: Option<String>,
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
