//! Parser for the address of a website, as far as its grammar is checked.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::values::excerpt::is_unseen;
use crate::values::text::single;

/// The parts of an address. Concatenated they are the address.
pub(crate) struct Parts<'a> {
    address: &'a str,
    /// The scheme with its slashes, or an empty text.
    pub(crate) scheme: &'a str,
    /// The host: the text up to the port or the path.
    pub(crate) host: &'a str,
    pub(crate) port: Option<&'a str>,
    /// Path, query and fragment, or an empty text.
    pub(crate) rest: &'a str,
}

const SCHEMES: [&str; 2] = ["https://", "http://"];

impl<'a> Parts<'a> {
    /// Splits an address. Any text can be split.
    pub(crate) fn new(address: &'a str) -> Self {
        let scheme = SCHEMES.iter().find_map(|scheme| {
            address.split_at_checked(scheme.len()).filter(|(start, _)| start.eq_ignore_ascii_case(scheme))
        });
        let (scheme, after) = scheme.unwrap_or(("", address));
        let end = after.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(after.len());
        let (authority, rest) = after.split_at_checked(end).unwrap_or((after, ""));
        let (host, port) = split_host_and_port(authority);
        Self { address, scheme, host, port, rest }
    }

    /// Returns the address with ASCII dots in its host: browsers read the full stops of East Asia as dots (UTS 46, section 2.3).
    pub(crate) fn with_ascii_dots(&self) -> Cow<'a, str> {
        if !self.has_non_ascii_dots() {
            return Cow::Borrowed(self.address);
        }
        let dot = |character| if is_non_ascii_dot(character) { '.' } else { character };
        let (start, rest) = self.address.split_at_checked(self.authority_end()).unwrap_or((self.address, ""));
        let mut address: String = start.chars().map(dot).collect();
        address.push_str(rest);
        Cow::Owned(address)
    }

    /// Returns whether the host has full stops that browsers read as dots.
    pub(crate) fn has_non_ascii_dots(&self) -> bool {
        !self.host.is_ascii() && self.host.contains(is_non_ascii_dot) && !self.host.starts_with('[')
    }

    /// Returns whether the parts are the address of a website.
    pub(crate) fn is_address(&self) -> bool {
        has_only_address_characters(self.address) && is_host(self.name()) && self.port.is_none_or(is_port)
    }

    /// Returns whether the text is the start of an address. Parts that are complete must be valid; the last may be incomplete.
    pub(crate) fn could_become_address(&self) -> bool {
        let typed = self.address;
        if is_scheme_start(typed) {
            return true;
        }
        let host_and_port = match self.port {
            Some(port) => is_host(self.name()) && (port.is_empty() || is_port_or_zero(port)),
            None => could_become_host(self.host),
        };
        self.rest.is_empty() && host_and_port && has_only_address_characters(typed)
    }

    /// Returns the address with scheme and host in lower case, and without a path that is only a slash (RFC 3986, section 6.2).
    pub(crate) fn canonical(&self) -> String {
        let (start, rest) = self.address.split_at_checked(self.authority_end()).unwrap_or((self.address, ""));
        let mut canonical = start.to_ascii_lowercase();
        if !self.has_lone_slash() {
            canonical.push_str(rest);
        }
        canonical
    }

    /// Returns whether scheme or host have letters in upper case.
    pub(crate) fn has_upper_case(&self) -> bool {
        self.scheme.bytes().chain(self.host.bytes()).any(|byte| byte.is_ascii_uppercase())
    }

    /// Returns whether the path is only a slash, with no query and no fragment.
    pub(crate) fn has_lone_slash(&self) -> bool {
        self.rest == "/"
    }

    /// Returns whether the host is an IP address.
    pub(crate) fn is_ip_address(&self) -> bool {
        is_ipv4_address(self.name()) || is_ipv6_address(self.host)
    }

    /// Returns whether the host has characters outside ASCII.
    pub(crate) fn has_non_ascii_host(&self) -> bool {
        !self.host.is_ascii()
    }

    /// Returns whether the host has an underscore.
    pub(crate) fn has_underscore(&self) -> bool {
        self.host.bytes().any(|byte| byte == b'_')
    }

    /// Returns the host without the dot of the root domain.
    fn name(&self) -> &'a str {
        self.host.strip_suffix('.').filter(|name| !name.starts_with('[')).unwrap_or(self.host)
    }

    /// Returns the length of scheme, host and port.
    fn authority_end(&self) -> usize {
        self.address.len().saturating_sub(self.rest.len())
    }
}

