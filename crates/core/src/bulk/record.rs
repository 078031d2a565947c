//! Reader of a record of a bulk text.

use alloc::string::String;

use crate::json::scanner::{Scanner, Stop, Value};
use crate::json::string::{LONGEST_NAME, is_name};
use crate::values::account_status::AccountStatus;
use crate::values::holdings::Holdings;
use crate::values::open::Open;
use crate::values::qualification::Qualification;
use crate::values::vetting::VettingStatus;

/// The account status and the holdings of a customer, as far as they are known. By default neither is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) status: Option<Open<AccountStatus>>,
    pub(crate) held: Option<Holdings>,
}

/// Reads a record, with its holdings on request. Of a record that is not an object, or in which a requested member occurs twice in any
/// ASCII case, nothing is known.
///
/// # Errors
/// [`Stop`]: the record is not JSON, or its end is missing.
#[inline(never)] // It has a scanner of its own in registers: see `with_copy`.
pub(crate) fn record(scanner: &mut Scanner<'_>, wants_holdings: bool) -> Result<Record, Stop> {
    scanner.with_copy(|scanner| read_record(scanner, wants_holdings))
}

/// Reads a record, as [`record`] does.
#[inline(always)]
fn read_record(scanner: &mut Scanner<'_>, wants_holdings: bool) -> Result<Record, Stop> {
    if scanner.peek()? != b'{' {
        scanner.value(1)?;
        return Ok(Record::default());
    }
    let (mut status, mut held) = (Member::Absent, Member::Absent);
    scanner.object(|scanner, name| {
        let buffer = &mut [0; LONGEST_NAME];
        let name = name.name(buffer);
        if wants_holdings && is_name(name, b"qualifications") {
            held.set(scanner.with_copy(holdings)?);
            return Ok(());
        }
        let value = scanner.value(2)?;
        if is_name(name, b"status") {
            status.set(value);
        }
        Ok(())
    })?;
    let buffer = &mut [0; LONGEST_NAME];
    let status = match status {
        Member::Absent | Member::Once(Value::Null) => None,
        Member::Once(Value::Text(text)) => Some(text.name(buffer)),
        Member::Once(Value::Other) => Some(NO_NAME),
        Member::Repeated => return Ok(Record::default()),
    };
    let status =
        status.map(|name| AccountStatus::from_known_bytes(name).map_or(Open::Unrecognised(String::new()), Open::Known));
    match held {
        Member::Absent => Ok(Record { status, held: None }),
        Member::Once(held) => Ok(Record { status, held }),
        Member::Repeated => Ok(Record::default()),
    }
}

/// Reads the member `qualifications`. Returns `None` for null, and unrecognised holdings for any other value that is not an array.
fn holdings(scanner: &mut Scanner<'_>) -> Result<Option<Holdings>, Stop> {
    let mut holdings = Holdings::default();
    match scanner.peek()? {
        b'[' => scanner.array(|scanner| entry(scanner, &mut holdings))?,
        _ if scanner.value(2)? == Value::Null => return Ok(None),
        _ => holdings.add_unrecognised(),
    }
    Ok(Some(holdings))
}

/// Reads an entry of the member `qualifications` and adds it to the holdings.
fn entry(scanner: &mut Scanner<'_>, holdings: &mut Holdings) -> Result<(), Stop> {
    let (mut qualification, mut vetting_status) = (Member::Absent, Member::Absent);
    if scanner.peek()? == b'{' {
        scanner.object(|scanner, name| {
            let buffer = &mut [0; LONGEST_NAME];
            let name = name.name(buffer);
            let value = scanner.value(4)?;
            if is_name(name, b"qualification") {
                qualification.set(value);
            } else if is_name(name, b"vettingStatus") {
                vetting_status.set(value);
            }
            Ok(())
        })?;
    } else {
        scanner.value(3)?;
    }
    let buffer = &mut [0; LONGEST_NAME];
    let Member::Once(Value::Text(qualification)) = qualification else {
        holdings.add_unrecognised();
        return Ok(());
    };
    let qualification = Qualification::from_known_bytes(qualification.name(buffer));
    match vetting_status {
        Member::Absent | Member::Once(Value::Null) => holdings.add_known(qualification, None),
        Member::Once(Value::Text(status)) => {
            holdings.add_known(qualification, Some(VettingStatus::from_known_bytes(status.name(buffer))));
        }
        Member::Once(Value::Other) | Member::Repeated => holdings.add_unrecognised(),
    }
    Ok(())
}

/// A text that is not a value of any enumeration.
const NO_NAME: &[u8] = b"";

/// A requested member.
enum Member<T> {
    Absent,
    Once(T),
    /// The member occurs twice and is ambiguous.
    Repeated,
}

impl<T> Member<T> {
    fn set(&mut self, value: T) {
        *self = if matches!(self, Self::Absent) { Self::Once(value) } else { Self::Repeated };
    }
}
