// What came of a submitted form: a summary of what is wrong, or the value that would be sent.

import { LABELS } from "partner-center-rules";
import { facts } from "./answer.js";
import { element } from "./dom.js";
import { sentence, verbatim, verbatimBlock } from "./text.js";

// The same words as beside the fields, each leading to its field.
export function errorSummary(fieldOf) {
  const list = element("ul");
  const node = element(
    "div",
    { class: "summary", role: "group", "aria-labelledby": "summary-heading", tabindex: "-1", hidden: true },
    element("h3", { id: "summary-heading" }, "This cannot be sent yet"),
    list,
  );
  return {
    node,
    show(issues) {
      node.hidden = issues.length === 0;
      list.replaceChildren(
        ...issues.map((issue) => {
          const field = fieldOf(issue.path[0]);
          const follow = (event) => {
            event.preventDefault();
            field.target().focus();
          };
          return element(
            "li",
            {},
            element("a", { href: `#${field.target().id}`, onclick: follow }, sentence(issue.message)),
          );
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

export function update({ value, warnings, changes }) {
  return [
    element("h3", { tabindex: "-1" }, "This would be sent"),
    element("p", { class: "not-sent" }, "Nothing has been sent."),
    facts(Object.entries(value).map(([name, given]) => [LABELS.field[name] ?? "API", shown(name, given)])),
    ...messages("Warnings", "issue issue--warning", warnings),
    ...messages("Changed in what was entered", "change", changes),
    element("h4", {}, "The value"),
    verbatimBlock(JSON.stringify(value, null, 2)),
  ];
}

function shown(name, given) {
  const label = LABELS[name]?.[given];
  return label ?? verbatim(String(given));
}

function messages(heading, className, list) {
  if (list.length === 0) return [];
  return [
    element("h4", {}, heading),
    element(
      "ul",
      { class: "messages" },
      list.map(({ message, path }) =>
        element("li", { class: className }, `${LABELS.field[path[0]]}: `, sentence(message)),
      ),
    ),
  ];
}
