//! What was measured, in nanoseconds.

/// The least, the median and the most time that something took.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Times {
    pub(crate) least: f64,
    pub(crate) median: f64,
    pub(crate) most: f64,
}

impl Times {
    /// Of several times; nothing if there are none.
    pub(crate) fn of(mut times: Vec<f64>) -> Option<Self> {
        times.sort_by(f64::total_cmp);
        let median = *times.get(times.len() / 2)?;
        Some(Self { least: *times.first()?, median, most: *times.last()? })
    }

    /// Of several runs that each know their own.
    pub(crate) fn of_runs(runs: &[Self]) -> Option<Self> {
        let all = |part: fn(&Self) -> f64| Self::of(runs.iter().map(part).collect());
        Some(Self {
            least: all(|times| times.least)?.least,
            median: all(|times| times.median)?.median,
            most: all(|times| times.most)?.most,
        })
    }
}

/// A time for people, with three digits that count.
pub(crate) fn time(nanoseconds: f64) -> String {
    let (number, unit) = match nanoseconds {
        small if small < 999.5 => (small, "ns"),
        small if small < 999.5e3 => (small / 1e3, "µs"),
        small if small < 999.5e6 => (small / 1e6, "ms"),
        large => (large / 1e9, "s"),
    };
    format!("{} {unit}", digits(number))
}

/// A ratio for people, with three digits that count.
pub(crate) fn ratio(ratio: f64) -> String {
    digits(ratio)
}

fn digits(number: f64) -> String {
    match number {
        small if small < 9.995 => format!("{small:.2}"),
        small if small < 99.95 => format!("{small:.1}"),
        large => format!("{large:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_put_together() {
        let one = Times::of(vec![3.0, 1.0, 2.0]).unwrap();
        assert_eq!(one, Times { least: 1.0, median: 2.0, most: 3.0 });
        let other = Times { least: 0.5, median: 4.0, most: 9.0 };
        assert_eq!(Times::of_runs(&[one, other, one]), Some(Times { least: 0.5, median: 2.0, most: 9.0 }));
        assert_eq!(Times::of(vec![]), None);
    }

    #[test]
    fn three_digits_count() {
        for (number, text) in
            [(2.946, "2.95 ns"), (282.4, "282 ns"), (999.7, "1.00 µs"), (42_300.0, "42.3 µs"), (433e6, "433 ms")]
        {
            assert_eq!(time(number), text);
        }
        assert_eq!(ratio(0.7), "0.70");
    }
}
