//! What the service answers about the qualifications of a customer.

use alloc::string::String;
use alloc::vec::Vec;

use crate::enumeration::enumeration;
use crate::json::OtherMember;
use crate::open::{Open, open};
use crate::qualification::Qualification;
use crate::timestamp::Timestamp;

enumeration! {
    /// How far the review of a qualification has come. The service may know others.
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
        /// The review goes on, usually for a few days.
        InReview = "InReview", "In review";
        /// The qualification is not held. It can be submitted again.
        Denied = "Denied", "Denied";
    }
}

open! { VettingStatus }

/// One entry of the answer to `GET /v1/customers/{id}/qualifications`, which [`read_qualifications`](crate::read_qualifications) reads.
///
/// With feature `serde` it can be read by itself, in every spelling that the documentation shows: `qualification` and
/// `Qualification`, `vettingCreateDate` and `vettingCreatedDate`. Other members are then passed over.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use partner_center_rules::{HeldQualification, Open, Qualification, VettingStatus};
///
/// let answer = r#"[{ "Qualification": "Education", "vettingStatus": "InReview", "vettingCreatedDate": "2023-07-28" }]"#;
/// let held: Vec<HeldQualification> = serde_json::from_str(answer).unwrap();
/// assert_eq!(held[0].qualification, Open::Known(Qualification::Education));
/// assert_eq!(held[0].vetting_status, Some(Open::Known(VettingStatus::InReview)));
/// assert_eq!(held[0].vetting_create_date.as_ref().unwrap().text(), "2023-07-28");
/// # }
/// ```
///
/// Source: `GETQ`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "camelCase"))]
pub struct HeldQualification {
    /// The qualification.
    #[cfg_attr(feature = "serde", serde(alias = "Qualification"))]
    pub qualification: Open<Qualification>,
    /// How far its review has come; absent where none was needed.
    #[cfg_attr(feature = "serde", serde(default, alias = "VettingStatus", skip_serializing_if = "Option::is_none"))]
    pub vetting_status: Option<Open<VettingStatus>>,
    /// Why it was decided so, as the service words it.
    #[cfg_attr(feature = "serde", serde(default, alias = "VettingReason", skip_serializing_if = "Option::is_none"))]
    pub vetting_reason: Option<String>,
    /// When the review began.
    #[cfg_attr(
        feature = "serde",
        serde(
            default,
            alias = "vettingCreatedDate",
            alias = "VettingCreateDate",
            alias = "VettingCreatedDate",
            skip_serializing_if = "Option::is_none"
        )
    )]
    pub vetting_create_date: Option<Timestamp>,
    /// Other members.
    #[cfg_attr(feature = "serde", serde(default, skip_deserializing, skip_serializing_if = "Vec::is_empty"))]
    pub other: Vec<OtherMember>,
}

impl HeldQualification {
    /// A qualification that is held without any vetting status.
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

    /// The same qualification with a vetting status.
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
