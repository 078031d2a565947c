//! Generates the labels of all enumerations, as texts of the message catalogue.

use partner_center_rules::{
    AccountStatus, Basis, Cloud, Credentials, EducationSegment, FaultOrigin, Field, FieldState, GdapRole, Mode, Need,
    OfferSegment, Operation, Outcome, Qualification, Severity, Transaction, VettingStatus,
};

use super::{doc, internal, key, line, quoted};

/// The values of one kind with their labels.
pub(super) struct Labels {
    kind: &'static str,
    of: &'static str,
    labels: Vec<(&'static str, &'static str)>,
}

impl Labels {
    /// Returns the code of a label in the catalogue of messages.
    fn code(&self, value: &str) -> String {
        if self.kind == "field" { format!("{value}Label") } else { format!("{}.{value}", self.kind) }
    }

    /// Returns the labels with their codes.
    pub(super) fn messages(&self) -> Vec<(String, String)> {
        self.labels.iter().map(|(value, label)| (self.code(value), (*label).to_owned())).collect()
    }
}

/// Returns the labels of all enumerations.
pub(super) fn all() -> Vec<Labels> {
    macro_rules! labels {
        ($($kind:literal: $type:ident),+ $(,)?) => {
            vec![$(Labels {
                kind: $kind,
                of: stringify!($type),
                labels: $type::ALL.iter().map(|value| (value.as_str(), value.label())).collect(),
            }),+]
        };
    }
    labels![
        "outcome": Outcome,
        "mode": Mode,
        "qualification": Qualification,
        "vettingStatus": VettingStatus,
        "accountStatus": AccountStatus,
        "transaction": Transaction,
        "offerSegment": OfferSegment,
        "educationSegment": EducationSegment,
        "field": Field,
        "operation": Operation,
        "cloud": Cloud,
        "faultOrigin": FaultOrigin,
        "credentials": Credentials,
        "gdapRole": GdapRole,
        "need": Need,
        "fieldState": FieldState,
        "severity": Severity,
        "basis": Basis,
    ]
}

/// Writes the types of the labels and of their codes.
pub(super) fn values(file: &mut String) {
    doc(
        file,
        "The values that have labels, by kind.",
        &["const transaction: LabelValues[\"transaction\"] = \"newPurchase\";"],
    );
    line(file, "export interface LabelValues {");
    for Labels { kind, of, .. } in all() {
        line(file, &format!("  readonly {kind}: {of};"));
    }
    line(file, "}");
    doc(file, "The kind of a value that has a label.", &["const kind: LabelKind = \"transaction\";"]);
    line(file, "export type LabelKind = keyof LabelValues;");
    internal(file, "All kinds of values that have labels.");
    let kinds: Vec<_> = all().iter().map(|labels| quoted(labels.kind)).collect();
    line(file, &format!("export const LABEL_KINDS: readonly LabelKind[] = [{}];", kinds.join(", ")));
    doc(
        file,
        "The code of a label in a message catalogue.",
        &["const code: LabelCode = \"transaction.newPurchase\";", "MESSAGES[code]; // \"New purchase\""],
    );
    line(file, "export type LabelCode = {");
    line(
        file,
        "  [kind in LabelKind]: kind extends \"field\" ? `${Field}Label` : `${kind}.${LabelValues[kind]}`;\n}[LabelKind];",
    );
}

/// Writes the table of all English labels. It refers to the texts of the messages.
pub(super) fn table(file: &mut String) {
    doc(
        file,
        "All English labels, by kind and value. `label` returns labels in other languages.",
        &["LABELS.qualification.GovernmentCommunityCloud; // \"Government Community Cloud (GCC)\""],
    );
    line(
        file,
        "export const LABELS: { readonly [kind in LabelKind]: { readonly [value in LabelValues[kind]]: string } } = /* @__PURE__ */ made(() => ({",
    );
    for labels in all() {
        line(file, &format!("  {}: {{", labels.kind));
        for (value, _) in &labels.labels {
            line(file, &format!("    {}: LABEL_MESSAGES[{}],", key(value), quoted(&labels.code(value))));
        }
        line(file, "  },");
    }
    line(file, "}));");
}
