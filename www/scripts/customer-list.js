// The list of customers, with a search and a filter by the outcome of a new purchase.

import { LABELS, TRANSACTIONS } from "partner-center-rules";
import { statusAsRead } from "./answer.js";
import { announce } from "./announce.js";
import { outcomeBadge } from "./decision.js";
import { element } from "./dom.js";
import { decide } from "./eligibility.js";
import { isReading, isRetryable, parts } from "./knowledge.js";
import { outcomeFilter } from "./outcome-filter.js";
import { verbatim } from "./text.js";

export function customerList(customers, { choose, readAgain }) {
  const rows = customers.map((customer) => row(customer, choose));
  const search = element("input", {
    type: "search",
    id: "customer-search",
    autocomplete: "off",
    spellcheck: "false",
    oninput: narrowAloud,
  });
  const outcomes = outcomeFilter({
    name: "customer-outcome",
    legend: LABELS.transaction.newPurchase,
    onchange: narrowAloud,
  });
  const count = element("p", { class: "muted count" });
  const missing = missingAnswers(customers, readAgain);
  const body = element(
    "tbody",
    {},
    rows.map(({ node }) => node),
  );
  const empty = element("p", { class: "empty", hidden: true }, "No customer matches the search and the filter.");

  function narrow() {
    const text = search.value.trim().toLowerCase();
    const outcome = outcomes.chosen();
    const shown = rows.filter(({ node, customer, outcome: own }) => {
      const matches =
        (customer.name.toLowerCase().includes(text) || customer.id.includes(text)) && (!outcome || own() === outcome);
      node.hidden = !matches;
      return matches;
    });
    count.textContent = `${shown.length} of ${rows.length} customers`;
    empty.hidden = shown.length > 0;
  }

  function narrowAloud() {
    narrow();
    announce(count.textContent);
  }

  // Of one customer, or of all.
  function update(customer) {
    for (const candidate of rows) if (!customer || candidate.customer === customer) candidate.update();
    outcomes.count(numbersOf(rows.map(({ outcome }) => outcome())));
    missing.update();
    narrow();
    table.setAttribute("aria-busy", String(customers.some(isReading)));
  }

  const table = element(
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
  );
  return {
    nodes: [
      element(
        "div",
        { class: "filters" },
        element("div", { class: "field" }, element("label", { for: search.id }, "Search by name or id"), search),
        outcomes.node,
      ),
      table,
      empty,
      count,
      missing.node,
    ],
    update,
    mark(customer) {
      for (const { button, customer: own } of rows)
        if (own === customer) button.setAttribute("aria-current", "true");
        else button.removeAttribute("aria-current");
    },
  };
}

function row(customer, choose) {
  const button = element(
    "button",
    { type: "button", class: "list__name", onclick: () => choose(customer) },
    verbatim(customer.name),
  );
  const status = element("td");
  const purchase = element("td");
  const node = element(
    "tr",
    {},
    element("th", { scope: "row" }, button, element("span", { class: "id" }, customer.id)),
    status,
    purchase,
  );
  const decision = () => decide(customer, TRANSACTIONS[0]);
  return {
    node,
    button,
    customer,
    outcome: () => decision()?.outcome,
    update() {
      const { answer, httpStatus } = customer.status;
      status.replaceChildren(answer ? statusAsRead(answer, httpStatus) : "…");
      purchase.replaceChildren(answer ? outcomeBadge(decision().outcome) : "…");
    },
  };
}

// Says where answers are missing that may come if they are asked for again.
function missingAnswers(customers, readAgain) {
  const text = element("span");
  const button = element("button", { type: "button", class: "button button--small", onclick: again }, "Try again");
  const node = element("p", { class: "missing", hidden: true }, text, " ", button);
  const without = () => customers.filter((customer) => parts(customer).some(isRetryable));

  async function again() {
    await Promise.all(without().map(readAgain));
    announce(node.hidden ? "All answers have come." : text.textContent);
  }

  return {
    node,
    update() {
      const number = without().length;
      // What is read again may still be missing.
      if (customers.some(isReading)) return;
      if (number === 0 && node.contains(document.activeElement)) document.getElementById("customer-search").focus();
      node.hidden = number === 0;
      text.textContent = `An answer is missing for ${number} ${number === 1 ? "customer" : "customers"}.`;
    },
  };
}

function numbersOf(outcomes) {
  const numbers = {};
  for (const outcome of outcomes) numbers[outcome] = (numbers[outcome] ?? 0) + 1;
  return numbers;
}
