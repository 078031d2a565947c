//! Bodies of requests that set a qualification.

use alloc::string::String;

use crate::forms::update::QualificationUpdate;
use crate::values::text::hex_digits;

/// Returns the body of an asynchronous update. The validation code is a string, as in Microsoft's SDK.
pub(super) fn asynchronous_body(update: &QualificationUpdate) -> String {
    let members: [(_, Option<String>); 4] = [
        ("qualification", Some(update.qualification().as_str().into())),
        ("educationSegment", update.education_segment().map(|segment| segment.as_str().into())),
        ("website", update.website().map(|website| website.as_str().into())),
        ("validationCode", update.validation_code().map(|code| code.as_str().into())),
    ];
    let mut body = String::new();
    for (name, value) in members.iter().filter_map(|(name, value)| Some((name, value.as_deref()?))) {
        body.push_str(if body.is_empty() { "{\"" } else { ",\"" });
        body.push_str(name);
        body.push_str("\":\"");
        escape(value, &mut body);
        body.push('"');
    }
    body.push('}');
    body
}

/// Writes a text as the inside of a JSON string. The values of an update need no escapes; this keeps the JSON valid in any case.
fn escape(text: &str, json: &mut String) {
    for character in text.chars() {
        match character {
            '"' | '\\' => json.extend(['\\', character]),
            '\0'..' ' => {
                json.push_str("\\u");
                json.extend(hex_digits(character.into()));
            }
            _ => json.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_value_has_stays_within_its_quotes() {
        let mut json = String::new();
        escape("a\"b\\c\n\u{0}\u{1f} /é", &mut json);
        assert_eq!(json, "a\\\"b\\\\c\\u000a\\u0000\\u001f /é");
    }
}
