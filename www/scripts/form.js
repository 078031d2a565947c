// The form that sets a qualification. The package says which values can be chosen, which fields apply and what is
// wrong; here is only when it is shown: first after a field is left or the form submitted, from then on at once.

import {
  EDUCATION_SEGMENTS,
  FIELDS,
  LABELS,
  MODES,
  checkForm,
  settability,
  settableQualifications,
} from "partner-center-rules";
import { announce } from "./announce.js";
import { outcomeBadge, shortReasonList } from "./decision.js";
import { element } from "./dom.js";
import { choiceField, textField } from "./form-field.js";
import { errorSummary, notReady, nothingChecked, update } from "./form-result.js";
import { afterPress } from "./press.js";
import { verbatim } from "./text.js";

export function formArea({ form: formPanel, result, customers, validationCodes }) {
  const mode = choiceField({
    name: "mode",
    label: "API",
    options: MODES.map((value) => ({ value, label: LABELS.mode[value] })),
    row: true,
  });
  const fields = makeFields(customers, validationCodes);
  const shown = new Set();
  const judged = new Set();
  const summary = errorSummary((name) => fields.find((field) => field.name === name));
  let submitted = false;

  const form = element(
    "form",
    {
      class: "form",
      novalidate: true,
      "aria-labelledby": "set-heading",
      onsubmit: submit,
      oninput: changed,
      onchange: changed,
      onfocusout: left,
    },
    summary.node,
    mode.root,
    fields.map(({ root }) => root),
    element(
      "div",
      { class: "actions" },
      element("button", { type: "submit", class: "button button--main" }, "Check the update"),
      element("button", { type: "button", class: "button", onclick: clear }, "Clear"),
    ),
  );

  function situation() {
    const customer = customers.find(({ id }) => id === canonicalId(text("customerId")));
    return { customer, mode: mode.read(), held: customer?.qualifications };
  }

  function text(name) {
    return fields.find((field) => field.name === name).read();
  }

  function check() {
    const { mode, held } = situation();
    const values = Object.fromEntries(
      fields.filter(({ name }) => shown.has(name)).map((field) => [field.name, field.read()]),
    );
    return checkForm(values, { mode, held, validationCodes });
  }

  function draw() {
    const { customer, mode, held } = situation();
    fields[0].hint.replaceChildren(...whoIsIt(text("customerId"), customer));
    drawOptions({ mode, held });
    drawFields(mode);
    drawIssues();
  }

  function drawOptions(situation) {
    const { choices } = fields.find(({ name }) => name === "qualification");
    const options = settableQualifications(situation);
    for (const { input, explain } of choices) {
      const option = options.find(({ qualification }) => qualification === input.value);
      const free = option.outcome === "allowed";
      const noted = input.checked && judged.has("qualification");
      // A value chosen before it was blocked stays chosen, so that the reason can be seen where it is.
      input.disabled = option.outcome === "blocked" && !input.checked;
      // What is noted beside the field is not said a second time.
      explain(free ? null : outcomeBadge(option.outcome), free || noted ? null : shortReasonList(option.reasons));
    }
  }

  // Which fields apply depends on the qualification and the API, not on what the customer holds.
  function drawFields(mode) {
    const { required, optional } = settability(text("qualification"), { mode });
    shown.clear();
    for (const field of fields) {
      const always = field.name === "customerId" || field.name === "qualification";
      const applies = {
        shown: always || required.includes(field.name) || optional.includes(field.name),
        required: always || required.includes(field.name),
      };
      if (applies.shown) shown.add(field.name);
      field.apply(applies);
    }
  }

  function drawIssues() {
    const answer = check();
    const issues = answer.ok ? [] : answer.issues;
    for (const field of fields) {
      const concerns = ({ path }) => path[0] === field.name && judged.has(field.name);
      field.describe({ issue: issues.find(concerns), warnings: answer.warnings.filter(concerns) });
    }
    if (submitted) summary.show(issues);
    return answer;
  }

  function changed(event) {
    if (event.target.type === "radio") judged.add(event.target.name);
    result.replaceChildren(...nothingChecked());
    draw();
  }

  // Leaving an empty field is no mistake yet: one may be on the way through.
  function left({ target }) {
    if (
      !FIELDS.includes(target.name) ||
      judged.has(target.name) ||
      target.value.trim() === "" ||
      target.type === "radio"
    )
      return;
    afterPress(() => {
      if (target.value.trim() === "") return;
      judged.add(target.name);
      const answer = drawIssues();
      const issue = !answer.ok && answer.issues.find(({ path }) => path[0] === target.name);
      if (issue) announce(issue.message);
    });
  }

  function submit(event) {
    event.preventDefault();
    submitted = true;
    for (const name of FIELDS) judged.add(name);
    const answer = drawIssues();
    result.replaceChildren(...(answer.ok ? update(answer) : notReady()));
    (answer.ok ? result.querySelector("h3") : summary.node).focus();
  }

  function reset() {
    submitted = false;
    judged.clear();
    summary.show([]);
    for (const field of fields) field.write("");
    mode.write(MODES[0]);
    result.replaceChildren(...nothingChecked());
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
    fields
      .find(({ name }) => name === "qualification")
      .target()
      .focus({ preventScroll: true });
    announce(`${customer.name}: ${document.getElementById("set-heading").textContent}`);
  }

  formPanel.replaceChildren(form);
  reset();
  draw();
  return { take };
}

