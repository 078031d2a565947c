// What was read from an answer of the service, without judging it.

import { LABELS } from "partner-center-rules";
import { element } from "./dom.js";
import { verbatim } from "./text.js";

export function statusAsRead(answer, httpStatus) {
  if (answer.ok) {
    const { status } = answer.value;
    return status === "NoAccountStatus" ? LABELS.accountStatus[status] : verbatim(status);
  }
  const fault = answer.fault.code ?? answer.fault.errorName;
  return element(
    "span",
    { class: "muted" },
    `Not read: HTTP ${httpStatus}`,
    fault ? [", fault ", verbatim(fault)] : null,
  );
}

export function facts(rows) {
  return element(
    "dl",
    { class: "facts" },
    rows
      .filter(Boolean)
      .map(([term, ...description]) => element("div", {}, element("dt", {}, term), element("dd", {}, description))),
  );
}

export function faultFacts(fault = {}) {
  const named = {
    code: "Fault code",
    errorName: "Error name",
    message: "Message",
    description: "Description",
    text: "Text",
  };
  return Object.entries(named).map(([member, term]) => fault[member] !== undefined && [term, verbatim(fault[member])]);
}
