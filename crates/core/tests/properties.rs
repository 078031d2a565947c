//! Properties of all texts, not only of those of the cases.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed"
)]

mod model;

use partner_center_rules::*;
use proptest::prelude::*;

use crate::model::{holdings, responses, values};

/// Generates a customer id in its canonical form, not nil.
fn canonical_id() -> impl Strategy<Value = String> {
    "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{11}[1-9a-f]"
}

fn white_space() -> impl Strategy<Value = String> {
    "[ \t\r\n\u{a0}\u{2003}\u{3000}]{0,4}"
}

/// Returns whether a character is a hyphen, or one that word processors or input methods replace it with.
fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}')
}

/// Generates a customer id in its canonical form, and as people paste it.
fn pasted_id() -> impl Strategy<Value = (String, String)> {
    let hyphens = prop_oneof![
        3 => Just(String::from("-")),
        1 => Just(String::new()),
        2 => "[\u{2010}-\u{2015}\u{2212}\u{ff0d}]",
    ];
    let brackets = prop::sample::select(vec![
        ("", ""),
        ("", ""),
        ("{", "}"),
        ("(", ")"),
        ("\u{ff5b}", "\u{ff5d}"),
        ("\u{ff08}", ")"),
        ("urn:uuid:", ""),
    ]);
    let quotes = prop::sample::select(vec![
        ("", ""),
        ("", ""),
        ("\"", "\""),
        ("'", "'"),
        ("`", "`"),
        ("\u{201c}", "\u{201d}"),
        ("\u{201e}", "\u{201c}"),
        ("\u{201d}", "\u{201d}"),
        ("\u{2018}", "\u{2019}"),
        ("\u{ab}", "\u{bb}"),
        ("\u{bb}", "\u{ab}"),
        ("\u{2039}", "\u{203a}"),
        ("\u{300c}", "\u{300d}"),
        ("\u{ff02}", "\""),
    ]);
    let address = prop::sample::select(vec![
        ("https://partner.microsoft.com/customers/", "/account"),
        ("http://Admin.Partner.Microsoft.com:443/?id=", ""),
        ("partnercenter.microsoft.com/pcv/#/", "%7D"),
        ("https://api.partnercenter.microsoft.com/v1/customers/%7B", "?x=0a1b2c3d"),
        ("https://partner.partnercenterapi.microsoftonline.cn/v1/customers/", "/"),
        ("partnercenter.microsoftonline.cn/", "#\u{e9}"),
    ]);
    let around = ("[ \t\u{a0}\u{3000}]{0,2}", "[\u{200b}\u{feff}]{0,2}");
    let form = (any::<u64>(), hyphens, brackets, prop::option::weighted(0.2, address), any::<bool>());
    (canonical_id(), form, [quotes.clone(), quotes], [around, around]).prop_map(
        |(id, (cases, hyphen, (open, close), address, is_wide), quotes, around)| {
            let hyphenated = in_any_case(&id, cases).replace('-', &hyphen);
            let wide = |narrow: char| {
                if narrow.is_ascii() { char::from_u32(u32::from(narrow) + 0xfee0).unwrap() } else { narrow }
            };
            let core = match address {
                Some((before, after)) => {
                    let plain = if hyphen.is_empty() { id.replace('-', "") } else { id.clone() };
                    format!("{before}{}{after}", in_any_case(&plain, cases))
                }
                None if is_wide && cases % 3 == 0 => format!("{open}{hyphenated}{close}").chars().map(wide).collect(),
                None => format!("{open}{hyphenated}{close}"),
            };
            let pasted = quotes.iter().zip(&around).fold(core, |inside, ((open, close), (space, unseen))| {
                format!("{open}{space}{unseen}{inside}{unseen}{space}{close}")
            });
            let (space, unseen) = &around[0];
            (id, format!("{space}{pasted}{unseen}"))
        },
    )
}

