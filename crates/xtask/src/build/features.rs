//! The list of target features that the compiler leaves in a module.
//!
//! wasm-bindgen turns every JavaScript value into an `externref`, and several results into a multiple return, when it
//! finds these features in the list. The compiler puts them there for the sake of the precompiled standard library,
//! even when the crate itself is compiled without them.

use anyhow::{Context as _, Result, ensure};
use walrus::{Module, RawCustomSection};

const SECTION: &str = "target_features";

/// Features that the package does without.
const UNWANTED: [&str; 2] = ["reference-types", "multivalue"];

/// Takes the unwanted features off the list of a module.
///
/// # Errors
/// There is no list, or it cannot be read.
pub(crate) fn drop_unwanted(module: &mut Module) -> Result<()> {
    let section =
        module.customs.remove_raw(SECTION).context("the module has no list of target features; was it stripped?")?;
    let data = without(&section.data, &UNWANTED)?;
    module.customs.add(RawCustomSection { name: SECTION.to_owned(), data });
    Ok(())
}

/// The list without some features. It is a count and, for each feature, a sign, the length of its name and the name.
fn without(list: &[u8], unwanted: &[&str]) -> Result<Vec<u8>> {
    let (&count, mut rest) = list.split_first().context("the list of target features is empty")?;
    ensure!(count < 0x80, "the list of target features is longer than expected");
    let mut kept: u8 = 0;
    let mut features = Vec::new();
    for _ in 0..count {
        let [_sign, length, after @ ..] = rest else {
            anyhow::bail!("the list of target features ends too early");
        };
        ensure!(*length < 0x80, "the name of a target feature is longer than expected");
        let name = after.get(..usize::from(*length)).context("the name of a target feature ends too early")?;
        let (feature, next) = rest.split_at_checked(name.len().saturating_add(2)).unwrap_or((rest, &[]));
        if !unwanted.iter().any(|unwanted| unwanted.as_bytes() == name) {
            features.extend_from_slice(feature);
            kept = kept.saturating_add(1);
        }
        rest = next;
    }
    ensure!(rest.is_empty(), "the list of target features has a tail");
    features.insert(0, kept);
    Ok(features)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(features: &[&str]) -> Vec<u8> {
        let mut bytes = vec![u8::try_from(features.len()).unwrap()];
        for feature in features {
            bytes.push(b'+');
            bytes.push(u8::try_from(feature.len()).unwrap());
            bytes.extend(feature.bytes());
        }
        bytes
    }

    #[test]
    fn unwanted_features_go_and_the_others_stay_in_order() {
        let before = list(&["bulk-memory", "multivalue", "mutable-globals", "reference-types", "sign-ext"]);
        let after = list(&["bulk-memory", "mutable-globals", "sign-ext"]);
        assert_eq!(without(&before, &UNWANTED).unwrap(), after);
        assert_eq!(without(&after, &UNWANTED).unwrap(), after);
    }

    #[test]
    fn a_list_that_cannot_be_read_is_refused() {
        let whole = list(&["sign-ext"]);
        for end in 0..whole.len() {
            assert!(without(&whole[..end], &UNWANTED).is_err(), "cut at {end}");
        }
        assert!(without(&[&whole[..], &[0]].concat(), &UNWANTED).is_err());
        assert!(without(&[0x80, 1], &UNWANTED).is_err());
    }
}
