// Who the customer is that the form names, as far as the page knows.

import { checkField } from "partner-center-rules";
import { holdingsInWords } from "./holdings.js";
import { verbatim } from "./text.js";

export function customerOf(text, know) {
  const { state, value } = checkField("customerId", text);
  const customer = state === "valid" ? know.find(value) : undefined;
  return { customer, about: state === "valid" ? whoIsIt(customer) : [] };
}

function whoIsIt(customer) {
  if (!customer) return ["Not a sample customer: what it holds is not known."];
  return [verbatim(customer.name), ". ", ...holdingsInWords(customer)];
}
