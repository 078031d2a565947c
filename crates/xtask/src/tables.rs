//! The tables of the Rust crate as TypeScript, so that nothing is written twice.

mod labels;

use std::fmt::Write as _;

use partner_center_rules::{
    AccountStatus, Basis, BulkErrorCode, ChangeCode, Cloud, Credentials, EducationSegment, FaultCode, FaultOrigin,
    Field, FieldCode, FieldState, GdapRole, ListCode, MAX_BODY_BYTES, MAX_FIELD_BYTES, Mode, Need, OfferSegment,
    Operation, Outcome, Qualification, RULES_VERSION, ReasonCode, Rule, RuleId, Severity, Source, Transaction,
    ValidationCode, VettingStatus, gdap_roles,
};
use partner_center_rules_wasm::{boundary, failure::FAILURES};

use self::labels::Labels;

/// The content of `pkg/src/generated/tables.ts`.
pub(crate) fn typescript() -> String {
    let mut file = String::from(HEAD);
    lists(&mut file);
    codes(&mut file);
    sources(&mut file);
    requirements(&mut file);
    labels::values(&mut file);
    messages(&mut file);
    labels::table(&mut file);
    reasons(&mut file);
    rules(&mut file);
    failures(&mut file);
    bulk_error_codes(&mut file);
    constants(&mut file);
    file
}

const HEAD: &str = "// Made by `cargo xtask generate` from the tables of the Rust crate. Changes belong there.\n\nimport { frozen, made } from \"../boundary/deep-freeze.js\";\n";

/// Declares a list of names with the type of its items.
macro_rules! list {
    ($file:ident, $name:literal, $type:ident, $words:literal) => {
        let names = $type::ALL.iter().map(|value| value.as_str());
        list($file, $name, stringify!($type), $words, names)
    };
}

fn lists(file: &mut String) {
    list!(file, "OUTCOMES", Outcome, "the answers of a decision");
    list!(file, "MODES", Mode, "the interfaces through which a qualification is set");
    list!(file, "QUALIFICATIONS", Qualification, "the qualifications");
    list!(file, "VETTING_STATUSES", VettingStatus, "how far the review of a qualification has come");
    list!(
        file,
        "ACCOUNT_STATUSES",
        AccountStatus,
        "the account statuses; `NoAccountStatus` says that the service has none for the customer"
    );
    list!(file, "TRANSACTIONS", Transaction, "the kinds of transactions");
    list!(file, "OFFER_SEGMENTS", OfferSegment, "the segments of offers");
    list!(file, "EDUCATION_SEGMENTS", EducationSegment, "the segments of education customers");
    list!(file, "FIELDS", Field, "the fields of the form, in order");
    list!(file, "OPERATIONS", Operation, "the operations of the service");
    list!(file, "CLOUDS", Cloud, "the clouds that the service runs in");
    list!(file, "FAULT_ORIGINS", FaultOrigin, "with whom the cause of a fault lies");
    list!(file, "CREDENTIALS", Credentials, "with what a caller is authenticated");
    list!(file, "GDAP_ROLES", GdapRole, "the roles that a customer grants to a partner");
    list!(file, "FIELD_REQUIREMENTS", Need, "whether an update needs a field");
    list!(file, "FIELD_STATES", FieldState, "how far a field is filled in");
    list!(file, "SEVERITIES", Severity, "whether an issue stands in the way");
    list!(file, "RULE_BASES", Basis, "whether a rule is written in the documentation");
}

fn list<'a>(file: &mut String, name: &str, item: &str, words: &str, items: impl Iterator<Item = &'a str>) {
    let items: Vec<_> = items.map(quoted).collect();
    let first = items.first().map(String::as_str).unwrap_or_default();
    doc(file, &format!("All of {{@link {item}}}: {words}."), &[&format!("{name}[0]; // {first}")]);
    line(file, &format!("export const {name} = /* @__PURE__ */ frozen([{}] as const);", items.join(", ")));
    doc(file, &format!("One of {{@link {name}}}: {words}."), &[&format!("const one: {item} = {first};")]);
    line(file, &format!("export type {item} = (typeof {name})[number];"));
}

