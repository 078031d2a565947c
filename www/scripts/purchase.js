// Tries a transaction out in the sandbox, which decides with the same rules.

import { purchaseRefusal, readFault } from "partner-center-rules";
import { announce } from "./announce.js";
import { element } from "./dom.js";
import { purchase } from "./sandbox.js";
import { sentence, verbatim } from "./text.js";

export function purchaseProbe(customer, transaction, segment) {
  const result = element("p", { class: "probe__result" });
  const button = element(
    "button",
    { type: "button", class: "button button--small", onclick: tryOut },
    "Try it in the sandbox",
  );

  async function tryOut() {
    button.setAttribute("aria-disabled", "true");
    const { httpStatus, body } = await purchase(customer.id, transaction, segment);
    button.removeAttribute("aria-disabled");
    result.replaceChildren(...outcome(httpStatus, body));
    announce(result.textContent, "purchase");
  }

  return element("div", { class: "probe" }, button, result);
}

// The package knows some refusals. Of the others there is what the service said.
function outcome(httpStatus, body) {
  if (httpStatus === 201) return ["It goes through: HTTP 201."];
  const refusal = purchaseRefusal(httpStatus, body);
  const reasons = refusal?.reasons.flatMap(({ message }) => [" ", sentence(message)]);
  if (reasons) return ["It does not go through:", ...reasons];
  const { code, description, issue } = readFault(httpStatus, body);
  if (code === undefined || description === undefined) return [sentence(issue.message)];
  return [`It does not go through: HTTP ${httpStatus}, fault `, verbatim(code), ". ", verbatim(description)];
}
