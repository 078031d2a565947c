// How far a job is, and the button that ends it.

import { announce, hush } from "../announce.js";
import { element } from "../dom.js";

const SUBJECT = "file-progress";
// Who listens does not want to hear every step.
const BETWEEN_WORDS = 10_000;

export function jobProgress({ cancel }) {
  const bar = element("progress", { id: "file-progress", max: "1", "aria-label": "Progress" });
  const text = element("span", { class: "number" });
  const node = element(
    "div",
    { class: "job", hidden: true },
    bar,
    text,
    element("button", { type: "button", class: "button button--small", onclick: cancel }, "Cancel"),
  );
  let said = 0;

  return {
    node,
    begin(title) {
      node.hidden = false;
      bar.removeAttribute("value");
      bar.setAttribute("aria-label", title);
      text.textContent = "";
      said = performance.now();
      announce(`${title}.`, SUBJECT);
    },
    update({ share, text: done }) {
      const percent = `${Math.floor(share * 100)} %`;
      bar.value = share;
      text.textContent = done ? `${percent}, ${done}` : percent;
      if (performance.now() - said < BETWEEN_WORDS) return;
      said = performance.now();
      announce(text.textContent, SUBJECT);
    },
    end() {
      node.hidden = true;
      hush(SUBJECT);
    },
  };
}
