// How often each outcome and each reason occurs: tables whose last column is a bar.

import { OUTCOMES, RULES } from "partner-center-rules";
import { outcomeBadge, ruleLink } from "../decision.js";
import { element } from "../dom.js";
import { grouped, sentence } from "../text.js";

const OUTCOME_OF = new Map(RULES.map(({ id, outcome }) => [id, outcome]));

export function chart(panel) {
  const outcomes = barTable("Outcomes", "Outcome", (outcome) => [outcomeBadge(outcome)]);
  const reasons = barTable("Reasons. A customer can have several.", "Reason", (rule) => [
    sentence(messages.get(rule)),
    " ",
    ruleLink(rule, "Rule "),
  ]);
  let messages = new Map();
  panel.replaceChildren(outcomes.node, reasons.node);

  return {
    update(tally, decisions) {
      messages = new Map(decisions.flatMap((decision) => decision.reasons.map(({ rule, message }) => [rule, message])));
      const all = OUTCOMES.reduce((sum, outcome) => sum + tally.outcomes[outcome], 0);
      const rules = Object.entries(tally.rules).map(([rule, number]) => [rule, OUTCOME_OF.get(rule), number]);
      const byOutcome = OUTCOMES.map((outcome) => [outcome, outcome, tally.outcomes[outcome]]);
      outcomes.update(byOutcome, all);
      reasons.update(
        rules.sort(([, , one], [, , other]) => other - one),
        all,
      );
    },
  };
}

function barTable(caption, heading, title) {
  const body = element("tbody");
  const node = element(
    "table",
    { class: "chart" },
    element("caption", {}, caption),
    element(
      "thead",
      { class: "visually-hidden" },
      element(
        "tr",
        {},
        [heading, "Customers", "Share"].map((text) => element("th", { scope: "col" }, text)),
      ),
    ),
    body,
  );
  const rows = new Map();

  function row(key, outcome) {
    const number = element("td", { class: "number" });
    const text = element("span", { class: "number" });
    const bar = element("span", { class: `bar bar--${outcome}` });
    const made = element(
      "tr",
      {},
      element("th", { scope: "row" }, title(key)),
      number,
      element("td", { class: "chart__share" }, text, bar),
    );
    return { node: made, number, text, bar };
  }

  return {
    node,
    update(counts, all) {
      for (const [key, outcome, number] of counts) {
        if (!rows.has(key)) rows.set(key, row(key, outcome));
        const parts = rows.get(key);
        parts.number.textContent = grouped(number);
        parts.text.textContent = share(number, all);
        parts.bar.hidden = number === 0;
        parts.bar.style.inlineSize = `${(100 * number) / all}%`;
      }
      const now = counts.map(([key]) => rows.get(key).node);
      const isSame = now.length === body.children.length && now.every((node, place) => node === body.children[place]);
      if (!isSame) body.replaceChildren(...now);
    },
  };
}

// Few are not none, and most are not all.
function share(number, all) {
  const percent = (100 * number) / all;
  if (number > 0 && percent < 0.1) return "< 0.1 %";
  if (number < all && percent > 99.9) return "> 99.9 %";
  return `${percent.toFixed(1)} %`;
}
