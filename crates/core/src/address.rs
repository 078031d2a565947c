//! The grammar of a website's address, as far as an address must have it.

use alloc::string::String;

use crate::excerpt::is_unseen;
use crate::text::only;

/// An address taken apart. Together the parts are the address.
pub(crate) struct Parts<'a> {
    address: &'a str,
    /// Scheme and slashes, or nothing.
    scheme: &'a str,
    /// What follows, up to the port or the path.
    pub(crate) host: &'a str,
    port: Option<&'a str>,
    /// Path, query and fragment, or nothing.
    pub(crate) rest: &'a str,
}

const SCHEMES: [&str; 2] = ["https://", "http://"];

impl<'a> Parts<'a> {
    pub(crate) fn of(address: &'a str) -> Self {
        let scheme = SCHEMES.iter().find_map(|scheme| {
            address.split_at_checked(scheme.len()).filter(|(start, _)| start.eq_ignore_ascii_case(scheme))
        });
        let (scheme, after) = scheme.unwrap_or(("", address));
        let end = after.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(after.len());
        let (authority, rest) = after.split_at_checked(end).unwrap_or((after, ""));
        let (host, port) = authority.split_once(only(':')).map_or((authority, None), |(host, port)| (host, Some(port)));
        Self { address, scheme, host, port, rest }
    }

    pub(crate) fn are_an_address(&self) -> bool {
        !self.address.chars().any(is_never_in_an_address) && is_host(self.name()) && self.port.is_none_or(is_port)
    }

    /// Whether an address could begin so. What has ended must be right, what has not may be unfinished.
    pub(crate) fn could_become_an_address(&self) -> bool {
        let typed = self.address;
        let is_scheme =
            |scheme: &&str| scheme.get(..typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(typed));
        if SCHEMES.iter().any(is_scheme) {
            return true;
        }
        let host_and_port = match self.port {
            Some(port) => is_host(self.name()) && (port.is_empty() || is_port_or_zero(port)),
            None => could_become_host(self.host),
        };
        self.rest.is_empty() && host_and_port && !typed.chars().any(is_never_in_an_address)
    }

    /// Scheme and host do not depend on the case, and a path that is a lone slash is none (RFC 3986, section 6.2).
    pub(crate) fn canonical(&self) -> String {
        let (start, rest) = self.address.split_at_checked(self.start()).unwrap_or((self.address, ""));
        let mut canonical = start.to_ascii_lowercase();
        if !self.has_lone_slash() {
            canonical.push_str(rest);
        }
        canonical
    }

    pub(crate) fn has_upper_case(&self) -> bool {
        self.scheme.bytes().chain(self.host.bytes()).any(|byte| byte.is_ascii_uppercase())
    }

    pub(crate) fn has_lone_slash(&self) -> bool {
        self.rest == "/"
    }

    pub(crate) fn is_ip_address(&self) -> bool {
        is_ip_address(self.name())
    }

    /// The host without the dot of the root.
    fn name(&self) -> &'a str {
        self.host.strip_suffix('.').unwrap_or(self.host)
    }

    /// How long scheme, host and port are.
    fn start(&self) -> usize {
        self.address.len().saturating_sub(self.rest.len())
    }
}

/// White space, what cannot be seen, and the characters that no address may have (RFC 3986, appendix A).
fn is_never_in_an_address(character: char) -> bool {
    match character {
        ' ' | '<' | '>' | '"' | '`' | '{' | '}' | '|' | '^' | '\\' => true,
        // Nearly all are these, and all of them are seen.
        '!'..='~' => false,
        _ => is_unseen(character),
    }
}

/// The most characters of a host and of a label of it (RFC 1035, section 2.3.4).
const MAX_HOST: usize = 253;
const MAX_LABEL: usize = 63;

/// Whether the text is a name of at least two labels, or an IP address (RFC 1123, section 2.1).
fn is_host(host: &str) -> bool {
    if is_longer(host, MAX_HOST) {
        return false;
    }
    match host.rsplit_once(only('.')) {
        None => false,
        Some((_, last)) if is_number(last) => is_ip_address(host),
        Some(_) => host.split(only('.')).all(is_label),
    }
}

fn could_become_host(host: &str) -> bool {
    let (ended, last) = host.rsplit_once(only('.')).map_or((None, host), |(ended, last)| (Some(ended), last));
    !is_longer(host, MAX_HOST)
        && ended.is_none_or(|ended| ended.split(only('.')).all(is_label))
        && !is_longer(last, MAX_LABEL)
        && !last.starts_with('-')
        && last.chars().all(is_in_a_label)
}

fn is_port(text: &str) -> bool {
    is_port_or_zero(text) && text.bytes().any(|byte| byte != b'0')
}

fn is_port_or_zero(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok()
}

/// Whether the text is an IP address of four numbers, none of them with a zero before it (RFC 3986, section 3.2.2).
fn is_ip_address(host: &str) -> bool {
    let is_byte = |part: &str| {
        let is_decimal = part.bytes().all(|byte| byte.is_ascii_digit()) && (part == "0" || !part.starts_with('0'));
        is_decimal && part.parse::<u8>().is_ok()
    };
    host.split(only('.')).all(is_byte) && host.split(only('.')).count() == 4
}

/// Whether browsers take a last label like this for a number, and so the host for an IP address.
fn is_number(label: &str) -> bool {
    label.bytes().all(|byte| byte.is_ascii_digit())
        || label.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("0x"))
}

fn is_label(label: &str) -> bool {
    !label.is_empty()
        && !is_longer(label, MAX_LABEL)
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(is_in_a_label)
}

/// Whether a text has more characters than these.
fn is_longer(text: &str, most: usize) -> bool {
    // With so many bytes at the most it need not be counted.
    text.len() > most && text.chars().count() > most
}

fn is_in_a_label(character: char) -> bool {
    character == '-' || character.is_ascii_alphanumeric() || is_foreign(character)
}

/// Whether a character outside ASCII may be part of a name: all but the blocks of punctuation, symbols and full-width
/// punctuation. Signs that go with a letter, as the scripts of India have them, are part of names.
fn is_foreign(character: char) -> bool {
    !character.is_ascii()
        && !matches!(character,
            '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b6}' | '\u{b8}'..='\u{b9}' | '\u{bb}'..='\u{bf}' | '\u{d7}' | '\u{f7}'
            | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{fe10}'..='\u{fe6f}'
            | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}'
            | '\u{ffe0}'..='\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg_attr(miri, ignore = "many texts for an interpreter")]
    fn ip_addresses_are_those_of_the_standard_library() {
        let parts = ["", "0", "00", "1", "01", "99", "255", "256", "1000", "+1", "-1", "a", "1 ", "\u{661}"];
        let compare = |parts: &[&str]| {
            let host = parts.join(".");
            assert_eq!(is_ip_address(&host), host.parse::<core::net::Ipv4Addr>().is_ok(), "{host}");
        };
        for first in parts {
            for second in parts {
                for third in parts {
                    compare(&[first, second, third]);
                    compare(&[first, "1", second, "1", third]);
                    for fourth in parts {
                        compare(&[first, second, third, fourth]);
                    }
                }
            }
        }
    }
}
