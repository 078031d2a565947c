//! Times as the service writes them.

use alloc::string::String;
use core::fmt;

/// A time of the service: its text, and its instant if the text can be parsed.
///
/// The service writes times in UTC, often without an offset, and in other formats too: the text is always kept. A text with an
/// instant has a date and a time of ISO 8601 in their extended formats, seconds with up to nine decimal places, and `Z`, an offset, or
/// neither, which means UTC. `0001-01-01T00:00:00`, the default date of .NET, has no instant.
///
/// ```
/// use partner_center_rules::Timestamp;
///
/// let updated = Timestamp::from("2021-07-14T18:02:00");
/// assert_eq!(updated.unix_milliseconds(), Some(1_626_285_720_000));
/// assert_eq!(Timestamp::from("2021-07-14T20:02:00.0000000+02:00").unix_milliseconds(), updated.unix_milliseconds());
///
/// let unreadable = Timestamp::from("07/09/2020: 00:00:00");
/// assert_eq!((unreadable.as_str(), unreadable.unix_milliseconds()), ("07/09/2020: 00:00:00", None));
/// ```
///
/// Source: `STATUS` (UTC), `GETQ`, `EDU` (other forms).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Timestamp(String);

impl Timestamp {
    /// Returns the text as the service wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the instant in milliseconds since 1970-01-01 UTC, if the text has one. Smaller fractions are truncated.
    ///
    /// ```
    /// use partner_center_rules::Timestamp;
    ///
    /// assert_eq!(Timestamp::from("1970-01-01T00:00:01").unix_milliseconds(), Some(1_000));
    /// assert_eq!(Timestamp::from("yesterday").unix_milliseconds(), None);
    /// ```
    #[must_use]
    pub fn unix_milliseconds(&self) -> Option<i64> {
        let Instant { seconds, nanoseconds } = read(&self.0)?;
        Some(seconds.saturating_mul(1_000).saturating_add(i64::from(nanoseconds / 1_000_000)))
    }

    /// Returns the instant, if the text has one.
    ///
    /// ```
    /// use partner_center_rules::Timestamp;
    ///
    /// let instant = Timestamp::from("2020-12-03T10:37:38.885Z").instant().unwrap();
    /// assert_eq!((instant.year(), instant.millisecond()), (2020, 885));
    /// ```
    #[cfg(feature = "time")]
    #[must_use]
    pub fn instant(&self) -> Option<time::OffsetDateTime> {
        let Instant { seconds, nanoseconds } = read(&self.0)?;
        let instant = time::OffsetDateTime::from_unix_timestamp(seconds).ok()?;
        instant.replace_nanosecond(nanoseconds).ok()
    }
}

impl AsRef<str> for Timestamp {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<String> for Timestamp {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Timestamp {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// An instant: whole seconds since 1970-01-01 UTC, and nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Instant {
    seconds: i64,
    nanoseconds: u32,
}

/// 0001-01-01T00:00:00, the first second of the .NET type that the service uses.
const FIRST_SECOND: i64 = -62_135_596_800;
/// 9999-12-31T23:59:59, the last second of the .NET type that the service uses.
const LAST_SECOND: i64 = 253_402_300_799;

/// Parses the text of an instant.
#[expect(clippy::arithmetic_side_effects, reason = "numbers of at most four digits")]
fn read(text: &str) -> Option<Instant> {
    let mut rest = Rest(text.as_bytes());
    let year = rest.number(4)?;
    rest.one_of(b"-")?;
    let month = rest.number(2)?;
    rest.one_of(b"-")?;
    let day = rest.number(2)?;
    rest.one_of(b"Tt")?;
    let hour = rest.number(2)?;
    rest.one_of(b":")?;
    let minute = rest.number(2)?;
    rest.one_of(b":")?;
    let second = rest.number(2)?;
    if day == 0 || day > days_in_month(year, month)? || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let nanoseconds = rest.fraction()?;
    let east = rest.offset()?;
    if !rest.0.is_empty() {
        return None;
    }
    let local = days_since_1970(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second;
    let seconds = local - east;
    // The default date of .NET, in any time zone.
    if nanoseconds == 0 && (local == FIRST_SECOND || seconds == FIRST_SECOND) {
        return None;
    }
    (FIRST_SECOND..=LAST_SECOND).contains(&seconds).then_some(Instant { seconds, nanoseconds })
}

/// The text that is not read yet.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    /// Reads one of the allowed bytes.
    fn one_of(&mut self, allowed: &[u8]) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        allowed.contains(&first).then(|| {
            self.0 = rest;
            first
        })
    }

    /// Reads a number with exactly so many digits.
    fn number(&mut self, digits: usize) -> Option<i64> {
        (0..digits).try_fold(0_i64, |number, _| {
            let digit = self.one_of(b"0123456789")?;
            Some(number.saturating_mul(10).saturating_add(i64::from(digit.saturating_sub(b'0'))))
        })
    }

