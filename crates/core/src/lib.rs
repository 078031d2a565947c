//! Rules for partners who resell Microsoft cloud services (CSP): what they may do for a customer, decided before the request is sent.
//!
//! The rules decide two questions:
//!
//! * May a *qualification* be set for the customer, and with which fields? See [`settability`], and for forms [`check_form`],
//!   [`check_field`] and [`field_plan`].
//! * Do the customer's *account validation status* and qualifications allow a purchase? See [`purchase_eligibility`] and
//!   [`eligibility_from_response`].
//!
//! # Three outcomes
//! The documentation allows some actions, forbids some, and is silent on others. A [`Decision`] is therefore [`Outcome::Allowed`],
//! [`Outcome::Blocked`] or [`Outcome::Undetermined`]. Where the documentation is silent, a value is unknown or a response cannot be
//! read, the outcome is undetermined, never allowed. A decision names every rule that determined it, and a [`Rule`] names the pages
//! that it was taken from ([`Source`]).
//!
//! # How data flows
//! Text is parsed into typed values once ([`CustomerId`], [`Qualification`], [`AccountStatus`], [`ValidationCode`], [`Website`]). Values
//! determine a [`Decision`]. A form that no rule blocks becomes a [`QualificationUpdate`], and that a [`Request`]. The response of the
//! service is read into values again ([`read_validation_status`], [`read_qualifications`] ...) or into a [`Fault`].
//!
//! ```
//! use partner_center_rules::{
//!     HeldQualification, Holdings, Mode, Outcome, Qualification, VettingStatus, settability,
//! };
//!
//! let held: Holdings = [HeldQualification::new(Qualification::Education).with_vetting_status(VettingStatus::Approved)]
//!     .iter()
//!     .collect();
//! let settability = settability(Qualification::GovernmentCommunityCloud, Mode::Asynchronous, Some(held));
//! assert_eq!(settability.decision.outcome(), Outcome::Blocked);
//! for rule in settability.decision.rules() {
//!     println!("{} {} {:?}", rule.id, rule.reason.message(), rule.source);
//! }
//! ```
//!
//! The complete decision tables are in [`tables`].
//!
//! # Scope of this crate
//! The crate only decides: it sends nothing, reads no clock and generates no random numbers. It needs `alloc`, not `std`, and does not
//! panic on any input. Partner Center has the final say: it may refuse what is allowed here, for undocumented reasons.
//!
//! # Features
//! * `serde` (default): serialization of the types, in the spellings of the service.
//! * `messages` (default): texts for people in what `serde` writes: messages, labels, hints, and the sources of reasons.
//! * `time`: converts a [`Timestamp`] to a `time::OffsetDateTime`.
//! * `http`: converts a [`Request`] to an `http::Request<Vec<u8>>`. Needs `std`.
//! * `rayon`: parallel versions of the bulk functions. Needs `std`.

#![no_std]

extern crate alloc;
#[cfg(test)]
extern crate std;

// Pages of the documentation, and nothing else.
#[cfg(doc)]
pub mod tables;

mod bulk;
mod forms;
mod json;
mod rules;
mod service;
mod values;

pub use bulk::error::{BulkError, BulkErrorCode, IncompleteBulk};
pub use bulk::lists::{bulk_eligibility, purchase_eligibilities};
pub use bulk::options::BulkOptions;
#[cfg(feature = "rayon")]
pub use bulk::parallel::{par_bulk_eligibility, par_purchase_eligibilities};
pub use bulk::reader::BulkReader;
pub use bulk::tally::Tally;
pub use forms::context::Context;
pub use forms::field_text::{FieldText, Need};
pub use forms::form::{AcceptedForm, Form, RejectedForm, check_form};
#[cfg(feature = "serde")]
pub use forms::form_input::FormInput;
pub use forms::issue::{Change, Issue, Params, Severity};
pub use forms::issue_code::{ChangeCode, FaultCode, FieldCode, IssueCode, ListCode};
pub use forms::live::{FieldCheck, FieldState, check_field};
pub use forms::plan::{FieldOption, FieldPlan, InputAttributes, field_plan};
pub use forms::update::QualificationUpdate;
pub use json::document::MAX_BODY_BYTES;
pub use rules::decision::Decision;
pub use rules::eligibility::{Purchase, account_eligibility, offer_eligibility, purchase_eligibility};
pub use rules::reason::ReasonCode;
pub use rules::rule::{Basis, Outcome, RULES_VERSION, Rule, RuleId};
pub use rules::settability::{Settability, UpdateFields, qualification_options, settability};
pub use rules::source::Source;
pub use service::classification::FaultOrigin;
pub use service::eligibility::{eligibility_from_response, purchase_eligibility_from_response};
pub use service::fault::Fault;
pub use service::operation::{Credentials, GdapRole, Operation, gdap_roles};
pub use service::refusal::{PurchaseRefusal, explain_purchase_refusal};
pub use service::request::Request;
pub use service::request_context::{Cloud, RequestContext};
pub use service::response::{
    ValidationStatus, read_qualification, read_qualifications, read_update, read_validation_codes,
    read_validation_status,
};
pub use service::undetermined_update::UndeterminedUpdate;
pub use values::account_status::AccountStatus;
pub use values::customer_id::{CustomerId, CustomerIdError};
pub use values::field::{Field, MAX_FIELD_BYTES};
pub use values::guid::{Guid, GuidError};
pub use values::holdings::Holdings;
pub use values::offer::{OfferSegment, Transaction};
pub use values::open::Open;
pub use values::other_member::OtherMember;
pub use values::partner_validation_code::PartnerValidationCode;
pub use values::qualification::{EducationSegment, Mode, Qualification};
pub use values::timestamp::Timestamp;
pub use values::unknown_value::UnknownValue;
pub use values::validation_code::{ValidationCode, ValidationCodeError};
pub use values::vetting::{HeldQualification, VettingStatus};
pub use values::website::{Website, WebsiteError};

/// Runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