function makeFields(customers, validationCodes) {
  const qualifications = settableQualifications().map(({ qualification, label }) => ({ value: qualification, label }));
  const segments = EDUCATION_SEGMENTS.map((value) => ({ value, label: LABELS.educationSegment[value] }));
  const customerIds = element(
    "datalist",
    { id: "customer-ids" },
    customers.map(({ id, name }) => element("option", { value: id }, name)),
  );
  const codes = element(
    "datalist",
    { id: "validation-codes" },
    validationCodes.map((code) => element("option", { value: code.validationId }, codeText(code))),
  );
  const makers = {
    customerId: (name, label) =>
      textField({ name, label, input: { list: customerIds.id, class: "input--id" }, extra: customerIds }),
    qualification: (name, label) => choiceField({ name, label, options: qualifications }),
    educationSegment: (name, label) => choiceField({ name, label, options: segments, row: true }),
    website: (name, label) => textField({ name, label, input: { inputmode: "url" } }),
    validationCode: (name, label) =>
      textField({
        name,
        label,
        hint: codeHint(validationCodes),
        input: { inputmode: "numeric", list: codes.id, class: "input--short" },
        extra: codes,
      }),
  };
  return FIELDS.map((name) => makers[name](name, LABELS.field[name]));
}

function codeHint(codes) {
  return [
    "Codes of the sample partner:",
    element(
      "ul",
      { class: "codes" },
      codes.map((code) => element("li", {}, element("code", {}, code.validationId), ` ${codeText(code)}`)),
    ),
  ];
}

function codeText({ organizationName, remainingCreates, maxCreates }) {
  return `${organizationName}, ${remainingCreates} of ${maxCreates} left`;
}

function whoIsIt(text, customer) {
  if (customer) return [customer.name, ". Holds: ", ...holdings(customer.qualifications)];
  if (text.trim() === "") return ["The sample customers are offered as you type."];
  return ["Not a sample customer: what it holds is not known."];
}

function holdings(held) {
  if (held === null) return ["not known."];
  if (held.length === 0) return ["nothing."];
  return held.flatMap(({ qualification, vettingStatus }, index) => [
    index ? ", " : "",
    LABELS.qualification[qualification] ?? verbatim(qualification),
    ...(vettingStatus ? [" (", LABELS.vettingStatus[vettingStatus] ?? verbatim(vettingStatus), ")"] : []),
  ]);
}

// The package brings an id into its canonical form only as part of a form, so it is tried in one that needs nothing else.
function canonicalId(text) {
  const plain = settableQualifications().find(
    ({ outcome, required }) => outcome !== "blocked" && required.length === 0,
  );
  const answer = checkForm({ customerId: text, qualification: plain?.qualification });
  return answer.ok ? answer.value.customerId : undefined;
}
