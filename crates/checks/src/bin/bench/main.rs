//! Measures the rules. Checks first that the compared implementations give the same results.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "an error ends the run")]

mod bulk;
mod cases;
mod decisions;
mod forms;
mod records;

/// Counts allocations.
#[global_allocator]
static ALLOCATOR: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    bulk::compare(1_000);
    forms::compare();
    divan::main();
}