fn codes(file: &mut String) {
    let unions = [
        ("ReasonCode", "Why a decision is what it is.", names(ReasonCode::ALL.iter().map(|code| code.as_str()))),
        (
            "FieldCode",
            "What is wrong with a field, or unusual about it.",
            names(FieldCode::ALL.iter().map(|code| code.as_str())),
        ),
        (
            "FaultCode",
            "Why the service did not do what was asked.",
            names(FaultCode::ALL.iter().map(|code| code.as_str())),
        ),
        (
            "BulkErrorCode",
            "Why the text of customers is not read to its end.",
            names(BulkErrorCode::ALL.iter().map(|code| code.as_str())),
        ),
        (
            "ListCode",
            "What stands between the values of a list in a message.",
            names(ListCode::ALL.iter().map(|code| code.as_str())),
        ),
        ("ChangeCode", "What a form check changed in a text.", names(ChangeCode::ALL.iter().map(|code| code.as_str()))),
        ("RuleId", "The id of a rule.", names(RuleId::ALL.iter().map(|id| id.as_str()))),
        ("SourceTag", "The short name of a page.", names(Source::ALL.iter().map(|source| source.as_str()))),
    ];
    for (name, words, members) in unions {
        stable(file, name, words, &members);
    }
}

/// A union of texts that are promises.
fn stable(file: &mut String, name: &str, words: &str, members: &[String]) {
    let first = members.first().map(String::as_str).unwrap_or_default();
    let words = format!("{words} Stable: one that is removed or renamed is a breaking change.");
    doc(file, &words, &[&format!("const one: {name} = {first};")]);
    line(file, &format!("export type {name} =\n  | {};", members.join("\n  | ")));
}

fn names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    names.map(quoted).collect()
}

fn sources(file: &mut String) {
    doc(
        file,
        "A page of the service's documentation that rules are taken from.",
        &["const { tag, url }: Source = SOURCES.SYNC;", "tag; // \"SYNC\""],
    );
    line(file, "export interface Source {");
    line(file, "  readonly tag: SourceTag;\n  readonly title: string;\n  readonly url: string;");
    line(
        file,
        "  /** The date of the page as it was read: a day, a month, a year, or `undated`. */\n  readonly date: string;\n}",
    );
    doc(file, "The pages, by tag.", &["SOURCES.SYNC.url;"]);
    line(file, "export const SOURCES: { readonly [tag in SourceTag]: Source } = /* @__PURE__ */ frozen({");
    for page in Source::ALL {
        let [tag, title, url, date] = [page.as_str(), page.title(), page.url(), page.date()].map(quoted);
        line(file, &format!("  {}: {{ tag: {tag}, title: {title}, url: {url}, date: {date} }},", page.as_str()));
    }
    line(file, "});");
}

fn requirements(file: &mut String) {
    doc(file, "The credentials that an operation accepts.", &["CREDENTIALS_OF.createQualification; // [\"App+User\"]"]);
    line(
        file,
        "export const CREDENTIALS_OF: { readonly [operation in Operation]: readonly Credentials[] } = /* @__PURE__ */ frozen({",
    );
    for operation in Operation::ALL {
        let accepted = names(operation.credentials().iter().map(|credentials| credentials.as_str()));
        line(file, &format!("  {operation}: [{}],", accepted.join(", ")));
    }
    line(file, "});");
    doc(
        file,
        "The operation that sets a qualification through an interface.",
        &["UPDATE_OPERATIONS.asynchronous; // \"createQualification\""],
    );
    line(file, "export const UPDATE_OPERATIONS: { readonly [mode in Mode]: Operation } = /* @__PURE__ */ frozen({");
    for mode in Mode::ALL {
        line(file, &format!("  {mode}: {},", quoted(Operation::update(*mode).as_str())));
    }
    line(file, "});");
    doc(
        file,
        "The roles of which a user needs at least one to set a qualification; none: no role is asked for.",
        &["GDAP_ROLES_FOR.Education; // []"],
    );
    line(
        file,
        "export const GDAP_ROLES_FOR: { readonly [target in Qualification]: readonly GdapRole[] } = /* @__PURE__ */ frozen({",
    );
    for target in Qualification::ALL {
        let roles = names(gdap_roles(*target).iter().map(|role| role.as_str()));
        line(file, &format!("  {target}: [{}],", roles.join(", ")));
    }
    line(file, "});");
}

