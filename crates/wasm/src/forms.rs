//! The calls about forms. Their texts come in one copy: the five fields in order, the id and the name of the customer of the context,
//! then what a call has besides, and last three for each validation code: code, remaining creates, organisation.

use alloc::string::String;
use alloc::vec::Vec;

use partner_center_rules::{
    AcceptedForm, Context, CustomerId, CustomerIdError, Field, FieldText, Form, Mode, PartnerValidationCode,
    RejectedForm, ValidationCode, Website,
};
use wasm_bindgen::prelude::*;

use crate::call::Call;
use crate::texts::Texts;
use crate::view;
use crate::{held, index, item};

/// Returns whether a text is a customer id.
#[wasm_bindgen]
#[must_use]
pub fn is_customer_id(text: &str) -> bool {
    let _call = Call;
    text.parse::<CustomerId>().is_ok()
}

/// Returns whether two texts are the id of one customer.
#[wasm_bindgen]
#[must_use]
pub fn is_same_customer(one: &str, other: &str) -> bool {
    let _call = Call;
    matches!((one.parse::<CustomerId>(), other.parse::<CustomerId>()), (Ok(one), Ok(other)) if one == other)
}

/// Returns whether a text is the nil GUID, in any form of a customer id.
#[wasm_bindgen]
#[must_use]
pub fn is_nil_guid(text: &str) -> bool {
    let _call = Call;
    matches!(text.parse::<CustomerId>(), Err(CustomerIdError::Nil))
}

/// The result of a form check, as JSON; nothing if the form can be sent exactly as it was filled in, and there is no more to say.
/// Besides: the names of the members that are no fields.
#[wasm_bindgen]
#[must_use]
pub fn check_form(text: &str, mode: u32, holdings: u32, unknown: u32, are_codes_known: bool) -> Option<String> {
    let _call = Call;
    let texts = FormTexts::read(&mut Texts::new(text), unknown, are_codes_known);
    match texts.check(mode, holdings) {
        Ok(accepted) if texts.are_as_in(&accepted) => None,
        Ok(accepted) => Some(view::accepted(&accepted)),
        Err(rejected) => Some(view::rejected(&rejected)),
    }
}

/// What a form check reads from the texts.
pub(crate) struct FormTexts<'a> {
    form: Form<'a>,
    customer: Customer<'a>,
    unknown: Vec<&'a str>,
    codes: Option<Codes>,
}

/// The customer that the page has chosen, as far as it is known.
struct Customer<'a> {
    id: Option<CustomerId>,
    name: Option<&'a str>,
}

impl<'a> Customer<'a> {
    fn read(texts: &mut Texts<'a>) -> Self {
        Self { id: read_customer_id(texts), name: texts.next().and_then(FieldText::as_str) }
    }
}

/// The validation codes of the partner, and whether some could not be read.
struct Codes {
    known: Vec<PartnerValidationCode>,
    is_incomplete: bool,
}

impl<'a> FormTexts<'a> {
    pub(crate) fn read(texts: &mut Texts<'a>, unknown: u32, are_codes_known: bool) -> Self {
        let form = read_form(texts);
        let customer = Customer::read(texts);
        let unknown = texts.by_ref().take(index(unknown)).filter_map(FieldText::as_str).collect();
        let codes = are_codes_known.then(|| Codes::read(texts));
        Self { form, customer, unknown, codes }
    }

    pub(crate) fn check(&self, mode: u32, holdings: u32) -> Result<AcceptedForm, RejectedForm> {
        let form = Form { unknown_fields: &self.unknown, ..self.form };
        partner_center_rules::check_form(&form, &context(mode, holdings, &self.customer, self.codes.as_ref()))
    }
}

