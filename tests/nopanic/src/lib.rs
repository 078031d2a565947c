//! Every call of the core in one module. All that it is given comes by imports and all that it answers leaves by imports, so that
//! the compiler can neither know nor drop any of it. A panic would leave by an import as well: where no panic can happen, the
//! linker drops that import.

#![no_std]

extern crate alloc;

use core::alloc::{GlobalAlloc, Layout};
use core::fmt::{self, Display, Write as _};
use core::panic::PanicInfo;

use partner_center_rules::*;

#[link(wasm_import_module = "world")]
unsafe extern "C" {
    fn panicked() -> !;
    fn memory(size: usize, alignment: usize) -> *mut u8;
    fn number() -> u32;
    fn text_length() -> usize;
    fn text_start() -> *const u8;
    fn take_number(number: u32);
    fn take_text(start: *const u8, length: usize);
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    unsafe { panicked() }
}

struct World;

#[global_allocator]
static ALLOCATOR: World = World;

unsafe impl GlobalAlloc for World {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { memory(layout.size(), layout.align()) }
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

impl fmt::Write for World {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        unsafe { take_text(text.as_ptr(), text.len()) };
        Ok(())
    }
}

/// Some text.
fn text() -> &'static str {
    core::str::from_utf8(unsafe { core::slice::from_raw_parts(text_start(), text_length()) }).unwrap_or_default()
}

/// Some number.
fn some() -> u32 {
    unsafe { number() }
}

fn is() -> bool {
    some() != 0
}

/// Some item of a table.
fn item<T: Copy>(all: &[T]) -> Option<T> {
    all.get(some() as usize).copied()
}

fn show(value: impl Display) {
    let _ = write!(World, "{value}");
}

fn show_all(values: impl IntoIterator<Item: Display>) {
    values.into_iter().for_each(show);
}

fn count(number: usize) {
    unsafe { take_number(number as u32) };
}

fn field_text() -> FieldText<'static> {
    match some() {
        0 => FieldText::Absent,
        1 => FieldText::NotText,
        _ => FieldText::Text(text()),
    }
}

fn held() -> Option<Holdings> {
    is().then(|| {
        let mut holdings = Holdings::default();
        while is() {
            holdings.add(text(), is().then(text));
        }
        holdings
    })
}

fn purchase() -> Purchase {
    Purchase {
        status: is().then(|| text().into()),
        transaction: item(Transaction::ALL).unwrap_or_default(),
        held: held(),
        segment: item(OfferSegment::ALL),
    }
}

fn bulk_options() -> BulkOptions {
    BulkOptions { transaction: item(Transaction::ALL).unwrap_or_default(), segment: item(OfferSegment::ALL) }
}

fn request_context() -> Option<RequestContext> {
    Some(RequestContext {
        cloud: item(Cloud::ALL)?,
        request_id: text().parse().ok()?,
        correlation_id: text().parse().ok()?,
    })
}

fn form(unknown_fields: &'static [&'static str]) -> Form<'static> {
    Field::ALL.iter().fold(Form { unknown_fields, ..Form::default() }, |form, field| form.with(*field, field_text()))
}

