//! The sandbox over HTTP, byte by byte as clients meet it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    reason = "a test that cannot go on has failed; it starts what it tests"
)]

mod client;
mod controls;
mod forms;
mod idempotency;
mod limits;
mod portal;
mod reading;
mod updates;
