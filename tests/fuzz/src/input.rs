//! Decodes the inputs of the fuzzer, and encodes the cases as seeds.

use std::path::Path;
use std::{fs, io};

use partner_center_rules::*;
use serde_json::Value as Json;

use crate::model::holdings;

/// The kinds of inputs, each with the property to check.
pub(crate) enum Input {
    /// A text that becomes one value. Its seeds are the members of the cases with these names.
    Value(fn(&str), &'static [&'static str]),
    /// The first byte stands for the HTTP status, the rest is the body. Its seeds are the cases of the calls whose names end so.
    Response(fn(u16, &str), &'static [&'static str]),
    /// The first byte stands for the options, the second for the size of the pieces and for the offset of a cut.
    Bulk(fn(&[u8], usize, usize, &BulkOptions)),
    /// Three bytes are the context. The texts of the fields, the name of an unknown field and a validation code of the partner
    /// follow, separated by NUL; `-` is an absent text, `!` a value that is not text.
    Form(fn(&Form<'_>, &Context<'_>, Cloud)),
}

/// The HTTP statuses by the lowest bits of the first byte: `@` stands for 200, `A` for 201, and so on.
const STATUSES: [u16; 16] = [200, 201, 404, 403, 401, 400, 408, 409, 412, 429, 500, 503, 0, 204, 302, u16::MAX];

impl Input {
    /// Returns the maximum length of an input, in bytes.
    pub(crate) fn longest(&self) -> usize {
        match self {
            Self::Value(..) => 96,
            Self::Response(..) => 600,
            Self::Bulk(_) => 400,
            Self::Form(_) => 300,
        }
    }

    /// Returns the number of executions of a full run.
    pub(crate) fn executions(&self) -> u64 {
        if matches!(self, Self::Value(..)) { 100_000_000 } else { 10_000_000 }
    }

    pub(crate) fn ask(&self, data: &[u8]) {
        match (self, data) {
            (Self::Value(ask, _), text) => ask(&String::from_utf8_lossy(text)),
            (Self::Response(ask, _), [status, body @ ..]) => {
                ask(STATUSES[usize::from(*status) % STATUSES.len()], &String::from_utf8_lossy(body));
            }
            (Self::Bulk(ask), [options, cut, text @ ..]) => {
                let transaction = Transaction::ALL[usize::from(options % 8) % Transaction::ALL.len()];
                let segment = OfferSegment::ALL.get(usize::from(options / 8) % (OfferSegment::ALL.len() + 1)).copied();
                let (size, cut) = (usize::from(cut % 16) + 1, text.len() * usize::from(*cut) / 255);
                ask(text, size, cut, &BulkOptions { transaction, segment });
            }
            (Self::Form(ask), [known, active, pending, texts @ ..]) => {
                ask_of_form(*ask, [*known, *active, *pending], &String::from_utf8_lossy(texts));
            }
            _ => {}
        }
    }

    /// Writes the seeds, one file each.
    pub(crate) fn write_seeds(&self, folder: &Path) -> io::Result<()> {
        let mut seeds = Vec::new();
        for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../cases"))? {
            let file: Json = serde_json::from_slice(&fs::read(file?.path())?)?;
            for case in file["cases"].as_array().into_iter().flatten() {
                self.seeds_of(file["call"].as_str().unwrap_or_default(), &case["input"], &mut seeds);
            }
        }
        assert!(!seeds.is_empty(), "no case has a seed");
        seeds.iter().enumerate().try_for_each(|(at, seed)| fs::write(folder.join(format!("case-{at}")), seed))
    }

    fn seeds_of(&self, call: &str, input: &Json, seeds: &mut Vec<Vec<u8>>) {
        let place = |texts: &[&str], text: &Json| texts.iter().position(|other| text == other);
        match self {
            Self::Value(_, names) => texts(input, names, seeds),
            Self::Response(_, calls) if calls.iter().any(|name| call.ends_with(name)) => {
                let status = STATUSES.iter().position(|status| input["httpStatus"] == *status);
                let body = input["body"].as_str();
                seeds.extend(status.zip(body).map(|(status, body)| [&[b'@' + status as u8], body.as_bytes()].concat()));
            }
            Self::Bulk(_) if call == "bulkEligibility" => {
                let transactions: Vec<_> = Transaction::ALL.iter().map(|one| one.as_str()).collect();
                let segments: Vec<_> = OfferSegment::ALL.iter().map(|one| one.as_str()).collect();
                let transaction = place(&transactions, &input["transaction"]).unwrap_or(0);
                let segment = place(&segments, &input["segment"]).unwrap_or(segments.len());
                let options = (transaction + 8 * segment) as u8;
                seeds.extend(input["text"].as_str().map(|text| [&[options, b'@'], text.as_bytes()].concat()));
            }
            Self::Form(_) if input["form"].is_object() || input["field"].is_string() => seeds.push(form(input)),
            _ => {}
        }
    }
}

