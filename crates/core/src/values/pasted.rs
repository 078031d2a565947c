//! Parser for a customer id as people paste it: the GUID, and what is removed or replaced around it.

use alloc::vec::Vec;
use core::mem;

use uuid::Uuid;

use crate::values::address::{
    Parts, could_become_name, is_forbidden_in_address, is_label, is_port, is_port_or_zero, is_scheme_start,
};
use crate::values::excerpt::{is_invisible, is_trimmable};
use crate::values::guid::parse_hyphenated;
use crate::values::text::single;

/// A pasted customer id, with a flag for each kind of text that is removed or replaced.
#[derive(Default)]
pub(crate) struct Pasted {
    pub(crate) id: Uuid,
    pub(crate) white_space: bool,
    pub(crate) invisible: bool,
    pub(crate) quotes: bool,
    pub(crate) braces: bool,
    pub(crate) parentheses: bool,
    pub(crate) urn: bool,
    pub(crate) address: bool,
    pub(crate) full_width: bool,
    pub(crate) dashes: bool,
    pub(crate) no_hyphens: bool,
    pub(crate) upper_case: bool,
}

/// The reason why a text is not a customer id.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum PastedError {
    /// It has no visible character.
    Blank,
    /// It is the start of a customer id.
    Incomplete,
    /// It is the nil GUID.
    Nil,
    /// It is an address that ends with the nil GUID, which more letters or digits would make a different word.
    IncompleteNil,
    /// It is not the start of a customer id.
    Invalid,
}

impl Pasted {
    /// Parses a text. Everything but the id is flagged.
    pub(crate) fn parse(text: &str) -> Result<Self, PastedError> {
        // Nearly every id is in its hyphenated form, which the library reads ten times as fast.
        if let Some(id) = parse_hyphenated(text).filter(|id| !id.is_nil()) {
            return Ok(Self { id, upper_case: has_upper_case(text), ..Self::default() });
        }
        let mut reader = Reader { rest: text, pasted: Self::default(), can_continue: false };
        reader.skip_surrounding();
        if reader.rest.is_empty() {
            return Err(PastedError::Blank);
        }
        let mut quotes = Vec::new();
        while let Some(quote) = reader.take(is_opening_quote) {
            quotes.push(quote);
            reader.skip_surrounding();
        }
        reader.pasted.quotes = !quotes.is_empty();
        let end = reader.read_id().and_then(|bracket| reader.read_end(bracket, &quotes));
        match end {
            Ok(()) if !reader.pasted.id.is_nil() => Ok(reader.pasted),
            Ok(()) if reader.can_continue => Err(PastedError::IncompleteNil),
            Ok(()) => Err(PastedError::Nil),
            Err(error) => Err(error),
        }
    }
}

/// The prefix of an id as a URN (RFC 9562, section 4).
const URN: &str = "urn:uuid:";

/// The hosts of Partner Center and of its API, in the Microsoft cloud and in the cloud that 21Vianet operates.
const HOSTS: [&str; 5] = [
    "partner.microsoft.com",
    "partnercenter.microsoft.com",
    "api.partnercenter.microsoft.com",
    "partnercenter.microsoftonline.cn",
    "partner.partnercenterapi.microsoftonline.cn",
];

/// Opening quotation marks, each with the marks that close it. Each mark also closes itself.
const QUOTES: [(char, &[char]); 19] = [
    ('"', &[]),
    ('\'', &[]),
    ('`', &['\'', '\u{b4}']),
    ('\u{b4}', &[]),
    ('\u{ab}', &['\u{bb}']),
    ('\u{bb}', &['\u{ab}']),
    ('\u{2018}', &['\u{2019}']),
    ('\u{2019}', &['\u{2018}']),
    ('\u{201a}', &['\u{2018}', '\u{2019}']),
    ('\u{201b}', &['\u{2019}']),
    ('\u{201c}', &['\u{201d}']),
    ('\u{201d}', &['\u{201c}']),
    ('\u{201e}', &['\u{201c}', '\u{201d}']),
    ('\u{201f}', &['\u{201d}']),
    ('\u{2039}', &['\u{203a}']),
    ('\u{203a}', &['\u{2039}']),
    ('\u{300c}', &['\u{300d}']),
    ('\u{300e}', &['\u{300f}']),
    ('\u{301d}', &['\u{301e}', '\u{301f}']),
];

fn is_opening_quote(character: char) -> bool {
    QUOTES.iter().any(|(opening, _)| *opening == character)
}

fn is_closing_quote(opened: char, character: char) -> bool {
    let is_closing = |(opening, closing): &(char, &[char])| *opening == opened && closing.contains(&character);
    character == opened || QUOTES.iter().any(is_closing)
}

fn is_quotation_mark(character: char) -> bool {
    // Nearly all characters of an address are letters and digits: only the others are looked up in the list.
    !character.is_ascii_alphanumeric()
        && QUOTES.iter().any(|(opening, closing)| *opening == character || closing.contains(&character))
}

