//! What the facade passes to every call: what a customer holds, indexes into tables, and numbers.

use partner_center_rules::Holdings;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// An entry of what a customer holds. One that cannot be read has no qualification.
    pub type HeldEntry;
    #[wasm_bindgen(method, getter)]
    fn qualification(this: &HeldEntry) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = vettingStatus)]
    fn vetting_status(this: &HeldEntry) -> Option<String>;
}

/// Returns what a customer effectively holds, if that is known.
#[inline(never)]
pub(crate) fn holdings(held: Option<Vec<HeldEntry>>) -> Option<Holdings> {
    let mut holdings = Holdings::default();
    for entry in held? {
        match entry.qualification() {
            Some(qualification) => holdings.add(&qualification, entry.vetting_status().as_deref()),
            None => holdings.add_unrecognised(),
        }
    }
    Some(holdings)
}

/// Returns the item of a table. The facade passes only indexes that it found there; of any other, the first item.
pub(crate) fn item<T: Copy + Default>(all: &[T], at: u32) -> T {
    all.get(index(at)).copied().unwrap_or_default()
}

pub(crate) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Returns an HTTP status as the rules take it; 0, which is none, for a number that is not whole or does not fit.
#[expect(clippy::as_conversions, reason = "it saturates, and what does not come back the same is refused")]
pub(crate) fn http_status(number: f64) -> u16 {
    let status = number as u16;
    if f64::from(status) == number { status } else { 0 }
}
