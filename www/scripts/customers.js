// The customers: a list to choose from, and the details of the one chosen.

import { LABELS, TRANSACTIONS } from "partner-center-rules";
import { announce, announceDecision } from "./announce.js";
import { customerDetails } from "./customer-details.js";
import { customerList } from "./customer-list.js";
import { element } from "./dom.js";
import { decide } from "./eligibility.js";
import { plain, verbatim } from "./text.js";

// Where the details stand below the list, choosing has to lead there.
const BESIDE = matchMedia("(min-width: 78rem)");

export function customersArea({ list: listPanel, details: detailsPanel, know, setQualification }) {
  let list;
  let details;

  function choose(customer) {
    show(customer);
    const decision = decide(customer, TRANSACTIONS[0]);
    if (!BESIDE.matches) details.heading.focus();
    else if (decision) announceDecision(`${plain(customer.name)}, ${LABELS.transaction.newPurchase}`, decision);
  }

  function show(customer) {
    list.mark(customer);
    details = customerDetails(customer, { know, setQualification });
    details.update();
    detailsPanel.replaceChildren(...details.nodes);
  }

  know.watch((subject) => {
    if (!know.customers().includes(subject)) return;
    list?.update(subject);
    if (details?.customer === subject) details.update();
  });

  async function open() {
    listPanel.setAttribute("aria-busy", "true");
    try {
      await know.open();
      fill();
    } catch (error) {
      list = undefined;
      listPanel.replaceChildren(...noList(error, openAloud));
      detailsPanel.replaceChildren(element("p", { class: "empty" }, "No customer is known."));
    }
    listPanel.removeAttribute("aria-busy");
  }

  async function openAloud() {
    await open();
    announce(list ? `${know.customers().length} customers` : listPanel.textContent);
    (list ? document.getElementById("customer-search") : listPanel.querySelector("button")).focus();
  }

  function fill() {
    const customers = know.customers();
    list = customerList(customers, { choose, readAgain: know.readAgain });
    listPanel.replaceChildren(...list.nodes);
    list.update();
    if (customers.length > 0) show(customers[0]);
    else detailsPanel.replaceChildren(element("p", { class: "empty" }, "There are no customers."));
  }

  return {
    open,
    // For those who come from elsewhere on the page. What is shown already keeps its marks.
    lead(customer) {
      if (details.customer !== customer) show(customer);
      details.heading.focus();
    },
  };
}

function noList(error, again) {
  return [
    element("p", {}, "The list of customers did not arrive: ", verbatim(error.message)),
    element(
      "p",
      { class: "missing" },
      element("button", { type: "button", class: "button", onclick: again }, "Try again"),
    ),
  ];
}