/// A reader of a pasted text, from its start to its end.
struct Reader<'a> {
    rest: &'a str,
    pasted: Pasted,
    /// Whether the id is the last word of an address, which can become longer and then is no id.
    can_continue: bool,
}

impl<'a> Reader<'a> {
    /// Reads the id in one of its forms. Returns the bracket that has to be closed after it.
    fn read_id(&mut self) -> Result<Option<char>, PastedError> {
        let bracket = self.take(|character| matches!(character, '{' | '('));
        if bracket.is_some() {
            self.pasted.braces = bracket == Some('{');
            self.pasted.parentheses = bracket == Some('(');
            self.read_digits()?;
            return Ok(bracket);
        }
        self.pasted.urn = self.read_urn()?;
        let (before, digits) = (self.rest, self.read_digits());
        if digits == Err(PastedError::Invalid) && !self.pasted.urn {
            self.rest = before;
            return self.read_address().map(|()| None);
        }
        digits.map(|()| None)
    }

    /// Reads the closing bracket and quotes, up to the end of the text.
    fn read_end(&mut self, bracket: Option<char>, quotes: &[char]) -> Result<(), PastedError> {
        match bracket {
            Some('{') => self.close(|character| character == '}')?,
            Some(_) => self.close(|character| character == ')')?,
            None => {}
        }
        self.skip_surrounding();
        for opened in quotes.iter().rev() {
            self.close(|character| is_closing_quote(*opened, character))?;
            self.skip_surrounding();
        }
        if self.rest.is_empty() { Ok(()) } else { Err(PastedError::Invalid) }
    }

    /// Reads a character that has to follow.
    fn close(&mut self, is_closing: impl Fn(char) -> bool) -> Result<(), PastedError> {
        match self.take(is_closing) {
            Some(_) => Ok(()),
            None if self.rest.is_empty() && (self.can_continue || !self.pasted.id.is_nil()) => {
                Err(PastedError::Incomplete)
            }
            None => Err(PastedError::Invalid),
        }
    }

    /// Skips white space and invisible characters.
    fn skip_surrounding(&mut self) {
        let rest = self.rest.trim_start_matches(is_trimmable);
        let skipped = self.rest.get(..self.rest.len().saturating_sub(rest.len())).unwrap_or_default();
        self.pasted.white_space |= skipped.contains(char::is_whitespace);
        self.pasted.invisible |= skipped.contains(is_invisible);
        self.rest = rest;
    }

    /// Reads the next character if it matches, a full-width one as its narrow form.
    fn take(&mut self, matches: impl Fn(char) -> bool) -> Option<char> {
        let mut characters = self.rest.chars();
        let character = characters.next()?;
        let narrow = narrow(character);
        if !matches(narrow) {
            return None;
        }
        self.pasted.full_width |= narrow != character;
        self.rest = characters.as_str();
        Some(narrow)
    }

    /// Reads the prefix of a URN if it is there.
    fn read_urn(&mut self) -> Result<bool, PastedError> {
        let before = self.rest;
        for letter in URN.chars() {
            if self.rest.is_empty() {
                return Err(PastedError::Incomplete);
            }
            if self.take(|character| character.eq_ignore_ascii_case(&letter)).is_none() {
                self.rest = before;
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Reads 32 digits, with all four hyphens or with none.
    fn read_digits(&mut self) -> Result<(), PastedError> {
        let mut id = 0_u128;
        for at in 0..32 {
            if matches!(at, 8 | 12 | 16 | 20) {
                let dash = if at == 8 || !self.pasted.no_hyphens { self.take(is_dash) } else { None };
                self.pasted.no_hyphens |= at == 8 && dash.is_none() && !self.rest.is_empty();
                self.pasted.dashes |= dash.is_some_and(|dash| dash != '-');
                if dash.is_none() && !self.pasted.no_hyphens {
                    return Err(if self.rest.is_empty() { PastedError::Incomplete } else { PastedError::Invalid });
                }
            }
            if self.rest.is_empty() {
                return Err(PastedError::Incomplete);
            }
            let digit = self.take(|character| character.is_ascii_hexdigit()).ok_or(PastedError::Invalid)?;
            self.pasted.upper_case |= digit.is_ascii_uppercase();
            id = id << 4 | u128::from(digit.to_digit(16).unwrap_or_default());
        }
        self.pasted.id = Uuid::from_u128(id);
        Ok(())
    }

    /// Reads an address of Partner Center that has exactly one GUID in it, once or several times.
    ///
    /// Without a scheme only the hosts of the list are accepted: otherwise any word would be the start of a subdomain.
    fn read_address(&mut self) -> Result<(), PastedError> {
        let is_end = |character| is_trimmable(character) || is_quotation_mark(narrow(character));
        let end = self.rest.char_indices().find(|(_, character)| is_end(*character));
        let end = end.map_or(self.rest.len(), |(at, _)| at);
        let (address, after) = self.rest.split_at_checked(end).ok_or(PastedError::Invalid)?;
        self.rest = after;
        let has_ended = !after.is_empty();
        if !has_ended && is_scheme_start(address) {
            return Err(PastedError::Incomplete);
        }
        let parts = Parts::new(address);
        if address.chars().any(is_forbidden_in_address) {
            return Err(PastedError::Invalid);
        }
        let is_begun = !has_ended && parts.rest.is_empty() && could_become_partner_center(&parts);
        if parts.rest.is_empty() || !is_partner_center(&parts) {
            return Err(if is_begun { PastedError::Incomplete } else { PastedError::Invalid });
        }
        let (ended, all) = Guids::find_in(parts.rest);
        match all {
            Guids::One { id, no_hyphens, upper_case } => {
                self.can_continue = !has_ended && matches!(ended, Guids::None);
                self.pasted = Pasted { id, address: true, no_hyphens, upper_case, ..mem::take(&mut self.pasted) };
                Ok(())
            }
            _ if !has_ended && ended.could_become_one() => Err(PastedError::Incomplete),
            _ => Err(PastedError::Invalid),
        }
    }
}

/// Returns the narrow form of a full-width character of an input method.
fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(character).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(character)
        }
        _ => character,
    }
}

