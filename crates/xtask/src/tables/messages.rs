//! The messages in English: those of reasons, the labels of values, and all others.

use partner_center_rules::{BulkErrorCode, ChangeCode, FaultCode, Field, FieldCode, ListCode, ReasonCode};

use super::labels::{self, Labels};
use super::{doc, internal, key, line, quoted};

/// Writes the types of messages and their tables.
pub(super) fn write(file: &mut String) {
    doc(file, "The code of a message or a label.", &["const code: MessageCode = \"customerIdLabel\";"]);
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
        "Messages and labels by code, with `{placeholders}` for the parameters of an issue or an error.",
        &["const messages: Messages = { ...MESSAGES, customerIdLabel: \"Tenant\" };"],
    );
    line(file, "export type Messages = { readonly [code in MessageCode]: string };");
    /// Returns every text of a table with its code.
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

    internal(file, "The English messages of reasons.");
    line(file, "export const REASON_MESSAGES: { readonly [code in ReasonCode]: string } = /* @__PURE__ */ frozen({");
    reasons.iter().for_each(|(code, message)| text(file, code, message));
    line(file, "});");
    internal(file, "The English labels of values.");
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
    doc(file, "All messages and labels in English.", &["MESSAGES.customerIdLabel; // \"Customer ID\""]);
    line(file, "export const MESSAGES: Messages = /* @__PURE__ */ made(() => ({");
    line(file, "  ...REASON_MESSAGES,\n  ...LABEL_MESSAGES,");
    others.iter().for_each(|(code, message)| text(file, code, message));
    line(file, "}));");
}

fn text(file: &mut String, code: &str, text: &str) {
    line(file, &format!("  {}: {},", key(code), quoted(text)));
}
