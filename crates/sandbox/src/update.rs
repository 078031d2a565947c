//! An update of a qualification: decided by the rules, then carried out.

use partner_center_rules::{
    Context, CustomerId, Form, IssueCode, Mode, RejectedForm, ValidationCode, VettingStatus, check_form,
};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::data::{Data, Entry, Undetermined, WholeNumber};

/// Why an update is not carried out.
#[derive(Debug)]
pub(crate) enum Denial {
    /// There is no such customer.
    NoCustomer,
    /// The service does not respond about what the customer holds.
    Unavailable,
    /// The customer cannot have the qualification.
    Qualification,
    /// The form has errors in its fields.
    Fields(RejectedForm),
}

impl Data {
    /// Decides on an update with what is known about the customer, and carries it out unless it is refused.
    ///
    /// # Errors
    /// [`Denial`]; then nothing has changed.
    pub(crate) fn update(&mut self, id: CustomerId, mode: Mode, form: &Form<'_>) -> Result<Entry, Denial> {
        let customer = self.customer(id).ok_or(Denial::NoCustomer)?;
        let held = customer.holdings().ok_or(Denial::Unavailable)?;
        let codes = self.known_codes();
        let context = Context {
            mode,
            held: Some(held),
            validation_codes: codes.as_deref(),
            customer_id: Some(id),
            ..Context::default()
        };
        let accepted = check_form(form, &context).map_err(Denial::of)?;
        if self.undetermined == Undetermined::Refuse && !accepted.value.decision().is_allowed() {
            return Err(Denial::Qualification);
        }
        let qualification = accepted.value.qualification().as_str();
        let entry =
            if mode == Mode::Asynchronous { Entry::in_review(qualification) } else { Entry::active(qualification) };
        if let Some(code) = accepted.value.validation_code() {
            self.use_code(code);
        }
        if let Some(customer) = self.customer_mut(id) {
            let held = customer.qualifications.get_or_insert_default();
            // A new submission replaces an entry that was denied or is in review.
            held.retain(|entry| !entry.qualification.eq_ignore_ascii_case(qualification));
            held.push(entry.clone());
        }
        Ok(entry)
    }

    fn use_code(&mut self, code: &ValidationCode) {
        let mut codes = self.validation_codes.iter_mut().flatten();
        if let Some(code) = codes.find(|known| code.is_same(known.validation_id.as_str())) {
            code.remaining_creates = code.remaining_creates.map(|remaining| WholeNumber(remaining.0.saturating_sub(1)));
        }
    }
}

impl Denial {
    /// Reports errors in the fields before a refusal by the rules, which apply only to valid fields.
    fn of(rejected: RejectedForm) -> Self {
        let is_rule = |code: IssueCode| matches!(code, IssueCode::Rule(_));
        if rejected.issues.iter().all(|issue| is_rule(issue.code)) {
            Self::Qualification
        } else {
            Self::Fields(rejected)
        }
    }
}

impl Entry {
    fn active(qualification: &str) -> Self {
        Self {
            qualification: qualification.to_owned(),
            vetting_status: None,
            vetting_reason: None,
            vetting_create_date: None,
        }
    }

    fn in_review(qualification: &str) -> Self {
        let now = OffsetDateTime::now_utc().truncate_to_second();
        Self {
            vetting_status: Some(VettingStatus::InReview.to_string()),
            // Formatting fails only for years outside of 0 to 9999.
            vetting_create_date: now.format(&Rfc3339).ok(),
            ..Self::active(qualification)
        }
    }

    pub(crate) fn is_in_review(&self) -> bool {
        let status = self.vetting_status.as_deref().and_then(|status| status.parse().ok());
        status == Some(VettingStatus::InReview)
    }
}
