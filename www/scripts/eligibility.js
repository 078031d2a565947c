// What the package decides about a customer, for every kind of transaction and every offer segment.

import {
  LABELS,
  OFFER_SEGMENTS,
  TRANSACTIONS,
  eligibilityFromResponse,
  purchaseEligibilityFromResponse,
} from "partner-center-rules";
import { heldBy } from "./knowledge.js";

export const COLUMNS = [
  { key: "account", label: "Account alone" },
  ...OFFER_SEGMENTS.map((segment) => ({ key: segment, label: LABELS.offerSegment[segment], segment })),
];

// The decision, or `undefined` while an answer that it takes is still on its way.
export function decide(customer, transaction, segment) {
  const { httpStatus, body, answer } = customer.status;
  if (!answer) return undefined;
  if (!segment) return eligibilityFromResponse(httpStatus, body, transaction);
  if (!customer.qualifications.answer) return undefined;
  return purchaseEligibilityFromResponse(httpStatus, body, { held: heldBy(customer), segment, transaction });
}

// Every outcome, by column and transaction.
export function outcomesOf(customer) {
  return COLUMNS.map((column) =>
    TRANSACTIONS.map((transaction) => decide(customer, transaction, column.segment)?.outcome),
  );
}

// What has become different: each column and change once, with the transactions that it is true of.
export function changesBetween(before, after) {
  return COLUMNS.flatMap((column, at) => {
    const changes = new Map();
    for (const [index, transaction] of TRANSACTIONS.entries()) {
      const [from, to] = [before[at][index], after[at][index]];
      if (from === undefined || to === undefined || from === to) continue;
      const change = changes.get(from + to) ?? { column, from, to, transactions: [] };
      change.transactions.push(transaction);
      changes.set(from + to, change);
    }
    return [...changes.values()];
  });
}

// A change in words, as it is said.
export function changeText({ from, to, ...change }) {
  return `${whatChanged(change)}: ${LABELS.outcome[to]}, was ${LABELS.outcome[from]}.`;
}

export function whatChanged({ column, transactions }) {
  const isAll = transactions.length === TRANSACTIONS.length;
  const which = isAll ? "every transaction" : transactions.map((name) => LABELS.transaction[name]).join(", ");
  return `${column.label}, ${which}`;
}
