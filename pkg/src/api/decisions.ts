// Decisions.

import type {
  AccountStatusText,
  Decision,
  Held,
  MessageOptions,
  Purchase,
  PurchaseRefusal,
  SegmentPurchase,
  Settability,
  SettabilityOptions,
  SettableQualification,
} from "./types.js";
import * as given from "../boundary/validate-arguments.js";
import { instance } from "../boundary/instance.js";
import { readDecision, readRefusal, readSettability } from "../boundary/decode-decision.js";
import { readSettabilityOptions } from "../boundary/settability-options.js";
import { messagesIn, messagesOf } from "../messages/decision-messages.js";
import { NO_SEGMENT, OFFER_SEGMENTS, QUALIFICATIONS, TRANSACTIONS } from "../generated/tables.js";
import type { OfferSegment, Qualification, Transaction } from "../generated/tables.js";

/** The names of what a purchase depends on. */
const PURCHASE = ["status", "held", "segment", "transaction"] as const;

/**
 * Whether a qualification can be set now, and with what fields.
 *
 * @throws TypeError if an argument has another type than declared. Unknown texts are no error: they are judged.
 * @example
 * settability("GovernmentCommunityCloud", { held: [{ qualification: "Education" }] }).outcome; // "blocked"
 */
export function settability(target: Qualification | (string & {}), options?: SettabilityOptions): Settability {
  const text = given.name(target, "target");
  const { mode = 0, held, options: read } = readSettabilityOptions(options, "options");
  return messagesIn(read, "options").decision(readSettability(instance().settability(text, mode, held)));
}

/**
 * Every qualification with its settability, in the order of `QUALIFICATIONS`, for a select.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * qualificationOptions({ held: [] }).filter((option) => option.outcome === "allowed").map((option) => option.label);
 */
export function qualificationOptions(options?: SettabilityOptions): readonly SettableQualification[] {
  const { mode = 0, held, options: read } = readSettabilityOptions(options, "options");
  const messages = messagesIn(read, "options");
  return QUALIFICATIONS.map((qualification) => ({
    qualification,
    label: messages.label("qualification", qualification),
    ...messages.decision(readSettability(instance().settability(qualification, mode, held))),
  }));
}

/**
 * Whether the account status lets a transaction go through, `newPurchase` unless said.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * accountEligibility("UnderReview", "renewal").outcome; // "allowed"
 * accountEligibility(undefined).outcome; // "undetermined"
 * accountEligibility("Allowed", null, { messages: { accountAllowed: "Das Konto ist validiert." } }).reasons[0]?.message; // "Das Konto ist validiert."
 */
export function accountEligibility(
  status: AccountStatusText,
  transaction?: Transaction | null,
  options?: MessageOptions,
): Decision {
  const text = given.nameOrNothing(status, "status");
  const kind = given.place(TRANSACTIONS, transaction, "transaction", 0);
  return messagesOf(options).decision(readDecision(instance().account_eligibility(text, kind)));
}

/**
 * Decides whether the segment of an offer lets a transaction go through, `newPurchase` unless said, given what the customer holds.
 *
 * The documentation is about selling: where it says no, a renewal, a seat reduction and a cancellation are undetermined.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * const held: Held = [{ qualification: "Education", vettingStatus: "InReview" }];
 * offerEligibility(held, "Education").outcome; // "blocked"
 * offerEligibility(held, "Education", "renewal").outcome; // "undetermined"
 */
export function offerEligibility(
  held: Held,
  segment: OfferSegment,
  transaction?: Transaction | null,
  options?: MessageOptions,
): Decision {
  const holdings = given.held(held, "held");
  const place = given.place(OFFER_SEGMENTS, segment, "segment");
  const kind = given.place(TRANSACTIONS, transaction, "transaction", 0);
  return messagesOf(options).decision(readDecision(instance().offer_eligibility(holdings, place, kind)));
}

/**
 * Whether a purchase goes through: the account status and, where a segment is given, the segment.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * purchaseEligibility({ status: "Allowed", held: [], segment: "Education" }).outcome; // "blocked"
 */
export function purchaseEligibility(purchase: Purchase): Decision {
  const read = given.object(purchase, "purchase", PURCHASE);
  const status = given.nameOrNothing(given.member(read, "status"), "purchase.status");
  const held = given.held(given.member(read, "held"), "purchase.held");
  const segment = given.place(OFFER_SEGMENTS, given.member(read, "segment"), "purchase.segment", NO_SEGMENT);
  const transaction = given.place(TRANSACTIONS, given.member(read, "transaction"), "purchase.transaction", 0);
  const code = instance().purchase_eligibility(status, held, segment, transaction);
  return messagesIn(read, "purchase").decision(readDecision(code));
}

/**
 * Whether a transaction goes through, straight from the answer to
 * `GET /v1/customers/{id}/validationStatus?type=account`. Only a 404 with code 600074 says that there is no account status.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * const response = await fetch(request.url, request);
 * const decision = eligibilityFromResponse(response.status, await response.text());
 */
export function eligibilityFromResponse(
  httpStatus: number,
  body: string | null | undefined,
  transaction?: Transaction | null,
  options?: MessageOptions,
): Decision {
  const status = given.httpStatus(httpStatus, "httpStatus");
  const text = given.body(body, "body");
  const kind = given.place(TRANSACTIONS, transaction, "transaction", 0);
  const code = instance().eligibility_from_response(status, text, kind, undefined, NO_SEGMENT);
  return messagesOf(options).decision(readDecision(code));
}

const SEGMENT_PURCHASE = ["segment", "held", "transaction"] as const;

/**
 * Whether a purchase of a segment goes through, straight from the same answer.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * purchaseEligibilityFromResponse(response.status, body, { segment: "Education", held }).outcome;
 */
export function purchaseEligibilityFromResponse(
  httpStatus: number,
  body: string | null | undefined,
  purchase: SegmentPurchase,
): Decision {
  const status = given.httpStatus(httpStatus, "httpStatus");
  const text = given.body(body, "body");
  const read = given.object(purchase, "purchase", SEGMENT_PURCHASE);
  const held = given.held(given.member(read, "held"), "purchase.held");
  const segment = given.place(OFFER_SEGMENTS, given.member(read, "segment"), "purchase.segment");
  const transaction = given.place(TRANSACTIONS, given.member(read, "transaction"), "purchase.transaction", 0);
  const code = instance().eligibility_from_response(status, text, transaction, held, segment);
  return messagesIn(read, "purchase").decision(readDecision(code));
}

/**
 * Reads the answer with which the service refused a purchase, in the same reasons as before the purchase; `null` if it is none of
 * the documented refusals. `readFault` reads every other fault.
 *
 * @throws TypeError if an argument has another type than declared.
 * @example
 * explainPurchaseRefusal(403, '{"code":800073}')?.reasons[0].code; // "accountUnderReview"
 */
export function explainPurchaseRefusal(
  httpStatus: number,
  body: string | null | undefined,
  options?: MessageOptions,
): PurchaseRefusal | null {
  const status = given.httpStatus(httpStatus, "httpStatus");
  const code = instance().explain_purchase_refusal(status, given.body(body, "body"));
  return code === 0 ? null : messagesOf(options).decision(readRefusal(code));
}
