// Shows a decision of the package: the outcome in a word and a symbol, each reason with its rule and sources.

import { LABELS, RULES } from "partner-center-rules";
import { ENGLISH, element, icon, visuallyHidden } from "./dom.js";
import { sentence } from "./text.js";

export const SYMBOLS = {
  allowed: "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM6.9 12.1 3 8.2l1.5-1.5 2.4 2.4 4.6-4.6L13 6Z",
  blocked:
    "M4.7 0 0 4.7v6.6L4.7 16h6.6l4.7-4.7V4.7L11.3 0ZM5.3 3.9 8 6.6l2.7-2.7 1.4 1.4L9.4 8l2.7 2.7-1.4 1.4L8 9.4l-2.7 2.7-1.4-1.4L6.6 8 3.9 5.3Z",
  undetermined:
    "M2 0h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H2a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2ZM4.6 6.1h2c.1-.9.6-1.4 1.5-1.4s1.4.5 1.4 1.2c0 .6-.4.9-1 1.4-.7.6-1.4 1.2-1.4 2.4v.6H9V10c0-.7.3-1 1-1.5.7-.6 1.5-1.3 1.5-2.7 0-1.8-1.4-2.9-3.4-2.9-1.9 0-3.4 1.1-3.5 3.2ZM7 11.3h2.1v2H7Z",
};
const ELSEWHERE = "M2 3h5v1.600H3.6v7.8h7.8V9H13v5H2ZM9 2h5v5h-1.6V4.7L7.6 9.5 6.5 8.4l4.8-4.800H9Z";
const UNDOCUMENTED = new Set(RULES.filter(({ basis }) => basis === "undocumented").map(({ id }) => id));

export function outcomeBadge(outcome) {
  return element(
    "span",
    { class: `outcome outcome--${outcome}` },
    icon(SYMBOLS[outcome], "icon outcome__symbol"),
    element("span", { class: "outcome__word", lang: ENGLISH }, LABELS.outcome[outcome]),
  );
}

export function reasonList(reasons) {
  return element(
    "ul",
    { class: "reasons" },
    reasons.map((reason) =>
      element(
        "li",
        { class: "reason" },
        element("p", { class: "reason__message" }, sentence(reason.message)),
        element(
          "p",
          { class: "reason__basis" },
          element("span", {}, "Rule ", ruleLink(reason.rule)),
          basis(reason.rule, reason.source),
        ),
      ),
    ),
  );
}

// For places where many decisions stand together: the sources are one link away, at the rule.
export function shortReasonList(reasons) {
  return element(
    "ul",
    { class: "reasons reasons--short" },
    reasons.map((reason) => element("li", {}, sentence(reason.message), " ", ruleLink(reason.rule, "Rule "))),
  );
}

export function ruleLink(rule, before = "") {
  return element("a", { class: "rule-link", lang: ENGLISH, href: `#${ruleAnchor(rule)}` }, before, rule);
}

export function ruleAnchor(rule) {
  return `rule-${rule}`;
}

export function sourceLink(source) {
  return elsewhere(source.url, source.title, element("span", { class: "source__date" }, ` (${source.date})`));
}

// For tables beside the list of sources: the tag is seen, the title is said.
export function sourceTag(source) {
  return elsewhere(source.url, element("code", {}, source.tag), visuallyHidden(` ${source.title} (${source.date})`));
}

function elsewhere(address, ...text) {
  return element(
    "a",
    { class: "source", href: address, target: "_blank", rel: "noopener noreferrer" },
    text,
    icon(ELSEWHERE, "icon source__symbol"),
    visuallyHidden(" opens in a new tab"),
  );
}

// A rule that is not documented may name the pages that come near.
export function basis(rule, sources, link = sourceLink) {
  const links = sources.map((source) => link(source));
  if (!UNDOCUMENTED.has(rule)) return links;
  return [notDocumented(), ...(links.length ? [element("span", { class: "compare" }, "Compare"), ...links] : [])];
}

function notDocumented() {
  return element("span", { class: "not-documented" }, LABELS.basis.undocumented);
}
