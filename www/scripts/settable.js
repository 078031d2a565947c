// Which qualifications could be set now, through either API.

import { LABELS, MODES, settableQualifications } from "partner-center-rules";
import { outcomeBadge, shortReasonList } from "./decision.js";
import { element } from "./dom.js";

export function settableTable(held) {
  const byMode = MODES.map((mode) => settableQualifications({ mode, held }));
  return element(
    "table",
    { class: "plain stacking settable" },
    element("caption", { class: "visually-hidden" }, "Qualifications that could be set now"),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", { scope: "col" }, LABELS.field.qualification),
        MODES.map((mode) => element("th", { scope: "col" }, LABELS.mode[mode])),
      ),
    ),
    element(
      "tbody",
      {},
      byMode[0].map(({ label }, index) =>
        element("tr", {}, element("th", { scope: "row" }, label), cells(byMode.map((options) => options[index]))),
      ),
    ),
  );
}

// What holds for every API is said once.
function cells(options) {
  const rules = options.map(({ reasons }) => reasons.map(({ rule }) => rule).join());
  const same = rules.every((rule) => rule === rules[0]);
  if (same)
    return cell(options[0], { colspan: MODES.length }, element("span", { class: "muted" }, " through either API"));
  return options.map((option, index) => cell(option, { "data-label": LABELS.mode[MODES[index]] }));
}

function cell({ outcome, reasons }, attributes, note) {
  return element("td", attributes, element("div", {}, outcomeBadge(outcome), note, shortReasonList(reasons)));
}
