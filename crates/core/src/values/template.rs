//! Templates of messages, with placeholders.

use alloc::string::String;

use crate::values::text::single;

/// Replaces placeholders by values, in one pass, so that a placeholder inside a value is not replaced. Text in square brackets is left
/// out if a placeholder in it has no value.
pub(crate) fn fill(template: &str, values: &[(&str, Option<String>)]) -> String {
    let mut message = String::new();
    let mut rest = template;
    while let Some((before, (inside, after))) = optional_part(rest) {
        message.push_str(&fill_placeholders(before, values));
        let is_known = |(name, value): &(&str, Option<String>)| value.is_some() || !has_placeholder(inside, name);
        if values.iter().all(is_known) {
            message.push_str(&fill_placeholders(inside, values));
        }
        rest = after;
    }
    message.push_str(&fill_placeholders(rest, values));
    message
}

/// Finds the first part in square brackets that has a placeholder. Returns the text before it, the part, and the text after it.
fn optional_part(template: &str) -> Option<(&str, (&str, &str))> {
    template.match_indices(single('[')).find_map(|(at, bracket)| {
        let (before, from) = template.split_at_checked(at)?;
        let part = from.strip_prefix(bracket)?.split_once(single(']'))?;
        part.0.contains(single('{')).then_some((before, part))
    })
}

/// Returns whether a template has a placeholder.
fn has_placeholder(template: &str, name: &str) -> bool {
    let begins_at = |at| template.split_at_checked(at).is_some_and(|(_, from)| from.starts_with(name));
    template.match_indices(single('{')).any(|(at, _)| begins_at(at))
}

/// Replaces placeholders by values. A placeholder without a value stays.
fn fill_placeholders(template: &str, values: &[(&str, Option<String>)]) -> String {
    let mut message = String::new();
    let mut rest = template;
    while let Some((before, from)) = rest.find(single('{')).and_then(|brace| rest.split_at_checked(brace)) {
        message.push_str(before);
        let placeholder = values.iter().find_map(|(name, value)| Some((from.strip_prefix(name)?, value.as_deref()?)));
        let (after, value) = placeholder.unwrap_or_else(|| (from.trim_start_matches(single('{')), "{"));
        message.push_str(value);
        rest = after;
    }
    message.push_str(rest);
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_into_their_placeholders_once() {
        let values = [("{input}", Some("{max}".into())), ("{max}", Some("9".into())), ("{min}", None)];
        assert_eq!(fill("`{input}` {max} {min} {other} {", &values), "`{max}` 9 {min} {other} {");
        assert_eq!(fill("a[b][ {max}] c[ {min}] d[e] [", &values), "a[b] 9 c d[e] [");
    }
}
