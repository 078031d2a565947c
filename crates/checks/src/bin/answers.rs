//! Answers questions of the cases: a line `{"call": ..., "input": ...}` in, a line with the answer out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a question that cannot be answered ends the check"
)]

#[path = "../../../core/tests/cases/ask.rs"]
mod ask;

use std::io::{self, BufRead as _, BufReader, BufWriter, Write as _};

use serde_json::Value;

fn main() -> io::Result<()> {
    let mut input = BufReader::new(io::stdin());
    let mut output = BufWriter::new(io::stdout().lock());
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        let question: Value = serde_json::from_str(&line)?;
        serde_json::to_writer(&mut output, &ask::ask(question["call"].as_str().unwrap(), &question["input"]))?;
        output.write_all(b"\n")?;
        line.clear();
        // Whoever asks waits for the answers before asking on.
        if input.buffer().is_empty() {
            output.flush()?;
        }
    }
    Ok(())
}
