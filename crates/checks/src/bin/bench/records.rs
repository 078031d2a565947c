//! Records of customers as text, the same as in `tests/bench/records.mjs`.

use std::fmt::Write as _;

/// The distribution of statuses, as JSON.
const STATUSES: [&str; 16] = [
    "\"Allowed\"",
    "\"Allowed\"",
    "\"Allowed\"",
    "\"Allowed\"",
    "\"Allowed\"",
    "\"Allowed\"",
    "\"Allowed\"",
    "\"Allowed\"",
    "\"Allowed\"",
    "\"UnderReview\"",
    "\"UnderReview\"",
    "\"NotAllowed\"",
    "\"Unknown\"",
    "\"Not Ready\"",
    "\"Suspended\"",
    "null",
];

/// Returns a JSON array of `count` records.
pub(crate) fn array(count: u32) -> String {
    format!("[{}]", joined(count, ','))
}

/// Returns `count` records, one per line.
pub(crate) fn lines(count: u32) -> String {
    joined(count, '\n')
}

fn joined(count: u32, separator: char) -> String {
    let mut text = String::new();
    for at in 0..count {
        if at > 0 {
            text.push(separator);
        }
        let mixed = mixed(at);
        let status = status(at);
        write!(text, r#"{{"customerId":"{mixed:08x}-4e5f-4789-abcd-{at:012x}","status":{status}}}"#).unwrap();
    }
    text
}

/// Returns the status of a record, as JSON.
pub(crate) fn status(at: u32) -> &'static str {
    STATUSES[usize::try_from(mixed(at) >> 28).unwrap()]
}

/// Mixes an index: the upper bits of a product with a large odd number have no pattern for branch prediction.
const fn mixed(at: u32) -> u32 {
    at.wrapping_mul(0x9e37_79b1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases;

    #[test]
    fn the_records_are_those_of_the_benchmarks_in_node() {
        assert_eq!(array(3), cases::of("records").as_str().unwrap());
        assert_eq!(lines(3).replace('\n', ","), array(3).trim_matches(['[', ']']));
    }
}
