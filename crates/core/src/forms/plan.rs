//! What a form has to show: each field with whether it is needed, its options and its input.

use alloc::string::String;
use alloc::vec::Vec;

use crate::forms::checks::{need, update_fields};
use crate::forms::context::Context;
use crate::forms::field_text::{FieldText, Need};
use crate::rules::decision::Decision;
use crate::rules::rule::Outcome;
use crate::rules::settability::qualification_options;
use crate::values::field::{Field, MAX_FIELD_BYTES};
use crate::values::qualification::EducationSegment;

/// What a form has to show of one field.
///
/// A field is required if and only if leaving it empty is an issue, and not applicable if and only if filling it in is one.
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
    /// Whether it is needed.
    pub need: Need,
    /// Whether to show it. Before a qualification is chosen only that and the customer are asked for.
    pub is_shown: bool,
    /// What can be chosen; for a validation code, what is known to be usable. None: anything can be typed.
    pub options: Option<Vec<FieldOption>>,
    /// The attributes of the input.
    pub input: InputAttributes,
}

/// Something that can be chosen in a field.
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
    /// The text of the field.
    pub value: String,
    /// What people read.
    pub label: String,
    /// Whether it can be set: a blocked one is to be shown, but not to be chosen. Only for qualifications.
    pub decision: Option<Decision>,
    /// How often a validation code can still be used, where the service sets a limit.
    pub remaining_creates: Option<i64>,
    /// The organisation that a validation code was given for.
    pub organization_name: Option<String>,
}

impl FieldOption {
    /// Returns whether it is to be shown, but not to be chosen.
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

    const fn new(value: String, label: String) -> Self {
        Self { value, label, decision: None, remaining_creates: None, organization_name: None }
    }
}

/// Attributes of an input in HTML. They never cut or refuse a text that the check accepts.
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
    /// Which keyboard a touch screen shows.
    pub inputmode: &'static str,
    /// The most UTF-16 code units that are read.
    pub maxlength: usize,
    /// What the browser may fill in.
    pub autocomplete: &'static str,
    /// Whether the browser looks for spelling mistakes.
    pub spellcheck: bool,
}

/// Tells what a form has to show for a qualification (absent or unknown: before one is chosen), in the order of the fields.
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

const fn input(field: Field) -> InputAttributes {
    let (inputmode, autocomplete) = match field {
        Field::ValidationCode => ("numeric", "off"),
        Field::Website => ("url", "off"),
        Field::CustomerId | Field::Qualification | Field::EducationSegment => ("text", "off"),
    };
    InputAttributes { inputmode, maxlength: MAX_FIELD_BYTES, autocomplete, spellcheck: false }
}
