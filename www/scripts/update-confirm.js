// Asks once more before an update is sent, since it cannot be taken back.

import { LABELS } from "partner-center-rules";
import { element } from "./dom.js";
import { irreversible, messages } from "./update-offer.js";
import { facts } from "./answer.js";
import { verbatim } from "./text.js";

export function confirmation() {
  const dialog = element("dialog", { class: "confirm", "aria-labelledby": "confirm-heading", onclick: leave });
  // A link leads to a place on the page, which cannot be reached while the question is open.
  function leave({ target }) {
    if (target.closest("a")) dialog.close();
  }
  document.body.append(dialog);
  return {
    close: () => dialog.close(),
    ask({ value, warnings, isOpen, plans, lang, customer }, send) {
      const cancel = element("button", { type: "button", class: "button", onclick: () => dialog.close() }, "Cancel");
      const confirm = () => {
        dialog.close();
        send();
      };
      dialog.replaceChildren(
        element(
          "h3",
          { id: "confirm-heading" },
          `Set ${LABELS.qualification[value.qualification]} for `,
          customer ? verbatim(customer.name) : "this customer",
          "?",
        ),
        facts([
          ["Customer ID", verbatim(value.customerId)],
          ["API", LABELS.mode[value.mode]],
        ]),
        isOpen ? messages(warnings, lang) : "",
        irreversible(plans, lang),
        element(
          "div",
          { class: "actions" },
          element(
            "button",
            { type: "button", class: "button button--main", onclick: confirm },
            isOpen ? "Send it all the same" : "Set it",
          ),
          cancel,
        ),
      );
      dialog.showModal();
      cancel.focus();
    },
  };
}
