//! Every text near a valid one: what the readers accept, and as what, is what a second reading of the rules predicts.
//!
//! `parsers [--full]`. The last line is the figure.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::arithmetic_side_effects,
    reason = "a program whose output is a figure, and whose profile stops it at an overflow"
)]

mod neighbours;
#[path = "../../../../core/tests/model/texts.rs"]
mod predictions;
mod subjects;

use std::cmp::Reverse;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::neighbours::{SHARES, Texts};
use crate::subjects::{SUBJECTS, Subject};

/// A part of the texts of a subject, which one thread looks at.
#[derive(Clone, Copy)]
enum Part {
    /// Those near a seed.
    Near(&'static str),
    /// Those of a few characters.
    Short,
    /// A share of the other texts.
    More(u64),
}

/// What came of the texts of one subject.
#[derive(Default)]
struct Tally {
    texts: u64,
    accepted: u64,
    differences: u64,
    /// The first of the differences.
    examples: Vec<String>,
}

impl Tally {
    fn add(&mut self, other: &Self) {
        self.texts += other.texts;
        self.accepted += other.accepted;
        self.differences += other.differences;
        self.examples.extend_from_slice(&other.examples);
    }

    fn look(&mut self, subject: &Subject, text: &str) {
        self.texts += 1;
        let (read, predicted) = ((subject.read)(text), (subject.predict)(text));
        if read.is_some() {
            self.accepted += 1;
        }
        if read != predicted {
            self.differences += 1;
            if self.examples.len() < 5 {
                self.examples.push(format!("{text:?} is read as {read:?}, predicted is {predicted:?}"));
            }
        }
    }
}

fn main() -> ExitCode {
    let is_full = std::env::args().any(|argument| argument == "--full");
    let (parts, next) = (parts(), AtomicUsize::new(0));
    let take = || {
        let taken = next.fetch_add(1, Ordering::Relaxed);
        let part = parts.get(taken)?;
        // In full it takes an hour: whoever waits for it sees how far it is.
        eprintln!("part {} of {}", taken + 1, parts.len());
        Some(part)
    };
    let work = || std::iter::from_fn(take).map(|(at, part)| (*at, tally(*at, *part, is_full))).collect::<Vec<_>>();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let found = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect::<Vec<_>>()
    });
    // A part whose thread died is missing.
    let is_whole = found.len() == parts.len();
    let (mut sum, mut are_telling) = (Tally::default(), true);
    for (at, subject) in SUBJECTS.iter().enumerate() {
        let mut tally = Tally::default();
        found.iter().filter(|(of, _)| *of == at).for_each(|(_, part)| tally.add(part));
        println!(
            "{}: {} texts, {} accepted, {} differences",
            subject.name, tally.texts, tally.accepted, tally.differences
        );
        tally.examples.iter().take(5).for_each(|example| println!("  {example}"));
        // One of which nothing or everything is accepted shows nothing.
        are_telling &= tally.accepted > 0 && tally.accepted < tally.texts;
        sum.add(&tally);
    }
    println!(
        "{} differences in {} texts for {} readers, {} of them accepted",
        sum.differences,
        sum.texts,
        SUBJECTS.len(),
        sum.accepted
    );
    if is_whole && are_telling && sum.differences == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Returns the parts of the texts of all subjects, each with the index of its subject. The longest come first, so that all threads end
/// at about the same time.
fn parts() -> Vec<(usize, Part)> {
    let of = |(at, subject): (usize, &'static Subject)| {
        let near = subject.seeds.iter().map(|seed| Part::Near(seed));
        near.chain([Part::Short]).chain((0..SHARES).map(Part::More)).map(move |part| (at, part))
    };
    let mut parts: Vec<_> = SUBJECTS.iter().enumerate().flat_map(of).collect();
    parts.sort_by_key(|(_, part)| match part {
        Part::Near(seed) => Reverse(seed.len()),
        Part::More(_) => Reverse(usize::MAX),
        Part::Short => Reverse(0),
    });
    parts
}

fn tally(at: usize, part: Part, is_full: bool) -> Tally {
    let mut tally = Tally::default();
    let Some(subject) = SUBJECTS.get(at) else { return tally };
    let mut look = |text: &str| tally.look(subject, text);
    match part {
        Part::Near(seed) => {
            let texts = Texts::of(seed);
            texts.one_edit(&mut look);
            texts.any_character(is_full, &mut look);
            if is_full || seed.len() <= subjects::SHORT {
                texts.two_edits(&mut look);
            }
            if subject.has_cases {
                texts.cases(&mut look);
            }
        }
        Part::Short => neighbours::short_texts(&mut look),
        Part::More(share) => (subject.more)(is_full, share, &mut look),
    }
    tally
}
