//! Texts that become one value.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use partner_center_rules::*;

use super::texts;

/// The value is the predicted one and reads as itself; an error can be shown.
fn agrees<T: FromStr<Err: Display> + Display + PartialEq + Debug>(text: &str, predicted: Option<String>) {
    let read = text.parse::<T>();
    assert_eq!(read.as_ref().ok().map(T::to_string), predicted, "{text:?}");
    match read {
        Ok(value) => assert_eq!(value.to_string().parse().ok(), Some(value)),
        Err(error) => assert!(!error.to_string().contains(char::is_control), "{error}"),
    }
}

pub(crate) fn customer_id(text: &str) {
    agrees::<CustomerId>(text, texts::customer_id(text));
}

pub(crate) fn guid(text: &str) {
    agrees::<Guid>(text, texts::guid(text));
}

pub(crate) fn validation_code(text: &str) {
    agrees::<ValidationCode>(text, texts::validation_code(text));
    let integer = ValidationCode::parse(text, Mode::Synchronous).ok().map(|code| code.to_string());
    assert_eq!(integer, texts::validation_code_integer(text));
}

pub(crate) fn timestamp(text: &str) {
    let timestamp = Timestamp::from(text);
    assert_eq!(timestamp.as_str(), text);
    let milliseconds = timestamp.unix_milliseconds().map(|milliseconds| milliseconds.to_string());
    assert_eq!(milliseconds, texts::timestamp(text));
}

/// An address is in the text that it is read from, has nothing in it that cannot be seen, and reads as itself.
pub(crate) fn website(text: &str) {
    const DOTS: [char; 3] = ['\u{3002}', '\u{ff0e}', '\u{ff61}'];
    let Ok(website) = text.parse::<Website>() else { return };
    let canonical = website.as_str();
    assert_eq!(canonical.parse().as_ref(), Ok(&website));
    assert!(canonical.len() <= Website::MAX_BYTES);
    let is_refused = |c: char| {
        let is_unassigned = ('\u{e000}'..='\u{f8ff}').contains(&c) || u32::from(c) % 0x1_0000 >= 0xfffe;
        c.is_whitespace() || c.is_control() || is_unassigned || "<>\"`{}|\\^".contains(c)
    };
    assert!(!canonical.contains(is_refused), "{canonical:?}");
    let plain = |text: &str| text.replace(DOTS, ".").to_ascii_lowercase();
    assert!(plain(text).contains(&plain(canonical)), "{canonical}");
    assert!(!host(canonical).contains(DOTS), "{canonical}");
    assert_eq!(website.has_underscore(), host(canonical).contains('_'));
}

/// Returns the host of an address, with its brackets if it has some.
pub(crate) fn host(address: &str) -> &str {
    let rest = address.strip_prefix("https://").or(address.strip_prefix("http://")).unwrap_or(address);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    match authority.find(']') {
        Some(end) => &authority[..=end],
        None => authority.split(':').next().unwrap_or_default(),
    }
}