/// Returns a text with some letters in another ASCII case.
fn in_any_case(text: &str, cases: u64) -> String {
    let flip = |(at, letter): (usize, char)| {
        if cases >> (at % 64) & 1 == 1 { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() }
    };
    text.chars().enumerate().map(flip).collect()
}

proptest! {
    #[test]
    fn a_customer_id_reads_as_people_paste_it((id, pasted) in pasted_id()) {
        let read: CustomerId = pasted.parse().unwrap();
        prop_assert_eq!(read.to_string(), id);
        // Canonical twice is canonical once.
        prop_assert_eq!(read.to_string().parse(), Ok(read));
    }

    #[test]
    fn what_an_id_came_with_is_told((id, pasted) in pasted_id()) {
        let check = check_field(Field::CustomerId, (&*pasted).into(), &Form::default(), &Context::default());
        let told = |code: ChangeCode| check.changes.iter().any(|change| change.code == code);
        prop_assert_eq!(check.changes.is_empty(), pasted == id);
        // An address has letters and marks of its own.
        if !told(ChangeCode::AddressRemoved) {
            prop_assert_eq!(told(ChangeCode::HyphensAdded), !pasted.contains(is_hyphen));
            prop_assert_eq!(told(ChangeCode::DashesReplaced), pasted.contains(|mark| is_hyphen(mark) && mark != '-' && mark != '\u{ff0d}'));
            prop_assert_eq!(told(ChangeCode::FullWidthReplaced), pasted.contains(|wide| ('\u{ff01}'..='\u{ff5e}').contains(&wide)));
            prop_assert_eq!(told(ChangeCode::BracesRemoved), pasted.contains(['{', '\u{ff5b}']));
            prop_assert_eq!(told(ChangeCode::ParenthesesRemoved), pasted.contains(['(', '\u{ff08}']));
        }
        prop_assert_eq!(told(ChangeCode::WhiteSpaceRemoved), pasted.contains(char::is_whitespace));
        prop_assert_eq!(told(ChangeCode::InvisibleRemoved), pasted.contains(['\u{200b}', '\u{feff}']));
    }

    #[test]
    fn the_nil_id_says_so_in_every_form((id, pasted) in pasted_id()) {
        let nil = |digit: char| match digit {
            digit if digit.is_ascii_hexdigit() => '0',
            '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff26}' | '\u{ff41}'..='\u{ff46}' => '\u{ff10}',
            other => other,
        };
        // The letters of a prefix or an address are no digits.
        if pasted.contains([':', '\u{ff1a}', '/']) {
            return Ok(());
        }
        prop_assert_ne!(&id, "00000000-0000-0000-0000-000000000000");
        let pasted: String = pasted.chars().map(nil).collect();
        prop_assert_eq!(pasted.parse::<CustomerId>(), Err(CustomerIdError::Nil));
    }

    #[test]
    fn a_wrong_character_is_none_of_a_customer_id(id in canonical_id(), at in 0..36_usize, wrong in any::<char>()) {
        let characters = id.chars().enumerate().map(|(index, character)| if index == at { wrong } else { character });
        values::customer_id(&characters.collect::<String>());
    }

    #[test]
    fn any_text_is_read_as_the_rules_say(text in any::<String>()) {
        for value in [values::customer_id, values::guid, values::validation_code, values::timestamp, values::website] {
            value(&text);
        }
    }

    #[test]
    fn a_validation_code_reads_as_people_type_it(
        number in 1..=2_147_483_647_u32,
        zeros in 0..40_usize,
        before in white_space(),
        after in white_space(),
    ) {
        let digits = format!("{}{number}", "0".repeat(zeros));
        let typed = format!("{before}{digits}{after}");
        let text: ValidationCode = typed.parse().unwrap();
        prop_assert_eq!(text.as_str(), &*digits);
        let integer = ValidationCode::parse(&typed, Mode::Synchronous).unwrap();
        prop_assert_eq!(integer.as_str(), number.to_string());
        prop_assert!(text.is_same(integer.as_str()) && integer.is_same(text.as_str()));
        prop_assert_eq!(text.to_string().parse(), Ok(text));
    }

    #[test]
    fn an_integer_is_in_range_and_of_digits(text in "[ 0-9+eE.,x_-]{0,14}") {
        values::validation_code(&text);
    }

    #[test]
    fn enumerated_values_read_in_any_case_and_no_other_way(at in 0..5_usize, cases in any::<u64>(), extra in any::<char>()) {
        let qualification = Qualification::ALL[at];
        let text = in_any_case(qualification.as_str(), cases);
        prop_assert_eq!(Open::from(&*text), Open::Known(qualification));
        let longer = format!("{text}{extra}");
        prop_assert_eq!(Open::<Qualification>::from(&*longer), Open::Unrecognised(longer.clone()));
        let longer = format!("{extra}{text}");
        prop_assert_eq!(Open::<Qualification>::from(&*longer), Open::Unrecognised(longer.clone()));
    }

    #[test]
    fn a_website_keeps_its_text_but_for_case_and_a_lone_slash(
        scheme in "(https?://|HTTP://|)",
        host in "[a-z0-9]{1,10}(\\.[a-z0-9]{1,10}){0,2}\\.[a-z]{2,6}",
        port in "(:[1-9][0-9]{0,3}|)",
        rest in "(/[a-z0-9/._~%-]{0,20})?([?][a-z=&]{0,10})?(#[a-z]{0,5})?",
        before in white_space(),
        after in white_space(),
    ) {
        let address = format!("{scheme}{host}{port}{rest}");
        let website: Website = format!("{before}{address}{after}").parse().unwrap();
        let is_lone_slash = rest == "/";
        let expected = format!("{}{host}{port}{}", scheme.to_lowercase(), if is_lone_slash { "" } else { &rest });
        prop_assert_eq!(website.as_str(), expected);
        prop_assert!(!website.has_non_ascii_host() && !website.has_underscore() && !website.is_ip_address());
        prop_assert_eq!(website.to_string().parse(), Ok(website));
    }

    #[test]
    fn every_response_is_read_or_is_a_fault_that_says_what_to_do(
        http_status in prop_oneof![3 => prop::sample::select(&[200, 404][..]), 1 => any::<u16>()],
        body in body(),
        transaction in prop::sample::select(Transaction::ALL),
        segment in prop::sample::select(OfferSegment::ALL),
        held in prop::option::of((0..16_u8, 0..16_u8)),
    ) {
        for read in [
            responses::validation_status,
            responses::qualification,
            responses::qualifications,
            responses::update,
            responses::validation_codes,
            responses::fault,
        ] {
            read(http_status, &body);
        }
        let held = held.map(|(active, pending)| holdings(active, pending));
        responses::decisions(http_status, &body, transaction, segment, held);
        // No two readers accept the same response, except for empty lists.
        let accepted = [
            read_validation_status(http_status, &body).is_ok(),
            read_qualification(http_status, &body).is_ok(),
            read_qualifications(http_status, &body).is_ok(),
            read_update(Mode::Asynchronous, http_status, &body).is_ok(),
            read_validation_codes(http_status, &body).is_ok(),
        ];
        prop_assert!(accepted.iter().filter(|is_accepted| **is_accepted).count() <= 1 || body.trim_matches(['[', ']', ' ']).is_empty());
    }

    #[test]
    fn an_instant_is_the_one_that_another_library_reads(
        seconds in -62_135_596_800..253_402_300_799_i64,
        nanoseconds in 0..1_000_000_000_u32,
        places in 0..=9_usize,
        offset in -23 * 60 - 59..=23 * 60 + 59_i32,
    ) {
        let instant = time::OffsetDateTime::from_unix_timestamp(seconds).unwrap().replace_nanosecond(nanoseconds).unwrap();
        let offset = time::UtcOffset::from_whole_seconds(offset * 60).unwrap();
        let Some(local) = instant.checked_to_offset(offset).filter(|local| (0..10_000).contains(&local.year())) else { return Ok(()) };
        let fraction = if places == 0 { String::new() } else { format!(".{}", &format!("{nanoseconds:09}")[..places]) };
        let (hours, minutes, _) = offset.as_hms();
        let sign = if offset.is_negative() { '-' } else { '+' };
        let date = format!("{:04}-{:02}-{:02}", local.year(), u8::from(local.month()), local.day());
        let clock = format!("{:02}:{:02}:{:02}{fraction}", local.hour(), local.minute(), local.second());
        let text = format!("{date}T{clock}{sign}{:02}:{:02}", hours.abs(), minutes.abs());
        let read = Timestamp::from(&*text);
        let theirs = time::OffsetDateTime::parse(&text, &time::format_description::well_known::Rfc3339).unwrap();
        prop_assert_eq!(read.unix_milliseconds(), i64::try_from(theirs.unix_timestamp_nanos().div_euclid(1_000_000)).ok());
        #[cfg(feature = "time")]
        prop_assert_eq!(read.instant(), Some(theirs));
    }

    #[test]
    fn what_is_like_an_instant_is_one_or_none(text in "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,10})?(Z|z|[+-][0-9]{2}:[0-9]{2})?") {
        values::timestamp(&text);
    }
}

