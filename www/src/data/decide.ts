// Decides about a customer with its current data.

import {
  type Decision,
  eligibilityFromResponse,
  type HeldQualification,
  type Messages,
  type OfferSegment,
  offerEligibility,
  purchaseEligibility,
  purchaseEligibilityFromResponse,
  type Transaction,
} from "partner-center-rules";

import type { Customer } from "./customer-store";

/** A kind of transaction, with offers of a segment or by the account status only. */
export interface Question {
  readonly transaction: Transaction;
  readonly segment?: OfferSegment;
}

/** Returns whether a purchase is possible, with reasons in a language; nothing before the first responses. */
export function decide(customer: Customer, { transaction, segment }: Question, messages?: Messages): Decision | undefined {
  const { status, qualifications } = customer;
  if (!isKnown(status) || (segment && !isKnown(qualifications))) return undefined;
  const held = qualifications.value ?? null;
  const options = { messages: messages ?? null };
  const { failure } = status;
  // A response without a status: its error is the reason.
  if (!status.value && failure && failure.httpStatus !== 0) {
    return segment
      ? purchaseEligibilityFromResponse(failure.httpStatus, failure.body, { segment, held, transaction, ...options })
      : eligibilityFromResponse(failure.httpStatus, failure.body, transaction, options);
  }
  return purchaseEligibility({ status: status.value?.status ?? null, held, segment: segment ?? null, transaction, ...options });
}

const isKnown = ({ value, failure }: { value?: unknown; failure?: unknown }) => value !== undefined || failure !== undefined;

/** Returns the qualifications of the customer after a qualification takes effect. */
export function withQualification(held: readonly HeldQualification[], qualification: string): HeldQualification[] {
  const others = held.filter((entry) => entry.qualification.toLowerCase() !== qualification.toLowerCase());
  return [...others, { qualification, vettingStatus: "Approved" }];
}

/** Returns whether offers of a segment can be sold, now and after a qualification takes effect. */
export function effectOf(held: readonly HeldQualification[], qualification: string, segment: OfferSegment) {
  return { before: offerEligibility(held, segment), after: offerEligibility(withQualification(held, qualification), segment) };
}
