//! Forms, and the requests that are made of them. The first three bytes of an input are what the page knows, then come the texts
//! of the fields and of a validation code, with a NUL between them; `-` is one that is absent, `!` one that is no text.

use std::collections::BTreeMap;

use partner_center_rules::*;

/// A form as it was filled in, whether it can be sent, and what would be.
pub fn form(data: &[u8]) {
    let [known, active, pending, texts @ ..] = data else { return };
    let texts = String::from_utf8_lossy(texts);
    let mut texts = texts.split('\0');
    let mut next = || match texts.next() {
        None | Some("-") => FieldText::Absent,
        Some("!") => FieldText::NotText,
        Some(text) => FieldText::Text(text),
    };
    let form = Field::ALL.iter().fold(Form::default(), |form, field| form.with(*field, next()));
    let unknown = next().as_str();
    let form = Form { unknown_fields: unknown.as_slice(), ..form };
    let codes: Vec<_> = next().as_str().and_then(PartnerValidationCode::from_digits).into_iter().collect();
    let is = |bit: u8| known & 1 << bit != 0;
    let context = Context {
        mode: if is(0) { Mode::Synchronous } else { Mode::Asynchronous },
        held: is(1).then(|| holdings(*active, *pending)),
        validation_codes: is(2).then_some(codes.as_slice()),
        validation_codes_incomplete: is(5),
        customer_name: is(6).then_some("Contoso"),
        customer_id: is(3).then(|| "0a1b2c3d-4e5f-6789-abcd-ef0123456789".parse().expect("an id")),
    };
    let checked = check_form(&form, &context);
    hold_for_fields(&form, &context, &checked);
    match &checked {
        Ok(accepted) => hold_for_accepted(accepted, &context, if is(4) { Cloud::China } else { Cloud::Worldwide }),
        Err(rejected) => {
            assert!(!rejected.issues.is_empty());
            assert!(rejected.issues.windows(2).all(|pair| pair[0].field < pair[1].field), "one a field, in order");
        }
    }
}

fn holdings(active: u8, pending: u8) -> Holdings {
    let mut holdings = Holdings::default();
    for (qualification, bit) in Qualification::ALL.iter().zip(0..) {
        for (set, status) in [(active, "Approved"), (pending, "InReview")] {
            if set >> bit & 1 == 1 && *qualification != Qualification::None {
                holdings.add(qualification.as_str(), Some(status));
            }
        }
    }
    if active & 0x80 != 0 {
        holdings.add_unrecognised();
    }
    holdings
}

/// A field says what the form says of it, in words that can be shown.
fn hold_for_fields(form: &Form<'_>, context: &Context<'_>, checked: &Result<AcceptedForm, RejectedForm>) {
    let (issues, warnings) = match checked {
        Ok(accepted) => (&[][..], &accepted.warnings),
        Err(rejected) => (&rejected.issues[..], &rejected.warnings),
    };
    for (severity, said) in [(Severity::Error, issues), (Severity::Warning, warnings)] {
        for issue in said {
            let message = issue.message();
            assert_eq!(issue.severity, severity);
            assert!(message.ends_with('.') && !message.contains(|c: char| c.is_control()), "{message}");
        }
    }
    for &field in Field::ALL {
        let check = check_field(field, form.get(field), form, context);
        assert_eq!(check.issue.as_ref(), issues.iter().find(|issue| issue.field == Some(field)));
        assert!(check.warnings.iter().eq(warnings.iter().filter(|issue| issue.field == Some(field))));
        if check.state == FieldState::Valid && field != Field::CustomerId {
            let again = check_field(field, check.value.as_deref().into(), form, context);
            assert_eq!(
                (again.state, &again.value),
                (FieldState::Valid, &check.value),
                "canonical twice is canonical once"
            );
            assert!(again.changes.is_empty(), "{:?}", again.changes);
        }
    }
    for plan in field_plan(form.qualification, context) {
        let is_missed = |issue: &Issue| issue.code.as_str().ends_with("Required");
        let empty = check_field(plan.field, FieldText::Absent, form, context);
        assert_eq!(plan.need == Need::Required, empty.issue.as_ref().is_some_and(is_missed));
    }
}

/// What is accepted can be set as far as the rules know, with all that it needs and nothing else.
fn hold_for_accepted(accepted: &AcceptedForm, context: &Context<'_>, cloud: Cloud) {
    let value = &accepted.value;
    let settability = settability(value.qualification(), context.mode, context.held);
    assert_eq!(value.decision(), settability.decision);
    assert_ne!(settability.decision.outcome(), Outcome::Blocked);
    for (field, is_given) in [
        (Field::EducationSegment, value.education_segment().is_some()),
        (Field::Website, value.website().is_some()),
        (Field::ValidationCode, value.validation_code().is_some()),
    ] {
        assert!(is_given || !settability.fields.required.contains(&field), "{field}");
        let can_be = settability.fields.required.contains(&field) || settability.fields.optional.contains(&field);
        assert!(!is_given || can_be, "{field}");
    }

    let id = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse::<Guid>().expect("an id");
    let request_context = RequestContext { cloud, request_id: id, correlation_id: id };
    let request = Request::undetermined_update(value, &request_context);
    match Request::update(value, &request_context) {
        Ok(allowed) => assert!(settability.decision.is_allowed() && allowed == request),
        Err(_) => assert!(!settability.decision.is_allowed()),
    }
    hold_for_request(&request, value);
}

/// A request has nothing in it but the value, and as a command of a shell it is the same.
fn hold_for_request(request: &Request, value: &QualificationUpdate) {
    let customer = format!("/v1/customers/{}/qualification", value.customer_id());
    let code = value.validation_code().map(ToString::to_string);
    let body = request.body().expect("a body");
    let path = if value.mode() == Mode::Asynchronous {
        let read: BTreeMap<String, String> = serde_json::from_str(body).expect("members that are texts");
        let members = [
            ("qualification", Some(value.qualification().as_str().to_owned())),
            ("educationSegment", value.education_segment().map(|segment| segment.as_str().to_owned())),
            ("website", value.website().map(|website| website.as_str().to_owned())),
            ("validationCode", code),
        ];
        let expected = members.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?)));
        assert_eq!(read, expected.collect());
        customer + "s"
    } else {
        assert_eq!(body, value.qualification().integer().to_string());
        code.map_or(customer.clone(), |code| format!("{customer}?code={code}"))
    };
    assert_eq!(request.path_and_query(), path);

    let words: Vec<String> = shlex::split(&request.curl()).expect("words of a shell");
    let mut words = words.iter().map(String::as_str).filter(|word| !word.is_empty());
    let url = request.url();
    assert!(words.by_ref().take(4).eq(["curl", "--request", request.method(), &url]));
    for (name, value) in request.headers() {
        assert!(words.by_ref().take(2).eq(["--header", &format!("{name}: {value}")]));
    }
    assert!(words.eq(["--header", "Authorization: Bearer $PARTNER_CENTER_TOKEN", "--data", body]));
}
