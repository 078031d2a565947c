// What has been read of a customer, in words, with what has become different by it.

import { statusAsRead } from "./answer.js";
import { changeText, changesBetween, outcomesOf } from "./eligibility.js";
import { holdingsInWords } from "./holdings.js";
import { sentence, verbatim } from "./text.js";

// `before` are the outcomes before it was read.
export function newsOf(customer, before) {
  const { answer, httpStatus } = customer.status;
  const changes = changesBetween(before, outcomesOf(customer));
  const status = answer.ok
    ? ["account status ", statusAsRead(answer, httpStatus), ". "]
    : [sentence(answer.fault.issue.message), " "];
  return [
    verbatim(customer.name),
    ": ",
    ...status,
    ...holdingsInWords(customer),
    changes.length ? ` ${changes.map(changeText).join(" ")}` : " The eligibility is as it was.",
  ];
}
