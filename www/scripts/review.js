// Ends a review: what the service does in its own time, the sandbox does when it is told to.

import { LABELS } from "partner-center-rules";
import { element } from "./dom.js";
import { endReview } from "./sandbox.js";
import { verbatim } from "./text.js";

export function isInReview({ vettingStatus }) {
  return vettingStatus === "InReview";
}

// `ended` is called when the sandbox has ended the review, or would not: then the customer is to be read again.
export function reviewControl({ place, customer, qualification, ended }) {
  const id = `review-${place}-${qualification}`;
  const label = LABELS.qualification[qualification];
  const reason = element("input", { id: `${id}-reason`, type: "text", maxlength: "200", autocomplete: "off" });
  const failure = element("p", { class: "sandbox-only__failure", hidden: true });
  const buttons = [
    ["Approve", { outcome: "approve" }],
    ["Deny", { outcome: "deny" }],
  ].map(([text, { outcome }]) =>
    element(
      "button",
      { type: "button", class: "button button--small", onclick: () => end(outcome) },
      text,
      element("span", { class: "visually-hidden" }, ` ${label}`),
    ),
  );

  async function end(outcome) {
    if (buttons.some((button) => button.hasAttribute("aria-disabled"))) return;
    for (const button of buttons) button.setAttribute("aria-disabled", "true");
    failure.hidden = true;
    const said = outcome === "deny" && reason.value.trim() !== "" ? { reason: reason.value.trim() } : {};
    try {
      await endReview(customer.id, { qualification, outcome, ...said });
    } catch (error) {
      failure.replaceChildren("The review was not ended: ", verbatim(error.message));
      failure.hidden = false;
    }
    await ended();
    for (const button of buttons) button.removeAttribute("aria-disabled");
  }

  return element(
    "fieldset",
    { class: "sandbox-only", "aria-describedby": `${id}-about` },
    element("legend", {}, "Sandbox only"),
    element("p", { id: `${id}-about` }, `End the review of ${label}. The service does that by itself.`),
    element(
      "div",
      { class: "sandbox-only__row" },
      element(
        "div",
        { class: "field" },
        element(
          "label",
          { for: reason.id },
          "Reason, if denied",
          element("span", { class: "muted optional" }, " (optional)"),
        ),
        reason,
      ),
      element("div", { class: "sandbox-only__buttons" }, buttons),
    ),
    failure,
  );
}
