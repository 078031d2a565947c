//! Measures the rules. What is compared gives the same answers, which is looked at before anything is measured.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "what cannot be measured ends the run"
)]

mod bulk;
mod cases;
mod decisions;
mod forms;
mod records;

/// Counts what is allocated.
#[global_allocator]
static ALLOCATOR: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    bulk::compare(1_000);
    forms::compare();
    divan::main();
}
