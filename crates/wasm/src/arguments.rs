//! Arguments of the facade that many functions have: the qualifications of a customer, indexes into tables, and numbers.

use partner_center_rules::Holdings;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A qualification of a customer. An entry that cannot be read has no qualification.
    pub type HeldEntry;
    #[wasm_bindgen(method, getter)]
    fn qualification(this: &HeldEntry) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = vettingStatus)]
    fn vetting_status(this: &HeldEntry) -> Option<String>;
}

/// Returns the qualifications that a customer effectively holds, if they are known.
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

/// Returns the item of a table at an index, or the default if there is none. The facade passes only valid indexes.
pub(crate) fn item<T: Copy + Default>(all: &[T], at: u32) -> T {
    all.get(index(at)).copied().unwrap_or_default()
}

pub(crate) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Converts an HTTP status. Returns 0, which is not a status, for a number that is not an integer or is out of range.
#[expect(clippy::as_conversions, reason = "it saturates, and a number that changes is refused")]
pub(crate) fn http_status(number: f64) -> u16 {
    let status = number as u16;
    if f64::from(status) == number { status } else { 0 }
}
