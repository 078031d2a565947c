// Everything known of one customer, and every decision about it.

import { LABELS } from "partner-center-rules";
import { facts, faultFacts, statusAsRead } from "./answer.js";
import { element } from "./dom.js";
import { eligibilityMatrix } from "./matrix.js";
import { settableTable } from "./settable.js";
import { verbatim, verbatimBlock } from "./text.js";

export function customerDetails(customer, setQualification) {
  const { httpStatus, body } = customer.validationStatus;
  return [
    element(
      "div",
      { class: "details__head" },
      element("div", {}, element("h3", { tabindex: "-1" }, customer.name), element("p", { class: "id" }, customer.id)),
      element(
        "button",
        { type: "button", class: "button", onclick: () => setQualification(customer) },
        "Set a qualification for this customer",
      ),
    ),
    facts([
      ["Account status", statusAsRead(customer.answer, httpStatus)],
      customer.answer.value?.lastUpdateDateTime && ["Last update (UTC)", verbatim(customer.answer.value.lastUpdateDateTime)],
      ...faultFacts(customer.answer.fault),
    ]),
    element(
      "details",
      { class: "raw" },
      element("summary", {}, "The answer as it came"),
      element("p", {}, `HTTP ${httpStatus}`),
      verbatimBlock(body),
    ),
    element("h4", {}, "Qualifications held"),
    holdings(customer.qualifications),
    element("h4", {}, "Eligibility"),
    ...eligibilityMatrix(customer),
    element("h4", {}, "Qualifications that could be set now"),
    settableTable(customer.qualifications),
  ];
}

function holdings(held) {
  if (held === null) return element("p", { class: "empty" }, "What the customer holds is not known.");
  if (held.length === 0) return element("p", { class: "empty" }, "None.");
  const columns = ["Qualification", "Vetting status", "Vetting reason", "Created"];
  return element(
    "table",
    { class: "plain stacking" },
    element("caption", { class: "visually-hidden" }, "Qualifications held"),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        columns.map((text) => element("th", { scope: "col" }, text)),
      ),
    ),
    element(
      "tbody",
      {},
      held.map((entry) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, LABELS.qualification[entry.qualification] ?? verbatim(entry.qualification)),
          [entry.vettingStatus, entry.vettingReason, entry.vettingCreateDate].map((text, index) =>
            element(
              "td",
              { "data-label": columns[index + 1] },
              text ? verbatim(text) : element("span", { class: "muted" }, "–"),
            ),
          ),
        ),
      ),
    ),
  );
}
