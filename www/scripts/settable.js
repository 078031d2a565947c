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
        element(
          "tr",
          {},
          element("th", { scope: "row" }, label),
          byMode.map((options, mode) =>
            element(
              "td",
              { "data-label": LABELS.mode[MODES[mode]] },
              element("div", {}, outcomeBadge(options[index].outcome), shortReasonList(options[index].reasons)),
            ),
          ),
        ),
      ),
    ),
  );
}
