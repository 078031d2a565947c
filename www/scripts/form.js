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
import { errorSummary } from "./form-summary.js";
import { fieldVoice } from "./form-voice.js";
import { heldBy } from "./knowledge.js";
import { afterPress } from "./press.js";
import { plain } from "./text.js";
import { updateArea } from "./update.js";

const MODE_PLAN = {
  label: "API",
  lang: ENGLISH,
  need: "required",
  shown: true,
  options: MODES.map((value) => ({ value, label: LABELS.mode[value], disabled: false, reasons: [] })),
};
const NOTHING_SAID = { warnings: [], changes: [], valid: false, about: [] };

export function formArea({ form: formPanel, result, know, showCustomer }) {
  const language = languageSwitch(translate);
  const mode = choiceField({ name: "mode", row: true });
  const customerIds = element("datalist", { id: "customer-ids" });
  const codes = knownCodes({ take: (code) => fill("validationCode", code), again: know.readCodes });
  const fields = makeFields(customerIds, codes);
  const fieldOf = (name) => fields.find((field) => field.name === name);
  const summary = errorSummary(fieldOf);
  // What stood in a field before it was cleaned up.
  const uncleaned = new Map();
  let timing;
  let voice;
  let plans;
  let submitted;
  const update = updateArea({ panel: result, know, current, sending, settled, showCustomer });

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
    const customer = customerNow();
    const { messages } = language.current;
    const held = customer && heldBy(customer);
    const validationCodes = know.codes.answer?.ok ? know.codes.answer.value : undefined;
    return { mode: mode.read(), held, validationCodes, messages };
  }

  function customerNow() {
    return customerOf(fieldOf("customerId").read(), know).customer;
  }

  function current() {
    return { form: values(), context: context(), plans, lang: form.lang, customer: customerNow() };
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
    const refusal = update.refusal();
    const issues = plans.flatMap((plan) => drawField(plan, refusal, aloud));
    codes.tell(know.codes, language.current);
    summarise(issues, refusal);
  }

  // What the service refuses stands where the form says what it refuses.
  function summarise(issues, refusal) {
    if (!refusal) return summary.show(submitted ? toErrorSummary(issues) : [], "This cannot be sent yet");
    const others = issues.includes(refusal) ? [] : [{ message: refusal.message }];
    return summary.show([...others, ...toErrorSummary(issues)], "The update was not confirmed");
  }

  function drawField(plan, refusal, aloud) {
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
      ...(refusal?.path[0] === name && { issue: refusal, valid: false }),
      changes: uncleaned.has(name) ? check(name, uncleaned.get(name)).changes : [],
      about: name === "customerId" ? customerOf(field.read(), know).about : [],
    };
    field.say(said);
    voice(name, { ...said, label: plan.label, lang: form.lang }, aloud);
    return said.issue ? [said.issue] : [];
  }

  function changed({ target }) {
    update.outdate();
    uncleaned.delete(target.name);
    if (fieldOf(target.name)?.isText) timing.type(target.name);
    else if (fieldOf(target.name)) timing.leave(target.name, check(target.name));
    draw({ aloud: true });
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
    update.show(checkForm(values(), context()));
    draw();
    hush();
    (summary.node.hidden ? result.querySelector("h3") : summary.node).focus();
  }

  function translate() {
    draw();
    if (update.isOffered()) update.recheck(checkForm(values(), context()));
    else update.translate();
  }

  know.watch((subject) => {
    if (subject === undefined) fillCustomerIds(customerIds, know.customers());
    else if (subject !== know.codes && subject !== customerNow()) return;
    draw({ aloud: true });
    // What could be sent may no longer be what it was.
    if (update.isOffered()) update.recheck(checkForm(values(), context()));
  });

  // While an update is under way, nothing of it changes.
  function sending(isSending) {
    formPanel.inert = isSending;
  }

  function settled({ ok, heading }) {
    if (ok) reset();
    draw();
    (update.refusal() ? summary.node : heading).focus();
  }

  function reset() {
    submitted = false;
    timing = manners();
    voice = fieldVoice();
    uncleaned.clear();
    for (const field of fields) field.write("");
    mode.write(MODES[0]);
  }

  function clear() {
    update.clear();
    reset();
    draw();
    fields[0].target().focus();
  }

  function take(customer) {
    if (formPanel.inert) return announce("An update is being sent.");
    update.clear();
    reset();
    fields[0].write(customer.id);
    draw();
    document.getElementById("set").scrollIntoView();
    fieldOf("qualification").target().focus({ preventScroll: true });
    announce(`${plain(customer.name)}: ${document.getElementById("set-heading").textContent}`);
  }

  formPanel.replaceChildren(language.node, form);
  mode.apply(MODE_PLAN);
  mode.say(NOTHING_SAID);
  reset();
  draw();
  return { take };
}

function makeFields(customerIds, codes) {
  const makers = {
    customerId: (name) => textField({ name, className: "input--id", list: customerIds }),
    qualification: (name) => choiceField({ name }),
    educationSegment: (name) => choiceField({ name, row: true }),
    website: (name) => textField({ name }),
    validationCode: (name) => textField({ name, className: "input--short", extra: codes }),
  };
  return FIELDS.map((name) => makers[name](name));
}

function fillCustomerIds(list, customers) {
  list.replaceChildren(...customers.map(({ id, name }) => element("option", { value: id }, plain(name))));
}
