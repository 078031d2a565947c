//! `cargo xtask generate`: the TypeScript tables, made from those of the Rust crates, so that both have a single source.

use anyhow::Result;
use partner_center_rules::{
    AccountStatus, Basis, BulkErrorCode, ChangeCode, Cloud, Credentials, EducationSegment, FaultCode, FaultOrigin,
    Field, FieldCode, FieldState, GdapRole, ListCode, MAX_BODY_BYTES, MAX_FIELD_BYTES, Mode, Need, OfferSegment,
    Operation, Outcome, Qualification, RULES_VERSION, ReasonCode, Rule, RuleId, Severity, Source, Transaction,
    ValidationCode, VettingStatus, gdap_roles,
};
use partner_center_rules_wasm::{
    boundary,
    failure::{FAILURES, Failure},
};

use crate::paths::Paths;
use crate::written::write_or_compare;

const FILE: &str = "pkg/src/generated/tables.ts";

/// The file with the names of what is filled in.
const TEMPLATE: &str = include_str!("tables.ts.in");

/// Writes the tables, or errors if the file differs from them.
pub(crate) fn run(paths: &Paths, is_check: bool) -> Result<()> {
    write_or_compare(paths, FILE, &typescript(), is_check, "run `cargo xtask generate` and commit the file")
}

/// An enumeration whose values are a list in TypeScript and have labels.
struct List {
    name: &'static str,
    item: &'static str,
    all: &'static str,
    one: &'static str,
    labels: Vec<(&'static str, &'static str)>,
}

/// Returns each enumeration with what is said of all its values, and of one.
fn lists() -> Vec<List> {
    macro_rules! lists {
        ($($name:ident $item:ident $all:literal, $one:literal;)+) => {
            vec![$(List {
                name: stringify!($name),
                item: stringify!($item),
                all: $all,
                one: $one,
                labels: $item::ALL.iter().map(|value| (value.as_str(), value.label())).collect(),
            }),+]
        };
    }
    lists! {
        OUTCOMES Outcome "The outcomes of a decision", "The outcome of a decision";
        MODES Mode "The APIs that set a qualification", "The API that sets a qualification";
        QUALIFICATIONS Qualification "The qualifications of customers", "A qualification of a customer";
        VETTING_STATUSES VettingStatus "The states of the review of a qualification", "The state of the review of a qualification";
        ACCOUNT_STATUSES AccountStatus
            "The account statuses. `NoAccountStatus` means that the service has no status for the customer",
            "The account status of a customer";
        TRANSACTIONS Transaction "The kinds of transactions", "The kind of a transaction";
        OFFER_SEGMENTS OfferSegment "The segments of offers", "The segment of an offer";
        EDUCATION_SEGMENTS EducationSegment "The segments of education customers", "The segment of an education customer";
        FIELDS Field "The fields of the form, in order", "A field of the form";
        OPERATIONS Operation "The operations of the service", "An operation of the service";
        CLOUDS Cloud "The clouds in which the service runs", "A cloud in which the service runs";
        FAULT_ORIGINS FaultOrigin "The possible causes of a fault", "The cause of a fault";
        CREDENTIALS Credentials "The kinds of credentials for a request", "The kind of credentials for a request";
        GDAP_ROLES GdapRole "The roles that a customer grants to a partner", "A role that a customer grants to a partner";
        FIELD_REQUIREMENTS Need "The requirements for a field of an update", "Whether an update requires a field";
        FIELD_STATES FieldState "The states of a field while it is being filled in", "The state of a field while it is being filled in";
        SEVERITIES Severity "The severities of issues", "The severity of an issue";
        RULE_BASES Basis "The bases of rules", "Whether the documentation states a rule";
    }
}

impl List {
    /// Returns the kind of the labels: the name of the type, as a member is written.
    fn kind(&self) -> String {
        let (first, rest) = self.item.split_at(1);
        format!("{}{rest}", first.to_ascii_lowercase())
    }

    /// Returns the code of a label in the catalogue of messages.
    fn code(&self, value: &str) -> String {
        if self.item == "Field" { format!("{value}Label") } else { format!("{}.{value}", self.kind()) }
    }

