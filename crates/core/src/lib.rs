//! What a partner who resells Microsoft cloud services (CSP) may do for a customer, decided before the request is sent.
//!
//! Two questions are answered:
//!
//! * May a *qualification* be set for the customer, and with what fields? See [`settability`], and for forms [`check_form`],
//!   [`check_field`] and [`field_plan`].
//! * Do the customer's *account validation status* and qualifications let a purchase go through? See
//!   [`purchase_eligibility`] and [`eligibility_from_response`].
//!
//! # Three answers
//! The documentation answers some questions with yes, some with no, and is silent on others. A [`Decision`] is therefore
//! [`Outcome::Allowed`], [`Outcome::Blocked`] or [`Outcome::Undetermined`]. Silence, a value that these rules do not know and an
//! answer that cannot be read are undetermined, never allowed. A decision names every rule that determined it, and a [`Rule`]
//! names the pages it was taken from ([`Source`]).
//!
//! # How data flows
//! Text becomes a typed value once ([`CustomerId`], [`Qualification`], [`AccountStatus`], [`ValidationCode`], [`Website`]), values
//! become a [`Decision`], a form that no rule blocks becomes a [`QualificationUpdate`], and that a [`Request`]. What the service
//! answers is read into values again ([`read_validation_status`], [`read_qualifications`] ...) or into a [`Fault`].
//!
//! ```
//! use partner_center_rules::{
//!     HeldQualification, Holdings, Mode, Outcome, Qualification, VettingStatus, settability,
//! };
//!
//! let held: Holdings = [HeldQualification::new(Qualification::Education).with_vetting_status(VettingStatus::Approved)]
//!     .iter()
//!     .collect();
//! let answer = settability(Qualification::GovernmentCommunityCloud, Mode::Asynchronous, Some(held));
//! assert_eq!(answer.decision.outcome(), Outcome::Blocked);
//! for rule in answer.decision.rules() {
//!     println!("{} {} {:?}", rule.id, rule.reason.message(), rule.source);
//! }
//! ```
//!
//! The complete decision tables are in [`tables`].
//!
//! # Scope of this crate
//! It decides; it sends nothing, reads no clock and makes no random numbers. It needs `alloc`, not `std`, and panics on no input.
//! The service stays the judge: it may refuse what is allowed here, for reasons that it does not document.
//!
//! # Features
//! * `serde` (default): the types as JSON, in the spellings of the service.
//! * `time`: [`Timestamp`] gives a `time::OffsetDateTime`.
//! * `http`: a [`Request`] becomes an `http::Request<Vec<u8>>`. Needs `std`.
//! * `rayon`: many customers are decided for on all cores. Needs `std`.

#![no_std]

extern crate alloc;
#[cfg(test)]
extern crate std;

// Pages of the documentation, and nothing else.
#[cfg(doc)]
pub mod tables;

mod enumeration;
mod excerpt;
mod text;

mod account_status;
mod address;
mod customer_id;
mod guid;
mod holdings;
mod open;
mod qualification;
mod timestamp;
mod validation_code;
mod vetting;
mod website;

mod decision;
mod eligibility;
mod reason;
mod rule;
mod settability;
mod source;

mod check;
mod field;
mod field_check;
mod form;
mod issue;
mod plan;

mod caller;
mod operation;
mod request;
mod undetermined_update;

mod answer;
mod fault;
mod json;
mod response;

mod batch;
mod batch_error;
mod ending;
mod many;
#[cfg(feature = "rayon")]
mod parallel;
mod position;
mod record;
mod scan;
mod string;
mod tally;
mod wrapped_list;

pub use account_status::{AccountStatus, OfferSegment, Transaction};
pub use answer::{
    ValidationStatus, read_qualification, read_qualifications, read_update, read_validation_codes,
    read_validation_status,
};
pub use batch::{Batch, BatchOptions};
pub use batch_error::{BatchError, BatchFault, UnfinishedBatch};
pub use caller::{Caller, Cloud};
pub use customer_id::{CustomerId, CustomerIdError};
pub use decision::Decision;
pub use eligibility::{Purchase, account_eligibility, offer_eligibility, purchase_eligibility};
pub use fault::{Fault, FaultCode, FaultOrigin};
pub use field::{Field, FieldText, MAX_FIELD_BYTES, Need};
pub use field_check::{FieldCheck, FieldState, check_field};
pub use form::{AcceptedForm, Context, Form, QualificationUpdate, RejectedForm, check_form};
pub use guid::{Guid, GuidError};
pub use holdings::Holdings;
pub use issue::{Change, ChangeCode, FieldCode, Issue, IssueCode, ListCode, Params, Severity};
pub use json::{MAX_BODY_BYTES, OtherMember};
pub use many::{eligibility_of_many, eligibility_of_slice};
pub use open::{Open, UnknownValue};
pub use operation::{Credentials, GdapRole, Operation, gdap_roles};
#[cfg(feature = "rayon")]
pub use parallel::{par_eligibility_of_many, par_eligibility_of_slice};
pub use plan::{FieldOption, FieldPlan, InputAttributes, field_plan};
pub use qualification::{EducationSegment, Mode, Qualification};
pub use reason::ReasonCode;
pub use request::Request;
pub use response::{PurchaseRefusal, eligibility_from_response, purchase_eligibility_from_response, purchase_refusal};
pub use rule::{Basis, Outcome, RULES_VERSION, Rule, RuleId};
pub use settability::{Settability, UpdateFields, settability, settable_qualifications};
pub use source::Source;
pub use tally::Tally;
pub use timestamp::Timestamp;
pub use undetermined_update::UndeterminedUpdate;
pub use validation_code::{PartnerValidationCode, ValidationCode, ValidationCodeError};
pub use vetting::{HeldQualification, VettingStatus};
pub use website::{Website, WebsiteError};

/// Runs the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
