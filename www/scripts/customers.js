// The customers: a list to choose from, and the details of the one chosen.

import { LABELS, eligibilityFromResponse, readValidationStatus } from "partner-center-rules";
import { announceDecision } from "./announce.js";
import { customerDetails } from "./customer-details.js";
import { customerList } from "./customer-list.js";

// Where the details stand below the list, choosing has to lead there.
const BESIDE = matchMedia("(min-width: 78rem)");

export function customersArea({ list, details, customers, setQualification }) {
  const judged = customers.map((customer) => {
    const { httpStatus, body } = customer.validationStatus;
    return {
      ...customer,
      answer: readValidationStatus(httpStatus, body),
      purchase: eligibilityFromResponse(httpStatus, body),
    };
  });
  const show = (customer) => details.replaceChildren(...customerDetails(customer, setQualification));
  const choose = (customer) => {
    show(customer);
    if (BESIDE.matches) announceDecision(`${customer.name}, ${LABELS.transaction.newPurchase}`, customer.purchase);
    else details.querySelector("h3").focus();
  };
  list.replaceChildren(...customerList(judged, choose));
  show(judged[0]);
}