    fn declaration(&self) -> String {
        let Self { name, item, all, one, labels } = self;
        let first = labels.first().map(|(value, _)| quoted(value)).unwrap_or_default();
        format!(
            "/**\n * {all}.\n *\n * @example\n * {name}[0]; // {first}\n */\n\
             export const {name} = /* @__PURE__ */ frozen([{}] as const);\n\n\
             /**\n * {one}: one of {{@link {name}}}.\n *\n * @example\n * const one: {item} = {first};\n */\n\
             export type {item} = (typeof {name})[number];",
            joined(labels.iter().map(|(value, _)| value))
        )
    }

    /// Returns the labels by value, which are texts of the message catalogue.
    fn table(&self) -> String {
        let label = |value| format!("    {}: LABEL_MESSAGES[{}],", key(value), quoted(self.code(value)));
        format!("  {}: {{\n{}\n  }},", self.kind(), lines(&self.labels, |(value, _)| label(value)))
    }
}

/// Declares a union of stable texts.
fn union(name: &str, words: &str, members: impl Iterator<Item = &'static str>) -> String {
    let members = members.map(quoted).collect::<Vec<_>>();
    let first = members.first().map_or("", String::as_str);
    format!(
        "/**\n * {words} Stable: removing or renaming one is a breaking change.\n *\n * @example\n\
         \x20* const one: {name} = {first};\n */\nexport type {name} =\n  | {};",
        members.join("\n  | ")
    )
}

fn unions() -> Vec<String> {
    /// In TypeScript a page and its short name are two types.
    type SourceTag = Source;
    macro_rules! unions {
        ($($name:ident $words:literal;)+) => {
            vec![$(union(stringify!($name), $words, $name::ALL.iter().map(|value| value.as_str()))),+]
        };
    }
    unions! {
        ReasonCode "The code of a reason of a decision.";
        FieldCode "The code of an issue or a warning about a field.";
        FaultCode "The code of the issue of a fault.";
        BulkErrorCode "The code of the error that stopped a bulk check.";
        ListCode "The code of a separator in a list of values in a message.";
        ChangeCode "The code of a correction that a form check made to a text.";
        RuleId "The id of a rule.";
        SourceTag "The short name of a documentation page.";
    }
}

/// Returns the content of the file.
fn typescript() -> String {
    /// Returns every text of some tables with its code.
    macro_rules! texts {
        ($($type:ident),+) => {
            [$($type::ALL.iter().map(|code| (code.to_string(), code.message())).collect::<Vec<_>>()),+].concat()
        };
    }
    let hints = Field::ALL.iter().map(|field| (format!("{field}Hint"), field.hint())).collect();
    let others = [texts!(FieldCode, FaultCode, ChangeCode, BulkErrorCode), hints, texts!(ListCode)].concat();
    let lists = lists();
    let labels = lists.iter().flat_map(|list| list.labels.iter().map(|(value, label)| (list.code(value), *label)));
    let rules = || RuleId::ALL.iter().map(|id| id.rule());
    let error_codes = FAILURES.iter().map(|failure| failure.code);
    let parts = [
        ("lists", lists.iter().map(List::declaration).collect::<Vec<_>>().join("\n\n")),
        ("unions", unions().join("\n\n")),
        ("sources", lines(Source::ALL, source)),
        ("credentials", lines(Operation::ALL, |of| array(of.as_str(), of.credentials(), |it| it.as_str()))),
        ("updates", lines(Mode::ALL, |mode| member(mode.as_str(), Operation::update(*mode).as_str()))),
        ("roles", lines(Qualification::ALL, |of| array(of.as_str(), gdap_roles(*of), |it| it.as_str()))),
        ("labelValues", lines(&lists, |list| format!("  readonly {}: {};", list.kind(), list.item))),
        ("labelKinds", joined(lists.iter().map(List::kind))),
        ("reasonMessages", lines(texts!(ReasonCode), |(code, text)| member(&code, text))),
        ("labelMessages", lines(labels, |(code, text)| member(&code, text))),
        ("otherCodes", lines(&others, |(code, _)| format!("  {},", quoted(code)))),
        ("otherMessages", lines(&others, |(code, text)| member(code, text))),
        ("labels", lines(&lists, List::table)),
        ("reasons", lines(rules(), |rule| call("reason", &[rule.id.as_str(), rule.reason.as_str()], rule.source))),
        ("rules", lines(rules(), rule)),
        ("version", quoted(RULES_VERSION)),
        (
            "errorCodes",
            union("RulesErrorCode", "The code of an error that prevents the package from working.", error_codes),
        ),
        ("failures", lines(FAILURES, failure)),
        ("bulkErrorCodes", joined(BulkErrorCode::ALL.iter().map(|code| code.as_str()))),
        ("constants", lines(constants(), |(name, value)| format!("/** @internal */\nexport const {name} = {value};"))),
    ];
    parts.iter().fold(TEMPLATE.to_owned(), |file, (name, text)| file.replace(&format!("{{{{{name}}}}}"), text))
}