/// What the page knows, with some list of validation codes.
fn with_context(look: impl FnOnce(&Context<'_>)) {
    let codes = is().then(|| {
        core::iter::from_fn(|| is().then(|| PartnerValidationCode::from_digits(text())))
            .flatten()
            .collect::<alloc::vec::Vec<_>>()
    });
    look(&Context {
        mode: item(Mode::ALL).unwrap_or_default(),
        held: held(),
        validation_codes: codes.as_deref(),
        validation_codes_incomplete: is(),
        customer_name: is().then(text),
        customer_id: text().parse().ok(),
    });
}

fn show_decision(decision: &Decision) {
    show(decision.outcome());
    for rule in decision.rules() {
        show(rule.id);
        show(rule.reason.message());
        show(rule.statement);
        rule.source.iter().for_each(|source| show(source.url()));
    }
}

fn show_fault(fault: &Fault) {
    show(fault);
    show(fault.issue.message());
    show(fault.origin);
    count(usize::from(fault.is_retryable));
    for part in [&fault.code, &fault.error_name, &fault.message, &fault.description, &fault.source, &fault.text] {
        show(part.as_deref().unwrap_or_default());
    }
    fault.other.iter().for_each(|member| show(&*member.json));
}

fn show_request(request: &Request) {
    show(request.operation());
    show(request.method());
    show(request.url());
    show(request.path_and_query());
    request.headers().iter().for_each(|(name, value)| [*name, value].into_iter().for_each(show));
    show(request.body().unwrap_or_default());
    show(request.curl());
}

fn show_found(issues: &[Issue], changes: &[Change]) {
    show_all(issues);
    issues.iter().for_each(|issue| show(issue.message()));
    changes.iter().for_each(|change| show(change.code.message()));
}

fn show_held(entry: &HeldQualification) {
    show(&entry.qualification);
    entry.vetting_status.iter().for_each(show);
    show(entry.vetting_reason.as_deref().unwrap_or_default());
    entry.vetting_create_date.iter().filter_map(Timestamp::unix_milliseconds).for_each(show);
}

/// Declares the exports of the module: calls of the core under their own names.
macro_rules! calls {
    ($($name:ident => $body:block)+) => {
        $(
            #[unsafe(export_name = concat!("call_", stringify!($name)))]
            extern "C" fn $name() $body
        )+
    };
}

/// The one call that does panic, as a control.
#[unsafe(no_mangle)]
extern "C" fn control() {
    assert!(is());
}

mod calls {
    use super::*;

    calls! {
        settability => {
            let answer = partner_center_rules::settability(text(), item(Mode::ALL).unwrap_or_default(), held());
            show_decision(&answer.decision);
            show_all(answer.fields.required);
            show_all(answer.fields.optional);
        }
        qualification_options => {
            for (target, answer) in partner_center_rules::qualification_options(item(Mode::ALL).unwrap_or_default(), held()) {
                show(target.label());
                show_decision(&answer.decision);
            }
        }
        account_eligibility => {
            let status = is().then(|| Open::from(text()));
            show_decision(&partner_center_rules::account_eligibility(status.as_ref(), item(Transaction::ALL).unwrap_or_default()));
        }
        offer_eligibility => {
            let Some(segment) = item(OfferSegment::ALL) else { return };
            show_decision(&partner_center_rules::offer_eligibility(held(), segment, item(Transaction::ALL).unwrap_or_default()));
        }
        purchase_eligibility => { show_decision(&partner_center_rules::purchase_eligibility(&purchase())) }
        eligibility_from_response => {
            let transaction = item(Transaction::ALL).unwrap_or_default();
            show_decision(&partner_center_rules::eligibility_from_response(some() as u16, text(), transaction));
        }
        purchase_eligibility_from_response => {
            let transaction = item(Transaction::ALL).unwrap_or_default();
            let Some(segment) = item(OfferSegment::ALL) else { return };
            let status = some() as u16;
            show_decision(&partner_center_rules::purchase_eligibility_from_response(status, text(), transaction, held(), segment));
        }
        explain_purchase_refusal => {
            let Some(refusal) = partner_center_rules::explain_purchase_refusal(some() as u16, text()) else { return };
            show(refusal.origin.label());
            show_decision(&refusal.decision);
        }
        check_form => {
            let unknown: &[&str] = if is() { &[] } else { &["a", "b"] };
            with_context(|context| match partner_center_rules::check_form(&form(unknown), context) {
                Ok(accepted) => {
                    show_found(&accepted.warnings, &accepted.changes);
                    show_decision(&accepted.value.decision());
                    let Some(request_context) = request_context() else { return };
                    match accepted.request(&request_context) {
                        Ok(request) => show_request(&request),
                        Err(rejected) => show(rejected),
                    }
                    match Request::update(&accepted.value, &request_context) {
                        Ok(request) => show_request(&request),
                        Err(undetermined) => show(undetermined),
                    }
                    show_request(&Request::undetermined_update(&accepted.value, &request_context));
                }
                Err(rejected) => {
                    show(&rejected);
                    show_found(&rejected.issues, &[]);
                    show_found(&rejected.warnings, &[]);
                }
            });
        }
        check_field => {
            let Some(field) = item(Field::ALL) else { return };
            with_context(|context| {
                let check = partner_center_rules::check_field(field, field_text(), &form(&[]), context);
                show(check.state);
                show_found(check.issue.as_slice(), &check.changes);
                show_found(&check.warnings, &[]);
                show(check.value.as_deref().unwrap_or_default());
            });
        }
        field_plan => {
            with_context(|context| {
                for plan in partner_center_rules::field_plan(field_text(), context) {
                    show(plan.field.hint());
                    show(plan.need);
                    for option in plan.options.iter().flatten() {
                        show(&*option.value);
                        show(&*option.label);
                        count(usize::from(option.is_disabled()));
                    }
                }
            });
        }
        read_validation_status => {
            match partner_center_rules::read_validation_status(some() as u16, text()) {
                Ok(answer) => {
                    show(answer.status);
                    answer.last_update_date_time.iter().filter_map(Timestamp::unix_milliseconds).for_each(show);
                    answer.other.iter().for_each(|member| show(&*member.name));
                }
                Err(fault) => show_fault(&fault),
            }
        }
        read_qualification => {
            match partner_center_rules::read_qualification(some() as u16, text()) {
                Ok(qualification) => show(qualification),
                Err(fault) => show_fault(&fault),
            }
        }
        read_qualifications => {
            match partner_center_rules::read_qualifications(some() as u16, text()) {
                Ok(held) => {
                    held.iter().for_each(show_held);
                    let holdings: Holdings = held.iter().collect();
                    count(usize::from(holdings.is_unrecognised()));
                }
                Err(fault) => show_fault(&fault),
            }
        }
        read_update => {
            match partner_center_rules::read_update(item(Mode::ALL).unwrap_or_default(), some() as u16, text()) {
                Ok(entry) => show_held(&entry),
                Err(fault) => show_fault(&fault),
            }
        }
        read_validation_codes => {
            match partner_center_rules::read_validation_codes(some() as u16, text()) {
                Ok(codes) => {
                    for code in &codes {
                        show(&code.code);
                        show(code.organization_name.as_deref().unwrap_or_default());
                        count(usize::from(code.is_usable()));
                    }
                }
                Err(fault) => show_fault(&fault),
            }
        }
        read_fault => { show_fault(&Fault::read(some() as u16, text())) }
        read_requests => {
            let (Ok(customer), Some(request_context)) = (text().parse::<CustomerId>(), request_context()) else { return };
            show_request(&Request::read_validation_status(customer, &request_context));
            show_request(&Request::read_qualification(customer, &request_context));
            show_request(&Request::read_qualifications(customer, &request_context));
            show_request(&Request::read_validation_codes(&request_context));
        }
        texts => {
            match text().parse::<CustomerId>() {
                Ok(id) => show(id),
                Err(error) => show(error),
            }
            match text().parse::<Guid>() {
                Ok(id) => show(id),
                Err(error) => show(error),
            }
            match text().parse::<ValidationCode>() {
                Ok(code) => show(code),
                Err(error) => show(error),
            }
            match text().parse::<Website>() {
                Ok(website) => {
                    count(usize::from(website.is_ip_address() || website.has_non_ascii_host()));
                    show(website);
                }
                Err(error) => show(error),
            }
            match text().parse::<Transaction>() {
                Ok(transaction) => show(transaction.label()),
                Err(error) => show(error),
            }
            show(Open::<VettingStatus>::from(text()));
            show(Timestamp::from(text()));
            Timestamp::from(text()).unix_milliseconds().iter().for_each(show);
            AccountStatus::from_wire(text()).iter().for_each(show);
        }
        bulk_eligibility => {
            let options = bulk_options();
            match partner_center_rules::bulk_eligibility(text().as_bytes(), &options) {
                Ok(outcomes) => show_all(outcomes),
                Err(unfinished) => {
                    show(&unfinished);
                    show(unfinished.error.message());
                }
            }
            let mut tally = Tally::default();
            let mut add = |decision: Decision, end: u64| {
                tally.add(&decision);
                show(end);
            };
            let mut reader = BulkReader::new(&options);
            while is() {
                if let Err(error) = reader.push(text().as_bytes(), &mut add) {
                    show(error);
                }
            }
            if let Err(error) = reader.finish(add) {
                show(error);
            }
            for (rule, number) in tally.rules() {
                show(rule);
                show(number);
            }
            item(Outcome::ALL).iter().for_each(|outcome| show(tally.outcome(*outcome)));
            item(RuleId::ALL).iter().for_each(|rule| show(tally.rule(*rule)));
        }
        purchase_eligibilities => {
            let purchases = [purchase(), purchase()];
            show_all(partner_center_rules::purchase_eligibilities(if is() { &purchases } else { &[] }));
        }
        gdap_roles => {
            let (Some(qualification), Some(operation)) = (Qualification::from_integer(some() as u8), item(Operation::ALL)) else { return };
            show(qualification.lower_case());
            show_all(partner_center_rules::gdap_roles(qualification));
            show_all(operation.credentials());
            show(operation.source().title());
            count(usize::from(item(Credentials::ALL).is_some_and(|credentials| operation.accepts(credentials))));
        }
    }
}
