//! The entries of a response about the qualifications of a customer.

use alloc::string::String;
use alloc::vec::Vec;

use crate::values::enumeration::enumeration;
use crate::values::open::{Open, open};
use crate::values::other_member::OtherMember;
use crate::values::qualification::Qualification;
use crate::values::timestamp::Timestamp;

enumeration! {
    /// The state of the review of a qualification. The service may extend the list.
    ///
    /// Source: `GETQ`, `EDU`.
    ///
    /// ```
    /// use partner_center_rules::VettingStatus;
    ///
    /// assert_eq!("inreview".parse(), Ok(VettingStatus::InReview));
    /// ```
    pub enum VettingStatus: label {
        /// The qualification is held.
        Approved = "Approved", "Approved";
        /// The review is in progress, usually for a few days.
        InReview = "InReview", "In review";
        /// The qualification is not held. It can be submitted again.
        Denied = "Denied", "Denied";
    }
}

open! { VettingStatus }

/// An entry of the response to `GET /v1/customers/{id}/qualifications`, which [`read_qualifications`](crate::read_qualifications)
/// reads.
///
/// With feature `serde` an entry can be deserialized: its names in any ASCII case, as `qualification` and `Qualification`, and the
/// date as `vettingCreateDate` or `vettingCreatedDate`. Other members are ignored. A member that occurs twice, in any case, is an
/// error.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use partner_center_rules::{HeldQualification, Open, Qualification, VettingStatus};
///
/// let body = r#"[{ "Qualification": "Education", "vettingStatus": "InReview", "vettingCreatedDate": "2023-07-28" }]"#;
/// let held: Vec<HeldQualification> = serde_json::from_str(body).unwrap();
/// assert_eq!(held[0].qualification, Open::Known(Qualification::Education));
/// assert_eq!(held[0].vetting_status, Some(Open::Known(VettingStatus::InReview)));
/// assert_eq!(held[0].vetting_create_date.as_ref().unwrap().as_str(), "2023-07-28");
/// # }
/// ```
///
/// Source: `GETQ`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "camelCase"))]
pub struct HeldQualification {
    /// The qualification.
    pub qualification: Open<Qualification>,
    /// The state of its review; `None` if there was none.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub vetting_status: Option<Open<VettingStatus>>,
    /// The reason for the decision, in the words of the service.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub vetting_reason: Option<String>,
    /// The time when the review began.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub vetting_create_date: Option<Timestamp>,
    /// Other members.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub other: Vec<OtherMember>,
}

impl HeldQualification {
    /// Creates an entry without a vetting status.
    ///
    /// ```
    /// use partner_center_rules::{HeldQualification, Qualification};
    ///
    /// let entry = HeldQualification::new(Qualification::Education);
    /// assert_eq!(entry.vetting_status, None);
    /// ```
    #[must_use]
    pub fn new(qualification: impl Into<Open<Qualification>>) -> Self {
        Self {
            qualification: qualification.into(),
            vetting_status: None,
            vetting_reason: None,
            vetting_create_date: None,
            other: Vec::new(),
        }
    }

    /// Returns the entry with a vetting status.
    ///
    /// ```
    /// use partner_center_rules::{HeldQualification, VettingStatus};
    ///
    /// let entry = HeldQualification::new("Education").with_vetting_status(VettingStatus::InReview);
    /// assert_eq!(entry.vetting_status, Some(VettingStatus::InReview.into()));
    /// ```
    #[must_use]
    pub fn with_vetting_status(self, status: impl Into<Open<VettingStatus>>) -> Self {
        Self { vetting_status: Some(status.into()), ..self }
    }
}

#[cfg(feature = "serde")]
mod reading {
    use core::fmt;

    use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

    use super::*;

    /// A member by its name.
    enum Member {
        Qualification,
        VettingStatus,
        VettingReason,
        VettingCreateDate,
        Other,
    }

    /// The members that are read. The date has two names.
    const NAMES: [(&str, Member); 5] = [
        ("qualification", Member::Qualification),
        ("vettingStatus", Member::VettingStatus),
        ("vettingReason", Member::VettingReason),
        ("vettingCreateDate", Member::VettingCreateDate),
        ("vettingCreatedDate", Member::VettingCreateDate),
    ];

    impl<'de> Deserialize<'de> for HeldQualification {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(EntryVisitor)
        }
    }

    struct EntryVisitor;

    impl<'de> Visitor<'de> for EntryVisitor {
        type Value = HeldQualification;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an entry of the qualifications of a customer")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let (mut qualification, mut status, mut reason, mut date) = (None, None, None, None);
            while let Some(member) = map.next_key::<Member>()? {
                match member {
                    Member::Qualification => put(&mut qualification, "qualification", map.next_value()?)?,
                    Member::VettingStatus => put(&mut status, "vettingStatus", map.next_value()?)?,
                    Member::VettingReason => put(&mut reason, "vettingReason", map.next_value()?)?,
                    Member::VettingCreateDate => put(&mut date, "vettingCreateDate", map.next_value()?)?,
                    Member::Other => {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
            }
            Ok(HeldQualification {
                qualification: qualification.ok_or_else(|| Error::missing_field("qualification"))?,
                vetting_status: status.flatten(),
                vetting_reason: reason.flatten(),
                vetting_create_date: date.flatten(),
                other: Vec::new(),
            })
        }
    }

    /// Errors if the member was there before: which one is meant cannot be known.
    fn put<T, E: Error>(member: &mut Option<T>, name: &'static str, value: T) -> Result<(), E> {
        if member.replace(value).is_some() { Err(E::duplicate_field(name)) } else { Ok(()) }
    }

    impl<'de> Deserialize<'de> for Member {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_identifier(NameVisitor)
        }
    }

    struct NameVisitor;

    impl Visitor<'_> for NameVisitor {
        type Value = Member;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the name of a member")
        }

        fn visit_str<E: Error>(self, name: &str) -> Result<Member, E> {
            let asked = NAMES.into_iter().find(|(asked, _)| asked.eq_ignore_ascii_case(name));
            Ok(asked.map_or(Member::Other, |(_, member)| member))
        }
    }
}
