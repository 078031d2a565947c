// The validation codes that can be used, each a press away from the field.

import { readValidationCodes } from "partner-center-rules";
import { announce } from "./announce.js";
import { beingRead } from "./answer.js";
import { ENGLISH, element, redrawing } from "./dom.js";
import { faultLine } from "./fault.js";
import { verbatim } from "./text.js";

export function knownCodes({ take, again }) {
  const list = element("ul", { class: "codes__list" });
  const heading = element(
    "p",
    { class: "codes__heading", id: "codes-heading", tabindex: "-1" },
    "Codes of the sample partner that can be used",
  );
  const state = element("div");
  const node = element(
    "div",
    { class: "codes", role: "group", "aria-labelledby": heading.id, lang: ENGLISH },
    heading,
    list,
    state,
  );
  const draw = redrawing();
  let buttons = [];
  let offered = "";

  async function readAgain() {
    await again();
    announce(state.hasChildNodes() ? state.textContent : `${buttons.length} codes`, "codes");
  }

  return {
    node,
    show(options) {
      const now = JSON.stringify(options);
      if (now === offered) return;
      offered = now;
      buttons = options.map((option) => ({ value: option.value, node: button(option, take) }));
      list.replaceChildren(...buttons.map(({ node }) => element("li", {}, node)));
    },
    mark(text) {
      for (const { value, node } of buttons) node.setAttribute("aria-pressed", String(value === text));
    },
    // Whether the codes have come.
    tell({ answer, httpStatus, body }, { tag, messages }) {
      draw(state, JSON.stringify([answer, tag]), () => [stateOf(answer, httpStatus, body, messages)], heading);
      state.lang = answer ? tag : ENGLISH;
      node.hidden = buttons.length === 0 && !state.hasChildNodes();
    },
  };

  function stateOf(answer, httpStatus, body, messages) {
    if (!answer) return beingRead();
    if (answer.ok) return null;
    return faultLine(readValidationCodes(httpStatus, body, { messages }).fault, readAgain);
  }
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
