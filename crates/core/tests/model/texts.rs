//! A second reader for texts that become one value, which shares nothing with the first.

/// The characters with the Unicode property `White_Space`.
const WHITE_SPACE: [char; 25] = [
    '\u{9}', '\u{a}', '\u{b}', '\u{c}', '\u{d}', '\u{20}', '\u{85}', '\u{a0}', '\u{1680}', '\u{2000}', '\u{2001}',
    '\u{2002}', '\u{2003}', '\u{2004}', '\u{2005}', '\u{2006}', '\u{2007}', '\u{2008}', '\u{2009}', '\u{200a}',
    '\u{2028}', '\u{2029}', '\u{202f}', '\u{205f}', '\u{3000}',
];

/// The characters with the Unicode property `Default_Ignorable_Code_Point` or `Bidi_Control`, from and to.
const INVISIBLE: [(u32, u32); 17] = [
    (0xad, 0xad),
    (0x34f, 0x34f),
    (0x61c, 0x61c),
    (0x115f, 0x1160),
    (0x17b4, 0x17b5),
    (0x180b, 0x180f),
    (0x200b, 0x200f),
    (0x202a, 0x202e),
    (0x2060, 0x206f),
    (0x3164, 0x3164),
    (0xfe00, 0xfe0f),
    (0xfeff, 0xfeff),
    (0xffa0, 0xffa0),
    (0xfff0, 0xfff8),
    (0x1bca0, 0x1bca3),
    (0x1d173, 0x1d17a),
    (0xe0000, 0xe0fff),
];

/// The two of them that turn the direction of what follows: no accident of copying.
const OVERRIDES: [u32; 2] = [0x202d, 0x202e];

