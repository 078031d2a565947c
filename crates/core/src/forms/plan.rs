//! Plan of the fields of a form: need, options and input attributes of each.

use alloc::string::String;
use alloc::vec::Vec;

use crate::forms::checks::{need, update_fields};
use crate::forms::context::Context;
use crate::forms::field_text::{FieldText, Need};
use crate::rules::decision::Decision;
#[cfg(feature = "serde")]
use crate::rules::decision::Reasons;
use crate::rules::rule::Outcome;
use crate::rules::settability::qualification_options;
use crate::values::field::{Field, MAX_FIELD_BYTES};
#[cfg(feature = "serde")]
use crate::values::partner_validation_code::Count;
use crate::values::qualification::EducationSegment;

/// The plan of one field of a form.
///
/// A field is required if and only if an empty field is an issue, and not applicable if and only if a filled-in field is an issue.
///
/// ```
/// use partner_center_rules::{Context, Field, Need, field_plan};
///
/// let plans = field_plan("GovernmentCommunityCloud".into(), &Context::default());
/// let code = plans.iter().find(|plan| plan.field == Field::ValidationCode);
/// assert_eq!(code.map(|plan| plan.need), Some(Need::Required));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldPlan {
    /// The field.
    pub field: Field,
    /// The need for the field.
    pub need: Need,
    /// Whether to show the field. Before a qualification is chosen, only qualification and customer are shown.
    pub is_shown: bool,
    /// The options of the field; for a validation code, the usable codes that are known. `None`: free text.
    pub options: Option<Vec<FieldOption>>,
    /// The HTML attributes of the input.
    pub input: InputAttributes,
}

/// An option of a field.
///
/// ```
/// use partner_center_rules::{Context, FieldText, field_plan};
///
/// let plans = field_plan(FieldText::Absent, &Context::default());
/// let options = plans.iter().find_map(|plan| plan.options.as_deref()).unwrap_or_default();
/// assert_eq!(options.first().map(|option| option.label.as_str()), Some("None"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldOption {
    /// The text for the field.
    pub value: String,
    /// The label for people.
    pub label: String,
    /// The settability of a qualification; `None` for options of other fields.
    pub decision: Option<Decision>,
    /// The number of customers that a validation code can still qualify; `None`: no limit.
    pub remaining_creates: Option<i64>,
    /// The organisation that a validation code was issued for.
    pub organization_name: Option<String>,
}

impl FieldOption {
    /// Returns whether the option is shown but cannot be chosen, because it is blocked.
    ///
    /// ```
    /// use partner_center_rules::{Context, FieldOption, FieldText, field_plan};
    ///
    /// let plans = field_plan(FieldText::Absent, &Context::default());
    /// let options = plans.iter().find_map(|plan| plan.options.as_deref()).unwrap_or_default();
    /// assert!(options.first().is_some_and(FieldOption::is_disabled)); // None cannot be set
    /// ```
    #[must_use]
    pub fn is_disabled(&self) -> bool {
        self.decision.is_some_and(|decision| decision.outcome() == Outcome::Blocked)
    }

    /// Creates an option with a value and a label.
    const fn new(value: String, label: String) -> Self {
        Self { value, label, decision: None, remaining_creates: None, organization_name: None }
    }
}

/// HTML attributes of an input. They do not exclude any text that the check accepts.
///
/// ```
/// use partner_center_rules::{Context, field_plan};
///
/// let plans = field_plan("GovernmentCommunityCloud".into(), &Context::default());
/// assert!(plans.iter().any(|plan| plan.input.inputmode == "numeric"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct InputAttributes {
    /// The keyboard of a touch screen.
    #[cfg_attr(feature = "serde", serde(serialize_with = "serialize_attribute"))]
    pub inputmode: &'static str,
    /// The maximum length in UTF-16 code units.
    pub maxlength: usize,
    /// The values that the browser may fill in.
    #[cfg_attr(feature = "serde", serde(serialize_with = "serialize_attribute"))]
    pub autocomplete: &'static str,
    /// Whether the browser checks the spelling.
    pub spellcheck: bool,
}

