//! Rich results as the facade takes them: plain objects, in which codes stand for the texts that the facade has.

use partner_center_rules::{
    AcceptedForm, Change, Fault, FaultOrigin, Field, FieldOption, FieldState, InputAttributes, Issue, Need, Open,
    OtherMember, Params, Qualification, QualificationUpdate, RejectedForm, Request, Severity,
};
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::code;

/// A plain object: no Map, no BigInt, and what is absent is absent.
pub(crate) fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// A form that can be sent.
#[derive(Serialize)]
pub(crate) struct Accepted<'a> {
    ok: bool,
    value: &'a QualificationUpdate,
    warnings: Vec<Found<'a>>,
    changes: Vec<Changed>,
}

impl<'a> Accepted<'a> {
    pub(crate) fn new(form: &'a AcceptedForm) -> Self {
        Self { ok: true, value: &form.value, warnings: found(&form.warnings), changes: changed(&form.changes) }
    }
}

/// A form that cannot be sent.
#[derive(Serialize)]
pub(crate) struct Rejected<'a> {
    ok: bool,
    issues: Vec<Found<'a>>,
    warnings: Vec<Found<'a>>,
}

impl<'a> Rejected<'a> {
    pub(crate) fn new(form: &'a RejectedForm) -> Self {
        Self { ok: false, issues: found(&form.issues), warnings: found(&form.warnings) }
    }
}

/// A form as a request.
#[derive(Serialize)]
pub(crate) struct Requested<'a> {
    ok: bool,
    request: &'a Request,
    warnings: Vec<Found<'a>>,
}

impl<'a> Requested<'a> {
    pub(crate) fn new(request: &'a Request, warnings: &'a [Issue]) -> Self {
        Self { ok: true, request, warnings: found(warnings) }
    }
}

/// What the service answered: the value, or the fault.
pub(crate) fn answer(answer: Result<impl Serialize, Fault>) -> JsValue {
    match answer {
        Ok(value) => plain(&Answered { ok: true, value }),
        Err(fault) => plain(&Refused { ok: false, fault: ReadFault::new(&fault) }),
    }
}

#[derive(Serialize)]
struct Answered<T> {
    ok: bool,
    value: T,
}

#[derive(Serialize)]
struct Refused<'a> {
    ok: bool,
    fault: ReadFault<'a>,
}

/// A qualification by itself.
#[derive(Serialize)]
pub(crate) struct ReadQualification {
    qualification: Open<Qualification>,
    recognised: bool,
}

impl ReadQualification {
    pub(crate) fn new(qualification: Open<Qualification>) -> Self {
        Self { recognised: qualification.known().is_some(), qualification }
    }
}

/// A fault, its issue without a message.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReadFault<'a> {
    http_status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_message_extended: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "<[OtherMember]>::is_empty")]
    other: &'a [OtherMember],
    is_retryable: bool,
    origin: FaultOrigin,
    issue: Found<'a>,
}

impl<'a> ReadFault<'a> {
    pub(crate) fn new(fault: &'a Fault) -> Self {
        Self {
            http_status: fault.http_status,
            code: fault.code.as_deref(),
            error_name: fault.error_name.as_deref(),
            message: fault.message.as_deref(),
            description: fault.description.as_deref(),
            error_message_extended: fault.error_message_extended.as_deref(),
            source: fault.source.as_deref(),
            text: fault.text.as_deref(),
            other: &fault.other,
            is_retryable: fault.is_retryable,
            origin: fault.origin,
            issue: Found::new(&fault.issue),
        }
    }
}

/// What there is to say of one field.
#[derive(Serialize)]
pub(crate) struct FieldCheck<'a> {
    state: FieldState,
    #[serde(skip_serializing_if = "Option::is_none")]
    issue: Option<Found<'a>>,
    warnings: Vec<Found<'a>>,
    changes: Vec<Changed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

impl<'a> FieldCheck<'a> {
    pub(crate) fn new(check: &'a partner_center_rules::FieldCheck) -> Self {
        Self {
            state: check.state,
            issue: check.issue.as_ref().map(Found::new),
            warnings: found(&check.warnings),
            changes: changed(&check.changes),
            value: check.value.as_deref(),
        }
    }
}

/// What a form has to show of one field.
#[derive(Serialize)]
pub(crate) struct FieldPlan<'a> {
    field: Field,
    need: Need,
    shown: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Option<Vec<Choice<'a>>>,
    input: InputAttributes,
}

impl<'a> FieldPlan<'a> {
    pub(crate) fn new(plan: &'a partner_center_rules::FieldPlan) -> Self {
        Self {
            field: plan.field,
            need: plan.need,
            shown: plan.is_shown,
            options: plan.options.as_ref().map(|options| options.iter().map(Choice::new).collect()),
            input: plan.input,
        }
    }
}

/// Something that can be chosen; its decision as a code.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Choice<'a> {
    value: &'a str,
    label: &'a str,
    disabled: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remaining_creates: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organization_name: Option<&'a str>,
}

impl<'a> Choice<'a> {
    #[expect(
        clippy::as_conversions,
        clippy::cast_precision_loss,
        reason = "a number of JavaScript, and never so large"
    )]
    fn new(option: &'a FieldOption) -> Self {
        Self {
            value: &option.value,
            label: &option.label,
            disabled: option.is_disabled(),
            decision: option.decision.as_ref().map(code::decision),
            remaining_creates: option.remaining_creates.map(|remaining| remaining as f64),
            organization_name: option.organization_name.as_deref(),
        }
    }
}

/// An issue without its message.
#[derive(Serialize)]
struct Found<'a> {
    code: &'static str,
    path: &'a [Field],
    params: &'a Params,
    severity: Severity,
}

impl<'a> Found<'a> {
    fn new(issue: &'a Issue) -> Self {
        Self {
            code: issue.code.as_str(),
            path: issue.field.as_slice(),
            params: &issue.params,
            severity: issue.severity,
        }
    }
}

fn found(issues: &[Issue]) -> Vec<Found<'_>> {
    issues.iter().map(Found::new).collect()
}

/// A change without its message.
#[derive(Serialize)]
struct Changed {
    code: &'static str,
    path: [Field; 1],
}

fn changed(changes: &[Change]) -> Vec<Changed> {
    changes.iter().map(|change| Changed { code: change.code.as_str(), path: [change.field] }).collect()
}