/// Splits host and port. The colons of an IPv6 address are in brackets.
fn split_host_and_port(authority: &str) -> (&str, Option<&str>) {
    let end = if authority.starts_with('[') {
        authority.bytes().position(|byte| byte == b']').map(|at| at.saturating_add(1))
    } else {
        authority.bytes().position(|byte| byte == b':')
    };
    let (host, after) = end.and_then(|end| authority.split_at_checked(end)).unwrap_or((authority, ""));
    after.strip_prefix(':').map_or((authority, None), |port| (host, Some(port)))
}

/// Returns whether the text is the start of a scheme with its slashes, or all of it.
pub(crate) fn is_scheme_start(text: &str) -> bool {
    let is_begun = |scheme: &&str| scheme.get(..text.len()).is_some_and(|start| start.eq_ignore_ascii_case(text));
    SCHEMES.iter().any(is_begun)
}

/// Returns whether all characters are allowed in an address. A joiner is allowed only after a letter outside ASCII, where it changes
/// how the letters are read.
fn has_only_address_characters(address: &str) -> bool {
    let mut before = ' ';
    address.chars().all(|character| {
        let is_right = if is_joiner(character) {
            is_non_ascii_name_character(before)
        } else {
            !is_forbidden_in_address(character)
        };
        before = character;
        is_right
    })
}

/// Returns whether a character is escaped in the excerpt of an invalid address: outside ASCII only letters can be intended.
pub(crate) fn is_escaped(character: char) -> bool {
    !character.is_ascii() && !is_non_ascii_name_character(character) && !is_non_ascii_dot(character)
}

/// Returns whether a character joins letters or separates them, which names in Persian and in the scripts of India need (RFC 5892,
/// appendix A).
fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// Returns whether a character is a full stop of East Asia, which input methods type instead of a dot.
fn is_non_ascii_dot(character: char) -> bool {
    matches!(character, '\u{3002}' | '\u{ff0e}' | '\u{ff61}')
}

/// Returns whether a character is white space, invisible or not allowed in any address (RFC 3986, appendix A).
pub(crate) fn is_forbidden_in_address(character: char) -> bool {
    match character {
        ' ' | '<' | '>' | '"' | '`' | '{' | '}' | '|' | '^' | '\\' => true,
        // Most characters are in this range, and all of them are visible.
        '!'..='~' => false,
        _ => is_unseen(character),
    }
}

/// The maximum number of characters of a host (RFC 1035, section 2.3.4).
const MAX_HOST: usize = 253;
/// The maximum number of characters of a label of a host (RFC 1035, section 2.3.4).
const MAX_LABEL: usize = 63;

/// Returns whether the text is a host name with at least two labels, or an IP address (RFC 1123, section 2.1).
fn is_host(host: &str) -> bool {
    if is_longer(host, MAX_HOST) {
        return false;
    }
    match host.rsplit_once(single('.')) {
        _ if host.starts_with('[') => is_ipv6_address(host),
        None => false,
        Some((_, last)) if is_number(last) => is_ipv4_address(host),
        // Subdomains can have underscores and joiners, top-level domains cannot (ICANN's Root Zone Label Generation Rules).
        Some((_, last)) => !last.chars().any(|c| c == '_' || is_joiner(c)) && host.split(single('.')).all(is_label),
    }
}

/// Returns whether the text is the start of a host.
fn could_become_host(host: &str) -> bool {
    host.strip_prefix('[').map_or_else(|| could_become_name(host), could_become_ipv6_address)
}

/// Returns whether the text is the start of a host name.
pub(crate) fn could_become_name(host: &str) -> bool {
    let (ended, last) = host.rsplit_once(single('.')).map_or((None, host), |(ended, last)| (Some(ended), last));
    !is_longer(host, MAX_HOST)
        && ended.is_none_or(|ended| ended.split(single('.')).all(is_label))
        && !is_longer(last, MAX_LABEL)
        && !last.starts_with('-')
        && last.chars().all(is_label_character)
}

/// Returns whether the text is a port from 1 to 65535.
pub(crate) fn is_port(text: &str) -> bool {
    is_port_or_zero(text) && text.bytes().any(|byte| byte != b'0')
}

/// Returns whether the text is a port from 0 to 65535. Zeros are the start of a port with leading zeros.
pub(crate) fn is_port_or_zero(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok()
}

