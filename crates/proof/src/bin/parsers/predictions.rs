//! A second reading of the written rules about texts, which shares nothing with the first.

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

/// A validation code: digits of ASCII, white space around them and zeros before them dropped, from 1 to 2147483647.
pub(crate) fn validation_code(text: &str) -> Option<String> {
    let digits = without(text, |character| WHITE_SPACE.contains(&character));
    let significant: String = digits.chars().skip_while(|digit| *digit == '0').collect();
    let is_a_number = !digits.is_empty() && digits.chars().all(|digit| ('0'..='9').contains(&digit));
    // Of digits of one length, the order of texts is that of numbers.
    let fits = significant.len() < 10 || (significant.len() == 10 && significant.as_str() <= "2147483647");
    (is_a_number && !significant.is_empty() && fits).then_some(significant)
}

/// A customer id: a GUID with hyphens, not nil, in braces or after `urn:uuid:`, white space and invisible characters around it.
pub(crate) fn customer_id(text: &str) -> Option<String> {
    let is_around = |character: char| {
        let code = u32::from(character);
        let is_invisible =
            INVISIBLE.iter().any(|(from, to)| (*from..=*to).contains(&code)) && !OVERRIDES.contains(&code);
        WHITE_SPACE.contains(&character) || is_invisible
    };
    let pasted = without(text, is_around);
    let braced = pasted.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let named = pasted.get(..9).filter(|start| start.to_ascii_lowercase() == "urn:uuid:").and(pasted.get(9..));
    guid(braced.or(named).unwrap_or(&pasted))
}

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

fn without(text: &str, is_around: impl Fn(char) -> bool) -> String {
    let mut characters: Vec<char> = text.chars().skip_while(|character| is_around(*character)).collect();
    while characters.last().is_some_and(|character| is_around(*character)) {
        characters.pop();
    }
    characters.into_iter().collect()
}
