//! What the rules answer to the input of a case, written as the cases have it.

use partner_center_rules::*;
use serde::Deserialize as _;
use serde_json::{Map, Value, json};

/// The answer of a call.
pub(crate) fn ask(call: &str, input: &Value) -> Value {
    match call {
        "settability" => {
            let answer = settability(text(input, "target").unwrap(), mode(input), held(input));
            let mut expected = decision(&answer.decision);
            expected["required"] = json!(answer.fields.required);
            expected["optional"] = json!(answer.fields.optional);
            expected
        }
        "accountEligibility" => decision(&account_eligibility(status(input).as_ref(), transaction(input))),
        "offerEligibility" => {
            let segment = text(input, "segment").unwrap().parse().unwrap();
            decision(&offer_eligibility(held(input), segment, transaction(input)))
        }
        "purchaseEligibility" => decision(&purchase_eligibility(&Purchase {
            status: status(input),
            transaction: transaction(input),
            held: held(input),
            segment: text(input, "segment").map(|segment| segment.parse().unwrap()),
        })),
        "eligibilityFromResponse" => {
            decision(&eligibility_from_response(http_status(input), body(input), transaction(input)))
        }
        "explainPurchaseRefusal" => match explain_purchase_refusal(http_status(input), body(input)) {
            Some(refusal) => {
                let mut expected = decision(&refusal.decision);
                expected["origin"] = json!(refusal.origin);
                expected
            }
            None => Value::Null,
        },
        "purchaseEligibilityFromResponse" => decision(&purchase_eligibility_from_response(
            http_status(input),
            body(input),
            transaction(input),
            held(input),
            text(input, "segment").unwrap().parse().unwrap(),
        )),
        "bulkEligibility" => reader(input),
        "readValidationStatus" => result(read_validation_status(http_status(input), body(input))),
        "readQualification" => {
            let shown =
                |read: Open<Qualification>| json!({ "qualification": read, "recognised": read.known().is_some() });
            result(read_qualification(http_status(input), body(input)).map(shown))
        }
        "readQualifications" => result(read_qualifications(http_status(input), body(input))),
        "readUpdate" => result(read_update(mode(input), http_status(input), body(input))),
        "readValidationCodes" => result(read_validation_codes(http_status(input), body(input))),
        "readFault" => {
            let read = Fault::read(http_status(input), body(input));
            fault(&text(input, "retryAfter").map_or(read.clone(), |header| read.with_retry_after(header)))
        }
        "readTimestamp" => json!(Timestamp::from(text(input, "text").unwrap()).unix_milliseconds()),
        "readRequests" => without_curl(json!(read_request(input, text(input, "operation").unwrap()))),
        "updateRequests" => update_request(input),
        "requestAsCurl" => curl(input),
        "checkForm" => form(input),
        "formMessages" => form_messages(input),
        "checkField" => field(input),
        "fieldPlan" => plan(input),
        _ => panic!("no call is named {call}"),
    }
}

/// A decision as the cases have it: rules and codes without the texts, which the tables have.
fn decision(decision: &Decision) -> Value {
    json!({
        "outcome": decision.outcome(),
        "rules": decision.rules().map(|rule| rule.id).collect::<Vec<_>>(),
        "codes": decision.rules().map(|rule| rule.reason).collect::<Vec<_>>(),
    })
}

/// What comes of a whole text, as the cases have it. In two pieces it has to come to the same.
fn reader(input: &Value) -> Value {
    let bytes = bytes(&input["text"]);
    let options = BulkOptions {
        transaction: transaction(input),
        segment: text(input, "segment").map(|segment| segment.parse().unwrap()),
    };
    let whole = pieces([&bytes, &[][..]], &options);
    // Of a long text the beginning has all that there is to be cut.
    for cut in 0..bytes.len().min(2_000) {
        let (one, other) = bytes.split_at(cut);
        if bytes.len() < 2_000 || cut % 100 == 0 {
            assert_eq!(pieces([one, other], &options), whole, "cut at {cut}: {input}");
        }
    }
    whole
}

fn pieces(pieces: [&[u8]; 2], options: &BulkOptions) -> Value {
    let (mut outcomes, mut ends, mut tally) = (Vec::new(), Vec::new(), Tally::default());
    let mut sink = |decision: Decision, end| {
        outcomes.push(decision.outcome());
        ends.push(end);
        tally.add(&decision);
    };
    let mut reader = BulkReader::new(options);
    let pushed = pieces.into_iter().try_for_each(|piece| reader.push(piece, &mut sink));
    let end = pushed.and_then(|()| reader.finish(&mut sink));
    for outcome in Outcome::ALL {
        let count = outcomes.iter().filter(|other| *other == outcome).count();
        assert_eq!(tally.outcome(*outcome), u64::try_from(count).unwrap());
    }
    let rules: Map<String, Value> = tally.rules().map(|(rule, count)| (rule.to_string(), json!(count))).collect();
    let mut expected = json!({ "outcomes": outcomes, "ends": ends, "rules": rules });
    if let Err(error) = end {
        let message = error.message();
        for placeholder in ["{offset}", "{line}", "{column}", "{member}"] {
            assert!(!message.contains(placeholder), "{message}");
        }
        let BulkError { code, offset, line, column, member } = error;
        expected["error"] = json!({ "code": code, "offset": offset, "line": line, "column": column });
        if let Some(member) = member {
            expected["error"]["params"] = json!({ "member": member });
        }
    }
    expected
}

