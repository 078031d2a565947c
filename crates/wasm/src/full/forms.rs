//! The functions that check forms. They return `null` if the customer id in the context is not valid.

use partner_center_rules::{
    AcceptedForm, CustomerId, CustomerIdError, Field, FieldText, Form, Mode, QualificationUpdate, ValidationCode,
    Website,
};
use wasm_bindgen::prelude::*;

use crate::arguments::{HeldEntry, index, item};
use crate::full::input::{FormInput, KnownInput, OwnedContext, OwnedForm, field_text};
use crate::full::output::to_js;

/// Returns whether a text is a valid customer id.
#[wasm_bindgen]
#[must_use]
pub fn is_customer_id(text: &str) -> bool {
    text.parse::<CustomerId>().is_ok()
}

/// Returns whether a text is the nil GUID, in any notation of a customer id.
#[wasm_bindgen]
#[must_use]
pub fn is_nil_guid(text: &str) -> bool {
    matches!(text.parse::<CustomerId>(), Err(CustomerIdError::Nil))
}

/// Returns the result of a form check. Returns `undefined` if the form is accepted exactly as it was filled in, without warnings.
///
/// The texts of the form are parameters, since forms are checked most often: reading them from an object takes a quarter of a check.
#[wasm_bindgen]
#[must_use]
#[expect(clippy::too_many_arguments, reason = "the fields of a form, and what is known")]
pub fn check_form(
    customer_id: Option<String>,
    qualification: Option<String>,
    education_segment: Option<String>,
    website: Option<String>,
    validation_code: Option<String>,
    not_text: u32,
    unknown_fields: Option<Vec<String>>,
    is_checked: bool,
    mode: u32,
    held: Option<Vec<HeldEntry>>,
    known: Option<KnownInput>,
) -> JsValue {
    let fields = [customer_id, qualification, education_segment, website, validation_code];
    let form = OwnedForm::new(fields, not_text, unknown_fields, is_checked.then(|| item(Mode::ALL, mode)));
    let Some(context) = OwnedContext::read(mode, held, known.as_ref()) else { return JsValue::NULL };
    let (context, unknown_fields) = (context.as_context(), form.unknown_fields());
    let form = form.as_form(&unknown_fields);
    match partner_center_rules::check_form(&form, &context) {
        Ok(accepted) if is_as_filled_in(&form, &accepted) && context.customer_id.is_none() => JsValue::UNDEFINED,
        Ok(accepted) => to_js(&accepted),
        Err(rejected) => to_js(&rejected),
    }
}

/// Returns whether every text of a form is the same as in its value. Without changes, the text of the id is already canonical.
fn is_as_filled_in(form: &Form<'_>, AcceptedForm { value, warnings, changes }: &AcceptedForm) -> bool {
    let is_same = |field| match form.get(field) {
        FieldText::Text(text) => text == value_text(value, field).unwrap_or_default(),
        FieldText::Absent => value_text(value, field).is_none(),
        FieldText::NotText => false,
    };
    let others = [Field::Qualification, Field::EducationSegment, Field::Website, Field::ValidationCode];
    warnings.is_empty() && changes.is_empty() && others.into_iter().all(is_same)
}

fn value_text(value: &QualificationUpdate, field: Field) -> Option<&str> {
    match field {
        Field::Qualification => Some(value.qualification().as_str()),
        Field::EducationSegment => value.education_segment().map(|segment| segment.as_str()),
        Field::Website => value.website().map(Website::as_str),
        Field::ValidationCode => value.validation_code().map(ValidationCode::as_str),
        _ => None,
    }
}

/// Returns the result of the check of one field while it is being filled in.
#[wasm_bindgen]
#[must_use]
pub fn check_field(
    field: u32,
    text: Option<String>,
    is_not_text: bool,
    form: &FormInput,
    mode: u32,
    held: Option<Vec<HeldEntry>>,
    known: Option<KnownInput>,
) -> JsValue {
    let form = OwnedForm::new(form.fields(), 0, None, None);
    let context = OwnedContext::read(mode, held, known.as_ref());
    let (Some(&field), Some(context)) = (Field::ALL.get(index(field)), context) else { return JsValue::NULL };
    let text = field_text(text.as_deref(), is_not_text);
    to_js(&partner_center_rules::check_field(field, text, &form.as_form(&[]), &context.as_context()))
}

/// Returns how a form should show each field.
#[wasm_bindgen]
#[must_use]
pub fn field_plan(
    qualification: Option<String>,
    mode: u32,
    held: Option<Vec<HeldEntry>>,
    known: Option<KnownInput>,
) -> JsValue {
    let Some(context) = OwnedContext::read(mode, held, known.as_ref()) else { return JsValue::NULL };
    to_js(&partner_center_rules::field_plan(qualification.as_deref().into(), &context.as_context()))
}
