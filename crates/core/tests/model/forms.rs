//! Forms, and the requests that are made of them.

use std::collections::BTreeMap;

use partner_center_rules::*;

/// A form is accepted, or each field has at most one error. Returns the request for what is accepted.
pub(crate) fn form(form: &Form<'_>, context: &Context<'_>, cloud: Cloud) -> Option<Request> {
    let checked = check_form(form, context);
    agrees_by_field(form, context, &checked);
    match checked {
        Ok(accepted) => Some(request(&accepted.value, context, cloud)),
        Err(rejected) => {
            assert!(!rejected.issues.is_empty());
            assert!(rejected.issues.is_sorted_by(|one, other| one.field < other.field), "one a field, in order");
            None
        }
    }
}

/// The check of a field returns what the check of the form does, in words that can be shown.
fn agrees_by_field(form: &Form<'_>, context: &Context<'_>, checked: &Result<AcceptedForm, RejectedForm>) {
    let (issues, warnings) = match checked {
        Ok(accepted) => (&[][..], &accepted.warnings),
        Err(rejected) => (&rejected.issues[..], &rejected.warnings),
    };
    for (severity, found) in [(Severity::Error, issues), (Severity::Warning, warnings)] {
        for issue in found {
            let message = issue.message();
            assert_eq!(issue.severity, severity);
            assert!(message.ends_with('.') && !message.contains(char::is_control), "{message}");
        }
    }
    for &field in Field::ALL {
        let check = check_field(field, form.get(field), form, context);
        assert_eq!(check.issue.as_ref(), issues.iter().find(|issue| issue.field == Some(field)));
        assert!(check.warnings.iter().eq(warnings.iter().filter(|issue| issue.field == Some(field))));
        let is_right = matches!(check.state, FieldState::Valid | FieldState::Empty);
        assert!(check.issue.is_none() == is_right || check.state == FieldState::Empty);
        if check.state == FieldState::Valid && field != Field::CustomerId {
            // Canonical twice is canonical once.
            let again = check_field(field, check.value.as_deref().into(), form, context);
            assert_eq!((again.state, again.value, again.changes), (FieldState::Valid, check.value, vec![]));
        }
    }
    for plan in field_plan(form.qualification, context) {
        // Emptying the qualification is another plan; that it is needed does not depend on it.
        let code = |text| check_field(plan.field, text, form, context).issue.map(|issue| issue.code);
        let is = |text, ending| code(text).is_some_and(|code| code.as_str().ends_with(ending));
        assert_eq!(plan.need == Need::Required, is(FieldText::Absent, "Required"));
        assert_eq!(plan.need == Need::NotApplicable, is("1".into(), "NotApplicable"));
    }
}

/// Asserts that an accepted form can be set as far as the rules know, with all fields that it needs and no other.
fn request(value: &QualificationUpdate, context: &Context<'_>, cloud: Cloud) -> Request {
    let settability = settability(value.qualification(), context.mode, context.held);
    assert_eq!(value.decision(), settability.decision);
    assert_ne!(settability.decision.outcome(), Outcome::Blocked);
    for (field, is_given) in [
        (Field::EducationSegment, value.education_segment().is_some()),
        (Field::Website, value.website().is_some()),
        (Field::ValidationCode, value.validation_code().is_some()),
    ] {
        let is_required = settability.fields.required.contains(&field);
        assert!(is_given || !is_required, "{field}");
        assert!(!is_given || is_required || settability.fields.optional.contains(&field), "{field}");
    }

    let id: Guid = "037db222-6d8e-4d7f-ba78-df3dca33fb68".parse().unwrap();
    let request_context = RequestContext { cloud, request_id: id, correlation_id: id };
    let request = Request::undetermined_update(value, &request_context);
    let allowed = Request::update(value, &request_context).ok();
    assert_eq!(allowed.as_ref(), settability.decision.is_allowed().then_some(&request));
    has_the_value(&request, value);
    request
}

/// A request has nothing in it but the value.
fn has_the_value(request: &Request, value: &QualificationUpdate) {
    let customer = format!("/v1/customers/{}/qualification", value.customer_id());
    let code = value.validation_code().map(ToString::to_string);
    let body = request.body().unwrap();
    let path = if value.mode() == Mode::Asynchronous {
        let read: BTreeMap<String, String> = serde_json::from_str(body).unwrap();
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
}
