// An answer that is a fault: what it means and what to do next in the words of the package, and what the service said.

import { element } from "./dom.js";
import { issueLine } from "./issue.js";
import { verbatim } from "./text.js";

const SAID = {
  code: "Fault code",
  errorName: "Error name",
  message: "Message",
  description: "Description",
  text: "Text",
};

export function faultLine(fault, again) {
  return element(
    "div",
    { class: "fault" },
    issueLine(fault.issue),
    fault.isRetryable
      ? element("button", { type: "button", class: "button button--small", onclick: again }, "Try again")
      : null,
  );
}

// What the service said, each text once.
export function faultFacts(fault, shown = (text) => text) {
  const said = new Set();
  return Object.entries(SAID).map(([member, term]) => {
    if (!fault || !Object.hasOwn(fault, member) || said.has(fault[member])) return null;
    said.add(fault[member]);
    return [term, verbatim(shown(fault[member]))];
  });
}
