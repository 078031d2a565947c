// One thing that is wrong, or open: a symbol, the sentence of the package, and the rule that says so.

import { LABELS } from "partner-center-rules";
import { SYMBOLS, ruleLink } from "./decision.js";
import { ENGLISH, element, icon } from "./dom.js";
import { sentence } from "./text.js";

const SEVERITY_SYMBOLS = { error: SYMBOLS.blocked, warning: SYMBOLS.undetermined };

export function issueLine({ severity, message, params }) {
  return element(
    "p",
    { class: `issue issue--${severity}` },
    icon(SEVERITY_SYMBOLS[severity], "icon issue__symbol"),
    element(
      "span",
      {},
      element("span", { class: "visually-hidden", lang: ENGLISH }, `${LABELS.severity[severity]}: `),
      sentence(message),
      params.rule ? [" ", ruleLink(params.rule, "Rule ")] : null,
    ),
  );
}
