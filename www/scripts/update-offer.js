// An update that has been checked: what would be sent, as it would be sent, and what has to be known before it is.

import { CREDENTIALS_OF, GDAP_ROLES_FOR, LABELS, UPDATES } from "partner-center-rules";
import { announce } from "./announce.js";
import { facts } from "./answer.js";
import { element, icon } from "./dom.js";
import { issueLine } from "./issue.js";
import { sentence, verbatim, verbatimBlock } from "./text.js";

const LOCK = "M8 0a4 4 0 0 0-4 4v3H2.500v9h11V7H12V4a4 4 0 0 0-4-4ZM6 7V4a2 2 0 1 1 4 0v3Z";

export function offer({ value, warnings, request, isOpen, plans, lang, customer }, ask) {
  const labels = Object.fromEntries(plans.map(({ field, label }) => [field, element("span", { lang }, label)]));
  const trigger = element(
    "button",
    { type: "button", class: isOpen ? "button" : "button button--main", onclick: ask },
    isOpen ? "Send it although the rules leave it open …" : "Set the qualification …",
  );
  return {
    trigger,
    nodes: [
      element("h3", { tabindex: "-1" }, "This would be sent"),
      element("p", { class: "not-sent" }, "Nothing has been sent."),
      facts(Object.entries(value).map(([name, given]) => [labels[name] ?? "API", ...shown(name, given, customer)])),
      ...(warnings.length ? [element("h4", {}, "Warnings"), messages(warnings, lang)] : []),
      ...requestAsSent(request),
      element("h4", {}, "What sending it needs"),
      facts(needs(value)),
      irreversible(plans, lang),
      element("div", { class: "actions" }, trigger),
    ],
  };
}

// The package says it where the qualification is chosen, and here once more.
export function irreversible(plans, lang) {
  const { hint } = plans.find(({ field }) => field === "qualification");
  return element("p", { class: "irreversible", lang }, icon(LOCK, "icon"), sentence(hint));
}

export function messages(warnings, lang) {
  return element(
    "ul",
    { class: "messages", lang },
    warnings.map((warning) => element("li", {}, issueLine(warning))),
  );
}

function needs({ mode, qualification }) {
  const credentials = CREDENTIALS_OF[UPDATES[mode]].map((accepted) => LABELS.credentials[accepted]);
  const roles = GDAP_ROLES_FOR[qualification];
  return [
    ["Credentials", credentials.join(", or ")],
    ...(roles.length ? [["One of the GDAP roles", roles.join(", ")]] : []),
  ];
}

function shown(name, given, customer) {
  if (name === "customerId" && customer) return [verbatim(customer.name), element("span", { class: "id" }, given)];
  return [LABELS[name]?.[given] ?? verbatim(String(given))];
}

function requestAsSent({ method, path, headers, body, curl }) {
  return [
    element("div", { class: "request__head" }, element("h4", {}, "The request"), copyButton(curl)),
    element(
      "div",
      { class: "request" },
      element("p", { class: "request__line" }, element("b", {}, method), " ", verbatim(path)),
      element(
        "dl",
        { class: "request__headers" },
        Object.entries(headers).map(([name, text]) =>
          element("div", {}, element("dt", {}, name), element("dd", {}, verbatim(text))),
        ),
      ),
      body === undefined ? null : verbatimBlock(body),
    ),
    element(
      "p",
      { class: "request__note muted" },
      "It goes to the sandbox on this machine. The command goes to the service, and takes the token from ",
      element("code", {}, "PARTNER_CENTER_TOKEN"),
      ".",
    ),
  ];
}

function copyButton(command) {
  const text = element("span", {}, "Copy as curl");
  const button = element("button", { type: "button", class: "button button--small", onclick: copy }, text);
  let timer;

  async function copy() {
    const isCopied = await navigator.clipboard.writeText(command).then(
      () => true,
      () => false,
    );
    text.textContent = isCopied ? "Copied" : "Not copied";
    announce(isCopied ? "The command was copied." : "The browser did not allow to copy the command.", "copy");
    clearTimeout(timer);
    timer = setTimeout(() => (text.textContent = "Copy as curl"), 3000);
  }

  return button;
}
