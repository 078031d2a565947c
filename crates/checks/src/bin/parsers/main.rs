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

use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::neighbours::Texts;
use crate::subjects::{SUBJECTS, Subject};

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
    let next = AtomicUsize::new(0);
    let take = || SUBJECTS.get(next.fetch_add(1, Ordering::Relaxed));
    let work = || std::iter::from_fn(take).map(|subject| (subject, tally(subject, is_full))).collect::<Vec<_>>();
    let tallies = thread::scope(|scope| {
        let workers = [scope.spawn(work), scope.spawn(work)];
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect::<Vec<_>>()
    });
    let mut sum = Tally::default();
    for (subject, tally) in &tallies {
        println!(
            "{}: {} texts, {} accepted, {} differences",
            subject.name, tally.texts, tally.accepted, tally.differences
        );
        tally.examples.iter().for_each(|example| println!("  {example}"));
        sum.texts += tally.texts;
        sum.accepted += tally.accepted;
        sum.differences += tally.differences;
    }
    // A subject of which nothing or everything is accepted shows nothing, and one whose thread died is missing.
    let is_telling = |tally: &Tally| tally.accepted > 0 && tally.accepted < tally.texts;
    let is_complete = tallies.len() == SUBJECTS.len() && tallies.iter().all(|(_, tally)| is_telling(tally));
    println!(
        "{} differences in {} texts for {} readers, {} of them accepted",
        sum.differences,
        sum.texts,
        tallies.len(),
        sum.accepted
    );
    if is_complete && sum.differences == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn tally(subject: &Subject, is_full: bool) -> Tally {
    let mut tally = Tally::default();
    let mut look = |text: &str| tally.look(subject, text);
    for seed in subject.seeds {
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
    neighbours::short_texts(&mut look);
    (subject.more)(is_full, &mut look);
    tally
}
