//! Rich results as the facade takes them: JSON in which codes stand for the texts that the facade has. Issues, options
//! and plans, of which there are many, are arrays whose places the facade knows: names would be read again and again.

use alloc::string::String;
use alloc::vec::Vec;

use partner_center_rules::{
    AcceptedForm, Change, Fault, FieldCheck, FieldOption, FieldPlan, HeldQualification, Issue, Open, OtherMember,
    Params, PartnerValidationCode, Qualification, QualificationUpdate, RejectedForm, Request, ValidationCode,
    ValidationStatus, Website,
};

use crate::code;
use crate::json::Json;

/// A form that can be sent.
pub(crate) fn accepted(form: &AcceptedForm) -> String {
    Json::object(|json| {
        json.name("ok").flag(true);
        json.name("value").members(|json| update(json, &form.value));
        issues(json, "warnings", &form.warnings);
        changes(json, &form.changes);
    })
}

/// A form that cannot be sent.
pub(crate) fn rejected(form: &RejectedForm) -> String {
    Json::object(|json| {
        json.name("ok").flag(false);
        issues(json, "issues", &form.issues);
        issues(json, "warnings", &form.warnings);
    })
}

/// A form as a request.
pub(crate) fn requested(form: &Request, warnings: &[Issue]) -> String {
    Json::object(|json| {
        json.name("ok").flag(true);
        json.name("request").members(|json| request_members(json, form));
        issues(json, "warnings", warnings);
    })
}

/// A request.
pub(crate) fn request(request: &Request) -> String {
    Json::object(|json| request_members(json, request))
}

/// What there is to say of one field.
pub(crate) fn field_check(check: &FieldCheck) -> String {
    Json::object(|json| {
        json.name("state").string(check.state.as_str());
        if let Some(found) = &check.issue {
            issue(json.name("issue"), found);
        }
        issues(json, "warnings", &check.warnings);
        changes(json, &check.changes);
        json.optional("value", check.value.as_deref());
    })
}

/// What a form has to show.
pub(crate) fn field_plan(plan: &[FieldPlan]) -> String {
    Json::array(plan, |json, plan| {
        json.places(|json| {
            json.string(plan.field.as_str());
            json.string(plan.need.as_str());
            json.flag(plan.is_shown);
            match &plan.options {
                Some(options) => json.items(options, option),
                None => json.nothing(),
            }
            json.string(plan.input.inputmode);
            json.number(plan.input.maxlength.try_into().unwrap_or(i64::MAX));
            json.string(plan.input.autocomplete);
            json.flag(plan.input.spellcheck);
        });
    })
}

/// What the service answered: the value, or the fault.
pub(crate) fn answer<T>(answer: Result<T, Fault>, retry_after: &str, value: impl FnOnce(&mut Json, &T)) -> String {
    let answer = answer.map_err(|fault| fault.with_retry_after(retry_after));
    Json::object(|json| {
        json.name("ok").flag(answer.is_ok());
        match &answer {
            Ok(read) => value(json.name("value"), read),
            Err(read) => json.name("fault").members(|json| fault_members(json, read)),
        }
    })
}

/// A fault.
pub(crate) fn fault(fault: &Fault) -> String {
    Json::object(|json| fault_members(json, fault))
}

pub(crate) fn validation_status(json: &mut Json, read: &ValidationStatus) {
    json.members(|json| {
        json.name("status").string(read.status.as_str());
        json.name("recognised").flag(read.status.known().is_some());
        json.optional("lastUpdateDateTime", read.last_update_date_time.as_ref().map(|time| time.as_str()));
        others(json, &read.other);
    });
}

pub(crate) fn qualification(json: &mut Json, read: &Open<Qualification>) {
    json.members(|json| {
        json.name("qualification").string(read.as_str());
        json.name("recognised").flag(read.known().is_some());
    });
}

pub(crate) fn qualifications(json: &mut Json, read: &Vec<HeldQualification>) {
    json.items(read, held);
}

pub(crate) fn held(json: &mut Json, read: &HeldQualification) {
    json.members(|json| {
        json.name("qualification").string(read.qualification.as_str());
        json.optional("vettingStatus", read.vetting_status.as_ref().map(|status| status.as_str()));
        json.optional("vettingReason", read.vetting_reason.as_deref());
        json.optional("vettingCreateDate", read.vetting_create_date.as_ref().map(|time| time.as_str()));
        others(json, &read.other);
    });
}

