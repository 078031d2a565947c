// The form that sets a qualification. What it shows, what can be chosen and what is wrong comes from the package; here
// is only what stands where, and when.

import { FIELDS, LABELS, MODES, checkField, checkForm, fieldPlan, toErrorSummary } from "partner-center-rules";
import { announce, hush } from "./announce.js";
import { ENGLISH, element } from "./dom.js";
import { knownCodes } from "./form-codes.js";
import { customerOf } from "./form-customer.js";
import { choiceField, textField } from "./form-field.js";
import { languageSwitch } from "./form-language.js";
import { manners } from "./form-manners.js";
import { errorSummary, notReady, nothingChecked, update } from "./form-result.js";
import { fieldVoice } from "./form-voice.js";
import { afterPress } from "./press.js";

const MODE_PLAN = {
  label: "API",
  lang: ENGLISH,
  need: "required",
  shown: true,
  options: MODES.map((value) => ({ value, label: LABELS.mode[value], disabled: false, reasons: [] })),
};
const NOTHING_SAID = { warnings: [], changes: [], valid: false, about: [] };

export function formArea({ form: formPanel, result, customers, validationCodes }) {
  const language = languageSwitch(translate);
  const mode = choiceField({ name: "mode", row: true });
  const fields = makeFields(customers, (code) => fill("validationCode", code));
  const fieldOf = (name) => fields.find((field) => field.name === name);
  const summary = errorSummary(fieldOf);
  // What stood in a field before it was cleaned up.
  const uncleaned = new Map();
  let timing;
  let voice;
  let plans;
  let checked;
  let submitted;

  const form = element(
    "form",
    {
      class: "form",
      novalidate: true,
      "aria-labelledby": "set-heading",
      onsubmit: submit,
      oninput: changed,
      onfocusout: left,
    },
    summary.node,
    mode.root,
    fields.map(({ root }) => root),
    element(
      "div",
      { class: "actions", lang: ENGLISH },
      element("button", { type: "submit", class: "button button--main" }, "Check the update"),
      element("button", { type: "button", class: "button", onclick: clear }, "Clear"),
    ),
  );

  function context() {
    const { customer } = customerOf(fieldOf("customerId").read(), customers);
    const { messages } = language.current;
    return { mode: mode.read(), held: customer?.qualifications, validationCodes, messages };
  }

  function values() {
    const shown = plans.filter(({ shown }) => shown);
    return Object.fromEntries(shown.map(({ field }) => [field, fieldOf(field).read()]));
  }

  function check(name, text = fieldOf(name).read()) {
    return checkField(name, text, values(), context());
  }

  function draw({ aloud = false } = {}) {
    form.lang = language.current.tag;
    plans = fieldPlan(fieldOf("qualification").read(), context());
    const issues = plans.flatMap((plan) => drawField(plan, aloud));
    summary.show(submitted ? toErrorSummary(issues) : []);
  }

  function drawField(plan, aloud) {
    const name = plan.field;
    const field = fieldOf(name);
    field.apply(plan);
    if (!plan.shown) {
      timing.forget(name);
      uncleaned.delete(name);
      return [];
    }
    const said = {
      ...timing.shows(name, check(name)),
      changes: uncleaned.has(name) ? check(name, uncleaned.get(name)).changes : [],
      about: name === "customerId" ? customerOf(field.read(), customers).about : [],
    };
    field.say(said);
    voice(name, { ...said, label: plan.label, lang: form.lang }, aloud);
    return said.issue ? [said.issue] : [];
  }

  function drawResult() {
    if (!checked) result.replaceChildren(...nothingChecked());
    else if (checked.ok) result.replaceChildren(...update(checked, plans, form.lang));
    else result.replaceChildren(...notReady());
  }

  function changed({ target }) {
    checked = undefined;
    uncleaned.delete(target.name);
    if (fieldOf(target.name)?.isText) timing.type(target.name);
    else if (fieldOf(target.name)) timing.leave(target.name, check(target.name));
    draw({ aloud: true });
    drawResult();
  }

  function left({ target }) {
    // Where the window loses the focus the field keeps it.
    if (!fieldOf(target.name)?.isText || target === document.activeElement) return;
    afterPress(() => {
      settle(target.name);
      draw({ aloud: true });
    });
  }

  // The field takes the canonical text, and keeps what it had been, to tell what was done.
  function settle(name) {
    const field = fieldOf(name);
    const found = check(name);
    timing.leave(name, found);
    if (found.value === undefined || found.value === field.read()) return;
    uncleaned.set(name, field.read());
    field.write(found.value);
  }

  function fill(name, text) {
    fieldOf(name).write(text);
    changed({ target: fieldOf(name).target() });
    settle(name);
    draw({ aloud: true });
  }

  function submit(event) {
    event.preventDefault();
    submitted = true;
    const shown = plans.filter(({ shown }) => shown).map(({ field }) => field);
    for (const name of shown) if (fieldOf(name).isText) settle(name);
    timing.submit(shown);
    draw();
    checked = checkForm(values(), context());
    drawResult();
    hush();
    (checked.ok ? result.querySelector("h3") : summary.node).focus();
  }

  function translate() {
    draw();
    if (checked) checked = checkForm(values(), context());
    drawResult();
  }

  function reset() {
    submitted = false;
    checked = undefined;
    timing = manners();
    voice = fieldVoice();
    uncleaned.clear();
    for (const field of fields) field.write("");
    mode.write(MODES[0]);
    drawResult();
  }

  function clear() {
    reset();
    draw();
    fields[0].target().focus();
  }

  function take(customer) {
    reset();
    fields[0].write(customer.id);
    draw();
    document.getElementById("set").scrollIntoView();
    fieldOf("qualification").target().focus({ preventScroll: true });
    announce(`${customer.name}: ${document.getElementById("set-heading").textContent}`);
  }

  formPanel.replaceChildren(language.node, form);
  mode.apply(MODE_PLAN);
  mode.say(NOTHING_SAID);
  reset();
  draw();
  return { take };
}

function makeFields(customers, takeCode) {
  const customerIds = element(
    "datalist",
    { id: "customer-ids" },
    customers.map(({ id, name }) => element("option", { value: id }, name)),
  );
  const makers = {
    customerId: (name) => textField({ name, className: "input--id", list: customerIds }),
    qualification: (name) => choiceField({ name }),
    educationSegment: (name) => choiceField({ name, row: true }),
    website: (name) => textField({ name }),
    validationCode: (name) => textField({ name, className: "input--short", extra: knownCodes(takeCode) }),
  };
  return FIELDS.map((name) => makers[name](name));
}
