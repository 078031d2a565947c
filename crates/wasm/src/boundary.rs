//! The constants that the facade and this crate share. Those of the facade are generated from these.

/// Stands for an absent segment.
pub const NO_SEGMENT: u32 = u32::MAX;

/// The number of bits of a rule in the code of a decision. A rule is its index in the table, counted from 1.
pub const RULE_BITS: u32 = 6;

/// The number of bits of the outcome, which are the lowest bits in the code of a decision. An outcome is its index in the table, counted
/// from 1. The rules follow.
pub const OUTCOME_BITS: u32 = 2;

/// The first of the bits in the code of a settability that mark the required fields.
pub const REQUIRED_SHIFT: u32 = 8;

/// The first of the bits in the code of a refusal that hold the cause.
pub const ORIGIN_SHIFT: u32 = 8;

/// The first of the bits in the code of a settability that mark the optional fields.
pub const OPTIONAL_SHIFT: u32 = 13;

/// The upper limit for the characters of a name in a table. The facade does not copy more of a name.
pub const LONGEST_NAME: usize = 64;

/// The maximum number of entries of a list that are read. The rest counts as one unreadable entry.
pub const MOST_ENTRIES: usize = 1_000;

/// The first of the bits in the number of a record that hold the end of the record. The bits below hold the index of its decision in the
/// piece.
pub const RECORD_SHIFT: u32 = 8;

/// The maximum number of bytes in one call of a bulk check, so that the memory of the module stays small.
pub const MOST_PIECE_BYTES: usize = 1 << 18;
