//! The boundary to JavaScript: texts that come joined, and numbers that may be anything.

use partner_center_rules::*;
use partner_center_rules_wasm as skin;
use partner_center_rules_wasm::boundary::{NOT_KNOWN, OUTCOME_BITS};
use serde_json::Value;

/// Texts come apart where they were joined, and what comes joined otherwise does no harm. An input has the texts with `\u{1}`
/// between them; `-` is one that is absent, `!` one that is no text.
pub fn texts(data: &[u8]) {
    let data = String::from_utf8_lossy(data);
    let texts: Vec<_> = data
        .split('\u{1}')
        .map(|text| match text {
            "-" => FieldText::Absent,
            "!" => FieldText::NotText,
            text => FieldText::Text(text),
        })
        .collect();
    let joined = joined(&texts);

    let mut held = Holdings::default();
    for pair in texts.chunks_exact(2) {
        match (pair[0], pair[1]) {
            (FieldText::Text(qualification), FieldText::Text(status)) => held.add(qualification, Some(status)),
            (FieldText::Text(qualification), FieldText::Absent) => held.add(qualification, None),
            _ => held.add_unrecognised(),
        }
    }
    assert_eq!(skin::holdings(&joined), u32::from(held.to_bits()));

    let next = |at: usize| texts.get(at).copied().unwrap_or_default();
    let form = Field::ALL.iter().zip(0..).fold(Form::default(), |form, (field, at)| form.with(*field, next(at)));
    let customer_id = next(5).as_str().and_then(|text| text.parse().ok());
    let context = Context { customer_id, ..Context::default() };
    let answer = skin::check_form(&joined, 0, NOT_KNOWN, 0, false);
    hold_for_a_form(answer.as_deref(), &check_form(&form, &context), &form);
    let (field, at) = (texts.len() % Field::ALL.len(), data.len() % 5);
    let answer: Value =
        serde_json::from_str(&skin::check_field(field as u32, &joined, 0, NOT_KNOWN, false)).expect("JSON");
    assert_eq!(answer["state"], check_field(Field::ALL[field], next(6), &form, &context).state.as_str());

    // As it comes from elsewhere.
    let _ = skin::holdings(&data);
    let json = match at {
        0 => skin::check_form(&data, 1, 0, u32::MAX, true).unwrap_or_default(),
        1 => skin::field_plan(&data, 0, 0, true),
        2 => skin::check_field(4, &data, 0, 0, true),
        3 => skin::read_request(0, 0, &data),
        _ => skin::update_request(true, 0, &data, 0, NOT_KNOWN, 2, true),
    };
    assert!(json.is_empty() || serde_json::from_str::<Value>(&json).is_ok(), "{json}");
}

/// Joins texts as the facade of the package does.
fn joined(texts: &[FieldText<'_>]) -> String {
    let kinds = texts.iter().map(|text| match text {
        FieldText::Absent => "-,".to_owned(),
        FieldText::NotText => "!,".to_owned(),
        FieldText::Text(text) => format!("{},", text.encode_utf16().count()),
    });
    let given = texts.iter().filter_map(|text| text.as_str()).flat_map(|text| [text, "\0"]);
    kinds.collect::<String>() + "\0" + &given.collect::<String>()
}

fn hold_for_a_form(answer: Option<&str>, expected: &Result<AcceptedForm, RejectedForm>, form: &Form<'_>) {
    let Some(answer) = answer else {
        let accepted = expected.as_ref().expect("a form that can be sent");
        assert!(accepted.warnings.is_empty() && accepted.changes.is_empty());
        assert_eq!(form.website.as_str(), accepted.value.website().map(Website::as_str));
        return;
    };
    let answer: Value = serde_json::from_str(answer).expect("JSON");
    assert_eq!(answer["ok"], expected.is_ok());
    let count = |list: &str| answer[list].as_array().map_or(0, Vec::len);
    match expected {
        Ok(accepted) => {
            assert_eq!(answer["value"]["website"].as_str(), accepted.value.website().map(Website::as_str));
            assert_eq!((count("warnings"), count("changes")), (accepted.warnings.len(), accepted.changes.len()));
        }
        Err(rejected) => {
            assert_eq!((count("issues"), count("warnings")), (rejected.issues.len(), rejected.warnings.len()));
        }
    }
}

/// Numbers that are no HTTP status are none, and an answer is JSON. The first eight bytes of an input are a number, the rest is
/// the body.
pub fn numbers(data: &[u8]) {
    let Some((number, body)) = data.split_first_chunk::<8>() else { return };
    let (number, body) = (f64::from_le_bytes(*number), String::from_utf8_lossy(body));
    let is_allowed =
        |code: u32| Outcome::ALL.get((code & ((1 << OUTCOME_BITS) - 1)) as usize - 1) == Some(&Outcome::Allowed);
    let decision = skin::eligibility_from_response(number, &body, 0, NOT_KNOWN, NOT_KNOWN);
    assert!(!is_allowed(decision) || number == 200.0 || number == 404.0, "{number}");
    let fault: Value = serde_json::from_str(&skin::read_fault(number, &body, "")).expect("JSON");
    let status = fault["httpStatus"].as_f64().expect("a number");
    assert!(status == number || status == 0.0, "{number}");
    for operation in 0..Operation::ALL.len() {
        let answer = skin::read_answer(operation as u32, number, &body, "");
        assert!(serde_json::from_str::<Value>(&answer).is_ok(), "{answer}");
    }
}