fn messages(file: &mut String) {
    doc(file, "The code of a text that people read.", &["const code: MessageCode = \"customerIdLabel\";"]);
    let unions = [
        "ReasonCode",
        "FieldCode",
        "FaultCode",
        "ChangeCode",
        "BulkErrorCode",
        "LabelCode",
        "`${Field}Hint`",
        "ListCode",
    ];
    line(file, &format!("export type MessageCode =\n  | {};", unions.join("\n  | ")));
    doc(
        file,
        "Texts for people by code, with `{placeholders}` for the parameters of an issue or an error.",
        &["const messages: Messages = { ...MESSAGES, customerIdLabel: \"Tenant\" };"],
    );
    line(file, "export type Messages = { readonly [code in MessageCode]: string };");
    /// Every text of a table by its code.
    macro_rules! texts {
        ($($type:ident),+) => {
            [$($type::ALL.iter().map(|code| (code.as_str().to_owned(), code.message().to_owned()))),+].into_iter().flatten()
        };
    }
    let reasons: Vec<_> = texts!(ReasonCode).collect();
    let labels: Vec<_> = labels::all().iter().flat_map(Labels::messages).collect();
    let hints = Field::ALL.iter().map(|field| (format!("{field}Hint"), field.hint().to_owned()));
    let others: Vec<_> = texts!(FieldCode)
        .chain(texts!(FaultCode))
        .chain(texts!(ChangeCode))
        .chain(texts!(BulkErrorCode))
        .chain(hints)
        .chain(texts!(ListCode))
        .collect();

    internal(file, "The messages of reasons in English.");
    line(file, "export const REASON_MESSAGES: { readonly [code in ReasonCode]: string } = /* @__PURE__ */ frozen({");
    reasons.iter().for_each(|(code, message)| text(file, code, message));
    line(file, "});");
    internal(file, "The labels of values in English.");
    line(file, "export const LABEL_MESSAGES: { readonly [code in LabelCode]: string } = /* @__PURE__ */ frozen({");
    labels.iter().for_each(|(code, label)| text(file, code, label));
    line(file, "});");
    internal(file, "The codes of the other messages.");
    let codes: Vec<_> = others.iter().map(|(code, _)| quoted(code)).collect();
    line(
        file,
        &format!(
            "export const OTHER_MESSAGE_CODES: readonly Exclude<MessageCode, ReasonCode | LabelCode>[] = [\n  {},\n];",
            codes.join(",\n  ")
        ),
    );
    doc(file, "Every text in English.", &["MESSAGES.customerIdLabel; // \"Customer ID\""]);
    line(file, "export const MESSAGES: Messages = /* @__PURE__ */ made(() => ({");
    line(file, "  ...REASON_MESSAGES,\n  ...LABEL_MESSAGES,");
    others.iter().for_each(|(code, message)| text(file, code, message));
    line(file, "}));");
}

fn text(file: &mut String, code: &str, text: &str) {
    line(file, &format!("  {}: {},", key(code), quoted(text)));
}

fn reasons(file: &mut String) {
    doc(
        file,
        "Why a decision is what it is: the rule that determined it, in words.",
        &[
            "const reason: Reason | undefined = settability(\"Nonprofit\").reasons[0];",
            "reason?.rule; // \"S1\"",
            "reason?.message;",
        ],
    );
    line(file, "export interface Reason {");
    line(file, "  readonly code: ReasonCode;\n  readonly message: string;\n  readonly rule: RuleId;");
    line(file, "  /** The pages that say so, or are near; none where the documentation is silent. */");
    line(file, "  readonly source: readonly Source[];\n}");
    line(file, "\nfunction reason(rule: RuleId, code: ReasonCode, ...source: Source[]): Reason {");
    line(file, "  return { code, message: REASON_MESSAGES[code], rule, source };\n}");
    internal(file, "The reason of every rule, in the order of the rules.");
    line(file, "export const REASONS: readonly Reason[] = /* @__PURE__ */ made(() => [");
    for rule in rules_in_order() {
        let pages = rule.source.iter().map(|page| format!(", SOURCES.{}", page.as_str())).collect::<String>();
        let [id, code] = [rule.id.as_str(), rule.reason.as_str()].map(quoted);
        line(file, &format!("  reason({id}, {code}{pages}),"));
    }
    line(file, "]);");
}

fn rules(file: &mut String) {
    doc(
        file,
        "A rule: when it applies, what it answers, and where that is written.",
        &["const rule: Rule | undefined = RULES.find(({ id }) => id === \"S4\");", "rule?.outcome; // \"blocked\""],
    );
    line(file, "export interface Rule {");
    line(file, "  readonly id: RuleId;\n  /** When it applies. */\n  readonly statement: string;");
    line(file, "  readonly outcome: Outcome;\n  readonly code: ReasonCode;\n  readonly basis: Basis;");
    line(file, "  /** The pages that say so, or are near; none where the documentation is silent. */");
    line(file, "  readonly source: readonly Source[];\n}");
    line(
        file,
        "\nfunction rule(id: RuleId, outcome: Outcome, code: ReasonCode, basis: Basis, statement: string, ...source: Source[]): Rule {",
    );
    line(file, "  return { id, statement, outcome, code, basis, source };\n}");
    doc(file, "Every rule.", &["RULES.filter(({ basis }) => basis === \"undocumented\").map(({ id }) => id);"]);
    line(file, "export const RULES: readonly Rule[] = /* @__PURE__ */ made(() => [");
    for rule in rules_in_order() {
        let texts =
            [rule.id.as_str(), rule.outcome.as_str(), rule.reason.as_str(), rule.basis.as_str(), rule.statement];
        let pages = rule.source.iter().map(|page| format!(", SOURCES.{}", page.as_str())).collect::<String>();
        line(file, &format!("  rule({}{pages}),", texts.map(quoted).join(", ")));
    }
    line(file, "]);");
    let version = quoted(RULES_VERSION);
    doc(
        file,
        "The date of the rules. It changes whenever an outcome does.",
        &[&format!("RULES_VERSION; // {version}")],
    );
    line(file, &format!("export const RULES_VERSION = {version};"));
}