/// The text of customers, which may be written in parts.
fn bytes(written: &Value) -> Vec<u8> {
    match written {
        Value::String(text) => text.as_bytes().to_vec(),
        Value::Array(parts) => parts.iter().flat_map(bytes).collect(),
        Value::Object(part) => match part.get("byte") {
            Some(byte) => vec![u8::try_from(byte.as_u64().unwrap()).unwrap()],
            None => {
                let times = usize::try_from(part["times"].as_u64().unwrap()).unwrap();
                part["repeat"].as_str().unwrap().repeat(times).into_bytes()
            }
        },
        other => panic!("{other} is no part of a text"),
    }
}

fn form(input: &Value) -> Value {
    with_context(input, |context| {
        let mut answer = match form_input(&input["form"]).check(context) {
            Ok(accepted) => json!(accepted),
            Err(rejected) => json!(rejected),
        };
        for found in ["issues", "warnings", "changes"] {
            shorten(answer.get_mut(found));
        }
        answer
    })
}

fn form_messages(input: &Value) -> Value {
    with_context(input, |context| {
        let (issues, warnings, changes) = match form_input(&input["form"]).check(context) {
            Ok(accepted) => (Vec::new(), accepted.warnings, accepted.changes),
            Err(rejected) => (rejected.issues, rejected.warnings, Vec::new()),
        };
        let changes = changes.iter().map(|change| change.code.message().to_owned());
        issues.iter().chain(&warnings).map(Issue::message).chain(changes).collect()
    })
}

fn field(input: &Value) -> Value {
    let field: Field = text(input, "field").unwrap().parse().unwrap();
    with_context(input, |context| {
        let form = input.get("form").map(form_input).unwrap_or_default();
        let digits = digits(field, input.get("text"));
        let text = digits.as_deref().map_or_else(|| field_text(input.get("text")), FieldText::Text);
        let mut answer = json!(check_field(field, text, &form.as_form(), context));
        shorten(answer.get_mut("warnings"));
        shorten(answer.get_mut("changes"));
        if let Some(issue) = answer.get_mut("issue") {
            short(issue.as_object_mut().unwrap());
        }
        answer
    })
}

/// A plan as the cases have it: the needs, and the options by their values.
/// Returns a plan as the cases have it: by field, and of an option its value, with a word where it is disabled.
fn plan(input: &Value) -> Value {
    with_context(input, |context| {
        let plans = json!(field_plan(field_text(input.get("qualification")), context));
        let option = |option: &Value| {
            let disabled = if option["disabled"] == true { " (disabled)" } else { "" };
            format!("{}{disabled}", option["value"].as_str().unwrap())
        };
        let field = |plan: &Value| {
            let mut field = json!({ "need": plan["need"], "shown": plan["shown"] });
            if let Some(options) = plan.get("options") {
                field["options"] = options.as_array().unwrap().iter().map(option).collect();
            }
            (plan["field"].as_str().unwrap().to_owned(), field)
        };
        Value::Object(plans.as_array().unwrap().iter().map(field).collect())
    })
}

/// An answer as the cases have it.
fn result(answer: Result<impl serde::Serialize, Fault>) -> Value {
    match answer {
        Ok(value) => json!({ "ok": true, "value": value }),
        Err(read) => json!({ "ok": false, "fault": fault(&read) }),
    }
}

fn fault(fault: &Fault) -> Value {
    // That there is no account status does not stand in the way.
    let severity = if fault.issue.code.as_str() == "noAccountStatus" { Severity::Warning } else { Severity::Error };
    assert_eq!(fault.issue.severity, severity);
    let mut fault = json!(fault);
    short(fault["issue"].as_object_mut().unwrap());
    fault
}

/// A request that only reads, by the name of its operation.
fn read_request(input: &Value, operation: &str) -> Request {
    let customer = || text(input, "customerId").unwrap().parse().unwrap();
    let request_context = request_context(input);
    match operation {
        "readValidationStatus" => Request::read_validation_status(customer(), &request_context),
        "readQualification" => Request::read_qualification(customer(), &request_context),
        "readQualifications" => Request::read_qualifications(customer(), &request_context),
        "readValidationCodes" => Request::read_validation_codes(&request_context),
        other => panic!("{other} does not only read"),
    }
}

/// The request of a form, or what stands in its way. `undetermined` asks for it where the rules leave it open, too.
fn update_request(input: &Value) -> Value {
    let request_context = request_context(input);
    let is_open = input.get("undetermined").is_some_and(|open| open.as_bool().unwrap());
    with_context(input, |context| {
        let request = form_input(&input["form"]).check(context).and_then(|accepted| {
            let request = match is_open {
                true => Request::undetermined_update(&accepted.value, &request_context),
                false => accepted.request(&request_context)?,
            };
            Ok(json!({ "ok": true, "request": without_curl(json!(request)), "warnings": accepted.warnings }))
        });
        let mut answer = request.unwrap_or_else(|rejected| json!(rejected));
        shorten(answer.get_mut("issues"));
        shorten(answer.get_mut("warnings"));
        answer
    })
}

