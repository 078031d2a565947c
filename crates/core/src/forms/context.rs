//! What is known beside the form.

use crate::values::customer_id::CustomerId;
use crate::values::holdings::Holdings;
use crate::values::qualification::Mode;
use crate::values::validation_code::PartnerValidationCode;

/// What the page knows beside the form. The default knows nothing.
///
/// ```
/// use partner_center_rules::{Context, Field, Holdings, Mode, field_plan};
///
/// let context = Context { mode: Mode::Synchronous, held: Some(Holdings::default()), ..Context::default() };
/// let plan = field_plan("Education".into(), &context);
/// assert!(plan.iter().all(|plan| plan.field != Field::Website || !plan.is_shown));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Context<'a> {
    /// The interface through which the qualification will be set.
    pub mode: Mode,
    /// What the customer holds; `None`: not known.
    pub held: Option<Holdings>,
    /// The validation codes of the partner; `None`: not known.
    pub validation_codes: Option<&'a [PartnerValidationCode]>,
    /// Whether the partner may have other codes than these, because some could not be read.
    pub validation_codes_incomplete: bool,
    /// The name of the customer; `None`: not known. A validation code that was given for another organisation makes a warning.
    pub customer_name: Option<&'a str>,
    /// The customer, where the page has chosen it. Then the form has no field for it.
    pub customer_id: Option<CustomerId>,
}
