//! What the facade and this crate agree on. The facade's constants are made from these.

/// A segment that was not asked for.
pub const NO_SEGMENT: u32 = u32::MAX;

/// The bits of a rule in the code of a decision: its place in the table, counted from 1.
pub const RULE_BITS: u32 = 6;

/// The lowest bits of a decision's code: the place of its outcome in the table, counted from 1. Above them come its rules.
pub const OUTCOME_BITS: u32 = 2;

/// From this bit on the code of a settability has a bit for each field that is required.
pub const REQUIRED_SHIFT: u32 = 8;

/// From this bit on the code of a refusal has with whom the cause lies.
pub const ORIGIN_SHIFT: u32 = 8;

/// From this bit on the code of a settability has a bit for each field that is optional.
pub const OPTIONAL_SHIFT: u32 = 13;

/// No name of a table has more characters than this, so that only so much of a name need be copied.
pub const LONGEST_NAME: usize = 64;

/// The most entries of a list that are read: the rest is one entry that cannot be.
pub const MOST_ENTRIES: usize = 1_000;

/// From this bit on the number of a record of customers has where it ends; below is the place of its decision among those of the
/// piece.
pub const RECORD_SHIFT: u32 = 8;

/// The most bytes of customers that are given at a time, so that the memory of the module stays small.
pub const MOST_PIECE_BYTES: usize = 1 << 18;
