// Who the customer is that the form names, as far as the page knows.

import { LABELS, checkField } from "partner-center-rules";
import { verbatim } from "./text.js";

export function customerOf(text, customers) {
  const { state, value } = checkField("customerId", text);
  const customer = customers.find(({ id }) => id === value);
  return { customer, about: state === "valid" ? whoIsIt(customer) : [] };
}

function whoIsIt(customer) {
  if (!customer) return ["Not a sample customer: what it holds is not known."];
  return [customer.name, ". Holds: ", ...holdings(customer.qualifications)];
}

function holdings(held) {
  if (held === null) return ["not known."];
  if (held.length === 0) return ["nothing."];
  return held.flatMap(({ qualification, vettingStatus }, index) => [
    index ? ", " : "",
    LABELS.qualification[qualification] ?? verbatim(qualification),
    ...(vettingStatus ? [" (", LABELS.vettingStatus[vettingStatus] ?? verbatim(vettingStatus), ")"] : []),
  ]);
}
