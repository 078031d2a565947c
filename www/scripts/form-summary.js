// The summary on top of the form: the same words as beside the fields, each leading to its field.

import { ENGLISH, element } from "./dom.js";
import { sentence } from "./text.js";

export function errorSummary(fieldOf) {
  const heading = element("h3", { id: "summary-heading", lang: ENGLISH });
  const list = element("ul");
  const node = element(
    "div",
    { class: "summary", role: "group", "aria-labelledby": heading.id, tabindex: "-1", hidden: true },
    heading,
    list,
  );
  let shown = "";

  function line({ field, message }) {
    // What is about no field leads nowhere.
    if (field === undefined) return element("li", {}, sentence(message));
    const follow = (event) => {
      event.preventDefault();
      fieldOf(field).target().focus();
    };
    const address = `#${fieldOf(field).target().id}`;
    return element("li", {}, element("a", { href: address, onclick: follow }, sentence(message)));
  }

  return {
    node,
    show(errors, title) {
      // A link that stays keeps the focus.
      const now = JSON.stringify([errors, title]);
      if (now === shown) return;
      shown = now;
      node.hidden = errors.length === 0;
      heading.textContent = title;
      list.replaceChildren(...errors.map(line));
    },
  };
}
