//! Requests and their parts.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a test that cannot go on has failed")]

use partner_center_rules::*;
use proptest::prelude::*;

const ID: &str = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

fn request_context() -> RequestContext {
    let id = |text: &str| text.parse().unwrap();
    RequestContext::new(id("037db222-6d8e-4d7f-ba78-df3dca33fb68"), id("7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"))
}

fn nothing_held() -> Context<'static> {
    Context { held: Some(Holdings::default()), ..Context::default() }
}

fn government<'a>() -> Form<'a> {
    Form {
        customer_id: ID.into(),
        qualification: "GovernmentCommunityCloud".into(),
        validation_code: "123456".into(),
        ..Form::default()
    }
}

#[test]
fn an_undetermined_update_needs_its_own_constructor() {
    let open = check_form(&government(), &Context::default()).unwrap();
    let refusal = Request::update(&open.value, &request_context()).unwrap_err();
    assert_eq!(refusal.issue.code, IssueCode::Rule(ReasonCode::HoldingsNotKnown));
    assert_eq!(refusal.issue.severity, Severity::Error);
    let rejected = open.request(&request_context()).unwrap_err();
    assert_eq!((rejected.issues, rejected.warnings), (vec![refusal.issue], vec![]));
    let sent = Request::undetermined_update(&open.value, &request_context());

    let allowed = check_form(&government(), &nothing_held()).unwrap();
    assert_eq!(allowed.request(&request_context()), Ok(sent));
}

#[test]
fn a_body_has_a_content_type_and_no_request_has_authorization() {
    let names = |request: &Request| request.headers().iter().map(|(name, _)| *name).collect::<Vec<_>>();
    let read = Request::read_validation_codes(&request_context());
    assert_eq!(names(&read), ["Accept", "MS-RequestId", "MS-CorrelationId"]);
    let update = check_form(&government(), &nothing_held()).unwrap().request(&request_context()).unwrap();
    assert_eq!(names(&update), ["Accept", "MS-RequestId", "MS-CorrelationId", "Content-Type"]);
}

#[test]
fn a_request_has_the_operation_it_was_built_for() {
    let (request_context, customer) = (request_context(), ID.parse().unwrap());
    let update = |mode| {
        check_form(&government(), &Context { mode, ..nothing_held() }).unwrap().request(&request_context).unwrap()
    };
    for (request, operation) in [
        (Request::read_validation_status(customer, &request_context), Operation::ReadValidationStatus),
        (Request::read_qualification(customer, &request_context), Operation::ReadQualification),
        (update(Mode::Synchronous), Operation::SetQualification),
        (Request::read_qualifications(customer, &request_context), Operation::ReadQualifications),
        (update(Mode::Asynchronous), Operation::CreateQualification),
        (Request::read_validation_codes(&request_context), Operation::ReadValidationCodes),
    ] {
        assert_eq!(request.operation(), operation);
    }
}

#[test]
fn both_clouds_have_the_same_paths() {
    for &cloud in Cloud::ALL {
        let request = Request::read_validation_codes(&RequestContext { cloud, ..request_context() });
        assert_eq!(request.path_and_query(), "/v1/customers/all/validations");
        assert_eq!(request.url(), format!("{}/v1/customers/all/validations", cloud.base_url()));
    }
}

#[test]
fn a_command_is_quoted_and_has_no_token() {
    let form = Form {
        customer_id: ID.into(),
        qualification: "Education".into(),
        education_segment: "K12".into(),
        website: "https://example.edu/it's".into(),
        ..Form::default()
    };
    let command = check_form(&form, &nothing_held()).unwrap().request(&request_context()).unwrap().curl();
    let lines: Vec<_> = command.lines().collect();
    assert_eq!(
        lines.first().unwrap(),
        &format!("curl --request POST 'https://api.partnercenter.microsoft.com/v1/customers/{ID}/qualifications' \\")
    );
    assert!(lines.contains(&"  --header \"Authorization: Bearer $PARTNER_CENTER_TOKEN\" \\"));
    assert_eq!(
        lines.last().unwrap(),
        &"  --data '{\"qualification\":\"Education\",\"educationSegment\":\"K12\",\"website\":\"https://example.edu/it'\\''s\"}'"
    );
}

#[cfg(feature = "http")]
#[test]
fn a_request_converts_to_the_http_crate() {
    let requests = [
        Request::read_validation_status(ID.parse().unwrap(), &request_context()),
        check_form(&government(), &nothing_held()).unwrap().request(&request_context()).unwrap(),
    ];
    for request in requests {
        let theirs = http::Request::<Vec<u8>>::try_from(&request).unwrap();
        assert_eq!(theirs.method().as_str(), request.method());
        assert_eq!(theirs.uri().to_string(), request.url());
        assert_eq!(theirs.headers().len(), request.headers().len());
        for (name, value) in request.headers() {
            assert_eq!(theirs.headers().get(*name).unwrap(), value);
        }
        assert_eq!(theirs.body(), request.body().unwrap_or_default().as_bytes());
    }
}

proptest! {
    #[test]
    fn no_text_changes_the_host_or_path(
        website in "[ -~\u{80}-\u{2fff}]{0,40}",
        code in "[0-9]{0,12}|[ -~]{0,12}",
        customer in prop_oneof![Just(ID.to_owned()), "[ -~]{0,40}"],
        qualification in prop::sample::select(vec!["Education", "GovernmentCommunityCloud", "StateOwnedEntity", "None"]),
        synchronous in any::<bool>(),
    ) {
        let form = Form {
            customer_id: (&*customer).into(),
            qualification: qualification.into(),
            education_segment: if qualification == "Education" && !synchronous { "K12".into() } else { FieldText::Absent },
            website: (&*website).into(),
            validation_code: if qualification == "GovernmentCommunityCloud" { (&*code).into() } else { FieldText::Absent },
            ..Form::default()
        };
        let mode = if synchronous { Mode::Synchronous } else { Mode::Asynchronous };
        let Ok(accepted) = check_form(&form, &Context { mode, ..nothing_held() }) else { return Ok(()) };
        let request = accepted.request(&request_context()).unwrap();
        let path = format!("/v1/customers/{ID}/qualification");
        let query = accepted.value.validation_code().map(|code| format!("?code={code}")).unwrap_or_default();
        let expected = if synchronous { format!("{path}{query}") } else { format!("{path}s") };
        prop_assert_eq!(request.path_and_query(), expected);
        #[cfg(feature = "http")]
        prop_assert!(http::Request::try_from(&request).is_ok());
        prop_assert!(request.headers().iter().all(|(_, value)| value.bytes().all(|byte| byte.is_ascii_graphic())));
        let body: serde_json::Value = serde_json::from_str(request.body().unwrap()).unwrap();
        if synchronous {
            prop_assert_eq!(body, accepted.value.qualification().integer());
        } else {
            prop_assert_eq!(&body["qualification"], qualification);
            prop_assert_eq!(body["website"].as_str(), accepted.value.website().map(Website::as_str));
            prop_assert_eq!(body["validationCode"].as_str().map(str::to_owned), accepted.value.validation_code().map(|code| code.to_string()));
        }
    }
}