proptest! {
    #[test]
    fn no_beginning_of_a_valid_text_is_invalid(
        (field, text) in valid_text(),
        are_codes_known in any::<bool>(),
        is_incomplete in any::<bool>(),
        is_synchronous in any::<bool>(),
    ) {
        let codes = ["123456", "7", "2147483647"].map(|code| PartnerValidationCode::new(code.parse().unwrap()));
        // Only the code is a field of both APIs.
        let mode = if is_synchronous && field == Field::ValidationCode { Mode::Synchronous } else { Mode::default() };
        let context = Context {
            mode,
            held: Some(Holdings::default()),
            validation_codes: are_codes_known.then_some(&codes),
            validation_codes_incomplete: is_incomplete,
            ..Context::default()
        };
        let qualification = if field == Field::ValidationCode { "GovernmentCommunityCloud" } else { "Education" };
        let form = Form { qualification: qualification.into(), ..Form::default() };
        let whole = check_field(field, (&*text).into(), &form, &context);
        prop_assume!(whole.state == FieldState::Valid || field == Field::ValidationCode);
        if whole.state == FieldState::Valid {
            for (at, _) in text.char_indices() {
                let state = check_field(field, text[..at].into(), &form, &context).state;
                prop_assert!(state != FieldState::Invalid, "{:?} of {text:?}", &text[..at]);
            }
            // Canonical twice is canonical once, and changes nothing.
            let again = check_field(field, whole.value.as_deref().into(), &form, &context);
            prop_assert_eq!(again.value, whole.value);
            prop_assert!(again.changes.is_empty(), "{:?}", again.changes);
        }
    }

    #[test]
    fn a_form_is_accepted_or_says_why_as_its_fields_do(
        texts in prop::array::uniform5(field_text()),
        mode in prop::sample::select(Mode::ALL),
        held in prop::option::of((0..16_u8, 0..16_u8)),
        cloud in prop::sample::select(Cloud::ALL),
    ) {
        let fields = Field::ALL.iter().zip(&texts);
        let form = fields.fold(Form::default(), |form, (field, text)| form.with(*field, text.as_deref().into()));
        let held = held.map(|(active, pending)| holdings(active, pending));
        model::forms::form(&form, &Context { mode, held, ..Context::default() }, cloud);
    }
}

