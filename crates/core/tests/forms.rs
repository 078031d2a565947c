//! Values and texts of forms.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use partner_center_rules::*;

const ID: &str = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

fn nothing_held() -> Context<'static> {
    Context { held: Some(Holdings::default()), ..Context::default() }
}

#[test]
fn an_update_has_the_values_of_the_form() {
    let education = Form {
        customer_id: ID.into(),
        qualification: "Education".into(),
        education_segment: "highereducation".into(),
        website: "example.edu".into(),
        ..Form::default()
    };
    let update = check_form(&education, &nothing_held()).unwrap().value;
    assert_eq!((update.customer_id().to_string(), update.mode()), (ID.to_owned(), Mode::Asynchronous));
    assert_eq!(update.qualification(), Qualification::Education);
    assert_eq!(update.education_segment(), Some(EducationSegment::HigherEducation));
    assert_eq!(update.website().map(Website::as_str), Some("example.edu"));
    assert_eq!(update.validation_code(), None);

    let cloud = Form {
        customer_id: ID.into(),
        qualification: "GovernmentCommunityCloud".into(),
        validation_code: "007".into(),
        ..Form::default()
    };
    let update = check_form(&cloud, &Context { mode: Mode::Synchronous, ..nothing_held() }).unwrap().value;
    assert_eq!((update.mode(), update.validation_code().map(ValidationCode::as_str)), (Mode::Synchronous, Some("7")));
    assert_eq!((update.education_segment(), update.website()), (None, None));
}

#[test]
fn a_rejected_form_displays_all_issues_in_one_line() {
    let form = Form { qualification: "None".into(), unknown_fields: &["x"], ..Form::default() };
    let rejected = check_form(&form, &nothing_held()).unwrap_err();
    assert_eq!(
        rejected.to_string(),
        "the form cannot be sent: \
         customerId: Enter the customer ID: 32 digits and letters a to f, in five groups, such as \
         `0a1b2c3d-4e5f-6789-abcd-ef0123456789`. \
         qualification: None and Nonprofit cannot be set. Education, Government Community Cloud and, \
         through the asynchronous API, State-owned entity can."
    );
    let codes: Vec<_> = rejected.issues.iter().map(|issue| issue.code.to_string()).collect();
    assert_eq!(codes, ["customerIdRequired", "cannotBeSet"]);
    let warnings: Vec<_> = rejected.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(warnings, ["The form has no field `x`. What is in it is ignored."]);
}

#[test]
fn a_plan_shows_the_organisation_and_the_remaining_uses_of_codes() {
    let code = PartnerValidationCode {
        remaining_creates: Some(3),
        organization_name: Some("Contoso".to_owned()),
        ..PartnerValidationCode::new("7".parse().unwrap())
    };
    let context = Context { validation_codes: Some(std::slice::from_ref(&code)), ..nothing_held() };
    let plan = field_plan("GovernmentCommunityCloud".into(), &context);
    let options = plan.iter().find(|plan| plan.field == Field::ValidationCode).unwrap().options.clone().unwrap();
    let [option] = &options[..] else { panic!("one option is expected") };
    assert_eq!((&*option.value, &*option.label), ("7", "7"));
    assert_eq!((option.remaining_creates, option.organization_name.as_deref()), (Some(3), Some("Contoso")));
    assert!(!option.is_disabled());
}

#[test]
fn a_blank_name_is_not_the_name_of_another_organisation() {
    let warns = |organization: &str, customer: &str| {
        let code = PartnerValidationCode {
            organization_name: Some(organization.to_owned()),
            ..PartnerValidationCode::new("7".parse().unwrap())
        };
        let context = Context {
            validation_codes: Some(std::slice::from_ref(&code)),
            customer_name: Some(customer),
            ..nothing_held()
        };
        let form = Form { qualification: "GovernmentCommunityCloud".into(), ..Form::default() };
        !check_field(Field::ValidationCode, "7".into(), &form, &context).warnings.is_empty()
    };
    assert!(warns("Contoso", "Fabrikam"));
    assert!(!warns("Contoso Ltd.", "CONTOSO\u{a0}Ltd."));
    assert!(!warns(" ", "Fabrikam") && !warns("Contoso", " "));
}

#[test]
fn hints_are_complete_sentences() {
    let mut hints: Vec<_> = Field::ALL.iter().map(|field| field.hint()).collect();
    assert!(hints.iter().all(|hint| hint.ends_with('.') && hint.len() > 20), "{hints:?}");
    hints.sort_unstable();
    hints.dedup();
    assert_eq!(hints.len(), Field::ALL.len());
}
