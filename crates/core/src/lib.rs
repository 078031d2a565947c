//! Rules.
#![no_std]
