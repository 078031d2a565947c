//! The readers, what they are asked near, and what is predicted of them.

use partner_center_rules::{
    AccountStatus, Cloud, CustomerId, EducationSegment, Field, Guid, Mode, OfferSegment, Qualification, Timestamp,
    Transaction, ValidationCode, VettingStatus,
};

use crate::{neighbours, predictions};

/// Seeds up to this length are edited twice in the quick run as well.
pub(crate) const SHORT: usize = 4;

/// A reader of texts.
pub(crate) struct Subject {
    pub(crate) name: &'static str,
    /// Valid texts, and texts that are just not valid.
    pub(crate) seeds: &'static [&'static str],
    /// Whether every choice of capital and small letters is tried.
    pub(crate) has_cases: bool,
    /// Other texts that are tried: fewer of them in the quick run.
    pub(crate) more: More,
    /// The canonical text of what is read; nothing for what is refused.
    pub(crate) read: fn(&str) -> Option<String>,
    pub(crate) predict: fn(&str) -> Option<String>,
}

/// Gives a share of some texts to look at; whether it is the full run, and the number of the share.
type More = fn(bool, u64, &mut dyn FnMut(&str));

/// No other texts.
const NO_MORE: More = |_, _, _| {};

/// A subject for a closed list of names: its lines are the spelling that is written, and others that are read.
macro_rules! names {
    ($type:ident: $([$($spelling:literal),+])+) => {
        Subject {
            name: stringify!($type),
            seeds: &[$($($spelling),+),+],
            has_cases: true,
            more: NO_MORE,
            read: |text| text.parse::<$type>().ok().map(|value| value.to_string()),
            predict: |text| predictions::name(text, &[$(&[$($spelling),+]),+]),
        }
    };
}

pub(crate) const SUBJECTS: [Subject; 14] = [
    Subject {
        name: "ValidationCode (synchronous)",
        seeds: &["1", "123456", "2147483647", "2147483648", "0", " 007 "],
        has_cases: false,
        more: |is_full, share, look| {
            let quick = [0..=1_000_000, 2_147_000_000..=2_148_000_000, 4_294_900_000..=4_295_000_000];
            neighbours::numbers(if is_full { &[0..=4_400_000_000] } else { &quick }, share, look);
        },
        read: |text| ValidationCode::parse(text, Mode::Synchronous).ok().map(|code| code.to_string()),
        predict: predictions::validation_code_integer,
    },
    Subject {
        name: "ValidationCode (asynchronous)",
        seeds: &["1", "123456", " 007 ", "GCC-12", "\u{ff11}\u{ff12}", "1 2", "1\u{200b}2", "\u{fffd}", "\u{e000}"],
        has_cases: false,
        more: NO_MORE,
        read: |text| text.parse::<ValidationCode>().ok().map(|code| code.to_string()),
        predict: predictions::validation_code,
    },
    names!(Qualification: ["None"] ["Education"] ["Nonprofit"] ["GovernmentCommunityCloud"] ["StateOwnedEntity"]),
    names!(AccountStatus: ["Allowed"] ["UnderReview"] ["NotAllowed"] ["Unknown"] ["Not Ready", "NotReady"] ["NoAccountStatus"]),
    Subject {
        name: "CustomerId",
        seeds: &[
            "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
            "{0A1B2C3D-4E5F-6789-ABCD-EF0123456789}",
            "urn:uuid:0a1b2c3d-4e5f-6789-abcd-ef0123456789",
            "0a1b2c3d4e5f6789abcdef0123456789",
            "\u{201c}(0a1b2c3d-4e5f-6789-abcd-ef0123456789)\u{201d}",
            "\u{ff10}a1b2c3d\u{2013}4e5f-6789-abcd-ef0123456789",
            "http://a.partner.microsoft.com:8/0a1b2c3d-4e5f-6789-abcd-ef0123456789%7D",
            "partnercenter.microsoftonline.cn?0a1b2c3d-4e5f-6789-abcd-ef0123456789",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
        ],
        has_cases: false,
        more: NO_MORE,
        read: |text| text.parse::<CustomerId>().ok().map(|id| id.to_string()),
        predict: predictions::customer_id,
    },
    Subject {
        name: "Guid",
        seeds: &[
            "0A1b2c3d-4e5f-6789-abcd-ef0123456789",
            "00000000-0000-0000-0000-000000000000",
            "00000000-0000-0000-0000-000000000001",
        ],
        has_cases: false,
        more: NO_MORE,
        read: |text| text.parse::<Guid>().ok().map(|id| id.to_string()),
        predict: predictions::guid,
    },
    Subject {
        name: "Timestamp",
        seeds: &[
            "2021-07-14T18:02:00",
            "2024-02-29T23:59:59.1234567Z",
            "2023-02-28t00:00:00.5-11:30",
            "0001-01-01T00:00:00+00:00",
            "9999-12-31T23:59:59.999999999-00:00",
        ],
        has_cases: false,
        more: |is_full, share, look| {
            let (last_month, last_day) = if is_full { (99, 99) } else { (13, 32) };
            neighbours::dates(last_month, last_day, share, look);
        },
        read: |text| Timestamp::from(text).unix_milliseconds().map(|instant| instant.to_string()),
        predict: predictions::timestamp,
    },
    names!(VettingStatus: ["Approved"] ["InReview"] ["Denied"]),
    names!(Transaction: ["newPurchase"] ["seatIncrease"] ["upgrade"] ["renewal"] ["seatReduction"] ["cancellation"]),
    names!(OfferSegment: ["Commercial"] ["Education"] ["Nonprofit"] ["GovernmentCommunityCloud"]),
    names!(EducationSegment: ["K12"] ["HigherEducation"]),
    names!(Cloud: ["worldwide"] ["china"]),
    names!(Mode: ["asynchronous"] ["synchronous"]),
    names!(Field: ["customerId"] ["qualification"] ["educationSegment"] ["website"] ["validationCode"]),
];
