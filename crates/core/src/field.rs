//! The fields of the form.

use crate::enumeration::enumeration;

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
    /// What a person has to know to fill in the field.
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

enumeration! {
    /// Whether an update needs a field.
    ///
    /// ```
    /// use partner_center_rules::Need;
    ///
    /// assert_eq!(Need::NotApplicable.as_str(), "notApplicable");
    /// ```
    pub enum Need: label {
        /// It has to be filled in.
        Required = "required", "Required";
        /// It can be filled in.
        Optional = "optional", "Optional";
        /// It has to be left empty.
        NotApplicable = "notApplicable", "Not applicable";
    }
}

/// A text of a form that has more bytes of UTF-8 than this is not read: it is no value of any field.
///
/// ```
/// use partner_center_rules::{CustomerId, MAX_FIELD_BYTES};
///
/// let text = "x".repeat(MAX_FIELD_BYTES + 1);
/// assert!(text.parse::<CustomerId>().is_err());
/// ```
pub const MAX_FIELD_BYTES: usize = 4_096;

/// The text of a field as it was given.
///
/// ```
/// use partner_center_rules::FieldText;
///
/// assert_eq!(FieldText::from("K12"), FieldText::Text("K12"));
/// assert_eq!(FieldText::from(None), FieldText::Absent);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FieldText<'a> {
    /// Nothing was given.
    #[default]
    Absent,
    /// A text, which may be blank.
    Text(&'a str),
    /// Something that is no text: callers without static types can give anything.
    NotText,
}

impl<'a> FieldText<'a> {
    /// The text, if one was given.
    ///
    /// ```
    /// use partner_center_rules::FieldText;
    ///
    /// assert_eq!(FieldText::from("K12").text(), Some("K12"));
    /// assert_eq!(FieldText::Absent.text(), None);
    /// ```
    #[must_use]
    pub const fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Absent | Self::NotText => None,
        }
    }
}

impl<'a> From<&'a str> for FieldText<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<Option<&'a str>> for FieldText<'a> {
    fn from(text: Option<&'a str>) -> Self {
        text.map_or(Self::Absent, Self::Text)
    }
}
