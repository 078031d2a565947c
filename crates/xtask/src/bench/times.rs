//! Times of something that was measured several times.

/// The least, the median and the most time that something took, in nanoseconds.
pub(crate) type Times = [f64; 3];

/// Returns the least, the median and the most of several numbers; nothing if there are none.
pub(crate) fn times(mut numbers: Vec<f64>) -> Option<Times> {
    numbers.sort_by(f64::total_cmp);
    let median = *numbers.get(numbers.len() / 2)?;
    Some([*numbers.first()?, median, *numbers.last()?])
}
