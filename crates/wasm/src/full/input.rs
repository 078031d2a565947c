//! Reads the plain objects that the facade creates from its arguments. Typed getters read their members, so that nothing can throw here.

use partner_center_rules::{
    Cloud, Context, CustomerId, Field, FieldText, Form, Guid, Holdings, Mode, PartnerValidationCode, RequestContext,
};
use wasm_bindgen::prelude::*;

use crate::arguments::{HeldEntry, holdings, item};

#[wasm_bindgen]
extern "C" {
    /// A validation code of the partner. An entry that cannot be read has no id.
    pub type CodeEntry;
    #[wasm_bindgen(method, getter, js_name = validationId)]
    fn validation_id(this: &CodeEntry) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = remainingCreates)]
    fn remaining_creates(this: &CodeEntry) -> Option<f64>;
    #[wasm_bindgen(method, getter, js_name = organizationName)]
    fn organization_name(this: &CodeEntry) -> Option<String>;

    /// The texts of a form.
    pub type FormInput;
    #[wasm_bindgen(method, getter, js_name = customerId)]
    fn customer_id(this: &FormInput) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn qualification(this: &FormInput) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = educationSegment)]
    fn education_segment(this: &FormInput) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn website(this: &FormInput) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = validationCode)]
    fn validation_code(this: &FormInput) -> Option<String>;

    /// The data about the customer and the partner.
    pub type KnownInput;
    #[wasm_bindgen(method, getter, js_name = validationCodes)]
    fn validation_codes(this: &KnownInput) -> Option<Vec<CodeEntry>>;
    #[wasm_bindgen(method, getter, js_name = customerId)]
    fn customer_id(this: &KnownInput) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = customerName)]
    fn customer_name(this: &KnownInput) -> Option<String>;

    /// The ids of a request and the cloud that it is sent to.
    pub type RequestContextInput;
    #[wasm_bindgen(method, getter, js_name = requestId)]
    fn request_id(this: &RequestContextInput) -> String;
    #[wasm_bindgen(method, getter, js_name = correlationId)]
    fn correlation_id(this: &RequestContextInput) -> String;
    #[wasm_bindgen(method, getter)]
    fn cloud(this: &RequestContextInput) -> u32;
}

impl FormInput {
    /// Returns the texts in the order of the fields.
    #[inline(never)]
    pub(crate) fn fields(&self) -> [Option<String>; 5] {
        [self.customer_id(), self.qualification(), self.education_segment(), self.website(), self.validation_code()]
    }
}

/// A form that owns the texts which [`Form`] borrows.
pub(crate) struct OwnedForm {
    fields: [Option<String>; 5],
    /// A bit for each field whose value is not a text.
    not_text: u32,
    unknown_fields: Vec<String>,
    /// The API for which the form was checked before.
    mode: Option<Mode>,
}

impl OwnedForm {
    pub(crate) fn new(
        fields: [Option<String>; 5],
        not_text: u32,
        unknown_fields: Option<Vec<String>>,
        mode: Option<Mode>,
    ) -> Self {
        Self { fields, not_text, unknown_fields: unknown_fields.unwrap_or_default(), mode }
    }

    /// Returns the names of the other members, for [`Form`] to borrow.
    pub(crate) fn unknown_fields(&self) -> Vec<&str> {
        self.unknown_fields.iter().map(String::as_str).collect()
    }

    #[inline(never)]
    pub(crate) fn as_form<'a>(&'a self, unknown_fields: &'a [&'a str]) -> Form<'a> {
        let form = Form { unknown_fields, mode: self.mode, ..Form::default() };
        let fields = Field::ALL.iter().zip(0..).zip(&self.fields);
        fields.fold(form, |form, ((&field, index), text)| {
            form.with(field, field_text(text.as_deref(), self.not_text >> index & 1 == 1))
        })
    }
}

/// Returns the text of a field.
pub(crate) fn field_text(text: Option<&str>, is_not_text: bool) -> FieldText<'_> {
    if is_not_text { FieldText::NotText } else { text.into() }
}

/// A context that owns the texts which [`Context`] borrows.
#[derive(Default)]
pub(crate) struct OwnedContext {
    mode: Mode,
    held: Option<Holdings>,
    validation_codes: Option<Vec<PartnerValidationCode>>,
    validation_codes_incomplete: bool,
    customer_id: Option<CustomerId>,
    customer_name: Option<String>,
}

impl OwnedContext {
    /// Reads a context. Returns `None` if the customer id is not valid.
    #[inline(never)]
    pub(crate) fn read(mode: u32, held: Option<Vec<HeldEntry>>, known: Option<&KnownInput>) -> Option<Self> {
        let (mode, held) = (item(Mode::ALL, mode), holdings(held));
        let Some(known) = known else { return Some(Self { mode, held, ..Self::default() }) };
        let customer_id = match known.customer_id() {
            Some(text) => Some(text.parse().ok()?),
            None => None,
        };
        let entries = known.validation_codes();
        let validation_codes: Option<Vec<_>> =
            entries.as_ref().map(|entries| entries.iter().filter_map(validation_code).collect());
        Some(Self {
            mode,
            held,
            validation_codes_incomplete: entries.map(|entries| entries.len())
                != validation_codes.as_ref().map(Vec::len),
            validation_codes,
            customer_id,
            customer_name: known.customer_name(),
        })
    }

    pub(crate) fn as_context(&self) -> Context<'_> {
        Context {
            mode: self.mode,
            held: self.held,
            validation_codes: self.validation_codes.as_deref(),
            validation_codes_incomplete: self.validation_codes_incomplete,
            customer_id: self.customer_id,
            customer_name: self.customer_name.as_deref(),
        }
    }
}

/// Reads a validation code of the partner. Returns `None` for an entry that cannot be read.
#[expect(clippy::as_conversions, reason = "it saturates: so large a number is not a limit")]
fn validation_code(entry: &CodeEntry) -> Option<PartnerValidationCode> {
    let remaining_creates = match entry.remaining_creates() {
        Some(count) if count.fract() != 0.0 => return None,
        count => count.map(|count| count as i64),
    };
    let organization_name = entry.organization_name();
    Some(PartnerValidationCode {
        remaining_creates,
        organization_name,
        ..PartnerValidationCode::from_digits(&entry.validation_id()?)?
    })
}

/// Reads the context of a request. Returns `None` if an id is not valid.
pub(crate) fn request_context(input: &RequestContextInput) -> Option<RequestContext> {
    let id = |text: String| text.parse::<Guid>().ok();
    Some(RequestContext {
        cloud: item(Cloud::ALL, input.cloud()),
        request_id: id(input.request_id())?,
        correlation_id: id(input.correlation_id())?,
    })
}
