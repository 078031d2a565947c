//! The texts near a text.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

/// Every character of ASCII.
const ASCII: RangeInclusive<char> = '\0'..='\x7f';

/// The number of shares in which the other texts of a reader are looked at.
pub(crate) const SHARES: u64 = 16;

/// A text, to be edited.
pub(crate) struct Texts {
    characters: Vec<char>,
}

impl Texts {
    pub(crate) fn of(seed: &str) -> Self {
        Self { characters: seed.chars().collect() }
    }

    /// The text, and every deletion, substitution and insertion of one character of ASCII.
    pub(crate) fn one_edit(&self, look: &mut impl FnMut(&str)) {
        let mut text = String::new();
        look(written(&mut text, &self.characters));
        edits(&self.characters, 0, &mut |edited, _| look(written(&mut text, edited)));
    }

    /// Every edit of every edit. The second one is never before the first: in the other order, two edits give the same texts.
    pub(crate) fn two_edits(&self, look: &mut impl FnMut(&str)) {
        let mut text = String::new();
        let mut look_twice = |once: &[char], place| edits(once, place, &mut |twice, _| look(written(&mut text, twice)));
        edits(&self.characters, 0, &mut look_twice);
    }

    /// Every character of Unicode in place of one in the middle, and after the text. In full: also in place of the first and
    /// of the last, before the text and in its middle.
    pub(crate) fn any_character(&self, is_full: bool, look: &mut impl FnMut(&str)) {
        let length = self.characters.len();
        let middle = length / 2;
        let mut places = vec![(middle, 1), (length, 0)];
        if is_full {
            places.extend([(0, 1), (length.saturating_sub(1), 1), (0, 0), (middle, 0)]);
        }
        let mut text = String::new();
        for character in '\0'..=char::MAX {
            for &(place, taken) in &places {
                let (before, after) = self.characters.split_at_checked(place).unwrap_or_default();
                text.clear();
                text.extend(before.iter().chain([&character]).chain(after.iter().skip(taken)));
                look(&text);
            }
        }
    }

    /// The text with every choice of capital and small letters.
    pub(crate) fn cases(&self, look: &mut impl FnMut(&str)) {
        let letters: Vec<usize> = self
            .characters
            .iter()
            .enumerate()
            .filter(|(_, letter)| letter.is_ascii_alphabetic())
            .map(|(at, _)| at)
            .collect();
        let mut characters = self.characters.clone();
        let mut text = String::new();
        for choice in 0..1_u32 << letters.len() {
            for (bit, place) in letters.iter().enumerate() {
                if let Some(letter) = characters.get_mut(*place) {
                    let is_capital = choice >> bit & 1 == 1;
                    *letter = if is_capital { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() };
                }
            }
            look(written(&mut text, &characters));
        }
    }
}

/// Every text of up to three characters of ASCII.
pub(crate) fn short_texts(look: &mut impl FnMut(&str)) {
    look("");
    let mut text = String::new();
    for first in ASCII {
        look(written(&mut text, &[first]));
        for second in ASCII {
            look(written(&mut text, &[first, second]));
            for third in ASCII {
                look(written(&mut text, &[first, second, third]));
            }
        }
    }
}

/// Every number of some ranges, in digits: a share of them.
pub(crate) fn numbers(ranges: &[RangeInclusive<u64>], share: u64, look: &mut dyn FnMut(&str)) {
    let mut text = String::new();
    let of_share = |range: &RangeInclusive<u64>| {
        let length = range.end() + 1 - range.start();
        range.start() + length * share / SHARES..range.start() + length * (share + 1) / SHARES
    };
    for number in ranges.iter().flat_map(of_share) {
        text.clear();
        // Writing to a String does not fail.
        let _ = write!(text, "{number}");
        look(&text);
    }
}

/// Every date of four digits, two for a month up to some number and two for a day up to some number, midnight in UTC: a share of them.
pub(crate) fn dates(last_month: u64, last_day: u64, share: u64, look: &mut dyn FnMut(&str)) {
    let mut text = String::new();
    for year in 10_000 * share / SHARES..10_000 * (share + 1) / SHARES {
        for month in 0..=last_month {
            for day in 0..=last_day {
                text.clear();
                // Writing to a String does not fail.
                let _ = write!(text, "{year:04}-{month:02}-{day:02}T00:00:00");
                look(&text);
            }
        }
    }
}

/// Every deletion, substitution and insertion of one character of ASCII from some place on, with its place.
fn edits(characters: &[char], from: usize, look: &mut impl FnMut(&[char], usize)) {
    let mut edited = characters.to_vec();
    for place in from..characters.len() {
        let deleted = edited.remove(place);
        look(&edited, place);
        edited.insert(place, deleted);
        for character in ASCII {
            if let Some(substituted) = edited.get_mut(place) {
                *substituted = character;
            }
            look(&edited, place);
        }
        if let Some(restored) = edited.get_mut(place) {
            *restored = deleted;
        }
    }
    for place in from..=characters.len() {
        for character in ASCII {
            edited.insert(place, character);
            look(&edited, place);
            edited.remove(place);
        }
    }
}

fn written<'a>(text: &'a mut String, characters: &[char]) -> &'a str {
    text.clear();
    text.extend(characters);
    text
}
