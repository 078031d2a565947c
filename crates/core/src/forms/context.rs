//! Context of a form: facts that are not fields of it.

use crate::values::customer_id::CustomerId;
use crate::values::holdings::Holdings;
use crate::values::partner_validation_code::PartnerValidationCode;
use crate::values::qualification::Mode;

/// The context of a form: the API, and facts about the customer and the partner. By default nothing is known.
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
    /// The API that sets the qualification.
    pub mode: Mode,
    /// The qualifications that the customer holds; `None`: not known.
    pub held: Option<Holdings>,
    /// The validation codes of the partner; `None`: not known.
    pub validation_codes: Option<&'a [PartnerValidationCode]>,
    /// Whether the partner may have more codes, because some could not be read.
    pub validation_codes_incomplete: bool,
    /// The name of the customer; `None`: not known. A validation code that was issued for another organisation gives a warning.
    pub customer_name: Option<&'a str>,
    /// The customer, if it is already chosen. The form then has no field for it.
    pub customer_id: Option<CustomerId>,
}