/// Returns the plan of all fields for a qualification, in the order of the fields. An absent or unknown qualification is one that is not
/// chosen yet.
///
/// ```
/// use partner_center_rules::{Context, Field, Need, field_plan};
///
/// let plan = field_plan("GovernmentCommunityCloud".into(), &Context::default());
/// let needs: Vec<_> = plan.iter().map(|plan| (plan.field, plan.need)).collect();
/// assert_eq!(needs, [
///     (Field::CustomerId, Need::Required),
///     (Field::Qualification, Need::Required),
///     (Field::EducationSegment, Need::NotApplicable),
///     (Field::Website, Need::NotApplicable),
///     (Field::ValidationCode, Need::Required),
/// ]);
/// ```
#[must_use]
pub fn field_plan(qualification: FieldText<'_>, context: &Context<'_>) -> Vec<FieldPlan> {
    let fields = update_fields(qualification, context.mode);
    Field::ALL
        .iter()
        .map(|&field| {
            let need = match field {
                Field::CustomerId if context.customer_id.is_some() => Some(Need::NotApplicable),
                Field::CustomerId | Field::Qualification => Some(Need::Required),
                Field::EducationSegment | Field::Website | Field::ValidationCode => need(field, fields),
            };
            FieldPlan {
                field,
                need: need.unwrap_or(Need::Optional),
                is_shown: matches!(need, Some(Need::Required | Need::Optional)),
                options: options(field, context),
                input: input(field),
            }
        })
        .collect()
}

/// Returns the options of a field.
fn options(field: Field, context: &Context<'_>) -> Option<Vec<FieldOption>> {
    match field {
        Field::CustomerId | Field::Website => None,
        Field::Qualification => {
            let all = qualification_options(context.mode, context.held);
            Some(
                all.map(|(target, settability)| FieldOption {
                    decision: Some(settability.decision),
                    ..FieldOption::new(target.as_str().into(), target.label().into())
                })
                .collect(),
            )
        }
        Field::EducationSegment => {
            let all = EducationSegment::ALL.iter();
            Some(all.map(|segment| FieldOption::new(segment.as_str().into(), segment.label().into())).collect())
        }
        Field::ValidationCode => {
            let usable = context.validation_codes?.iter().filter(|known| known.is_usable());
            Some(
                usable
                    .map(|known| FieldOption {
                        remaining_creates: known.remaining_creates,
                        organization_name: known.organization_name.clone(),
                        ..FieldOption::new(known.code.as_str().into(), known.code.as_str().into())
                    })
                    .collect(),
            )
        }
    }
}

/// Returns the HTML attributes of the input of a field.
const fn input(field: Field) -> InputAttributes {
    let (inputmode, autocomplete) = match field {
        Field::ValidationCode => ("numeric", "off"),
        Field::Website => ("url", "off"),
        Field::CustomerId | Field::Qualification | Field::EducationSegment => ("text", "off"),
    };
    InputAttributes { inputmode, maxlength: MAX_FIELD_BYTES, autocomplete, spellcheck: false }
}

#[cfg(feature = "serde")]
fn serialize_attribute<S: serde::Serializer>(value: &&'static str, serializer: S) -> Result<S::Ok, S::Error> {
    crate::values::enumeration::serialize_name(serializer, "InputAttribute", value)
}

/// In JSON a plan is `{ "field", "need", "shown", "label", "hint", "options", "input" }`, without the feature `messages` all but label
/// and hint.
#[cfg(feature = "serde")]
impl serde::Serialize for FieldPlan {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut plan = serializer.serialize_struct("FieldPlan", 7)?;
        plan.serialize_field("field", &self.field)?;
        plan.serialize_field("need", &self.need)?;
        plan.serialize_field("shown", &self.is_shown)?;
        #[cfg(feature = "messages")]
        {
            plan.serialize_field("label", self.field.label())?;
            plan.serialize_field("hint", self.field.hint())?;
        }
        match &self.options {
            Some(options) => plan.serialize_field("options", options)?,
            None => plan.skip_field("options")?,
        }
        plan.serialize_field("input", &self.input)?;
        plan.end()
    }
}

/// In JSON an option is `{ "value", "label", "disabled", "outcome", "reasons", "remainingCreates", "organizationName" }`, without the
/// feature `messages` all but the label.
#[cfg(feature = "serde")]
impl serde::Serialize for FieldOption {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut option = serializer.serialize_struct("FieldOption", 7)?;
        option.serialize_field("value", &self.value)?;
        #[cfg(feature = "messages")]
        option.serialize_field("label", &self.label)?;
        option.serialize_field("disabled", &self.is_disabled())?;
        match self.decision {
            Some(decision) => {
                option.serialize_field("outcome", &decision.outcome())?;
                option.serialize_field("reasons", &Reasons(decision))?;
            }
            None => {
                option.skip_field("outcome")?;
                option.serialize_field("reasons", &[(); 0])?;
            }
        }
        match self.remaining_creates {
            Some(count) => option.serialize_field("remainingCreates", &Count(count))?,
            None => option.skip_field("remainingCreates")?,
        }
        match &self.organization_name {
            Some(name) => option.serialize_field("organizationName", name)?,
            None => option.skip_field("organizationName")?,
        }
        option.end()
    }
}
