// What was read from an answer of the service, without judging it.

import { LABELS } from "partner-center-rules";
import { element } from "./dom.js";
import { verbatim } from "./text.js";

// The status as a purchase takes it: nothing read is not known, which is not the same as no account status.
export function statusOf(answer) {
  if (answer.kind === "status") return answer.status;
  if (answer.kind === "noAccountStatus") return "NoAccountStatus";
  return undefined;
}

export function statusAsRead(answer, httpStatus) {
  if (answer.kind === "status") return verbatim(answer.status);
  if (answer.kind === "noAccountStatus") return LABELS.accountStatus.NoAccountStatus;
  const fault = answer.fault?.code ?? answer.fault?.errorName;
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