/// Returns whether the text is an IPv4 address without leading zeros in its numbers (RFC 3986, section 3.2.2).
fn is_ipv4_address(host: &str) -> bool {
    let is_byte = |part: &str| {
        let is_decimal = part.bytes().all(|byte| byte.is_ascii_digit()) && (part == "0" || !part.starts_with('0'));
        is_decimal && part.parse::<u8>().is_ok()
    };
    host.ends_with(|last: char| last.is_ascii_digit())
        && host.split(single('.')).all(is_byte)
        && host.split(single('.')).count() == 4
}

/// Returns whether the text is an IPv6 address in brackets, without a zone (RFC 3986, section 3.2.2).
fn is_ipv6_address(host: &str) -> bool {
    let Some(address) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else { return false };
    if address == "::" {
        return true;
    }
    // Of two colons at an end, one belongs to the gap and the other separates groups.
    let start = if address.starts_with("::") { address.strip_prefix(':') } else { Some(address) };
    let text = if address.ends_with("::") { start.and_then(|text| text.strip_suffix(':')) } else { start };
    let has_lone_colon = (address.starts_with(':') && !address.starts_with("::"))
        || (address.ends_with(':') && !address.ends_with("::"));
    let (mut groups, mut gaps) = (0_usize, 0_usize);
    let mut parts = text.unwrap_or_default().split(single(':')).peekable();
    while let Some(part) = parts.next() {
        let is_hexadecimal = part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        let size = match part {
            "" => 0,
            _ if is_hexadecimal => 1,
            _ if parts.peek().is_none() && is_ipv4_address(part) => 2,
            _ => return false,
        };
        groups = groups.saturating_add(size);
        gaps = gaps.saturating_add(usize::from(size == 0));
    }
    !has_lone_colon && (groups == 8 && gaps == 0 || (1..8).contains(&groups) && gaps == 1)
}

/// Returns whether the text is the start of an IPv6 address, without its bracket.
fn could_become_ipv6_address(inside: &str) -> bool {
    /// The maximum number of characters: six groups and an IPv4 address.
    const MAX: usize = 45;
    inside.len() <= MAX && inside.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'))
}

/// Returns whether browsers read a last label like this as a number, and so the host as an IP address.
fn is_number(label: &str) -> bool {
    label.bytes().all(|byte| byte.is_ascii_digit())
        || label.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("0x"))
}

/// Returns whether the text is a label of a host name.
pub(crate) fn is_label(label: &str) -> bool {
    !label.is_empty()
        && !is_longer(label, MAX_LABEL)
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(is_label_character)
}

/// Returns whether a text has more characters than the maximum.
fn is_longer(text: &str, max: usize) -> bool {
    // A text with at most so many bytes has no more characters.
    text.len() > max && text.chars().count() > max
}

fn is_label_character(character: char) -> bool {
    matches!(character, '-' | '_')
        || character.is_ascii_alphanumeric()
        || is_non_ascii_name_character(character)
        || is_joiner(character)
}

/// Returns whether a character outside ASCII is allowed in a name: all but the blocks of punctuation, symbols and full-width
/// punctuation. Combining marks, which the scripts of India need, are allowed.
fn is_non_ascii_name_character(character: char) -> bool {
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
            assert_eq!(is_ipv4_address(&host), host.parse::<core::net::Ipv4Addr>().is_ok(), "{host}");
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
    #[test]
    #[cfg_attr(miri, ignore = "many texts for an interpreter")]
    fn ipv6_addresses_are_those_of_the_standard_library() {
        let parts = ["", "0", "1f", "FFFF", "12345", "g", "192.0.2.1", "192.0.2", " ", "\u{661}"];
        let compare = |address: &str| {
            let host = alloc::format!("[{address}]");
            assert_eq!(is_ipv6_address(&host), address.parse::<core::net::Ipv6Addr>().is_ok(), "{host}");
        };
        for first in parts {
            for second in parts {
                for third in parts {
                    compare(&[first, second, third].join(":"));
                    compare(&[first, second, "", third].join(":"));
                    for zeros in 0..8 {
                        let zeros = "0:".repeat(zeros);
                        compare(&alloc::format!("{first}:{second}:{zeros}{third}"));
                        compare(&alloc::format!("{zeros}{first}:{second}:{third}"));
                    }
                }
            }
        }
        for address in ["", ":", "::", ":::", "::::", "1::2::3", "::1%eth0", "[::1]", "::1]"] {
            compare(address);
        }
    }
}