    /// Reads the fraction of a second, in nanoseconds: nothing, or a point with one to nine digits.
    fn fraction(&mut self) -> Option<u32> {
        if self.one_of(b".").is_none() {
            return Some(0);
        }
        let digits = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let missing = 9_usize.checked_sub(digits).filter(|_| digits > 0)?;
        let number = u32::try_from(self.number(digits)?).ok()?;
        Some((0..missing).fold(number, |number, _| number.saturating_mul(10)))
    }

    /// Reads the offset from UTC, in seconds.
    #[expect(clippy::arithmetic_side_effects, reason = "numbers of two digits")]
    fn offset(&mut self) -> Option<i64> {
        if self.0.is_empty() || self.one_of(b"Zz").is_some() {
            return Some(0);
        }
        let sign = if self.one_of(b"+-")? == b'+' { 1 } else { -1 };
        let hours = self.number(2)?;
        self.one_of(b":")?;
        let minutes = self.number(2)?;
        (hours <= 23 && minutes <= 59).then_some(sign * (hours * 3_600 + minutes * 60))
    }
}

/// Returns the number of days in a month, or `None` if there is no such month.
fn days_in_month(year: i64, month: i64) -> Option<i64> {
    let is_leap_year = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if is_leap_year => Some(29),
        2 => Some(28),
        _ => None,
    }
}

/// Returns the days from 1970-01-01 to a date of the Gregorian calendar. Years begin in March, so that the leap day is their last.
#[expect(clippy::arithmetic_side_effects, reason = "numbers of at most four digits")]
const fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leap_days + (153 * month + 2) / 5 + day - 719_469
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::*;

    fn milliseconds(text: &str) -> Option<i64> {
        Timestamp::from(text).unix_milliseconds()
    }

    #[test]
    fn the_text_is_kept() {
        let text = "2021-07-14T18:02:00, or so";
        let timestamp = Timestamp::from(text);
        assert_eq!((timestamp.as_str(), timestamp.as_ref(), &*timestamp.to_string()), (text, text, text));
    }

    #[cfg(feature = "time")]
    #[test]
    fn an_instant_has_its_fraction() {
        let instant = Timestamp::from("2021-07-14T18:02:00.123456789Z").instant();
        assert_eq!(instant, time::OffsetDateTime::from_unix_timestamp_nanos(1_626_285_720_123_456_789).ok());
        assert!(instant.is_some());
    }

    #[test]
    fn instants_are_in_utc_unless_an_offset_is_given() {
        assert_eq!(milliseconds("1970-01-01T00:00:00"), Some(0));
        assert_eq!(milliseconds("1970-01-01t00:00:00z"), Some(0));
        assert_eq!(milliseconds("1970-01-01T00:00:00-00:00"), Some(0));
        assert_eq!(milliseconds("1970-01-01T01:30:00+01:30"), Some(0));
        assert_eq!(milliseconds("1969-12-31T18:00:00.5-06:00"), Some(500));
        assert_eq!(milliseconds("2024-02-29T00:00:00Z"), Some(1_709_164_800_000));
    }

    #[test]
    fn fractions_are_cut_off() {
        assert_eq!(milliseconds("1970-01-01T00:00:00.9999999Z"), Some(999));
        assert_eq!(milliseconds("1970-01-01T00:00:00.123456789Z"), Some(123));
        assert_eq!(milliseconds("1969-12-31T23:59:59.0009Z"), Some(-1_000));
        assert_eq!(milliseconds("1970-01-01T00:00:00.0000000001Z"), None);
        assert_eq!(milliseconds("1970-01-01T00:00:00.Z"), None);
    }

    #[test]
    fn the_ends_are_those_of_the_service() {
        assert_eq!(milliseconds("0001-01-01T00:00:01Z"), Some((FIRST_SECOND + 1) * 1_000));
        assert_eq!(milliseconds("0001-01-01T00:00:00.001Z"), Some(FIRST_SECOND * 1_000 + 1));
        assert_eq!(milliseconds("9999-12-31T23:59:59.9999999Z"), Some(LAST_SECOND * 1_000 + 999));
        for empty in ["", "Z", ".0000000", ".0000000Z", "-08:00", "+00:01"] {
            assert_eq!(milliseconds(&["0001-01-01T00:00:00", empty].concat()), None, "{empty}");
        }
        assert_eq!(milliseconds("0001-01-01T01:00:00+01:00"), None);
        assert_eq!(milliseconds("9999-12-31T23:59:59-00:01"), None);
        assert_eq!(milliseconds("0000-12-31T23:59:59Z"), None);
    }
}
