//! Properties of all texts, not only of those of the cases.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on has failed"
)]

use partner_center_rules::*;
use proptest::prelude::*;

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

/// Returns the holdings whose active and pending qualifications have their bits set, in the order of the table without `None`.
fn holdings(active: u16, pending: u16) -> Holdings {
    let mut holdings = Holdings::default();
    let others = Qualification::ALL.iter().filter(|qualification| **qualification != Qualification::None);
    for (index, qualification) in others.enumerate() {
        for (set, status) in [(active, "Approved"), (pending, "InReview")] {
            if set >> index & 1 == 1 {
                holdings.add(qualification.as_str(), Some(status));
            }
        }
    }
    holdings
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
    fn one_wrong_character_makes_no_customer_id(id in canonical_id(), at in 0..36_usize, wrong in any::<char>()) {
        let mut characters: Vec<_> = id.chars().collect();
        let is_digit = matches!(wrong, '0'..='9' | 'a'..='f' | 'A'..='F' | '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff26}' | '\u{ff41}'..='\u{ff46}');
        let is_in_place = if characters[at] == '-' { is_hyphen(wrong) } else { is_digit };
        characters[at] = wrong;
        let text: String = characters.into_iter().collect();
        prop_assume!(!wrong.is_whitespace() || (at != 0 && at != 35));
        prop_assert_eq!(text.parse::<CustomerId>().is_ok(), is_in_place && text != "00000000-0000-0000-0000-000000000000");
    }

    #[test]
    fn nothing_reaches_an_address_that_is_no_customer_id(text in any::<String>()) {
        if let Ok(id) = text.parse::<CustomerId>() {
            let id = id.to_string();
            prop_assert!(id.len() == 36 && id.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit()));
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
        let number: Option<u64> = Some(text.trim()).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())).and_then(|digits| digits.parse().ok());
        let expected = number.filter(|number| (1..=2_147_483_647).contains(number));
        let read = ValidationCode::parse(&text, Mode::Synchronous).ok();
        prop_assert_eq!(read.map(|code| code.to_string()), expected.map(|number| number.to_string()));
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
    fn no_text_panics_and_a_website_has_nothing_unseen(text in any::<String>()) {
        if let Ok(website) = text.parse::<Website>() {
            prop_assert!(!website.as_str().chars().any(|c| c.is_control() || c.is_whitespace()));
        }
        let _ = text.parse::<ValidationCode>();
    }

    #[test]
    fn only_the_documented_responses_allow(http_status in any::<u16>(), body in body(), transaction in 0..6_usize) {
        let decision = eligibility_from_response(http_status, &body, Transaction::ALL[transaction]);
        prop_assert!(decision.rules().count() == 1);
        if decision.is_allowed() {
            prop_assert!(http_status == 200 || http_status == 404, "{http_status}");
            let response: serde_json::Value = serde_json::from_str(&body).unwrap();
            let code = member(&response, "code");
            let is_not_found = code.is_some_and(|code| code.as_u64() == Some(600_074) || code == "600074");
            prop_assert!(member(&response, "status").is_some_and(serde_json::Value::is_string) || is_not_found);
        }
    }

    #[test]
    fn what_another_reader_takes_for_json_reads_here_the_same(body in body()) {
        let other: Result<serde_json::Value, _> = serde_json::from_str(&body);
        let read = read_validation_status(200, &body);
        match other {
            Ok(response) if member(&response, "status").is_some_and(serde_json::Value::is_string) => {
                let is_account = member(&response, "type").is_none_or(|kind| kind.as_str().is_some_and(|kind| kind.eq_ignore_ascii_case("account")));
                let status = AccountStatus::from_wire(member(&response, "status").and_then(|status| status.as_str()).unwrap());
                match read {
                    Ok(read) => prop_assert!(is_account && Some(read.status) == status),
                    // The other reader takes the last of two members of one name.
                    Err(fault) => prop_assert!(!is_account || status.is_none() || names_one_twice(&body), "{fault:?}"),
                }
            }
            Ok(_) | Err(_) => {
                prop_assert_eq!(read.unwrap_err().issue.code, IssueCode::Fault(FaultCode::UnexpectedAnswer));
            }
        }
    }

    #[test]
    fn every_response_is_read_or_is_a_fault_that_says_what_to_do(http_status in any::<u16>(), body in prop_oneof![body(), any::<String>()]) {
        let faults = [
            read_validation_status(http_status, &body).err(),
            read_qualification(http_status, &body).err(),
            read_qualifications(http_status, &body).err(),
            read_update(Mode::Asynchronous, http_status, &body).err(),
            read_validation_codes(http_status, &body).err(),
        ];
        // No two readers accept the same response, except for empty lists.
        prop_assert!(faults.iter().filter(|fault| fault.is_none()).count() <= 1 || body.contains("[]") || body.trim() == "[ ]");
        for fault in faults.iter().flatten() {
            prop_assert_eq!(fault.http_status, http_status);
            prop_assert!(fault.issue.message().ends_with('.'));
            prop_assert!(fault.issue.params.input.as_ref().is_none_or(|input| input.chars().count() <= 1_000));
        }
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
    fn what_is_an_instant_here_is_one_for_another_library(text in "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,10})?(Z|z|[+-][0-9]{2}:[0-9]{2})?") {
        if let Some(milliseconds) = Timestamp::from(&*text).unix_milliseconds() {
            let zoned = if text.len() == 19 || text.ends_with(|last: char| last.is_ascii_digit()) && !text[19..].contains(['+', '-']) { format!("{text}Z") } else { text };
            let theirs = time::OffsetDateTime::parse(&zoned, &time::format_description::well_known::Rfc3339).unwrap();
            prop_assert_eq!(i128::from(milliseconds), theirs.unix_timestamp_nanos().div_euclid(1_000_000));
        }
    }

    #[test]
    fn a_form_is_accepted_or_says_why(
        texts in prop::array::uniform5(field_text()),
        synchronous in any::<bool>(),
        held in prop::option::of((0..16_u16, 0..16_u16)),
    ) {
        let [customer_id, qualification, education_segment, website, validation_code] = texts.each_ref().map(|text| FieldText::from(text.as_deref()));
        let form = Form { customer_id, qualification, education_segment, website, validation_code, ..Form::default() };
        let held = held.map(|(active, pending)| holdings(active, pending));
        let mode = if synchronous { Mode::Synchronous } else { Mode::Asynchronous };
        let context = Context { mode, held, ..Context::default() };
        match check_form(&form, &context) {
            Ok(accepted) => {
                let value = accepted.value;
                let settability = settability(value.qualification(), mode, held);
                prop_assert!(settability.decision.outcome() != Outcome::Blocked);
                let given = [
                    (Field::EducationSegment, value.education_segment().is_some()),
                    (Field::Website, value.website().is_some()),
                    (Field::ValidationCode, value.validation_code().is_some()),
                ];
                for (field, is_given) in given {
                    prop_assert!(!settability.fields.required.contains(&field) || is_given);
                    prop_assert!(!is_given || settability.fields.required.contains(&field) || settability.fields.optional.contains(&field));
                }
            }
            Err(rejected) => {
                prop_assert!(!rejected.issues.is_empty());
                prop_assert!(rejected.issues.windows(2).all(|pair| pair[0].field < pair[1].field), "one a field, in order");
                prop_assert!(rejected.issues.iter().all(|issue| issue.severity == Severity::Error));
                prop_assert!(rejected.warnings.iter().all(|issue| issue.severity == Severity::Warning));
            }
        }
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
    fn a_field_says_what_the_form_says(
        texts in prop::array::uniform5(field_text()),
        synchronous in any::<bool>(),
        held in prop::option::of(0..16_u16),
    ) {
        let [customer_id, qualification, education_segment, website, validation_code] = texts.each_ref().map(|text| FieldText::from(text.as_deref()));
        let form = Form { customer_id, qualification, education_segment, website, validation_code, ..Form::default() };
        let mode = if synchronous { Mode::Synchronous } else { Mode::Asynchronous };
        let context = Context { mode, held: held.map(|active| holdings(active, 0)), ..Context::default() };
        let (issues, warnings) = match check_form(&form, &context) {
            Ok(accepted) => (Vec::new(), accepted.warnings),
            Err(rejected) => (rejected.issues, rejected.warnings),
        };
        for &field in Field::ALL {
            let check = check_field(field, form.get(field), &form, &context);
            prop_assert_eq!(check.issue.as_ref(), issues.iter().find(|issue| issue.field == Some(field)));
            prop_assert_eq!(&check.warnings, &warnings.iter().filter(|issue| issue.field == Some(field)).cloned().collect::<Vec<_>>());
            let is_right = check.state == FieldState::Valid || check.state == FieldState::Empty;
            prop_assert!(check.issue.is_none() == is_right || check.state == FieldState::Empty);
        }

        // The plan and the check never disagree.
        for plan in field_plan(qualification, &context) {
            let is_missed = |found: &Issue| found.field == Some(plan.field) && found.code.as_str().ends_with("Required");
            let empty = check_field(plan.field, FieldText::Absent, &form, &context);
            // Emptying the qualification is another plan; that it is needed does not depend on it.
            prop_assert_eq!(plan.need == Need::Required, empty.issue.as_ref().is_some_and(is_missed));
            let filled = check_field(plan.field, "1".into(), &form, &context);
            let is_refused = filled.issue.is_some_and(|issue| issue.code.as_str().ends_with("NotApplicable"));
            prop_assert_eq!(plan.need == Need::NotApplicable, is_refused);
        }
    }
}

/// Returns whether a body may have two members with a requested name.
fn names_one_twice(body: &str) -> bool {
    let body = body.to_ascii_lowercase();
    ["status", "type", "lastupdatedatetime"].iter().any(|name| body.matches(name).count() > 1)
}

/// Returns a member of a body with a name in any ASCII case.
fn member<'a>(response: &'a serde_json::Value, name: &str) -> Option<&'a serde_json::Value> {
    let mut members = response.as_object()?.iter().rev();
    members.find(|(one, _)| one.eq_ignore_ascii_case(name)).map(|(_, value)| value)
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