/// A name of a list in any ASCII case and no other way, as the list spells it. A line is the spelling that is written, and
/// others that are read.
pub(crate) fn name(text: &str, list: &[&[&'static str]]) -> Option<String> {
    let lower = |letter: char| match letter {
        'A'..='Z' => char::from_u32(u32::from(letter) | 0x20),
        _ => Some(letter),
    };
    let is_spelling = |spelling: &&str| spelling.chars().map(lower).eq(text.chars().map(lower));
    let line = list.iter().find(|line| line.iter().any(is_spelling))?;
    line.first().map(|spelling| (*spelling).to_owned())
}

/// A validation code of the asynchronous API: up to 64 characters without white space around them, none of them white space,
/// invisible, a control character, private, no character at all or the sign for one that was lost; full-width digits as ASCII ones.
pub(crate) fn validation_code(text: &str) -> Option<String> {
    const PRIVATE: [(u32, u32); 3] = [(0xe000, 0xf8ff), (0xf_0000, 0x10_ffff), (0xfdd0, 0xfdef)];
    let is_control = |code: u32| code < 0x20 || (0x7f..0xa0).contains(&code);
    let is_refused = |character: char| {
        let code = u32::from(character);
        let is_in = |(from, to): &(u32, u32)| (*from..=*to).contains(&code);
        let ends_a_plane = code % 0x1_0000 >= 0xfffe;
        let is_annotation_or_lost = matches!(code, 0xfff9..=0xfffb | 0xfffd);
        let is_listed = WHITE_SPACE.contains(&character) || INVISIBLE.iter().chain(&PRIVATE).any(is_in);
        is_listed || is_control(code) || ends_a_plane || is_annotation_or_lost
    };
    let code = without(text, |character| WHITE_SPACE.contains(&character));
    let full_width = "０１２３４５６７８９";
    let ascii = |character: char| match full_width.chars().position(|digit| digit == character) {
        Some(digit) => char::from_digit(u32::try_from(digit).unwrap_or(0), 10).unwrap_or(character),
        None => character,
    };
    let fits = (1..=64).contains(&code.chars().count()) && text.len() <= 4_096 && !code.chars().any(is_refused);
    fits.then(|| code.chars().map(ascii).collect())
}

/// A validation code of the synchronous API: digits of ASCII, white space around them and zeros before them dropped, from 1 to
/// 2147483647.
pub(crate) fn validation_code_integer(text: &str) -> Option<String> {
    let digits = without(text, |character| WHITE_SPACE.contains(&character));
    let zeros = digits.chars().take_while(|digit| *digit == '0').count();
    let significant = digits.get(zeros..)?;
    let is_a_number = !digits.is_empty() && digits.chars().all(|digit| "0123456789".contains(digit));
    // Of digits of one length, the order of texts is that of numbers.
    let fits = significant.len() < 10 || (significant.len() == 10 && significant <= "2147483647");
    (is_a_number && !significant.is_empty() && fits).then(|| significant.to_owned())
}

/// Quotation marks that are a pair. Each mark that opens one can also be on both sides.
const QUOTES: [(char, char); 19] = [
    ('"', '"'),
    ('\'', '\''),
    ('\u{b4}', '\u{b4}'),
    ('`', '\''),
    ('`', '\u{b4}'),
    ('\u{ab}', '\u{bb}'),
    ('\u{bb}', '\u{ab}'),
    ('\u{2018}', '\u{2019}'),
    ('\u{2019}', '\u{2018}'),
    ('\u{201a}', '\u{2018}'),
    ('\u{201a}', '\u{2019}'),
    ('\u{201b}', '\u{2019}'),
    ('\u{201c}', '\u{201d}'),
    ('\u{201d}', '\u{201c}'),
    ('\u{201e}', '\u{201c}'),
    ('\u{201e}', '\u{201d}'),
    ('\u{201f}', '\u{201d}'),
    ('\u{2039}', '\u{203a}'),
    ('\u{203a}', '\u{2039}'),
];

/// The quotation marks of East Asia.
const CORNERS: [(char, char); 4] =
    [('\u{300c}', '\u{300d}'), ('\u{300e}', '\u{300f}'), ('\u{301d}', '\u{301e}'), ('\u{301d}', '\u{301f}')];

/// A customer id: 32 hexadecimal digits, not all zeros, with hyphens or dashes at four places or without. They are in braces or
/// parentheses, after `urn:uuid:` or bare, in full-width forms or not, or are the one GUID of an address of Partner Center. All
/// that is in quotation marks or not, with white space and invisible characters around and inside of them.
pub(crate) fn customer_id(text: &str) -> Option<String> {
    let is_around = |character: char| {
        let code = u32::from(character);
        let is_invisible =
            INVISIBLE.iter().any(|(from, to)| (*from..=*to).contains(&code)) && !OVERRIDES.contains(&code);
        WHITE_SPACE.contains(&character) || is_invisible
    };
    let pairs = || QUOTES.iter().chain(&CORNERS);
    let mut pasted = without(text, is_around);
    while let Some(first) = pasted.chars().next().map(narrow).filter(|first| pairs().any(|(open, _)| open == first)) {
        let mut inside = pasted.chars();
        inside.next();
        let last = inside.next_back().map(narrow)?;
        if first != last && !pairs().any(|pair| *pair == (first, last)) {
            return None;
        }
        pasted = without(inside.as_str(), is_around);
    }
    if !pasted.starts_with(|first| "{(\u{ff5b}\u{ff08}".contains(first) || narrow(first).is_ascii_alphanumeric()) {
        return None;
    }
    let mut narrowed = String::with_capacity(pasted.len());
    narrowed.extend(pasted.chars().map(narrow));
    let braced = narrowed.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let bracketed = narrowed.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let named = narrowed
        .split_at_checked(9)
        .filter(|(start, _)| name(start, &[&["urn:uuid:"]]).is_some())
        .map(|(_, rest)| rest);
    digits(braced.or(bracketed).or(named).unwrap_or(&narrowed)).or_else(|| in_address(pasted))
}

/// The narrow form of a full-width one.
fn narrow(character: char) -> char {
    let code = u32::from(character);
    if (0xff01..=0xff5e).contains(&code) {
        char::from_u32(code - 0xff01 + 0x21).unwrap_or(character)
    } else {
        character
    }
}

/// A GUID with dashes of any kind for its hyphens, or without.
fn digits(text: &str) -> Option<String> {
    const DASHES: [char; 8] = ['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}'];
    if text.chars().count() != 32 {
        return guid(&text.replace(DASHES, "-"));
    }
    let mut hyphenated = String::with_capacity(text.len() + 4);
    for (at, digit) in text.chars().enumerate() {
        if [8, 12, 16, 20].contains(&at) {
            hyphenated.push('-');
        }
        hyphenated.push(digit);
    }
    guid(&hyphenated)
}

/// The GUID of an address of Partner Center, if it has one alone: a host as it is known, or after a scheme one below it.
fn in_address(text: &str) -> Option<String> {
    const HOSTS: [&str; 5] = [
        "partner.microsoft.com",
        "partnercenter.microsoft.com",
        "api.partnercenter.microsoft.com",
        "partnercenter.microsoftonline.cn",
        "partner.partnercenterapi.microsoftonline.cn",
    ];
    let is_quote = |character: char| {
        QUOTES.iter().chain(&CORNERS).any(|(open, close)| [*open, *close].contains(&narrow(character)))
    };
    let is_never = |character: char| {
        let code = u32::from(character);
        let is_out_of_range = |(from, to): &(u32, u32)| (*from..=*to).contains(&code);
        WHITE_SPACE.contains(&character)
            || character.is_control()
            || "<>{}|^\\".contains(character)
            || is_quote(character)
            || INVISIBLE.iter().chain(&NO_MEANING).any(is_out_of_range)
            || code % 0x10000 >= 0xfffe
    };
    if text.contains(is_never) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let bare = lower.strip_prefix("https://").or(lower.strip_prefix("http://"));
    let address = bare.unwrap_or(&lower);
    let end = address.find(['/', '?', '#'])?;
    let (authority, rest) = address.split_at(end);
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_')
    };
    let is_host = |known: &&str| {
        let before = host.strip_suffix(known);
        let below = before.and_then(|before| before.strip_suffix('.'));
        before == Some("") || (bare.is_some() && below.is_some_and(|below| below.split('.').all(is_label)))
    };
    let is_port = port.chars().all(|digit| digit.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
    if !is_port || !HOSTS.iter().any(is_host) {
        return None;
    }
    // What is written with `%` is a mark between words.
    let mut words = String::with_capacity(rest.len());
    let mut rest = rest.chars();
    while let Some(character) = rest.next() {
        let two = rest.as_str().get(..2).filter(|two| two.chars().all(|digit| digit.is_ascii_hexdigit()));
        if character == '%' && two.is_some() {
            rest.next();
            rest.next();
        }
        words.push(if character.is_ascii_alphanumeric() || character == '-' { character } else { ' ' });
    }
    let is_guid = |word: &&str| {
        let without_hyphens = word.replace('-', "");
        let has_digits = without_hyphens.len() == 32 && without_hyphens.chars().all(|digit| digit.is_ascii_hexdigit());
        has_digits && (word.len() == 32 || hyphens(word).eq([8, 13, 18, 23]))
    };
    let mut found: Vec<_> = words.split(' ').filter(is_guid).map(|word| word.replace('-', "")).collect();
    found.sort();
    found.dedup();
    if found.len() == 1 { found.first().and_then(|id| digits(id)) } else { None }
}

/// Where a word has hyphens.
fn hyphens(word: &str) -> impl Iterator<Item = usize> {
    word.match_indices('-').map(|(at, _)| at)
}

/// Marks of annotations, characters for private use and noncharacters, from and to.
const NO_MEANING: [(u32, u32); 4] = [(0xfff9, 0xfffb), (0xe000, 0xf8ff), (0xfdd0, 0xfdef), (0xf0000, 0x0010_ffff)];

/// A GUID: 8-4-4-4-12 hexadecimal digits in any case, not all zeros.
pub(crate) fn guid(text: &str) -> Option<String> {
    const TEMPLATE: &str = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
    let fits = |(wanted, given): (char, char)| match wanted {
        'h' => "0123456789abcdefABCDEF".contains(given),
        hyphen => given == hyphen,
    };
    let is_guid = text.chars().count() == TEMPLATE.len() && TEMPLATE.chars().zip(text.chars()).all(fits);
    let is_nil = text.chars().all(|digit| digit == '0' || digit == '-');
    (is_guid && !is_nil).then(|| text.to_ascii_lowercase())
}

/// A time of the service, in milliseconds since 1970: date and time with all their digits, seconds with up to nine places, and
/// `Z`, an offset or nothing, which means UTC, from the first second of year 1 to the last of year 9999.
pub(crate) fn timestamp(text: &str) -> Option<String> {
    let (date_and_time, rest) = text.split_at_checked(19)?;
    let mut template = "dddd-dd-ddTdd:dd:dd".chars().zip(date_and_time.chars());
    let is_fit = |(wanted, given): (char, char)| match wanted {
        'd' => given.is_ascii_digit(),
        'T' => "Tt".contains(given),
        mark => given == mark,
    };
    if !template.all(is_fit) {
        return None;
    }
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let (milliseconds, zone) = match rest.strip_prefix('.') {
        None => (0, rest),
        Some(fraction) => {
            let digits: String = fraction.chars().take_while(char::is_ascii_digit).collect();
            if digits.is_empty() || digits.len() > 9 {
                return None;
            }
            let thousandths: String = digits.chars().chain("00".chars()).take(3).collect();
            (thousandths.parse::<i64>().ok()?, fraction.get(digits.len()..)?)
        }
    };
    let is_first_second = |date_and_time: &str| date_and_time.replace('t', "T") == "0001-01-01T00:00:00";
    let fraction = rest.strip_suffix(zone).unwrap_or(rest);
    let has_no_fraction = fraction.chars().all(|character| character == '.' || character == '0');
    let is_in_range =
        (1..=12).contains(&month) && day >= 1 && day <= length(year, month) && hour < 24 && minute < 60 && second < 60;
    let since_1970 = ((days_before(year, month) + day - 719_163) * 24 + hour) * 60 + minute - minutes_ahead(zone)?;
    let instant = (since_1970 * 60 + second) * 1_000 + milliseconds;
    // The empty date of .NET, as it is written or as an instant.
    if has_no_fraction && (is_first_second(date_and_time) || instant == -62_135_596_800_000) {
        return None;
    }
    (is_in_range && (-62_135_596_800_000..253_402_300_800_000).contains(&instant)).then(|| instant.to_string())
}

/// The days from the first of January of year 1 to the first of a month, counted year by year and month by month.
fn days_before(year: i64, month: i64) -> i64 {
    let centuries = (year - 1).div_euclid(100);
    let in_centuries: i64 = 36_524 * centuries + centuries.div_euclid(4);
    let in_years: i64 = (centuries * 100 + 1..year).map(|year| 365 + i64::from(length(year, 2) == 29)).sum();
    in_centuries + in_years + (1..month).map(|month| length(year, month)).sum::<i64>()
}

/// How many days a month has.
fn length(year: i64, month: i64) -> i64 {
    let is_leap = if year % 100 == 0 { year % 400 == 0 } else { year % 4 == 0 };
    match month {
        2 => 28 + i64::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn minutes_ahead(zone: &str) -> Option<i64> {
    match zone {
        "" | "Z" | "z" => return Some(0),
        _ => {}
    }
    let [sign, h1, h2, ':', m1, m2] = zone.chars().collect::<Vec<_>>()[..] else { return None };
    let digit = |character: char| character.to_digit(10).map(i64::from);
    let (hours, minutes) = (digit(h1)? * 10 + digit(h2)?, digit(m1)? * 10 + digit(m2)?);
    let ahead = hours * 60 + minutes;
    match sign {
        _ if hours > 23 || minutes > 59 => None,
        '+' => Some(ahead),
        '-' => Some(-ahead),
        _ => None,
    }
}

/// A text without some characters at its ends.
fn without(mut text: &str, is_around: impl Fn(char) -> bool) -> &str {
    let mut characters = text.chars();
    while characters.next().is_some_and(&is_around) {
        text = characters.as_str();
    }
    characters = text.chars();
    while characters.next_back().is_some_and(&is_around) {
        text = characters.as_str();
    }
    text
}
