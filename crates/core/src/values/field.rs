//! Fields of the form.

use crate::values::enumeration::enumeration;

enumeration! {
    /// A field of the form with which a qualification is set, in the order in which forms show them.
    ///
    /// ```
    /// use partner_center_rules::Field;
    ///
    /// assert_eq!(Field::CustomerId.as_str(), "customerId");
    /// assert_eq!(Field::CustomerId.label(), "Customer ID");
    /// ```
    pub enum Field: label {
        /// The id of the customer.
        CustomerId = "customerId", "Customer ID";
        /// The qualification to be set.
        Qualification = "qualification", "Qualification";
        /// The segment of an education customer.
        EducationSegment = "educationSegment", "Education segment";
        /// The website of an education customer.
        Website = "website", "Website";
        /// The validation code for Government Community Cloud.
        ValidationCode = "validationCode", "Validation code";
    }
}

impl Field {
    /// Returns the help text for people who fill in the field.
    ///
    /// ```
    /// use partner_center_rules::Field;
    ///
    /// assert_eq!(Field::Qualification.hint(), "You can't remove a qualification after you set it.");
    /// ```
    #[must_use]
    pub const fn hint(self) -> &'static str {
        match self {
            Self::CustomerId => {
                "The GUID of the customer's tenant, called Microsoft ID on the customer's account page in Partner Center."
            }
            Self::Qualification => "You can't remove a qualification after you set it.",
            Self::EducationSegment => {
                "Choose K-12 for primary and secondary schools, or Higher education for colleges and universities."
            }
            Self::Website => "The website of the school or university, such as example.edu. It helps the review.",
            Self::ValidationCode => {
                "The number that Microsoft gave your organisation for Government Community Cloud, such as 123456."
            }
        }
    }
}

/// The maximum length of the text of a field, in bytes of UTF-8. A longer text is not read and is invalid in every field.
///
/// ```
/// use partner_center_rules::{CustomerId, MAX_FIELD_BYTES};
///
/// let text = "x".repeat(MAX_FIELD_BYTES + 1);
/// assert!(text.parse::<CustomerId>().is_err());
/// ```
pub const MAX_FIELD_BYTES: usize = 4_096;
