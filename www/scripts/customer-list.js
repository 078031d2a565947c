// The list of customers, with a search and a filter by the outcome of a new purchase.

import { LABELS, OUTCOMES } from "partner-center-rules";
import { statusAsRead } from "./answer.js";
import { announce } from "./announce.js";
import { outcomeBadge } from "./decision.js";
import { element } from "./dom.js";

export function customerList(customers, choose) {
  const rows = customers.map((customer, index) => row(customer, index === 0, choseOne));
  const search = element("input", {
    type: "search",
    id: "customer-search",
    autocomplete: "off",
    spellcheck: "false",
    oninput: narrow,
  });
  const outcomes = outcomeFilter(customers, narrow);
  const count = element("p", { class: "muted count" });
  const body = element(
    "tbody",
    {},
    rows.map(({ node }) => node),
  );
  const empty = element("p", { class: "empty", hidden: true }, "No customer matches the search and the filter.");

  function choseOne(customer) {
    for (const { button } of rows) button.removeAttribute("aria-current");
    rows.find((candidate) => candidate.customer === customer).button.setAttribute("aria-current", "true");
    choose(customer);
  }

  function narrow() {
    const text = search.value.trim().toLowerCase();
    const outcome = outcomes.chosen();
    const shown = rows.filter(({ node, customer }) => {
      const matches =
        (customer.name.toLowerCase().includes(text) || customer.id.includes(text)) &&
        (!outcome || customer.purchase.outcome === outcome);
      node.hidden = !matches;
      return matches;
    });
    count.textContent = `${shown.length} of ${rows.length} customers`;
    empty.hidden = shown.length > 0;
    announce(count.textContent);
  }

  count.textContent = `${rows.length} of ${rows.length} customers`;
  return [
    element(
      "div",
      { class: "filters" },
      element("div", { class: "field" }, element("label", { for: "customer-search" }, "Search by name or id"), search),
      outcomes.node,
    ),
    element(
      "table",
      { class: "list" },
      element("caption", { class: "visually-hidden" }, "Sample customers"),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          ["Customer", "Status", LABELS.transaction.newPurchase].map((text) => element("th", { scope: "col" }, text)),
        ),
      ),
      body,
    ),
    empty,
    count,
  ];
}

function row(customer, current, choose) {
  const button = element(
    "button",
    { type: "button", class: "list__name", "aria-current": current ? "true" : null, onclick: () => choose(customer) },
    customer.name,
  );
  const node = element(
    "tr",
    {},
    element("th", { scope: "row" }, button, element("span", { class: "id" }, customer.id)),
    element("td", {}, statusAsRead(customer.answer, customer.validationStatus.httpStatus)),
    element("td", {}, outcomeBadge(customer.purchase.outcome)),
  );
  return { node, button, customer };
}

function outcomeFilter(customers, onchange) {
  const options = [
    ["", "All", customers.length],
    ...OUTCOMES.map((outcome) => [
      outcome,
      LABELS.outcome[outcome],
      customers.filter(({ purchase }) => purchase.outcome === outcome).length,
    ]),
  ];
  const inputs = options.map(([value], index) =>
    element("input", { type: "radio", name: "customer-outcome", value, checked: index === 0, onchange }),
  );
  const node = element(
    "fieldset",
    { class: "segmented" },
    element("legend", {}, LABELS.transaction.newPurchase),
    options.map(([, label, count], index) =>
      element("label", {}, inputs[index], element("span", {}, label, " ", element("small", {}, String(count)))),
    ),
  );
  return { node, chosen: () => inputs.find((input) => input.checked).value };
}
