// The rules behind every decision, and the pages they come from.

import { LABELS, OUTCOMES, RULES, SOURCES } from "partner-center-rules";
import { announce } from "./announce.js";
import { basis, outcomeBadge, ruleAnchor, sourceLink, sourceTag } from "./decision.js";
import { element } from "./dom.js";
import { sentence } from "./text.js";

export function rulesArea(content, version) {
  const undocumented = RULES.filter(({ basis }) => basis === "undocumented").length;
  content.replaceChildren(
    element(
      "p",
      { class: "area__lead" },
      `Version ${version}. ${RULES.length} rules for the qualifications of a customer, the status of its account and the offers it may buy, `,
      `as the pages below describe them. Where these are silent the outcome is never ${LABELS.outcome.allowed}: ${undocumented} rules are marked “${LABELS.basis.undocumented}”.`,
    ),
    element("div", { class: "panel" }, element("h3", {}, "Sources and their dates"), sourcesTable()),
    element("div", { class: "panel" }, element("h3", {}, "All rules"), ...rulesTable()),
  );
}

function sourcesTable() {
  return element(
    "table",
    { class: "plain stacking sources" },
    element("caption", { class: "visually-hidden" }, "Sources"),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ["Tag", "Page and its date", "Cited by"].map((text) => element("th", { scope: "col" }, text)),
      ),
    ),
    element(
      "tbody",
      {},
      Object.values(SOURCES).map((source) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, element("code", {}, source.tag)),
          element("td", { "data-label": "Page" }, element("div", {}, sourceLink(source))),
          element("td", { class: "number", "data-label": "Cited by" }, citations(source)),
        ),
      ),
    ),
  );
}

function citations({ tag }) {
  const rules = RULES.filter((rule) => rule.source.some((source) => source.tag === tag)).length;
  return rules === 0 ? element("span", { class: "muted" }, "no rule") : `${rules} ${rules === 1 ? "rule" : "rules"}`;
}

function rulesTable() {
  const rows = RULES.map((rule) => ({ rule, node: ruleRow(rule), text: searchable(rule) }));
  const search = element("input", {
    type: "search",
    id: "rule-search",
    autocomplete: "off",
    spellcheck: "false",
    oninput: narrow,
  });
  const outcome = element(
    "select",
    { id: "rule-outcome", onchange: narrow },
    element("option", { value: "" }, "All"),
    OUTCOMES.map((value) => element("option", { value }, LABELS.outcome[value])),
  );
  const count = element("p", { class: "muted count" }, `${rows.length} of ${rows.length} rules`);

  function narrow() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { rule, node, text } of rows) {
      node.hidden = !(words.every((word) => text.includes(word)) && (!outcome.value || rule.outcome === outcome.value));
      if (!node.hidden) shown += 1;
    }
    count.textContent = `${shown} of ${rows.length} rules`;
    announce(count.textContent);
  }

  // A link to a rule leads there, whatever the filter hides.
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a");
    const row = rows.find(({ node }) => link?.getAttribute("href") === `#${node.id}`);
    if (!row?.node.hidden) return;
    search.value = "";
    outcome.value = "";
    narrow();
  });

  return [
    element(
      "div",
      { class: "filters filters--row" },
      element("div", { class: "field" }, element("label", { for: "rule-search" }, "Search the rules"), search),
      element("div", { class: "field field--narrow" }, element("label", { for: "rule-outcome" }, "Outcome"), outcome),
    ),
    element(
      "table",
      { class: "plain stacking rules" },
      element("caption", { class: "visually-hidden" }, "All rules"),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          ["Rule", "Statement", "Outcome", "Source"].map((text) => element("th", { scope: "col" }, text)),
        ),
      ),
      element(
        "tbody",
        {},
        rows.map(({ node }) => node),
      ),
    ),
    count,
  ];
}

function ruleRow(rule) {
  return element(
    "tr",
    { id: ruleAnchor(rule.id), tabindex: "-1" },
    element("th", { scope: "row" }, rule.id),
    element(
      "td",
      { "data-label": "Statement" },
      element("div", {}, sentence(rule.statement), " ", element("code", { class: "reason-code" }, rule.code)),
    ),
    element("td", { "data-label": "Outcome" }, outcomeBadge(rule.outcome)),
    element(
      "td",
      { "data-label": "Source" },
      element("div", { class: "rule-sources" }, basis(rule.id, rule.source, sourceTag)),
    ),
  );
}

function searchable(rule) {
  const sources = rule.source.map(({ tag, title }) => `${tag} ${title}`).join(" ");
  const marked = rule.basis === "undocumented" ? LABELS.basis.undocumented : "";
  return `${rule.id} ${rule.statement} ${rule.code} ${LABELS.outcome[rule.outcome]} ${sources} ${marked}`.toLowerCase();
}
