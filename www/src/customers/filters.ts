// The filters of the list of customers, which are part of the URL.

import { checkField, type Decision, OFFER_SEGMENTS, OUTCOMES, type Outcome, TRANSACTIONS } from "partner-center-rules";

import type { Customer } from "../data/customer-store";
import type { Question } from "../data/decide";

export interface Filters extends Question {
  readonly search: string;
  readonly outcome?: Outcome;
}

/** New values of some filters; `undefined` removes one. */
export type FilterChange = { readonly [name in keyof Filters]?: Filters[name] | undefined };

const oneOf = <T extends string>(values: readonly T[], text: string | null) => values.find((value) => value === text);

/** Reads the filters of a URL. Ignores unknown values. */
export function readFilters(params: URLSearchParams): Filters {
  const segment = oneOf(OFFER_SEGMENTS, params.get("segment"));
  const outcome = oneOf(OUTCOMES, params.get("outcome"));
  return {
    search: params.get("search") ?? "",
    transaction: oneOf(TRANSACTIONS, params.get("transaction")) ?? TRANSACTIONS[0],
    ...(segment && { segment }),
    ...(outcome && { outcome }),
  };
}

/** Writes filters as URL parameters. Leaves out defaults. */
export function writeFilters({ search, transaction = TRANSACTIONS[0], segment, outcome }: FilterChange): URLSearchParams {
  const params = new URLSearchParams();
  if (search) params.set("search", search);
  if (transaction !== TRANSACTIONS[0]) params.set("transaction", transaction);
  if (segment) params.set("segment", segment);
  if (outcome) params.set("outcome", outcome);
  return params;
}

/** Returns whether a customer has every word of the search in its name or ID, or is the one whose ID was pasted. */
export function isFound({ id, name = "" }: Customer, search: string): boolean {
  if (checkField("customerId", search).value === id) return true;
  const text = `${name} ${id}`.toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

/** Returns the filters of the current URL. Those of the last render may be older. */
export const currentFilters = () => readFilters(new URLSearchParams(window.location.search));

const STORED = "portal.customers";

/** Remembers the filters for links back to the list. */
export const storeFilters = (filters: FilterChange) => sessionStorage.setItem(STORED, writeFilters(filters).toString());

/** Returns the URL of the list with the last filters. */
export function listAddress(): string {
  const params = sessionStorage.getItem(STORED);
  return params ? `/customers?${params}` : "/customers";
}

/** A customer with the decision about it. */
export interface Row {
  readonly customer: Customer;
  readonly decision: Decision | undefined;
}

/** Counts the outcomes of rows. */
export function countOutcomes(rows: readonly Row[]): Record<Outcome, number> {
  const counts = { allowed: 0, blocked: 0, undetermined: 0 };
  for (const { decision } of rows) if (decision) counts[decision.outcome] += 1;
  return counts;
}
