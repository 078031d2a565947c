//! The readers, what they are asked near, and what is predicted of them.

use std::ops::RangeInclusive;

use partner_center_rules::{
    AccountStatus, CustomerId, EducationSegment, Field, Mode, OfferSegment, Qualification, Transaction, ValidationCode,
    VettingStatus,
};

use crate::predictions;

/// Seeds up to this length are edited twice in the quick run as well.
pub(crate) const SHORT: usize = 4;

/// A reader of texts.
pub(crate) struct Subject {
    pub(crate) name: &'static str,
    /// Valid texts, and texts that are just not valid.
    pub(crate) seeds: &'static [&'static str],
    /// Whether every choice of capital and small letters is tried.
    pub(crate) has_cases: bool,
    /// The numbers that are tried, in the quick run and in the full one.
    pub(crate) numbers: Option<fn(bool) -> Vec<RangeInclusive<u64>>>,
    /// The canonical text of what is read; nothing for what is refused.
    pub(crate) read: fn(&str) -> Option<String>,
    pub(crate) predict: fn(&str) -> Option<String>,
}

/// A subject for a closed list of names: its lines are the spelling that is written, and others that are read.
macro_rules! names {
    ($type:ident: $([$($spelling:literal),+])+) => {
        Subject {
            name: stringify!($type),
            seeds: &[$($($spelling),+),+],
            has_cases: true,
            numbers: None,
            read: |text| $type::from_text(text).map(|value| value.to_string()),
            predict: |text| predictions::name(text, &[$(&[$($spelling),+]),+]),
        }
    };
}

pub(crate) const SUBJECTS: [Subject; 10] = [
    names!(Qualification: ["None"] ["Education"] ["Nonprofit"] ["GovernmentCommunityCloud"] ["StateOwnedEntity"]),
    names!(AccountStatus: ["Allowed"] ["UnderReview"] ["NotAllowed"] ["Unknown"] ["Not Ready", "NotReady"] ["NoAccountStatus"]),
    Subject {
        name: "CustomerId",
        seeds: &[
            "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
            "{0A1B2C3D-4E5F-6789-ABCD-EF0123456789}",
            "urn:uuid:0a1b2c3d-4e5f-6789-abcd-ef0123456789",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
        ],
        has_cases: false,
        numbers: None,
        read: |text| CustomerId::from_text(text).ok().map(|id| id.to_string()),
        predict: predictions::customer_id,
    },
    Subject {
        name: "ValidationCode",
        seeds: &["1", "123456", "2147483647", "2147483648", "0", " 007 "],
        has_cases: false,
        numbers: Some(|is_full| {
            if is_full {
                vec![0..=4_400_000_000]
            } else {
                vec![0..=1_000_000, 2_147_000_000..=2_148_000_000, 4_294_900_000..=4_295_000_000]
            }
        }),
        read: |text| ValidationCode::from_text(text).ok().map(|code| code.to_string()),
        predict: predictions::validation_code,
    },
    names!(VettingStatus: ["Approved"] ["InReview"] ["Denied"]),
    names!(Transaction: ["newPurchase"] ["seatIncrease"] ["upgrade"] ["renewal"] ["seatReduction"] ["cancellation"]),
    names!(OfferSegment: ["Commercial"] ["Education"] ["Nonprofit"] ["GovernmentCommunityCloud"]),
    names!(EducationSegment: ["K12"] ["HigherEducation"]),
    names!(Mode: ["asynchronous"] ["synchronous"]),
    names!(Field: ["customerId"] ["qualification"] ["educationSegment"] ["website"] ["validationCode"]),
];
