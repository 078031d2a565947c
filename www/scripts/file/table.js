// The table of the records. Only the rows in view exist; a million of them scroll as a hundred do.

import { outcomeBadge } from "../decision.js";
import { element } from "../dom.js";
import { grouped, sentence, verbatim } from "../text.js";
import { scrolling } from "./scrolling.js";

const COLUMNS = ["Record", "Customer", "Outcome", "Reasons"];

// `choose` is called with the record of the row that is chosen.
export function recordTable({ choose }) {
  const head = element(
    "thead",
    { role: "rowgroup" },
    element(
      "tr",
      { role: "row", "aria-rowindex": "1" },
      COLUMNS.map((text) => element("th", { role: "columnheader", scope: "col" }, text)),
    ),
  );
  const body = element("tbody", { role: "rowgroup" });
  const grid = element(
    "table",
    { role: "grid", class: "records", tabindex: "0", "aria-label": "Records", onkeydown: press, onclick: point },
    head,
    body,
  );
  const track = element("div", {}, element("div", { class: "window__view" }, grid));
  const node = element("div", { class: "window" }, track);
  const scroll = scrolling({ scroller: node, track, draw });
  const rows = [];
  let shown;
  // The records that are listed, if they are not all, and how many.
  let records;
  let count = 0;
  // The place of the row that is chosen, and of the first that is in view.
  let active;
  let first = 0;
  let isReading = false;

  const recordAt = (place) => (records ? records[place] : place);

  function draw(at, above) {
    first = at;
    const inView = Math.min(scroll.inView(), count - at);
    while (rows.length < inView) rows.push(recordRow());
    const nodes = rows.slice(0, inView).map((row) => row.node);
    if (body.children.length !== nodes.length) body.replaceChildren(...nodes);
    body.style.transform = `translateY(${-above}px)`;
    fill();
  }

  function fill() {
    for (const [offset, row] of visible()) {
      const place = first + offset;
      const index = recordAt(place);
      row.fill({
        place,
        index,
        isActive: place === active,
        decision: shown.judged.decisionOf(index),
        record: shown.source.peek(index),
      });
    }
    const isInView = active >= first && active < first + body.children.length;
    if (isInView) grid.setAttribute("aria-activedescendant", rowId(active));
    else grid.removeAttribute("aria-activedescendant");
    read();
  }

  const visible = () => [...rows.entries()].slice(0, Math.min(body.children.length, Math.max(0, count - first)));

  // Who the customers are is read when the rows have come to rest, or at least no faster than the file gives it.
  async function read() {
    if (isReading) return;
    const missing = visible()
      .map(([offset]) => recordAt(first + offset))
      .filter((index) => !shown.source.peek(index));
    if (missing.length === 0) return;
    isReading = true;
    const { source } = shown;
    await Promise.all(missing.map((index) => source.read(index)));
    isReading = false;
    fill();
  }

  function activate(place) {
    active = Math.min(Math.max(0, place), count - 1);
    scroll.show(active);
    fill();
    choose(recordAt(active));
  }

  function press(event) {
    const steps = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: scroll.whole(),
      PageUp: -scroll.whole(),
      Home: -Infinity,
      End: Infinity,
    };
    if (event.altKey || event.metaKey || !Object.hasOwn(steps, event.key)) return;
    event.preventDefault();
    if (count > 0) activate((active ?? first - Math.sign(steps[event.key])) + steps[event.key]);
  }

  function point({ target }) {
    const place = rows.findIndex((row) => row.node.contains(target));
    if (place >= 0 && !target.closest("a")) activate(first + place);
  }

  function measure() {
    if (!shown || node.offsetParent === null || count === 0) return;
    if (rows.length === 0) rows.push(recordRow());
    if (body.children.length === 0) body.replaceChildren(rows[0].node);
    scroll.measure({ rows: count, height: rows[0].node.offsetHeight, head: head.offsetHeight });
  }

  new ResizeObserver(measure).observe(node);

  return {
    node,
    open(file) {
      shown = file;
      [records, count, active] = [undefined, 0, undefined];
      scroll.moveTo(0);
    },
    list(wanted, number) {
      const chosen = active === undefined ? undefined : recordAt(active);
      [records, count] = [wanted, number];
      if (chosen !== undefined) active = placeOf(chosen, true);
      grid.setAttribute("aria-rowcount", String(count + 1));
      node.hidden = count === 0;
      measure();
    },
    toTop: () => scroll.moveTo(0),
    // To a record, or to the next that is listed.
    goTo(record) {
      if (count === 0) return;
      activate(placeOf(record, false));
      grid.focus({ preventScroll: true });
    },
  };

  function placeOf(record, isExact) {
    if (!records) return record;
    let [low, high] = [0, records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (records[middle] < record) low = middle + 1;
      else high = middle;
    }
    return isExact && records[low] !== record ? undefined : low;
  }
}

const rowId = (place) => `file-row-${place}`;

function recordRow() {
  const number = element("td", { role: "gridcell", class: "number" });
  const customer = element("td", { role: "gridcell" });
  const outcome = element("td", { role: "gridcell" });
  const reasons = element("td", { role: "gridcell" });
  const node = element("tr", { role: "row" }, number, customer, outcome, reasons);
  let shown = {};
  return {
    node,
    fill({ place, index, isActive, decision, record }) {
      node.id = rowId(place);
      node.setAttribute("aria-rowindex", String(place + 2));
      node.setAttribute("aria-selected", String(isActive));
      if (shown.index !== index) number.textContent = grouped(index + 1);
      if (shown.index !== index || shown.record !== record) customer.replaceChildren(...whoIsIt(record));
      if (shown.decision !== decision) {
        outcome.replaceChildren(outcomeBadge(decision.outcome));
        reasons.replaceChildren(reasonLine(decision.reasons));
      }
      shown = { index, record, decision };
    },
  };
}

function whoIsIt(record) {
  if (!record) return ["…"];
  const { name, id } = record;
  if (!name && !id) return [element("span", { class: "muted" }, "–")];
  return [
    element("div", { class: "records__name" }, verbatim(name || id)),
    name && id ? element("div", { class: "id" }, verbatim(id)) : "",
  ];
}

function reasonLine(reasons) {
  return element(
    "div",
    { class: "records__reasons" },
    reasons.flatMap(({ rule, message }) => [element("b", {}, rule), " ", sentence(message), " "]),
  );
}
