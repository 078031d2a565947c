// The validation codes that can be used, each a press away from the field.

import { ENGLISH, element } from "./dom.js";
import { verbatim } from "./text.js";

export function knownCodes(take) {
  const list = element("ul", { class: "codes__list" });
  const node = element(
    "div",
    { class: "codes", role: "group", "aria-labelledby": "codes-heading", lang: ENGLISH },
    element("p", { class: "codes__heading", id: "codes-heading" }, "Codes of the sample partner that can be used"),
    list,
  );
  let buttons = [];
  let offered = "";
  return {
    node,
    show(options) {
      const now = JSON.stringify(options);
      if (now === offered) return;
      offered = now;
      buttons = options.map((option) => ({ value: option.value, node: button(option, take) }));
      list.replaceChildren(...buttons.map(({ node }) => element("li", {}, node)));
      node.hidden = buttons.length === 0;
    },
    mark(text) {
      for (const { value, node } of buttons) node.setAttribute("aria-pressed", String(value === text));
    },
  };
}

function button({ value, label, organizationName, remainingCreates }, take) {
  return element(
    "button",
    { type: "button", class: "code", onclick: () => take(value) },
    element("span", { class: "code__value" }, label),
    " ",
    organizationName === undefined ? null : element("span", { class: "code__name" }, verbatim(organizationName)),
    " ",
    remainingCreates === undefined ? null : element("span", { class: "code__left" }, `${remainingCreates} left`),
  );
}