/// Generates a text that a field accepts, with characters that people paste around it.
fn valid_text() -> impl Strategy<Value = (Field, String)> {
    let id = pasted_id().prop_map(|(_, pasted)| (Field::CustomerId, pasted));
    let website = "[ \u{200b}]{0,2}((https?|HTTPS?)://)?([a-zé0-9]{1,5}[.。．｡]|[a-z_]-+[0-9_][.]|0x7f[.]|1[.]|نامه\u{200c}ای[.]|ന്\u{200d}[.]){1,4}[a-zA-Z]{2,4}[.]?(:[1-9][0-9]{0,3})?(/[a-z?=#_]{0,5}(é\u{200d}x)?)?[ \u{200d}]{0,2}"
        .prop_map(|text| (Field::Website, text));
    let ipv6 = "(http://)?\\[([0-9a-fA-F]{1,4}:){7}[0-9a-f]{1,4}\\](:80)?/?|\\[([0-9a-f]{1,4}:){1,3}(:[0-9A-F]{1,4}){1,4}\\]|(HTTP://)?\\[::([0-9]:){0,5}192[.]0[.]2[.][1-9]\\][/?]?"
        .prop_map(|text| (Field::Website, text));
    let address =
        "[ ]?(http://)?[1-9]{1,2}[.][0-9][.][1-9][0-9][.]2[0-5]{2}[.]?(:80)?/?".prop_map(|text| (Field::Website, text));
    let number =
        ("[ ]{0,2}0{0,3}", prop_oneof![1..=2_147_483_647_u32, Just(123_456), Just(7), Just(2_147_483_647)], "[ ]{0,2}")
            .prop_map(|(before, code, after)| format!("{before}{code}{after}"));
    let full_width =
        prop::sample::select(vec!["\u{ff11}\u{ff12}\u{ff13}456", "\u{ff17}", "0\u{ff17}"]).prop_map(str::to_owned);
    let code = prop_oneof![4 => number, 1 => full_width, 1 => "[ ]?[A-Zé0-9-]{1,64}[ ]?"]
        .prop_map(|text| (Field::ValidationCode, text));
    let segment = (0..2_usize, any::<u64>())
        .prop_map(|(at, cases)| (Field::EducationSegment, in_any_case(EducationSegment::ALL[at].as_str(), cases)));
    let qualification =
        (prop::sample::select(vec!["Education", "GovernmentCommunityCloud", "StateOwnedEntity"]), any::<u64>())
            .prop_map(|(name, cases)| (Field::Qualification, in_any_case(name, cases)));
    prop_oneof![6 => id, 4 => website, 1 => ipv6, 1 => address, 3 => code, 1 => segment, 1 => qualification]
}

