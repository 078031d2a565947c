//! The text of a field, and whether an update needs one.

use crate::values::enumeration::enumeration;

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
