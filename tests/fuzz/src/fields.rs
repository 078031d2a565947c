//! Texts that become one value.

use std::fmt::{self, Display, Write as _};
use std::str::FromStr;

use partner_center_rules::*;

use crate::predictions;

/// Gives the text of an input to what looks at it.
fn text(data: &[u8], look: impl FnOnce(&str)) {
    look(&String::from_utf8_lossy(data));
}

/// What is read is what a second reading of the rules predicts, and reads as itself; an error can be shown.
fn hold<T: FromStr<Err: Display> + Display + PartialEq>(text: &str, predicted: Option<String>) {
    match text.parse::<T>() {
        Ok(value) => {
            let canonical = value.to_string();
            assert_eq!(Some(&canonical), predicted.as_ref());
            assert!(canonical.parse::<T>().is_ok_and(|again| again == value && again.to_string() == canonical));
        }
        Err(error) => {
            assert_eq!(None, predicted);
            write!(Message, "{error}").expect("a message");
        }
    }
}

/// Takes a message as it is written, and no control character in it.
struct Message;

impl fmt::Write for Message {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        assert!(!piece.chars().any(char::is_control), "{piece:?}");
        Ok(())
    }
}

/// The id of a customer.
pub fn customer_id(data: &[u8]) {
    text(data, |text| hold::<CustomerId>(text, predictions::customer_id(text)));
}

/// The id of a request.
pub fn guid(data: &[u8]) {
    text(data, |text| hold::<Guid>(text, predictions::guid(text)));
}

/// A validation code.
pub fn validation_code(data: &[u8]) {
    text(data, |text| {
        hold::<ValidationCode>(text, predictions::validation_code(text));
        let integer = ValidationCode::parse(text, Mode::Synchronous).ok().map(|code| code.to_string());
        assert_eq!(integer, predictions::validation_code_integer(text));
    });
}

/// A time of the service.
pub fn timestamp(data: &[u8]) {
    text(data, |text| {
        let timestamp = Timestamp::from(text);
        assert_eq!(timestamp.as_str(), text);
        let milliseconds = timestamp.unix_milliseconds().map(|milliseconds| milliseconds.to_string());
        assert_eq!(milliseconds, predictions::timestamp(text));
    });
}

/// A website: browsers find the host that is read here, and nobody's name or password.
pub fn website(data: &[u8]) {
    text(data, |text| {
        let Ok(website) = text.parse::<Website>() else { return };
        let canonical = website.as_str();
        assert_eq!(canonical.parse().as_ref(), Ok(&website));
        assert!(canonical.len() <= Website::MAX_BYTES);
        assert!(!canonical.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"`{}|\\^".contains(c)));
        assert!(
            !canonical.contains(|c: char| ('\u{e000}'..='\u{f8ff}').contains(&c) || u32::from(c) % 0x1_0000 >= 0xfffe)
        );
        // What was typed has the address in it, but for its case, its dots and a slash at the end.
        let dots = |text: &str| text.replace(['\u{3002}', '\u{ff0e}', '\u{ff61}'], ".").to_ascii_lowercase();
        assert!(dots(text).contains(&dots(canonical)), "{canonical}");
        assert!(!host(canonical).contains(['\u{3002}', '\u{ff0e}', '\u{ff61}']), "{canonical}");
        assert_eq!(website.has_underscore(), host(canonical).contains('_'));

        let is_scheme = |scheme: &str| canonical.starts_with(scheme);
        let address = if ["http://", "https://"].into_iter().any(is_scheme) {
            canonical.to_owned()
        } else {
            format!("https://{canonical}")
        };
        // The other library also reads the letters of names in Punycode and beyond ASCII, where it knows more of them.
        if website.has_non_ascii_host() || address.to_ascii_lowercase().contains("xn--") {
            return;
        }
        let theirs = url::Url::parse(&address).expect("an address of the web");
        assert!(theirs.username().is_empty() && theirs.password().is_none(), "{theirs}");
        let is_ip_address = matches!(theirs.host(), Some(url::Host::Ipv4(_) | url::Host::Ipv6(_)));
        assert_eq!(is_ip_address, website.is_ip_address());
        match theirs.host() {
            // The other library writes it in its shortest form.
            Some(url::Host::Ipv6(address)) => assert_eq!(host(canonical).trim_matches(['[', ']']).parse(), Ok(address)),
            _ => assert_eq!(theirs.host_str().map(without_root), Some(without_root(host(canonical)))),
        }
    });
}

/// The host of an address, with its brackets if it has some.
fn host(address: &str) -> &str {
    let rest = address.strip_prefix("https://").or(address.strip_prefix("http://")).unwrap_or(address);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    match authority.find(']') {
        Some(end) => &authority[..=end],
        None => authority.split(':').next().unwrap_or_default(),
    }
}

/// A host without the dot of the root.
fn without_root(host: &str) -> &str {
    host.strip_suffix('.').unwrap_or(host)
}
