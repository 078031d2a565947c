//! Limits of texts, with values on both sides.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::string_slice,
    reason = "a test that cannot go on has failed"
)]

use partner_center_rules::*;

const ID: &str = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

fn padded(text: &str, bytes: usize) -> String {
    " ".repeat(bytes - text.len()) + text
}

fn state(field: Field, text: &str, qualification: &str) -> FieldState {
    let form = Form { qualification: qualification.into(), ..Form::default() };
    check_field(field, text.into(), &form, &Context::default()).state
}

#[test]
fn the_longest_text_of_a_field_is_read_and_a_longer_one_is_not() {
    let longest = |text: &str| padded(text, MAX_FIELD_BYTES);
    let longer = |text: &str| padded(text, MAX_FIELD_BYTES + 1);

    assert!(longest(ID).parse::<CustomerId>().is_ok());
    assert!(matches!(longer(ID).parse::<CustomerId>(), Err(CustomerIdError::Invalid { .. })));
    assert!(matches!(" ".repeat(MAX_FIELD_BYTES).parse::<CustomerId>(), Err(CustomerIdError::Empty)));

    for mode in Mode::ALL {
        assert_eq!(ValidationCode::parse(&longest("7"), *mode).unwrap().as_str(), "7");
    }
    assert_eq!(longer("7").parse::<ValidationCode>(), Err(ValidationCodeError::TooLong));
    let synchronous = ValidationCode::parse(&longer("7"), Mode::Synchronous);
    assert!(matches!(synchronous, Err(ValidationCodeError::OutOfRange { .. })));

    assert_eq!(longest("example.edu").parse::<Website>().unwrap().as_str(), "example.edu");
    assert_eq!(longer("example.edu").parse::<Website>(), Err(WebsiteError::TooLong));
    let address = |bytes: usize| format!("example.edu/{}", "a".repeat(bytes - 12));
    assert!(address(Website::MAX_BYTES).parse::<Website>().is_ok());
    assert_eq!(address(Website::MAX_BYTES + 1).parse::<Website>(), Err(WebsiteError::TooLong));
}

#[test]
fn an_incomplete_text_of_maximum_length_is_invalid() {
    let full = |text: &str| padded(text, MAX_FIELD_BYTES);
    let almost = |text: &str| padded(text, MAX_FIELD_BYTES - 1);
    assert_eq!(state(Field::CustomerId, &full(&ID[..35]), "Education"), FieldState::Invalid);
    assert_eq!(state(Field::CustomerId, &almost(&ID[..35]), "Education"), FieldState::Incomplete);
    let code = |text: &str| {
        let form = Form { qualification: "GovernmentCommunityCloud".into(), ..Form::default() };
        let context = Context { mode: Mode::Synchronous, ..Context::default() };
        check_field(Field::ValidationCode, text.into(), &form, &context).state
    };
    assert_eq!(code(&full("0")), FieldState::Invalid);
    assert_eq!(code(&almost("0")), FieldState::Incomplete);
    assert_eq!(code(&almost("0x")), FieldState::Invalid);
    assert_eq!(state(Field::Website, &full("example"), "Education"), FieldState::Invalid);
    assert_eq!(state(Field::Website, &almost("example"), "Education"), FieldState::Incomplete);
    let port = |bytes: usize| format!("example.edu:{}", "0".repeat(bytes - 12));
    assert_eq!(state(Field::Website, &port(Website::MAX_BYTES - 1), "Education"), FieldState::Incomplete);
    assert_eq!(state(Field::Website, &port(Website::MAX_BYTES), "Education"), FieldState::Invalid);
}

#[test]
fn an_open_brace_is_incomplete_only_after_a_possible_id() {
    let nil = "00000000-0000-0000-0000-000000000000";
    for (text, expected) in [
        (format!("{{{ID}"), FieldState::Incomplete),
        (format!("{{{nil}"), FieldState::Invalid),
        (format!("{{{}1", &nil[..35]), FieldState::Incomplete),
        (format!("{{{ID}0"), FieldState::Invalid),
        (format!("{{{ID}}}"), FieldState::Valid),
        (format!("{ID}0"), FieldState::Invalid),
        (nil.to_owned(), FieldState::Invalid),
    ] {
        assert_eq!(state(Field::CustomerId, &text, "Education"), expected, "{text}");
    }
}

#[test]
fn entries_are_collected_with_their_vetting_status() {
    let entries = [
        HeldQualification::new(Qualification::Education).with_vetting_status(VettingStatus::InReview),
        HeldQualification::new(Qualification::StateOwnedEntity),
        HeldQualification::new("Healthcare"),
    ];
    let holdings: Holdings = entries.iter().collect();
    assert!(holdings.is_pending(Qualification::Education) && !holdings.is_active(Qualification::Education));
    assert!(holdings.is_active(Qualification::StateOwnedEntity) && holdings.is_unrecognised());
}

