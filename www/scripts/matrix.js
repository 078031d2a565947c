// One decision for each kind of transaction, for the account alone and for each offer segment. The cells are
// one group of radio buttons: one stop of the keyboard, arrows within, and choosing one shows its reasons.

import {
  LABELS,
  OFFER_SEGMENTS,
  TRANSACTIONS,
  eligibilityFromResponse,
  purchaseEligibilityFromResponse,
} from "partner-center-rules";
import { announceDecision } from "./announce.js";
import { outcomeBadge, reasonList } from "./decision.js";
import { element } from "./dom.js";

const COLUMNS = [
  { key: "account", label: "Account alone" },
  ...OFFER_SEGMENTS.map((segment) => ({ key: segment, label: LABELS.offerSegment[segment], segment })),
];
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

export function eligibilityMatrix(customer) {
  const panel = element("div", { class: "why" });
  const cells = TRANSACTIONS.map((transaction) =>
    COLUMNS.map((column) => cell(transaction, column, decide(customer, transaction, column.segment), explain)),
  );

  function explain({ transaction, column, decision }) {
    const subject = `${LABELS.transaction[transaction]}, ${column.label}`;
    panel.replaceChildren(
      element("h5", { class: "why__head" }, element("span", {}, subject), outcomeBadge(decision.outcome)),
      reasonList(decision.reasons),
    );
    return subject;
  }

  // Radio buttons walk their group in one line. In a table the arrows should follow the table.
  function move(event) {
    const step = STEPS[event.key];
    const row = cells.findIndex((candidates) => candidates.some(({ input }) => input === event.target));
    if (!step || row < 0) return;
    event.preventDefault();
    const column = cells[row].findIndex(({ input }) => input === event.target);
    const next = cells[row + step[0]]?.[column + step[1]];
    if (!next) return;
    next.input.focus();
    next.input.click();
  }

  // On a small screen the reasons are out of view. The keyboard stays at its cell: the reasons are announced.
  function showReasons({ detail }) {
    if (detail > 0) requestAnimationFrame(() => panel.scrollIntoView({ block: "nearest" }));
  }

  cells[0][0].input.checked = true;
  explain(cells[0][0]);

  const table = element(
    "table",
    { class: "matrix", onkeydown: move, onclick: showReasons },
    element("caption", {}, "By transaction and offer segment. Choose a cell to see its reasons."),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", { scope: "col", class: "matrix__corner" }, "Transaction"),
        COLUMNS.map(({ key, label }) => element("th", { scope: "col", id: `column-${key}` }, label)),
      ),
    ),
    element(
      "tbody",
      {},
      cells.map((row, index) =>
        element(
          "tr",
          {},
          element("th", { scope: "row", id: `row-${TRANSACTIONS[index]}` }, LABELS.transaction[TRANSACTIONS[index]]),
          row.map(({ node }) => node),
        ),
      ),
    ),
  );
  return [table, panel];
}

function decide(customer, transaction, segment) {
  const { httpStatus, body } = customer.validationStatus;
  if (!segment) return eligibilityFromResponse(httpStatus, body, transaction);
  return purchaseEligibilityFromResponse(httpStatus, body, { held: customer.qualifications, segment, transaction });
}

function cell(transaction, column, decision, explain) {
  const word = `cell-${transaction}-${column.key}`;
  const made = { transaction, column, decision };
  const badge = outcomeBadge(decision.outcome);
  badge.id = word;
  made.input = element("input", {
    type: "radio",
    name: "eligibility",
    class: "visually-hidden",
    "aria-labelledby": `row-${transaction} column-${column.key} ${word}`,
    onchange: () => announceDecision(explain(made), decision),
  });
  made.node = element(
    "td",
    { "data-label": column.label },
    element("label", { class: `cell cell--${decision.outcome}` }, made.input, badge),
  );
  return made;
}