impl FormTexts<'_> {
    /// Returns whether the texts of the form are those of the accepted value, field by field.
    fn are_as_in(&self, AcceptedForm { value, warnings, changes }: &AcceptedForm) -> bool {
        let is = |field, value: Option<&str>| match self.form.get(field) {
            FieldText::Text(text) => text == value.unwrap_or_default(),
            FieldText::Absent => value.is_none(),
            FieldText::NotText => false,
        };
        // Without changes the text of the id is canonical already.
        warnings.is_empty()
            && changes.is_empty()
            && self.customer.id.is_none()
            && is(Field::Qualification, Some(value.qualification().as_str()))
            && is(Field::EducationSegment, value.education_segment().map(|segment| segment.as_str()))
            && is(Field::Website, value.website().map(Website::as_str))
            && is(Field::ValidationCode, value.validation_code().map(ValidationCode::as_str))
    }
}

/// What there is to say of one field, as JSON. Besides: the text of the field.
#[wasm_bindgen]
#[must_use]
pub fn check_field(field: u32, text: &str, mode: u32, holdings: u32, are_codes_known: bool) -> String {
    let _call = Call;
    let Some(&field) = Field::ALL.get(index(field)) else { return String::new() };
    let mut texts = Texts::new(text);
    let form = read_form(&mut texts);
    let customer = Customer::read(&mut texts);
    let typed = texts.next().unwrap_or_default();
    let codes = are_codes_known.then(|| Codes::read(&mut texts));
    let context = context(mode, holdings, &customer, codes.as_ref());
    view::field_check(&partner_center_rules::check_field(field, typed, &form, &context))
}

/// What a form has to show, as JSON. Of the fields only the qualification counts.
#[wasm_bindgen]
#[must_use]
pub fn field_plan(text: &str, mode: u32, holdings: u32, are_codes_known: bool) -> String {
    let _call = Call;
    let mut texts = Texts::new(text);
    let form = read_form(&mut texts);
    let customer = Customer::read(&mut texts);
    let codes = are_codes_known.then(|| Codes::read(&mut texts));
    let context = context(mode, holdings, &customer, codes.as_ref());
    view::field_plan(&partner_center_rules::field_plan(form.qualification, &context))
}

fn read_form<'a>(texts: &mut Texts<'a>) -> Form<'a> {
    Field::ALL.iter().fold(Form::default(), |form, &field| form.with(field, texts.next().unwrap_or_default()))
}

pub(crate) fn read_customer_id(texts: &mut Texts<'_>) -> Option<CustomerId> {
    texts.next()?.as_str().and_then(|text| text.parse().ok())
}

impl Codes {
    fn read(texts: &mut Texts<'_>) -> Self {
        let entries = core::iter::from_fn(|| Some([texts.next()?, texts.next()?, texts.next()?]));
        let mut is_incomplete = false;
        let known = entries.map(read_code).inspect(|code| is_incomplete |= code.is_none()).flatten().collect();
        Self { known, is_incomplete }
    }
}

/// A validation code of the partner; nothing for an entry that cannot be read.
fn read_code([code, remaining_creates, organization_name]: [FieldText<'_>; 3]) -> Option<PartnerValidationCode> {
    let remaining_creates = match remaining_creates {
        FieldText::Absent => None,
        FieldText::Text(number) => Some(number.parse().ok()?),
        FieldText::NotText => return None,
    };
    let organization_name = organization_name.as_str().map(String::from);
    Some(PartnerValidationCode {
        remaining_creates,
        organization_name,
        ..PartnerValidationCode::from_digits(code.as_str()?)?
    })
}

fn context<'a>(mode: u32, holdings: u32, customer: &Customer<'a>, codes: Option<&'a Codes>) -> Context<'a> {
    Context {
        mode: item(Mode::ALL, mode),
        held: held(holdings),
        validation_codes: codes.map(|codes| codes.known.as_slice()),
        validation_codes_incomplete: codes.is_some_and(|codes| codes.is_incomplete),
        customer_id: customer.id,
        customer_name: customer.name,
    }
}