#[test]
fn an_unknown_value_displays_the_input_and_the_allowed_values() {
    let error = "Educatio\u{200b}n".parse::<OfferSegment>().unwrap_err();
    assert_eq!(error.input(), "Educatio\\u{200b}n");
    assert_eq!(error.allowed(), ["Commercial", "Education", "Nonprofit", "GovernmentCommunityCloud"]);
}

#[test]
fn white_space_beyond_the_limit_is_not_empty() {
    let blank = |bytes: usize| state(Field::Website, &" ".repeat(bytes), "Education");
    assert_eq!(blank(MAX_FIELD_BYTES), FieldState::Empty);
    assert_eq!(blank(MAX_FIELD_BYTES + 1), FieldState::Invalid);
}

#[test]
fn a_host_is_incomplete_up_to_its_maximum_length() {
    // Characters are counted, not bytes.
    for letter in ["a", "\u{e9}", "\u{5b66}"] {
        let label = |characters: usize| state(Field::Website, &letter.repeat(characters), "Education");
        assert_eq!((label(63), label(64)), (FieldState::Incomplete, FieldState::Invalid), "{letter}");
    }
    let host = |characters: usize| {
        let text = format!("{}{}-", "a.".repeat(120), "b".repeat(characters - 241));
        state(Field::Website, &text, "Education")
    };
    assert_eq!((host(253), host(254)), (FieldState::Incomplete, FieldState::Invalid));
    assert_eq!(state(Field::Website, "example.-", "Education"), FieldState::Invalid);
    let port = |text: &str| state(Field::Website, &format!("example.edu:{text}"), "Education");
    assert_eq!(
        (port("0"), port("80"), port("8a"), port("+8")),
        (FieldState::Incomplete, FieldState::Valid, FieldState::Invalid, FieldState::Invalid)
    );
}

#[test]
fn an_ip_address_is_incomplete_up_to_its_maximum_length() {
    let longest = format!("https://[{}", "1".repeat(45));
    assert_eq!(state(Field::Website, &longest, "Education"), FieldState::Incomplete);
    assert_eq!(state(Field::Website, &format!("{longest}1"), "Education"), FieldState::Invalid);
}

#[test]
fn an_address_has_one_id_and_a_host_of_partner_center() {
    const OTHER: &str = "1a1b2c3d-4e5f-6789-abcd-ef0123456789";
    let plain = ID.to_uppercase().replace('-', "");
    for (text, expected) in [
        (format!("https://partner.microsoft.com/{ID}/{plain}"), FieldState::Valid),
        (format!("https://partner.microsoft.com/{plain}/{ID}"), FieldState::Valid),
        // A second id at the end can become longer, and is no id then.
        (format!("https://partner.microsoft.com/{ID}/{OTHER}"), FieldState::Incomplete),
        (format!("https://partner.microsoft.com/{ID}/{OTHER}/"), FieldState::Invalid),
        ("\"https://partner.microsoft.com/".to_owned(), FieldState::Incomplete),
        ("\"https://partner.microsoft.com/\"".to_owned(), FieldState::Invalid),
        (format!("https://a.partner.microsoft.com/{ID}"), FieldState::Valid),
        (format!("a.partner.microsoft.com/{ID}"), FieldState::Invalid),
        (format!("https://\u{e9}.partner.microsoft.com/{ID}"), FieldState::Invalid),
        (format!("https://\u{e9}artner.microsoft.com/{ID}"), FieldState::Invalid),
        (format!("https://-.partner.microsoft.com/{ID}"), FieldState::Invalid),
        ("https://a".to_owned(), FieldState::Incomplete),
        ("https://\u{e9}".to_owned(), FieldState::Invalid),
        ("https://[".to_owned(), FieldState::Invalid),
        ("urn:uuid:0a".to_owned(), FieldState::Incomplete),
        ("urn:uuid:x".to_owned(), FieldState::Invalid),
    ] {
        assert_eq!(state(Field::CustomerId, &text, "Education"), expected, "{text}");
    }
}

#[test]
fn an_id_after_an_open_brace_can_become_valid_unless_it_is_nil() {
    let open = |digits: &str| state(Field::CustomerId, &format!("{{{digits}"), "Education");
    assert_eq!(open(ID), FieldState::Incomplete);
    assert_eq!(open("00000000-0000-0000-0000-000000000000"), FieldState::Invalid);
    assert_eq!(open(&format!("{ID}0")), FieldState::Invalid);
}
