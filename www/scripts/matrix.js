// One decision for each kind of transaction, for the account alone and for each offer segment. The cells are
// one group of radio buttons: one stop of the keyboard, arrows within, and choosing one shows its reasons.

import { LABELS, TRANSACTIONS } from "partner-center-rules";
import { announceDecision } from "./announce.js";
import { outcomeBadge, reasonList } from "./decision.js";
import { element, refill } from "./dom.js";
import { COLUMNS, decide } from "./eligibility.js";
import { isReading } from "./knowledge.js";
import { purchaseProbe } from "./purchase.js";

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

export function eligibilityMatrix(customer) {
  const panel = element("div", { class: "why" });
  const cells = TRANSACTIONS.map((transaction) => COLUMNS.map((column) => cell({ transaction, column }, choose)));
  let chosen = cells[0][0];
  let explained;
  // The outcomes when the customer began to be read again.
  let before;

  function choose(made) {
    chosen = made;
    const subject = explain();
    if (made.decision) announceDecision(subject, made.decision);
  }

  function explain() {
    const { transaction, column, decision } = chosen;
    const subject = `${LABELS.transaction[transaction]}, ${column.label}`;
    const now = JSON.stringify([subject, decision]);
    if (now === explained) return subject;
    explained = now;
    const head = element("h5", { class: "why__head" }, element("span", {}, subject), badgeOf(decision));
    const probe = decision ? purchaseProbe(customer, transaction, column.segment) : [];
    refill(panel, [head, decision ? reasonList(decision.reasons) : null, probe], chosen.input);
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

  function update() {
    const isBusy = isReading(customer);
    if (isBusy) before ??= new Map(cells.flat().map((made) => [made, made.decision?.outcome]));
    for (const made of cells.flat()) {
      made.apply(decide(customer, made.transaction, made.column.segment), before?.get(made));
    }
    if (!isBusy) before = undefined;
    table.setAttribute("aria-busy", String(isBusy));
    explain();
  }

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
  chosen.input.checked = true;
  return { nodes: [table, panel], update };
}

function cell({ transaction, column }, choose) {
  const id = `cell-${transaction}-${column.key}`;
  const input = element("input", {
    type: "radio",
    name: "eligibility",
    class: "visually-hidden",
    "aria-labelledby": `row-${transaction} column-${column.key} ${id}`,
    onchange: () => choose(made),
  });
  const outcome = element("span", { id, class: "cell__outcome" });
  const label = element("label", { class: "cell" }, input, outcome);
  const made = { transaction, column, input, decision: undefined, apply };
  let shown;

  function apply(decision, formerly) {
    made.decision = decision;
    const former = decision && formerly !== decision.outcome ? formerly : undefined;
    const now = `${decision?.outcome} ${former}`;
    if (now === shown) return;
    shown = now;
    label.className = `cell cell--${decision?.outcome ?? "open"}`;
    label.classList.toggle("cell--changed", former !== undefined);
    outcome.replaceChildren(
      badgeOf(decision),
      ...(former ? [" ", element("span", { class: "cell__was" }, `was ${LABELS.outcome[former]}`)] : []),
    );
  }

  made.node = element("td", { "data-label": column.label }, label);
  return made;
}

function badgeOf(decision) {
  return decision ? outcomeBadge(decision.outcome) : element("span", { class: "muted" }, "…");
}
