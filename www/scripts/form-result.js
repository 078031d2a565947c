// What came of a submitted form: a summary of what is wrong, or the value that would be sent.

import { CREDENTIALS_OF, GDAP_ROLES_FOR, LABELS, UPDATES } from "partner-center-rules";
import { facts } from "./answer.js";
import { ENGLISH, element } from "./dom.js";
import { issueLine } from "./form-field.js";
import { sentence, verbatim, verbatimBlock } from "./text.js";

// The same words as beside the fields, each leading to its field.
export function errorSummary(fieldOf) {
  const list = element("ul");
  const node = element(
    "div",
    { class: "summary", role: "group", "aria-labelledby": "summary-heading", tabindex: "-1", hidden: true },
    element("h3", { id: "summary-heading", lang: ENGLISH }, "This cannot be sent yet"),
    list,
  );
  let shown = "";
  return {
    node,
    show(errors) {
      // A link that stays keeps the focus.
      const now = JSON.stringify(errors);
      if (now === shown) return;
      shown = now;
      node.hidden = errors.length === 0;
      list.replaceChildren(
        ...errors.map(({ field, message }) => {
          const follow = (event) => {
            event.preventDefault();
            fieldOf(field).target().focus();
          };
          const address = `#${fieldOf(field).target().id}`;
          return element("li", {}, element("a", { href: address, onclick: follow }, sentence(message)));
        }),
      );
    },
  };
}

export function nothingChecked() {
  return [element("h3", {}, "The update"), element("p", { class: "empty" }, "Nothing has been checked yet.")];
}

export function notReady() {
  return [element("h3", {}, "The update"), element("p", { class: "empty" }, "There is none: the form has errors.")];
}

export function update({ value, warnings }, plans, lang) {
  const labels = Object.fromEntries(plans.map(({ field, label }) => [field, element("span", { lang }, label)]));
  return [
    element("h3", { tabindex: "-1" }, "This would be sent"),
    element("p", { class: "not-sent" }, "Nothing has been sent."),
    facts(Object.entries(value).map(([name, given]) => [labels[name] ?? "API", shown(name, given)])),
    element("h4", {}, "What sending it needs"),
    facts(needs(value)),
    ...(warnings.length ? [element("h4", {}, "Warnings"), messages(warnings, lang)] : []),
    element("h4", {}, "The value"),
    verbatimBlock(JSON.stringify(value, null, 2)),
  ];
}

function needs({ mode, qualification }) {
  const credentials = CREDENTIALS_OF[UPDATES[mode]].map((accepted) => LABELS.credentials[accepted]);
  const roles = GDAP_ROLES_FOR[qualification];
  return [
    ["Credentials", credentials.join(", or ")],
    ...(roles.length ? [["One of the GDAP roles", roles.join(", ")]] : []),
  ];
}

function shown(name, given) {
  const label = LABELS[name]?.[given];
  return label ?? verbatim(String(given));
}

function messages(warnings, lang) {
  return element(
    "ul",
    { class: "messages", lang },
    warnings.map((warning) => element("li", {}, issueLine(warning))),
  );
}