/// Generates something like the body of a response.
fn body() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec!["status", "type", "code", "errorName", "lastUpdateDateTime", "Status", "x"]);
    let value = prop::sample::select(vec![
        "\"Allowed\"",
        "\"allowed\"",
        "\"Not Ready\"",
        "\"Unknown\"",
        "\"NoAccountStatus\"",
        "\"account\"",
        "\"\\u0041llowed\"",
        "600074",
        "\"600074\"",
        "600074.0",
        "60003",
        "null",
        "true",
        "[1, {\"status\": 2}]",
        "{}",
        "-1.5e3",
        "\"AccountStatusNotFound\"",
        "01",
        "\"",
        "nul",
    ]);
    let members = prop::collection::vec((name, value), 0..5);
    let object = members.prop_map(|members| {
        let members: Vec<_> = members.iter().map(|(name, value)| format!("\"{name}\": {value}")).collect();
        format!("{{{}}}", members.join(" , "))
    });
    prop_oneof![8 => object, 1 => any::<String>(), 1 => "[\\[\\]{}\",:0-9a-z\\\\ ]{0,30}"]
}

/// Generates something like the text of a field.
fn field_text() -> impl Strategy<Value = Option<String>> {
    let plausible = prop::sample::select(vec![
        "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
        "Education",
        "GovernmentCommunityCloud",
        "stateownedentity",
        "Nonprofit",
        "K12",
        "highereducation",
        "example.edu",
        "123456",
        "",
        " ",
        "0",
    ]);
    prop::option::of(prop_oneof![9 => plausible.prop_map(str::to_owned), 1 => any::<String>()])
}
