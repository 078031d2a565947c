//! The figures to reach, and those that were found.

use crate::bench::contenders::{Findings, JSON_PARSE, PACKAGE, PLAIN, SCHEMA_LIBRARIES};
use crate::bench::measured::{ratio, time};
use crate::bench::native;
use crate::check::figure::Figure;

/// The sizes of texts of records.
pub(crate) const SIZES: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// All that was measured.
#[derive(Debug, Default)]
pub(crate) struct Measured {
    pub(crate) native: native::Findings,
    pub(crate) contenders: Findings,
}

/// A figure to reach.
pub(crate) struct Goal {
    pub(crate) work: &'static str,
    pub(crate) reach: &'static str,
    /// What was found; nothing if it was not measured.
    pub(crate) found: fn(&Measured) -> Option<Figure>,
}

pub(crate) const GOALS: [Goal; 8] = [
    Goal {
        work: "answer text to decision, package",
        reach: "0.7 x plain JavaScript",
        found: |measured| of_plain(measured, "answer", 0.7, &[]),
    },
    Goal {
        work: "valid form to typed value",
        reach: "2 x plain JavaScript, ahead of every schema library",
        found: |measured| of_plain(measured, "form", 2.0, &SCHEMA_LIBRARIES),
    },
    Goal {
        work: "form with three errors to issue objects",
        reach: "3 x plain JavaScript, ahead of every library",
        found: |measured| {
            let others = measured.contenders.contenders.iter().map(|contender| contender.name.as_str());
            let libraries: Vec<_> = others.filter(|name| ![PACKAGE, PLAIN, JSON_PARSE].contains(name)).collect();
            of_plain(measured, "wrongForm", 3.0, &libraries)
        },
    },
    Goal {
        work: "a million records, bytes to outcomes, package",
        reach: "0.4 x JSON.parse alone on the same text",
        found: |measured| {
            let found = measured.contenders.ratio("many 1000000", PACKAGE, JSON_PARSE)?;
            Some(Figure::new(format!("{} x", ratio(found)), found <= 0.4))
        },
    },
    Goal {
        work: "the same, Rust, one core",
        reach: "1 GB/s, and 2 x serde_json into a typed Vec",
        found: |measured| {
            let array = measured.native.get("bulk/array/1000000")?;
            let serde_json = measured.native.get("bulk/array_with_serde_json/1000000")?;
            let (rate, ahead) = (array.rate? / 1e9, serde_json.times.least / array.times.least);
            let text = format!("{} GB/s, {} x serde_json", ratio(rate), ratio(ahead));
            Some(Figure::new(text, rate >= 1.0 && ahead >= 2.0))
        },
    },
    Goal {
        work: "typed status and holdings to purchase decision, Rust",
        reach: "5 ns with reasons, no allocation",
        found: |measured| {
            let found = measured.native.get("decisions/purchase")?;
            let text = format!("{}, {} allocations", time(found.times.least), found.allocations);
            Some(Figure::new(text, found.times.least <= 5.0 && found.allocations == 0.0))
        },
    },
    Goal {
        work: "cost a record, 1,000 to 1,000,000, package",
        reach: "flat within 20 %",
        found: |measured| {
            flat(|size| Some(measured.contenders.least(&format!("many {size}"), PACKAGE)? / f64::from(size)))
        },
    },
    Goal {
        work: "the same, Rust, one core",
        reach: "flat within 20 %",
        found: |measured| flat(|size| Some(measured.native.get(&format!("bulk/array/{size}"))?.times.least)),
    },
];

/// The package beside plain JavaScript, and who is ahead of it.
fn of_plain(measured: &Measured, work: &str, most: f64, others: &[&str]) -> Option<Figure> {
    let found = measured.contenders.ratio(work, PACKAGE, PLAIN)?;
    let is_ahead = |other: &&&str| measured.contenders.ratio(work, other, PACKAGE).is_some_and(|ratio| ratio < 1.0);
    let ahead: Vec<_> = others.iter().filter(is_ahead).copied().collect();
    let behind = if ahead.is_empty() { String::new() } else { format!(", behind {}", ahead.join(", ")) };
    Some(Figure::new(format!("{} x{behind}", ratio(found)), found <= most && ahead.is_empty()))
}

/// How far apart the costs of a record are.
fn flat(cost: impl Fn(u32) -> Option<f64>) -> Option<Figure> {
    let costs = SIZES.map(cost).into_iter().collect::<Option<Vec<_>>>()?;
    let (least, most) = (costs.iter().copied().reduce(f64::min)?, costs.iter().copied().reduce(f64::max)?);
    let apart = (most / least - 1.0) * 100.0;
    Some(Figure::new(format!("{apart:.0} %: {} to {}", time(least), time(most)), apart <= 20.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::contenders;
    use crate::bench::measured::Times;
    use crate::bench::native::Finding;

    fn found(place: usize, measured: &Measured) -> Option<String> {
        Some((GOALS[place].found)(measured)?.to_string())
    }

    #[test]
    fn what_was_not_measured_has_no_figure() {
        assert!(GOALS.iter().all(|goal| (goal.found)(&Measured::default()).is_none()));
    }

    #[test]
    fn ratios_are_held_against_the_goal() {
        let measured = Measured { contenders: contenders::tests::findings(), ..Measured::default() };
        assert_eq!(found(0, &measured).unwrap(), "0.50 x");
        assert_eq!(found(1, &measured).unwrap(), "FELL SHORT: 3.00 x, behind zod");
        assert_eq!(found(2, &measured), None);
        assert_eq!(found(3, &measured).unwrap(), "FELL SHORT: 0.50 x");
    }

    #[test]
    fn rates_allocations_and_costs_are_held_against_the_goal() {
        let finding = |least: f64, rate: f64, allocations: f64| Finding {
            times: Times { least, median: least, most: least },
            rate: Some(rate),
            allocations,
        };
        let mut measured = Measured::default();
        measured.native.insert("bulk/array_with_serde_json/1000000".to_owned(), finding(125.0, 0.6e9, 0.0));
        measured.native.insert("decisions/purchase".to_owned(), finding(3.0, 0.0, 0.5));
        for (size, cost) in SIZES.into_iter().zip([40.0, 40.0, 44.0, 50.0]) {
            measured.native.insert(format!("bulk/array/{size}"), finding(cost, 1.5e9, 0.0));
        }
        assert_eq!(found(4, &measured).unwrap(), "1.50 GB/s, 2.50 x serde_json");
        assert_eq!(found(5, &measured).unwrap(), "FELL SHORT: 3.00 ns, 0.5 allocations");
        assert_eq!(found(7, &measured).unwrap(), "FELL SHORT: 25 %: 40.0 ns to 50.0 ns");
    }
}
