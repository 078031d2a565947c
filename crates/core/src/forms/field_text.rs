//! The text of a field, and the need for one.

use crate::values::enumeration::enumeration;

enumeration! {
    /// The need of an update for a field.
    ///
    /// ```
    /// use partner_center_rules::Need;
    ///
    /// assert_eq!(Need::NotApplicable.as_str(), "notApplicable");
    /// ```
    pub enum Need: label {
        /// The field must be filled in.
        Required = "required", "Required";
        /// The field can be filled in or left empty.
        Optional = "optional", "Optional";
        /// The field must be left empty.
        NotApplicable = "notApplicable", "Not applicable";
    }
}

/// The input in a field.
///
/// ```
/// use partner_center_rules::FieldText;
///
/// assert_eq!(FieldText::from("K12"), FieldText::Text("K12"));
/// assert_eq!(FieldText::from(None), FieldText::Absent);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FieldText<'a> {
    /// No input.
    #[default]
    Absent,
    /// A text, which may be blank.
    Text(&'a str),
    /// A value that is not a text, from callers without static types.
    NotText,
}

impl<'a> FieldText<'a> {
    /// Returns the text, if there is one.
    ///
    /// ```
    /// use partner_center_rules::FieldText;
    ///
    /// assert_eq!(FieldText::from("K12").as_str(), Some("K12"));
    /// assert_eq!(FieldText::Absent.as_str(), None);
    /// ```
    #[must_use]
    pub const fn as_str(self) -> Option<&'a str> {
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