/// Collects the texts of the members with these names, at any depth. The `text` of a case about a field has the name of the field.
fn texts(value: &Json, names: &[&str], found: &mut Vec<Vec<u8>>) {
    for (name, member) in value.as_object().into_iter().flatten() {
        let name = value["field"].as_str().filter(|_| name == "text").unwrap_or(name);
        match member {
            Json::String(text) if names.contains(&name) => found.push(text.clone().into_bytes()),
            member => texts(member, names, found),
        }
    }
    value.as_array().into_iter().flatten().for_each(|item| texts(item, names, found));
}

fn ask_of_form(ask: fn(&Form<'_>, &Context<'_>, Cloud), [known, active, pending]: [u8; 3], texts: &str) {
    let mut texts = texts.split('\0');
    let mut next = || match texts.next() {
        None | Some("-") => FieldText::Absent,
        Some("!") => FieldText::NotText,
        Some(text) => FieldText::Text(text),
    };
    let form = Field::ALL.iter().fold(Form::default(), |form, field| form.with(*field, next()));
    let unknown = next().as_str();
    let codes: Vec<_> = next().as_str().and_then(PartnerValidationCode::from_digits).into_iter().collect();
    let is = |bit: u8| known >> bit & 1 == 1;
    let mut held = holdings(active, pending);
    if active & 0x80 != 0 {
        held.add_unrecognised();
    }
    let context = Context {
        mode: if is(0) { Mode::Synchronous } else { Mode::Asynchronous },
        held: is(1).then_some(held),
        validation_codes: is(2).then_some(codes.as_slice()),
        validation_codes_incomplete: is(5),
        customer_name: is(6).then_some("Contoso"),
        customer_id: is(3).then(|| "0a1b2c3d-4e5f-6789-abcd-ef0123456789".parse().expect("an id")),
    };
    let cloud = if is(4) { Cloud::China } else { Cloud::Worldwide };
    ask(&Form { unknown_fields: unknown.as_slice(), ..form }, &context, cloud);
}

/// Encodes the form and the context of a case.
fn form(input: &Json) -> Vec<u8> {
    let context = &input["context"];
    let [mut active, mut pending] = [0; 2];
    for entry in context["held"].as_array().into_iter().flatten() {
        let others = Qualification::ALL.iter().filter(|one| **one != Qualification::None);
        let bit =
            others.zip(0..).find(|(one, _)| entry["qualification"] == one.as_str()).map_or(0x80, |(_, bit)| 1 << bit);
        *(if entry["vettingStatus"] == "InReview" { &mut pending } else { &mut active }) |= bit;
    }
    let code = &context["validationCodes"][0]["validationId"];
    let known = u8::from(context["mode"] == "synchronous")
        | u8::from(context["held"].is_array()) << 1
        | u8::from(context["validationCodes"].is_array()) << 2
        | u8::from(context["customerId"].is_string()) << 3;
    let text = |value: &Json| match value {
        Json::Null => "-".to_owned(),
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        _ => "!".to_owned(),
    };
    let of_field = |field: &Field| {
        let is_asked = input["field"] == field.as_str();
        if is_asked { text(&input["text"]) } else { text(&input["form"][field.as_str()]) }
    };
    let texts: Vec<_> = Field::ALL.iter().map(of_field).chain(["-".to_owned(), text(code)]).collect();
    [&[known, active, pending], texts.join("\0").as_bytes()].concat()
}
