// One field of the form: label, hint and control as the plan has them, and beside it what is to be said of it.

import { FIELDS, LABELS, fieldAttributes } from "partner-center-rules";
import { outcomeBadge, ruleLink, shortReasonList } from "./decision.js";
import { ENGLISH, element, icon, setAttributes } from "./dom.js";
import { issueLine } from "./issue.js";
import { sentence } from "./text.js";

const TICK = "M6.2 13 1.300 8.100l1.800-1.800 3.100 3.100 6.700-6.700 1.800 1.800Z";
const PENCIL = "M11.5 1.200 14.800 4.500 5.400 13.900 1 15l1.100-4.400Z";

export function textField({ name, className, list = null, extra = null }) {
  const control = element("input", { id: `field-${name}`, name, type: "text", class: className, list: list?.id });
  const { caption, hint, notes, apply, say } = frame(name, control);
  const root = element(
    "div",
    { class: "field" },
    element("label", { for: control.id }, caption),
    hint,
    control,
    list,
    notes,
    extra?.node,
  );
  return {
    name,
    root,
    isText: true,
    target: () => control,
    read: () => control.value,
    write: (text) => (control.value = text),
    apply(plan) {
      apply(root, plan);
      setAttributes(control, { ...plan.input, spellcheck: String(plan.input.spellcheck) });
      extra?.show(plan.options ?? []);
    },
    say(said) {
      say(root, said);
      extra?.mark(control.value);
    },
  };
}

// Radio buttons instead of a select, so that each value has room for its reason.
export function choiceField({ name, row = false }) {
  const choices = new Map();
  const legend = element("legend", { id: `field-${name}-legend` });
  const root = element("fieldset", {
    id: `field-${name}`,
    class: "field",
    role: "radiogroup",
    "aria-labelledby": legend.id,
  });
  const { caption, hint, notes, apply, say } = frame(name, root);
  const list = element("div", { class: row ? "choices choices--row" : "choices" });
  legend.append(...caption);
  root.append(legend, hint, list, ...notes);
  const inputs = () => [...choices.values()].map(({ input }) => input);
  let options = [];
  return {
    name,
    root,
    isText: false,
    // Where nothing can be chosen, the group itself is the place to go to.
    target: () => inputs().find(({ checked }) => checked) ?? inputs().find(({ disabled }) => !disabled) ?? root,
    read: () => inputs().find(({ checked }) => checked)?.value ?? "",
    write: (value) => inputs().forEach((input) => (input.checked = input.value === value)),
    apply(plan) {
      apply(root, plan);
      options = plan.options;
      for (const { value, label } of options) {
        if (!choices.has(value)) choices.set(value, choice(name, value));
        const { node, text } = choices.get(value);
        text.textContent = label;
        if (!node.isConnected) list.append(node);
      }
    },
    say(said) {
      const told = say(root, said);
      for (const option of options) choices.get(option.value).explain(option, told);
      setAttributes(root, { tabindex: inputs().every(({ disabled }) => disabled) ? "-1" : null });
    },
  };
}

// What every field has around its control.
function frame(name, control) {
  const part = (is, attributes) => element("div", { id: `field-${name}-${is}`, class: is, ...attributes });
  const text = element("span");
  const optional = element("span", { class: "muted optional", lang: ENGLISH, hidden: true }, " (optional)");
  const tick = icon(TICK, "icon tick");
  const hint = part("hint");
  const valid = part("valid", { class: "visually-hidden", lang: ENGLISH });
  const about = part("about", { lang: ENGLISH });
  const changes = part("changes");
  const warnings = part("warnings");
  const error = part("error");
  return {
    caption: [text, optional, tick],
    hint,
    notes: [valid, error, warnings, changes, about],
    apply(root, plan) {
      root.hidden = !plan.shown;
      text.textContent = plan.label;
      setAttributes(text, { lang: plan.lang });
      hint.replaceChildren(...(plan.hint ? [sentence(plan.hint)] : []));
      optional.hidden = plan.need === "required";
      control.setAttribute("aria-required", String(plan.need === "required"));
    },
    say(root, said) {
      root.classList.toggle("field--error", Boolean(said.issue));
      root.classList.toggle("field--valid", said.valid);
      valid.textContent = said.valid ? "Valid" : "";
      about.replaceChildren(...said.about);
      changes.replaceChildren(...changeLine(said.changes));
      warnings.replaceChildren(...said.warnings.map(issueLine));
      error.replaceChildren(...(said.issue ? [issueLine(said.issue)] : []));
      const others = [hint, valid, changes, warnings, about].filter((node) => node.hasChildNodes());
      const ids = { hint: others.map(({ id }) => id).join(" ") || undefined, error: error.id };
      setAttributes(control, {
        "aria-invalid": null,
        "aria-describedby": null,
        // The API is a choice of the page, not a field of the form: nothing is ever wrong with it.
        ...(FIELDS.includes(name)
          ? fieldAttributes(name, said.issue ? [said.issue] : [], ids)
          : { "aria-describedby": ids.hint }),
      });
      // The rules that have been told here, and where.
      return new Map([
        ...said.warnings.map(({ params }) => [params.rule, warnings.id]),
        ...(said.issue ? [[said.issue.params.rule, error.id]] : []),
      ]);
    },
  };
}

function choice(name, value) {
  const id = `field-${name}-${value}`;
  const input = element("input", { type: "radio", id, name, value });
  const text = element("label", { for: id, lang: ENGLISH });
  const badge = element("span", { class: "choice__outcome" });
  const why = element("div", { id: `${id}-why`, hidden: true });
  const line = element("div", { class: "choice__line" }, text, badge);
  const node = element("div", { class: "choice" }, input, element("div", { class: "choice__text" }, line, why));
  return {
    input,
    node,
    text,
    // A reason that already stands in the field is not told a second time: the link to its rule recalls it.
    explain({ disabled, outcome, reasons }, told) {
      // A value chosen before it was blocked stays chosen, so that the reason can be seen where it is.
      input.disabled = disabled && !input.checked;
      const obstacles = outcome === "allowed" ? [] : reasons;
      const fresh = obstacles.filter(({ rule }) => !told.has(rule));
      const recalled = obstacles.filter(({ rule }) => told.has(rule));
      for (const { rule } of fresh) told.set(rule, why.id);
      badge.replaceChildren(
        ...(obstacles.length ? [outcomeBadge(outcome)] : []),
        ...recalled.map(({ rule }) => ruleLink(rule, "Rule ")),
      );
      why.replaceChildren(...(fresh.length ? [shortReasonList(fresh)] : []));
      why.hidden = fresh.length === 0;
      const ids = new Set(obstacles.map(({ rule }) => told.get(rule)));
      setAttributes(input, { "aria-describedby": [...ids].join(" ") || null });
    },
  };
}

function changeLine(changes) {
  if (changes.length === 0) return [];
  const messages = changes.flatMap(({ message }, index) => [index ? " " : "", sentence(message)]);
  return [icon(PENCIL, "icon changes__symbol"), element("span", {}, messages)];
}
