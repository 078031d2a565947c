//! Qualifications, and the two APIs that set them.

use alloc::string::{String, ToString as _};

use crate::values::enumeration::enumeration;
use crate::values::open::open;
use crate::values::unknown_value::UnknownValue;

enumeration! {
    /// A qualification of a customer.
    ///
    /// Parsing accepts any ASCII case, since the service itself writes both `GovernmentCommunityCloud` and `governmentcommunitycloud`.
    ///
    /// ```
    /// use partner_center_rules::Qualification;
    ///
    /// assert_eq!("governmentcommunitycloud".parse(), Ok(Qualification::GovernmentCommunityCloud));
    /// assert_eq!(Qualification::GovernmentCommunityCloud.to_string(), "GovernmentCommunityCloud");
    /// assert_eq!(Qualification::GovernmentCommunityCloud.integer(), 3);
    /// ```
    ///
    /// Source: `ENUM`, `SYNC`, `ASYNC`.
    pub enum Qualification: label {
        /// No qualification.
        None = "None", "None";
        /// Education.
        Education = "Education", "Education";
        /// Nonprofit.
        Nonprofit = "Nonprofit", "Nonprofit";
        /// Government Community Cloud (GCC).
        GovernmentCommunityCloud = "GovernmentCommunityCloud", "Government Community Cloud (GCC)";
        /// State-owned entity (SOE).
        StateOwnedEntity = "StateOwnedEntity", "State-owned entity (SOE)";
    }
}

open! { Qualification }

impl Qualification {
    /// Returns the integer that is the body of the synchronous update.
    ///
    /// Source: `ENUM`.
    ///
    /// ```
    /// use partner_center_rules::Qualification;
    ///
    /// assert_eq!(Qualification::Education.integer(), 1);
    /// ```
    #[must_use]
    pub const fn integer(self) -> u8 {
        match self {
            Self::None => 0,
            Self::Education => 1,
            Self::Nonprofit => 2,
            Self::GovernmentCommunityCloud => 3,
            Self::StateOwnedEntity => 4,
        }
    }

    /// Returns the qualification with an integer, if there is one.
    ///
    /// ```
    /// use partner_center_rules::Qualification;
    ///
    /// assert_eq!(Qualification::from_integer(1), Some(Qualification::Education));
    /// assert_eq!(Qualification::from_integer(9), None);
    /// ```
    #[must_use]
    pub fn from_integer(integer: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|qualification| qualification.integer() == integer)
    }

    /// Returns the spelling in the responses of the synchronous API.
    ///
    /// Source: `SYNC`.
    ///
    /// ```
    /// use partner_center_rules::Qualification;
    ///
    /// assert_eq!(Qualification::Education.lower_case(), "education");
    /// ```
    #[must_use]
    pub fn lower_case(self) -> String {
        self.as_str().to_ascii_lowercase()
    }
}

impl From<Qualification> for u8 {
    fn from(qualification: Qualification) -> Self {
        qualification.integer()
    }
}

impl TryFrom<u8> for Qualification {
    type Error = UnknownValue;

    fn try_from(integer: u8) -> Result<Self, Self::Error> {
        const INTEGERS: [&str; Qualification::ALL.len()] = ["0", "1", "2", "3", "4"];
        Self::from_integer(integer).ok_or_else(|| UnknownValue::new(&integer.to_string(), INTEGERS.into_iter()))
    }
}

enumeration! {
    /// The API that sets a qualification.
    ///
    /// Source: `SYNC` (deprecated in favour of `ASYNC`).
    ///
    /// ```
    /// use partner_center_rules::Mode;
    ///
    /// assert_eq!(Mode::default(), Mode::Asynchronous);
    /// assert_eq!("synchronous".parse(), Ok(Mode::Synchronous));
    /// ```
    pub enum Mode: label {
        /// `POST /qualifications`: Microsoft decides after a review.
        Asynchronous = "asynchronous", "Asynchronous";
        /// `PUT /qualification`: the service decides at once.
        Synchronous = "synchronous", "Synchronous (deprecated)";
    }
}

#[expect(clippy::derivable_impls, reason = "the enumeration macro declares the variants")]
impl Default for Mode {
    fn default() -> Self {
        Self::Asynchronous
    }
}

enumeration! {
    /// The segment of an education customer, required to set Education through the asynchronous API.
    ///
    /// Source: `ASYNC`.
    ///
    /// ```
    /// use partner_center_rules::EducationSegment;
    ///
    /// assert_eq!("k12".parse(), Ok(EducationSegment::K12));
    /// ```
    pub enum EducationSegment: label {
        /// Primary and secondary education.
        K12 = "K12", "K-12";
        /// Higher education.
        HigherEducation = "HigherEducation", "Higher education";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Open;

    #[test]
    fn integers_are_those_of_the_enumeration() {
        let integers: alloc::vec::Vec<_> =
            Qualification::ALL.iter().map(|value| (value.integer(), value.as_str())).collect();
        let documented =
            [(0, "None"), (1, "Education"), (2, "Nonprofit"), (3, "GovernmentCommunityCloud"), (4, "StateOwnedEntity")];
        assert_eq!(integers, documented);
        for integer in 0..=u8::MAX {
            let known = (integer < 5).then_some(integer);
            assert_eq!(Qualification::from_integer(integer).map(Qualification::integer), known);
            assert_eq!(Qualification::try_from(integer).ok().map(u8::from), known);
        }
    }

    #[test]
    fn every_spelling_reads_back() {
        for &qualification in Qualification::ALL {
            for text in
                [qualification.to_string(), qualification.lower_case(), qualification.as_str().to_ascii_uppercase()]
            {
                assert_eq!(Open::from(&*text), Open::Known(qualification));
            }
        }
    }

    use alloc::string::ToString;
}
