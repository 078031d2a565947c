//! The qualifications that a customer effectively holds: the input of every decision about qualifications.

use crate::values::open::Open;
use crate::values::qualification::Qualification;
use crate::values::vetting::{HeldQualification, VettingStatus};

/// The qualifications that a customer effectively holds, built from the entries of a response.
///
/// For each entry, the first line that applies decides:
///
/// * Qualification `None`: ignored.
/// * Vetting status `Denied`: ignored, whatever the qualification.
/// * Unknown qualification, or unknown vetting status: *unrecognised*.
/// * No vetting status, or `Approved`: *active*.
/// * `InReview`: *pending*.
///
/// The default is a customer without qualifications. If the qualifications of the customer are not known, decisions take
/// `Option<Holdings>::None` instead.
///
/// ```
/// use partner_center_rules::{HeldQualification, Holdings, Qualification, VettingStatus};
///
/// let entries = [
///     HeldQualification::new(Qualification::StateOwnedEntity),
///     HeldQualification::new(Qualification::Education).with_vetting_status(VettingStatus::Denied),
/// ];
/// let holdings: Holdings = entries.iter().collect();
/// assert!(holdings.is_active(Qualification::StateOwnedEntity));
/// assert!(!holdings.is_active(Qualification::Education));
/// ```
///
/// Source: `GETQ`, `EDU`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Holdings {
    active: Set,
    pending: Set,
    unrecognised: bool,
}

impl Holdings {
    /// Adds an entry as the service wrote it. The texts are not stored.
    ///
    /// ```
    /// use partner_center_rules::{Holdings, Qualification};
    ///
    /// let mut held = Holdings::default();
    /// held.add("education", Some("InReview"));
    /// assert!(held.is_pending(Qualification::Education));
    /// ```
    pub fn add(&mut self, qualification: &str, vetting_status: Option<&str>) {
        self.add_known(
            Qualification::from_known_text(qualification),
            vetting_status.map(VettingStatus::from_known_text),
        );
    }

    /// Adds an entry whose texts were looked up. The inner `None` is an unknown value.
    #[expect(clippy::option_option, reason = "no vetting status and an unknown one have different results")]
    pub(crate) fn add_known(
        &mut self,
        qualification: Option<Qualification>,
        vetting_status: Option<Option<VettingStatus>>,
    ) {
        match (qualification, vetting_status) {
            (Some(Qualification::None), _) | (_, Some(Some(VettingStatus::Denied))) => {}
            (Some(held), None | Some(Some(VettingStatus::Approved))) => self.active.insert(held),
            (Some(held), Some(Some(VettingStatus::InReview))) => self.pending.insert(held),
            (Some(_), Some(None)) | (None, _) => self.add_unrecognised(),
        }
    }

    /// Adds an entry of a response.
    ///
    /// ```
    /// use partner_center_rules::{HeldQualification, Holdings, Qualification};
    ///
    /// let mut held = Holdings::default();
    /// held.add_entry(&HeldQualification::new(Qualification::Education));
    /// assert!(held.is_active(Qualification::Education));
    /// ```
    pub fn add_entry(&mut self, entry: &HeldQualification) {
        self.add(entry.qualification.as_str(), entry.vetting_status.as_ref().map(Open::<VettingStatus>::as_str));
    }

    /// Adds an entry that could not be read.
    ///
    /// ```
    /// use partner_center_rules::Holdings;
    ///
    /// let mut held = Holdings::default();
    /// held.add_unrecognised();
    /// assert!(held.is_unrecognised());
    /// ```
    pub fn add_unrecognised(&mut self) {
        self.unrecognised = true;
    }

    /// Returns whether the customer holds the qualification.
    ///
    /// ```
    /// use partner_center_rules::{Holdings, Qualification};
    ///
    /// let mut held = Holdings::default();
    /// held.add("Education", Some("Approved"));
    /// assert!(held.is_active(Qualification::Education));
    /// ```
    #[must_use]
    pub const fn is_active(self, qualification: Qualification) -> bool {
        self.active.contains(qualification)
    }

    /// Returns the set of qualifications that the customer holds.
    pub(crate) const fn active(self) -> Set {
        self.active
    }

    /// Returns whether the qualification is in review.
    ///
    /// ```
    /// use partner_center_rules::{Holdings, Qualification};
    ///
    /// let mut held = Holdings::default();
    /// held.add("Education", Some("Approved"));
    /// assert!(!held.is_pending(Qualification::Education));
    /// ```
    #[must_use]
    pub const fn is_pending(self, qualification: Qualification) -> bool {
        self.pending.contains(qualification)
    }

    /// Returns whether any qualification is in review.
    ///
    /// ```
    /// use partner_center_rules::Holdings;
    ///
    /// let mut held = Holdings::default();
    /// held.add("Nonprofit", Some("InReview"));
    /// assert!(held.is_any_pending());
    /// ```
    #[must_use]
    pub const fn is_any_pending(self) -> bool {
        self.pending.0 != 0
    }

    /// Returns whether the customer holds an unknown qualification, or one with an unknown vetting status.
    #[must_use]
    pub const fn is_unrecognised(self) -> bool {
        self.unrecognised
    }
}

impl<'a> FromIterator<&'a HeldQualification> for Holdings {
    fn from_iter<I: IntoIterator<Item = &'a HeldQualification>>(entries: I) -> Self {
        let mut holdings = Self::default();
        entries.into_iter().for_each(|entry| holdings.add_entry(entry));
        holdings
    }
}

/// A set of qualifications other than `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Set(u8);

impl Set {
    /// The bits of all qualifications.
    const FULL: u8 = 0b1_1110;

    /// Returns the bit of a qualification.
    const fn bit(qualification: Qualification) -> u8 {
        match qualification {
            Qualification::None => 0,
            Qualification::Education => 0b0_0010,
            Qualification::Nonprofit => 0b0_0100,
            Qualification::GovernmentCommunityCloud => 0b0_1000,
            Qualification::StateOwnedEntity => 0b1_0000,
        }
    }

    /// The number of different sets.
    pub(crate) const COUNT: usize = 16;

    /// Returns the index of the set among all sets.
    #[expect(clippy::as_conversions, reason = "a byte fits")]
    pub(crate) const fn index(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// Returns the set with such an index.
    #[expect(clippy::as_conversions, reason = "an index is below COUNT")]
    pub(crate) const fn from_index(index: usize) -> Self {
        Self(((index as u8) << 1) & Self::FULL)
    }

    pub(crate) const fn contains(self, qualification: Qualification) -> bool {
        self.0 & Self::bit(qualification) != 0
    }

    fn insert(&mut self, qualification: Qualification) {
        self.0 |= Self::bit(qualification);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_qualification_is_unrecognised_unless_it_was_denied() {
        for status in [None, Some("Approved"), Some("InReview"), Some("Denied"), Some("Paused")] {
            let mut holdings = Holdings::default();
            holdings.add("Healthcare", status);
            assert_eq!(holdings, Holdings { unrecognised: status != Some("Denied"), ..Holdings::default() });
        }
    }
}
