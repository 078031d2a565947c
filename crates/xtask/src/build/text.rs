//! A module as text that stands in JavaScript. Each byte is one character or two: where the module repeats itself so does the text,
//! and what compresses the file sees through it. In base64 it does not: that is a third larger after compression. The text is ASCII,
//! so that a page in any encoding reads the same.

use anyhow::{Result, ensure};

/// So many bytes have a character of their own. `pkg/src/boundary/module-reader.wat` reads them back.
const OWN: u8 = 91;

/// Returns the text of some bytes. Errors if it would end the script of a page that has it inline.
pub(crate) fn encode(bytes: &[u8]) -> Result<String> {
    let mut text = String::with_capacity(bytes.len());
    for byte in bytes {
        match byte / OWN {
            0 => {}
            1 => text.push('!'),
            _ => text.push('#'),
        }
        text.push(match byte % OWN {
            // Its character would be the backslash.
            56 => ' ',
            place => char::from(place.wrapping_add(b'$')),
        });
    }
    ensure!(!text.to_lowercase().contains("</script"), "the text has a tag that would end the script of a page");
    Ok(text)
}

/// Returns the bytes of a text, as the module of the reader does.
#[cfg(test)]
fn decode(text: &str) -> Result<Vec<u8>> {
    let mut block = 0;
    let mut bytes = Vec::with_capacity(text.len());
    for character in text.bytes() {
        match character {
            b'!' => block = OWN,
            b'#' => block = OWN.wrapping_mul(2),
            b' ' | b'$'..=b'~' => {
                let place = if character == b' ' { 56 } else { character.wrapping_sub(b'$') };
                bytes.push(place.wrapping_add(block));
                block = 0;
            }
            _ => anyhow::bail!("the text of the module has the byte {character}"),
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_reads_back_and_needs_no_escape() {
        let bytes: Vec<u8> = (0..=u8::MAX).chain((0..=u8::MAX).rev()).collect();
        let text = encode(&bytes).unwrap();
        assert_eq!(decode(&text).unwrap(), bytes);
        assert!(text.bytes().all(|character| matches!(character, b' '..=b'~') && !b"\"\\".contains(&character)));
    }

    #[test]
    fn a_tag_of_html_is_refused() {
        let bytes = decode("</script").unwrap();
        assert!(encode(&bytes).is_err());
        assert!(decode("\u{e9}").is_err());
    }
}