pub(crate) fn validation_codes(json: &mut Json, read: &Vec<PartnerValidationCode>) {
    json.items(read, |json, code| {
        json.members(|json| {
            json.name("validationId").string(code.code.as_str());
            json.optional("partnerId", code.partner_id.as_deref());
            json.optional("organizationName", code.organization_name.as_deref());
            number(json, "maxCreates", code.max_creates);
            number(json, "remainingCreates", code.remaining_creates);
            json.optional("eTag", code.e_tag.as_deref());
            others(json, &code.other);
        });
    });
}

fn fault_members(json: &mut Json, fault: &Fault) {
    json.name("httpStatus").number(fault.http_status.into());
    json.optional("code", fault.code.as_deref());
    json.optional("errorName", fault.error_name.as_deref());
    json.optional("message", fault.message.as_deref());
    json.optional("description", fault.description.as_deref());
    json.optional("errorMessageExtended", fault.error_message_extended.as_deref());
    json.optional("source", fault.source.as_deref());
    json.optional("text", fault.text.as_deref());
    others(json, &fault.other);
    json.name("isRetryable").flag(fault.is_retryable);
    json.name("origin").string(fault.origin.as_str());
    issue(json.name("issue"), &fault.issue);
}

fn others(json: &mut Json, others: &[OtherMember]) {
    if !others.is_empty() {
        json.name("other").items(others, |json, other| {
            json.members(|json| {
                json.name("name").string(&other.name);
                json.name("json").string(&other.json);
            });
        });
    }
}

fn request_members(json: &mut Json, request: &Request) {
    json.name("operation").string(request.operation().as_str());
    json.name("method").string(request.method());
    json.name("url").string(&request.url());
    json.name("path").string(request.path_and_query());
    json.name("headers").members(|json| {
        for (name, value) in request.headers() {
            json.name(name).string(value);
        }
    });
    json.optional("body", request.body());
    json.name("curl").string(&request.curl());
}

fn update(json: &mut Json, update: &QualificationUpdate) {
    json.name("customerId").string(&String::from(update.customer_id()));
    json.name("mode").string(update.mode().as_str());
    json.name("qualification").string(update.qualification().as_str());
    json.optional("educationSegment", update.education_segment().map(|segment| segment.as_str()));
    json.optional("website", update.website().map(Website::as_str));
    json.optional("validationCode", update.validation_code().map(ValidationCode::as_str));
}

fn option(json: &mut Json, option: &FieldOption) {
    json.places(|json| {
        json.string(&option.value);
        json.flag(option.is_disabled());
        number_or_nothing(json, option.decision.as_ref().map(code::decision));
        number_or_nothing(json, option.remaining_creates);
        string_or_nothing(json, option.organization_name.as_deref());
    });
}

/// An issue without its message. Most have no more than an input.
fn issue(json: &mut Json, issue: &Issue) {
    let Params { input, allowed, min, max, rule, seconds, .. } = &issue.params;
    json.places(|json| {
        json.string(issue.code.as_str());
        number_or_nothing(json, issue.field.map(code::field));
        json.string(issue.severity.as_str());
        string_or_nothing(json, input.as_deref());
        if allowed.is_none() && min.is_none() && max.is_none() && rule.is_none() && seconds.is_none() {
            return;
        }
        match allowed {
            Some(allowed) => json.items(allowed, |json, name| json.string(name)),
            None => json.nothing(),
        }
        number_or_nothing(json, *min);
        number_or_nothing(json, *max);
        string_or_nothing(json, rule.map(|rule| rule.as_str()));
        number_or_nothing(json, *seconds);
    });
}

fn issues(json: &mut Json, name: &str, issues: &[Issue]) {
    json.name(name).items(issues, issue);
}

/// Changes without their messages.
fn changes(json: &mut Json, changes: &[Change]) {
    json.name("changes").items(changes, |json, change| {
        json.places(|json| {
            json.string(change.code.as_str());
            json.number(code::field(change.field).into());
        });
    });
}

fn string_or_nothing(json: &mut Json, string: Option<&str>) {
    match string {
        Some(string) => json.string(string),
        None => json.nothing(),
    }
}

fn number_or_nothing(json: &mut Json, number: Option<impl Into<i64>>) {
    match number {
        Some(number) => json.number(number.into()),
        None => json.nothing(),
    }
}

fn number(json: &mut Json, name: &str, number: Option<impl Into<i64>>) {
    if let Some(number) = number {
        json.name(name).number(number.into());
    }
}