/// Returns the constants that the facade shares with the WebAssembly module.
fn constants() -> [(&'static str, String); 13] {
    [
        ("NO_SEGMENT", boundary::NO_SEGMENT.to_string()),
        ("RULE_BITS", boundary::RULE_BITS.to_string()),
        ("OUTCOME_BITS", boundary::OUTCOME_BITS.to_string()),
        ("REQUIRED_SHIFT", boundary::REQUIRED_SHIFT.to_string()),
        ("OPTIONAL_SHIFT", boundary::OPTIONAL_SHIFT.to_string()),
        ("ORIGIN_SHIFT", boundary::ORIGIN_SHIFT.to_string()),
        ("LONGEST_NAME", boundary::LONGEST_NAME.to_string()),
        ("RECORD_SHIFT", boundary::RECORD_SHIFT.to_string()),
        ("MOST_PIECE_BYTES", boundary::MOST_PIECE_BYTES.to_string()),
        ("MOST_ENTRIES", boundary::MOST_ENTRIES.to_string()),
        ("MOST_CODE_CHARACTERS", ValidationCode::MAX_CHARACTERS.to_string()),
        ("MAX_FIELD_BYTES", MAX_FIELD_BYTES.to_string()),
        ("MAX_BODY_BYTES", MAX_BODY_BYTES.to_string()),
    ]
}

fn source(page: &Source) -> String {
    let [tag, title, url, date] = [page.as_str(), page.title(), page.url(), page.date()].map(quoted);
    format!("  {page}: {{ tag: {tag}, title: {title}, url: {url}, date: {date} }},")
}

fn rule(rule: &Rule) -> String {
    let texts = [rule.id.as_str(), rule.outcome.as_str(), rule.reason.as_str(), rule.basis.as_str(), rule.statement];
    call("rule", &texts, rule.source)
}

/// Returns a call with texts and pages.
fn call(function: &str, texts: &[&str], pages: &[Source]) -> String {
    let pages: String = pages.iter().map(|page| format!(", SOURCES.{page}")).collect();
    format!("  {function}({}{pages}),", joined(texts))
}

fn failure(failure: Failure) -> String {
    let Failure { code, message, header } = failure;
    let header = header.map(|header| format!(", header: {}", quoted(header))).unwrap_or_default();
    format!("  {code}: {{ message: {}{header} }},", quoted(message))
}

/// Returns a member whose value is an array.
fn array<T>(name: &str, values: &[T], text: fn(&T) -> &'static str) -> String {
    format!("  {name}: [{}],", joined(values.iter().map(text)))
}

/// Returns a member whose value is a text. Its name is in quotes if it needs them.
fn member(name: &str, text: &str) -> String {
    format!("  {}: {},", key(name), quoted(text))
}

fn key(name: &str) -> String {
    let is_identifier = name.chars().all(|character| character.is_ascii_alphanumeric());
    if is_identifier { name.into() } else { quoted(name) }
}

/// Returns a text as a literal. A JSON string is also a TypeScript string.
fn quoted(text: impl AsRef<str>) -> String {
    serde_json::Value::from(text.as_ref()).to_string()
}

fn joined(texts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    texts.into_iter().map(quoted).collect::<Vec<_>>().join(", ")
}

fn lines<T>(rows: impl IntoIterator<Item = T>, line: impl Fn(T) -> String) -> String {
    rows.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_enough_to_be_copied_whole() {
        let names =
            lists().into_iter().filter(|list| ["Qualification", "VettingStatus", "AccountStatus"].contains(&list.item));
        for (name, _) in names.flat_map(|list| list.labels) {
            assert!(name.len() < boundary::LONGEST_NAME, "{name}");
        }
    }

    #[test]
    fn every_part_of_the_template_is_filled_in() {
        assert!(!typescript().contains("{{"));
    }
}