/// Commands have cases of their own.
fn without_curl(mut request: Value) -> Value {
    assert!(request.as_object_mut().unwrap().remove("curl").is_some());
    request
}

fn curl(input: &Value) -> Value {
    if let Some(operation) = text(input, "operation") {
        return json!(read_request(input, operation).curl());
    }
    with_context(input, |context| {
        let accepted = form_input(&input["form"]).check(context).unwrap();
        json!(accepted.request(&request_context(input)).unwrap().curl())
    })
}

fn request_context(input: &Value) -> RequestContext {
    let request_context = &input["requestContext"];
    let id = |name| text(request_context, name).unwrap().parse().unwrap();
    let cloud = text(request_context, "cloud").map_or(Cloud::Worldwide, |cloud| cloud.parse().unwrap());
    RequestContext { cloud, request_id: id("requestId"), correlation_id: id("correlationId") }
}

/// The form of a case, as a service reads it.
fn form_input(form: &Value) -> FormInput {
    FormInput::deserialize(form).unwrap()
}

fn with_context<T>(input: &Value, check: impl FnOnce(&Context<'_>) -> T) -> T {
    let context = input.get("context").unwrap_or(&Value::Null);
    let entries = context.get("validationCodes").and_then(Value::as_array);
    let codes: Option<Vec<_>> = entries.map(|codes| codes.iter().filter_map(partner_code).collect());
    check(&Context {
        mode: mode(context),
        held: held(context),
        validation_codes: codes.as_deref(),
        validation_codes_incomplete: entries.map(Vec::len) != codes.as_ref().map(Vec::len),
        customer_name: text(context, "customerName"),
        customer_id: text(context, "customerId").map(|id| id.parse().unwrap()),
    })
}

fn shorten(items: Option<&mut Value>) {
    for item in items.and_then(Value::as_array_mut).into_iter().flatten() {
        short(item.as_object_mut().unwrap());
    }
}

/// An issue or change as the cases have it: without the text, and with the one field of its path, or null for the form.
fn short(item: &mut Map<String, Value>) {
    let message = item.remove("message").unwrap();
    for placeholder in ["{input}", "{allowed}", "{min}", "{max}", "{rule}", "{seconds}"] {
        assert!(!message.as_str().unwrap().contains(placeholder), "{placeholder} is left in {message}");
    }
    item.remove("severity");
    let field = item["path"].get_mut(0).map_or(Value::Null, Value::take);
    item.insert("path".into(), field);
}

fn field_text(value: Option<&Value>) -> FieldText<'_> {
    match value {
        None | Some(Value::Null) => FieldText::Absent,
        Some(Value::String(text)) => FieldText::Text(text),
        Some(_) => FieldText::NotText,
    }
}

/// The text of a validation code that is given as a number, if JavaScript has it exactly.
fn digits(field: Field, value: Option<&Value>) -> Option<String> {
    let number = value.and_then(Value::as_u64).filter(|number| *number < 1 << 53);
    number.filter(|_| field == Field::ValidationCode).map(|number| number.to_string())
}

/// A validation code of the partner; nothing for an entry that cannot be read.
fn partner_code(value: &Value) -> Option<PartnerValidationCode> {
    let id = value.get("validationId")?;
    let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
    let remaining_creates = match value.get("remainingCreates") {
        None | Some(Value::Null) => None,
        Some(number) => Some(number.as_i64()?),
    };
    let organization_name = text(value, "organizationName").map(str::to_owned);
    Some(PartnerValidationCode { remaining_creates, organization_name, ..PartnerValidationCode::from_digits(&id)? })
}

fn text<'a>(input: &'a Value, member: &str) -> Option<&'a str> {
    input.get(member).and_then(Value::as_str)
}

fn mode(input: &Value) -> Mode {
    text(input, "mode").map_or(Mode::default(), |mode| mode.parse().unwrap())
}

fn transaction(input: &Value) -> Transaction {
    text(input, "transaction").map_or(Transaction::default(), |transaction| transaction.parse().unwrap())
}

fn status(input: &Value) -> Option<Open<AccountStatus>> {
    text(input, "status").map(Open::from)
}

fn held(input: &Value) -> Option<Holdings> {
    let entries = input.get("held").filter(|held| !held.is_null())?;
    let mut holdings = Holdings::default();
    for entry in entries.as_array().unwrap() {
        match serde_json::from_value::<HeldQualification>(entry.clone()) {
            Ok(entry) => holdings.add_entry(&entry),
            Err(_) => holdings.add_unrecognised(),
        }
    }
    Some(holdings)
}

/// The HTTP status; out of range is 0, as a service has it that cannot represent the number.
fn http_status(input: &Value) -> u16 {
    input["httpStatus"].as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or(0)
}

fn body(input: &Value) -> &str {
    text(input, "body").unwrap_or_default()
}
