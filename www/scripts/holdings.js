// What a customer holds: as a table, with what can be done about it, and in a few words.

import { LABELS } from "partner-center-rules";
import { beingRead } from "./answer.js";
import { element } from "./dom.js";
import { faultLine } from "./fault.js";
import { isInReview, reviewControl } from "./review.js";
import { verbatim } from "./text.js";

const COLUMNS = ["Qualification", "Vetting status", "Vetting reason", "Created"];

export function holdings(customer, { again, ended }) {
  const { answer } = customer.qualifications;
  if (!answer) return [beingRead()];
  if (!answer.ok) return [faultLine(answer.fault, again)];
  const held = answer.value;
  if (held.length === 0) return [element("p", { class: "empty" }, "None.")];
  const reviews = held.filter((entry) => isInReview(entry) && Object.hasOwn(LABELS.qualification, entry.qualification));
  return [
    table(held),
    ...reviews.map(({ qualification }) => reviewControl({ place: "customer", customer, qualification, ended })),
  ];
}

function table(held) {
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
        COLUMNS.map((text) => element("th", { scope: "col" }, text)),
      ),
    ),
    element("tbody", {}, held.map(row)),
  );
}

function row({ qualification, vettingStatus, vettingReason, vettingCreateDate }) {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, qualificationName(qualification)),
    [vettingStatus, vettingReason, vettingCreateDate].map((text, index) =>
      element(
        "td",
        { "data-label": COLUMNS[index + 1] },
        text ? verbatim(text) : element("span", { class: "muted" }, "–"),
      ),
    ),
  );
}

// In parts of a sentence.
export function holdingsInWords({ qualifications: { answer } }) {
  if (!answer) return ["What it holds is being read."];
  if (!answer.ok) return ["What it holds is not known."];
  if (answer.value.length === 0) return ["Holds: nothing."];
  return [
    "Holds: ",
    ...answer.value.flatMap(({ qualification, vettingStatus }, index) => [
      index ? ", " : "",
      qualificationName(qualification),
      ...(vettingStatus ? [" (", named(LABELS.vettingStatus, vettingStatus), ")"] : []),
    ]),
    ".",
  ];
}

export function qualificationName(qualification) {
  return named(LABELS.qualification, qualification);
}

// What a text of the service is called, or the text.
function named(labels, text) {
  return Object.hasOwn(labels, text) ? labels[text] : verbatim(text);
}
