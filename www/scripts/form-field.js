// One field of the form: label, hint, control, and beside it what is wrong.

import { ruleLink } from "./decision.js";
import { element, setAttributes } from "./dom.js";
import { sentence } from "./text.js";

export function textField({ name, label, hint, input = {}, extra = null }) {
  const control = element("input", {
    id: `field-${name}`,
    name,
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    ...input,
  });
  const optional = element("span", { class: "muted", hidden: true }, " (optional)");
  const note = element("div", { class: "note", id: `field-${name}-note` });
  const hintNode = element("div", { class: "hint", id: `field-${name}-hint` }, hint);
  const root = element(
    "div",
    { class: "field" },
    element("label", { for: control.id }, label, optional),
    hintNode,
    control,
    extra,
    note,
  );
  return {
    name,
    root,
    label,
    hint: hintNode,
    target: () => control,
    read: () => control.value,
    write: (text) => (control.value = text),
    describe: (notes) => describe(root, control, note, [hintNode], notes),
    apply: ({ shown, required }) => {
      root.hidden = !shown;
      optional.hidden = required;
      control.setAttribute("aria-required", String(required));
    },
  };
}

// Radio buttons instead of a select, so that each value has room for its reason.
export function choiceField({ name, label, options, row = false }) {
  const note = element("div", { class: "note", id: `field-${name}-note` });
  const choices = options.map(({ value, label: text }) => choice(name, value, text));
  const root = element(
    "fieldset",
    { class: "field", role: "radiogroup", "aria-labelledby": `field-${name}-legend` },
    element("legend", { id: `field-${name}-legend` }, label),
    element(
      "div",
      { class: row ? "choices choices--row" : "choices" },
      choices.map(({ node }) => node),
    ),
    note,
  );
  return {
    name,
    root,
    label,
    choices,
    target: () =>
      (choices.find(({ input }) => input.checked) ?? choices.find(({ input }) => !input.disabled) ?? choices[0]).input,
    read: () => choices.find(({ input }) => input.checked)?.input.value ?? "",
    write: (value) => choices.forEach(({ input }) => (input.checked = input.value === value)),
    describe: (notes) => describe(root, root, note, [], notes),
    apply: ({ shown, required }) => {
      root.hidden = !shown;
      root.setAttribute("aria-required", String(required));
    },
  };
}

function choice(name, value, text) {
  const id = `field-${name}-${value}`;
  const input = element("input", { type: "radio", id, name, value });
  const badge = element("span", { class: "choice__outcome" });
  const why = element("div", { class: "choice__why", id: `${id}-why`, hidden: true });
  const node = element(
    "div",
    { class: "choice" },
    input,
    element(
      "div",
      { class: "choice__text" },
      element("div", { class: "choice__line" }, element("label", { for: id }, text), badge),
      why,
    ),
  );
  return {
    input,
    node,
    explain: (outcome, reasons) => {
      badge.replaceChildren(...(outcome ? [outcome] : []));
      why.replaceChildren(...(reasons ? [reasons] : []));
      why.hidden = !reasons;
      setAttributes(input, { "aria-describedby": reasons ? why.id : null });
    },
  };
}

function describe(root, control, note, hints, { issue, warnings }) {
  const said = [issue, ...warnings].filter(Boolean);
  note.replaceChildren(...said.map(line));
  root.classList.toggle("field--error", Boolean(issue));
  setAttributes(control, {
    "aria-invalid": issue ? "true" : null,
    "aria-describedby":
      [...hints.filter((hint) => hint.hasChildNodes()), ...(said.length ? [note] : [])].map(({ id }) => id).join(" ") ||
      null,
  });
}

function line(issue) {
  return element(
    "p",
    { class: `issue issue--${issue.severity}` },
    element("strong", {}, issue.severity === "error" ? "Error: " : "Warning: "),
    sentence(issue.message),
    issue.params.rule ? [" ", ruleLink(issue.params.rule, "Rule ")] : null,
  );
}
