//! Reads what a record of customers says of a customer.

use alloc::string::String;

use crate::json::scanner::{Scanner, Stop, Value};
use crate::json::string::{LONGEST_NAME, is_name};
use crate::values::account_status::AccountStatus;
use crate::values::holdings::Holdings;
use crate::values::open::Open;
use crate::values::qualification::Qualification;
use crate::values::vetting::VettingStatus;

/// What is known of a customer. The default is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) status: Option<Open<AccountStatus>>,
    pub(crate) held: Option<Holdings>,
}

/// Reads a record, and its holdings where they are asked for. Of one that is no object, or in which a member that is asked for
/// occurs twice, in whatever ASCII case, nothing is known.
///
/// # Errors
/// [`Stop`]: it is not JSON, or its end is not there.
#[inline]
pub(crate) fn record(scanner: &mut Scanner<'_>, wants_holdings: bool) -> Result<Record, Stop> {
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

/// Reads what is held: nothing where it is null. What is no array holds something that these rules do not know.
fn holdings(scanner: &mut Scanner<'_>) -> Result<Option<Holdings>, Stop> {
    let mut holdings = Holdings::default();
    match scanner.peek()? {
        b'[' => scanner.array(|scanner| entry(scanner, &mut holdings))?,
        _ if scanner.value(2)? == Value::Null => return Ok(None),
        _ => holdings.add_unrecognised(),
    }
    Ok(Some(holdings))
}

/// Reads an entry of what is held.
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

/// A text that is in no table.
const NO_NAME: &[u8] = b"";

/// A member that is asked for.
enum Member<T> {
    Absent,
    Once(T),
    /// Which one is meant cannot be known.
    Repeated,
}

impl<T> Member<T> {
    fn set(&mut self, value: T) {
        *self = if matches!(self, Self::Absent) { Self::Once(value) } else { Self::Repeated };
    }
}
