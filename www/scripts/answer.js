// What was read from an answer of the service, without judging it.

import { LABELS } from "partner-center-rules";
import { element } from "./dom.js";
import { verbatim, verbatimBlock } from "./text.js";

export function statusAsRead(answer, httpStatus) {
  if (answer.ok) {
    const { status } = answer.value;
    return status === "NoAccountStatus" ? LABELS.accountStatus[status] : verbatim(status);
  }
  const fault = answer.fault.code ?? answer.fault.errorName;
  return element(
    "span",
    { class: "muted" },
    httpStatus === 0 ? "Not read: no answer" : ["Not read: HTTP ", verbatim(String(httpStatus))],
    fault ? [", fault ", verbatim(fault)] : null,
  );
}

export function beingRead() {
  return element("span", { class: "muted" }, "Being read …");
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

// The whole answer, with the request that it is the answer to.
export function answerAsItCame({ method = "GET", path, httpStatus, body }) {
  return [
    element("p", { class: "exchange" }, element("code", {}, `${method} ${path}`), ` HTTP ${httpStatus}`),
    verbatimBlock(body),
  ];
}