fn rules_in_order() -> impl Iterator<Item = &'static Rule> {
    RuleId::ALL.iter().map(|id| id.rule())
}

fn failures(file: &mut String) {
    let codes = names(FAILURES.iter().map(|failure| failure.code));
    stable(file, "RulesErrorCode", "Why the package cannot answer at all.", &codes);
    internal(file, "What is said of it, and the header that a page has to send.");
    line(
        file,
        "export const FAILURES: { readonly [code in RulesErrorCode]: { readonly message: string; readonly header?: string } } = {",
    );
    for failure in FAILURES {
        let header = failure.header.map(|header| format!(", header: {}", quoted(header))).unwrap_or_default();
        line(file, &format!("  {}: {{ message: {}{header} }},", failure.code, quoted(failure.message)));
    }
    line(file, "};");
}

/// The codes of bulk errors, as the facade finds them by their places.
fn bulk_error_codes(file: &mut String) {
    let codes = names(BulkErrorCode::ALL.iter().map(|code| code.as_str()));
    internal(file, "The codes of bulk errors, in the order of their table.");
    line(file, &format!("export const BULK_ERROR_CODES: readonly BulkErrorCode[] = [{}];", codes.join(", ")));
}

/// What the facade and the WebAssembly module agree on.
fn constants(file: &mut String) {
    let constants = [
        ("NO_SEGMENT", u64::from(boundary::NO_SEGMENT)),
        ("RULE_BITS", u64::from(boundary::RULE_BITS)),
        ("OUTCOME_BITS", u64::from(boundary::OUTCOME_BITS)),
        ("REQUIRED_SHIFT", u64::from(boundary::REQUIRED_SHIFT)),
        ("OPTIONAL_SHIFT", u64::from(boundary::OPTIONAL_SHIFT)),
        ("ORIGIN_SHIFT", u64::from(boundary::ORIGIN_SHIFT)),
        ("LONGEST_NAME", u64::try_from(boundary::LONGEST_NAME).unwrap_or_default()),
        ("RECORD_SHIFT", u64::from(boundary::RECORD_SHIFT)),
        ("MOST_PIECE_BYTES", u64::try_from(boundary::MOST_PIECE_BYTES).unwrap_or_default()),
        ("MOST_ENTRIES", u64::try_from(boundary::MOST_ENTRIES).unwrap_or_default()),
        ("MOST_CODE_CHARACTERS", u64::try_from(ValidationCode::MAX_CHARACTERS).unwrap_or_default()),
        ("MAX_FIELD_BYTES", u64::try_from(MAX_FIELD_BYTES).unwrap_or_default()),
        ("MAX_BODY_BYTES", u64::try_from(MAX_BODY_BYTES).unwrap_or_default()),
    ];
    line(file, "\n// What the facade and the WebAssembly module agree on.");
    for (name, value) in constants {
        line(file, &format!("/** @internal */\nexport const {name} = {value};"));
    }
}

/// The comment before a declaration that users see.
fn doc(file: &mut String, words: &str, example: &[&str]) {
    line(file, &format!("\n/**\n * {words}\n *\n * @example"));
    for code in example {
        line(file, &format!(" * {code}"));
    }
    line(file, " */");
}

/// The comment before a declaration that is not published.
fn internal(file: &mut String, words: &str) {
    line(file, &format!("\n/**\n * {words}\n *\n * @internal\n */"));
}

/// The name of a member, in quotes where it needs them.
fn key(name: &str) -> String {
    let is_identifier = name.chars().all(|character| character.is_ascii_alphanumeric());
    if is_identifier { name.into() } else { quoted(name) }
}

/// A text as a literal: JSON's are TypeScript's as well.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn line(file: &mut String, text: &str) {
    // Writing to a String does not fail.
    let _ = writeln!(file, "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_enough_to_be_copied_whole() {
        let names = Qualification::ALL.iter().map(|value| value.as_str());
        let names = names.chain(VettingStatus::ALL.iter().map(|value| value.as_str()));
        for name in names.chain(AccountStatus::ALL.iter().map(|value| value.as_str())) {
            assert!(name.len() < boundary::LONGEST_NAME, "{name}");
        }
    }
}