/// Returns whether a character is a hyphen, or a dash that word processors replace it with.
fn is_dash(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Returns whether an address has a host of Partner Center and no invalid port.
fn is_partner_center(parts: &Parts<'_>) -> bool {
    has_host(parts) && parts.port.is_none_or(is_port)
}

/// Returns whether the host is a host of Partner Center or, with a scheme, a subdomain of one. Without a scheme any word would be the
/// start of a subdomain.
fn has_host(parts: &Parts<'_>) -> bool {
    let are_names = |names: &str| names.is_ascii() && names.split(single('.')).all(is_label);
    HOSTS.iter().any(|host| {
        let at = parts.host.len().saturating_sub(host.len());
        let Some((before, end)) = parts.host.split_at_checked(at) else { return false };
        let has_names = || !parts.scheme.is_empty() && before.strip_suffix('.').is_some_and(are_names);
        end.eq_ignore_ascii_case(host) && (before.is_empty() || has_names())
    })
}

/// Returns whether the text is the start of an address of Partner Center, up to its port.
fn could_become_partner_center(parts: &Parts<'_>) -> bool {
    let is_start =
        |host: &&str| host.get(..parts.host.len()).is_some_and(|start| start.eq_ignore_ascii_case(parts.host));
    match parts.port {
        Some(port) => has_host(parts) && (port.is_empty() || is_port_or_zero(port)),
        None if parts.scheme.is_empty() => HOSTS.iter().any(is_start),
        None => parts.host.is_ascii() && could_become_name(parts.host),
    }
}

/// The GUIDs in an address.
#[derive(Clone, Copy)]
enum Guids {
    None,
    /// One, with or without hyphens. It may occur several times.
    One {
        id: Uuid,
        no_hyphens: bool,
        upper_case: bool,
    },
    Several,
}

impl Guids {
    /// Finds the GUIDs in a text. Returns those without the last word, which may be incomplete, and all.
    fn find_in(text: &str) -> (Self, Self) {
        let (mut ended, mut all) = (Self::None, Self::None);
        for (at, part) in text.split(single('%')).enumerate() {
            let part = if at == 0 { part } else { without_escape(part) };
            for word in part.split(|character: char| character != '-' && !character.is_ascii_alphanumeric()) {
                ended = all;
                all = all.and(word);
            }
        }
        (ended, all)
    }

    /// Adds a word if it is a GUID.
    fn and(self, word: &str) -> Self {
        let id = match word.len() {
            36 => parse_hyphenated(word),
            32 => Uuid::try_parse(word).ok(),
            _ => None,
        };
        let Some(id) = id else { return self };
        let has_upper_case = has_upper_case(word);
        let has_no_hyphens = word.len() == 32;
        match self {
            Self::None => Self::One { id, no_hyphens: has_no_hyphens, upper_case: has_upper_case },
            Self::One { id: same, no_hyphens, upper_case } if same == id => {
                Self::One { id, no_hyphens: no_hyphens || has_no_hyphens, upper_case: upper_case || has_upper_case }
            }
            _ => Self::Several,
        }
    }

    /// Returns whether an address with these GUIDs can become one with exactly one id.
    fn could_become_one(self) -> bool {
        match self {
            Self::None => true,
            Self::One { id, .. } => !id.is_nil(),
            Self::Several => false,
        }
    }
}

fn has_upper_case(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// Returns the text after the two digits of a percent-encoded character.
fn without_escape(part: &str) -> &str {
    let is_escape = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    part.split_at_checked(2).filter(|(digits, _)| is_escape(digits)).map_or(part, |(_, rest)| rest)
}
